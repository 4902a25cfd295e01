/** What was decided about a finding and said of it before. */
import type { Finding } from '@jiheng/contract'
import { useStore } from '../../parts/store.ts'
import { localTime } from '../../parts/time.tsx'
import { statuses, finding as words } from '../../wording/finding.ts'
import { useDesk } from '../desk.ts'
import { Comments } from './comments.tsx'

export function FindingPast({ finding }: { readonly finding: Finding }) {
  const { state } = useDesk()
  const isCommenting = useStore(state, ({ asking, current }) => asking === 'comment' && current === finding.id)
  const { decisions, comments } = finding
  return (
    <>
      {decisions.length > 0 && (
        <ul className="finding-decisions" aria-label={words.history}>
          {decisions.map(({ status, by, at, reason }) => (
            <li key={at}>
              {words.decided(status === 'open' ? words.actions.open : statuses[status], by.name, localTime(at))}
              {reason !== '' && <q>{reason}</q>}
            </li>
          ))}
        </ul>
      )}
      {(comments > 0 || isCommenting) && <Comments finding={finding} />}
    </>
  )
}
