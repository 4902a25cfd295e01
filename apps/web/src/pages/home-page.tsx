import { useMay, useWork } from '../api/use-session.ts'
import { Page } from '../parts/page.tsx'
import { StateView } from '../parts/state-view.tsx'
import { SelfCheckDrop } from '../self-check/self-check-drop.tsx'
import { home } from '../wording/home.ts'
import { entries } from '../wording/shell.ts'
import { Entries } from './home/entries.tsx'
import { LastBatches } from './home/last-batches.tsx'
import { StartBatch } from './home/start-batch.tsx'
import { Todo } from './home/todo.tsx'
import './home-page.css'
import { useInbox } from './use-inbox.ts'

/** What waits, and where to begin: for who receives the reports of others, and for who writes them. */
export function HomePage() {
  const { account, desk } = useWork()
  const may = useMay()
  const inbox = useInbox()
  const receives = may(['batch.manage'])
  const unit = may(['self-check.use']) ? (desk?.organisation ?? null) : null
  const reviews = may(['batch.manage', 'document.return', 'document.pass'])
  if (desk === null)
    return (
      <Page title={entries.home.title}>
        <div className="panel">
          <StateView kind="empty" title={home.noPost} hint={home.noPostHint} />
        </div>
      </Page>
    )
  const year = inbox.data?.year
  return (
    <Page title={entries.home.title} extra={<span>{home.greeting(account.name)}</span>}>
      <div className="home">
        <div className="home-main">
          {receives && year !== undefined && <StartBatch year={year} />}
          {!receives && unit !== null && year !== undefined && <SelfCheckDrop key={unit.id} unit={unit} year={year} />}
          {reviews && <LastBatches />}
          {!receives && unit === null && <Entries />}
        </div>
        <div className="home-side">
          {inbox.data !== undefined && <Todo inbox={inbox.data} />}
          {inbox.error !== null && inbox.data === undefined && (
            <div className="panel">
              <StateView kind="error" error={inbox.error} onRetry={() => void inbox.refetch()} />
            </div>
          )}
        </div>
      </div>
    </Page>
  )
}
