import { Button } from 'antd'
import { useSearchParams } from 'react-router'
import { mayAny, useWork } from '../api/use-session.ts'
import { Page } from '../parts/page.tsx'
import { StateView } from '../parts/state-view.tsx'
import { SelfCheckDrop } from '../self-check/self-check-drop.tsx'
import { selfCheck as words } from '../wording/self-check.ts'
import { entries } from '../wording/shell.ts'
import { useInbox } from './use-inbox.ts'

/** A unit looks through its drafts before it sends them in. Whoever works for several says for which. */
export function SelfChecksPage() {
  const { desk, desks, chooseDesk } = useWork()
  const inbox = useInbox()
  const [search] = useSearchParams()
  const asked = Number(search.get('year'))
  const units = desks.filter((one) => one.organisation !== null && mayAny(one, ['self-check.use']))
  const unit = mayAny(desk, ['self-check.use']) ? (desk?.organisation ?? null) : null
  return (
    <Page title={entries['self-checks'].title} isFilling>
      {units.length > 1 && (
        <fieldset className="self-check-desks" aria-label={words.choose}>
          {words.choose}
          {units.map(({ key, name }) => (
            <Button
              key={key}
              type={desk?.key === key ? 'primary' : 'default'}
              aria-pressed={desk?.key === key}
              onClick={() => chooseDesk(key)}
            >
              {name}
            </Button>
          ))}
        </fieldset>
      )}
      {unit === null ? (
        <div className="panel">
          <StateView kind="empty" title={words.noUnit} hint={words.noUnitHint} />
        </div>
      ) : inbox.data === undefined ? (
        inbox.error === null ? (
          <StateView kind="loading" />
        ) : (
          <StateView kind="error" error={inbox.error} onRetry={() => void inbox.refetch()} />
        )
      ) : (
        <SelfCheckDrop key={unit.id} unit={unit} year={isYear(asked) ? asked : inbox.data.year} />
      )}
    </Page>
  )
}

const isYear = (year: number): boolean => Number.isInteger(year) && year >= 1990 && year <= 2100
