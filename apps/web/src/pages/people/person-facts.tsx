import type { Account } from '@jiheng/contract'
import { Link } from 'react-router'
import { useMay } from '../../api/use-session.ts'
import { Section } from '../../parts/section.tsx'
import { localTime, Time } from '../../parts/time.tsx'
import { people } from '../../wording/people.ts'
import { AccountState, standingOfAccount } from './account-state.tsx'

const words = people.person

export function PersonFacts({ account }: { readonly account: Account }) {
  const { id, loginName, lockedUntil, hasSecondFactor, lastSeenAt, signOnSubject } = account
  const may = useMay()
  const standing = standingOfAccount(account)
  return (
    <Section title={words.facts} actions={may(['journal.read']) && <Link to={`/journal?actor=${id}`}>{words.journal}</Link>}>
      <dl className="facts">
        <dt>{words.login}</dt>
        <dd>{loginName}</dd>
        <dt>{words.state}</dt>
        <dd>
          <AccountState account={account} />{' '}
          <span className="quiet">
            {standing === 'locked' && lockedUntil !== null ? words.lockedUntil(localTime(lockedUntil)) : people.stateHints[standing]}
          </span>
        </dd>
        <dt>{words.seen}</dt>
        <dd>{lastSeenAt === null ? people.never : <Time instant={lastSeenAt} />}</dd>
        <dt>{words.secondFactor}</dt>
        <dd>{hasSecondFactor ? words.on : words.off}</dd>
        <dt>{words.signOn}</dt>
        <dd>{signOnSubject ?? words.none}</dd>
      </dl>
    </Section>
  )
}
