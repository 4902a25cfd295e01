/** The batches that run, with their progress, and the last ones. */
import { useQuery } from '@tanstack/react-query'
import { Progress } from 'antd'
import { Link } from 'react-router'
import { client } from '../../api/client.ts'
import { keys } from '../../api/keys.ts'
import { countOf, filesOf } from '../../batch/batch-progress.tsx'
import { BatchState, isBeyondReach } from '../../batch/batch-state.tsx'
import { StateView } from '../../parts/state-view.tsx'
import { Time } from '../../parts/time.tsx'
import { batch as words } from '../../wording/batch.ts'
import { home } from '../../wording/home.ts'

const shown = 6
const whileRunning = 3_000

export function LastBatches() {
  const { data, error, refetch } = useQuery({
    queryKey: [...keys.batches, 'last'],
    queryFn: async ({ signal }) => (await client.call('batches.list', { query: { purpose: 'review', limit: shown }, signal })).items,
    refetchInterval: ({ state }) => (state.data?.some((one) => one.state === 'running') ? whileRunning : false),
  })
  if (error !== null && data === undefined) return <StateView kind="error" error={error} onRetry={() => void refetch()} />
  if (data === undefined || data.length === 0) return null
  return (
    <section className="panel" aria-labelledby="last-title">
      <h2 id="last-title">{home.last}</h2>
      <ul className="last-batches">
        {data.map((batch) => {
          const all = filesOf(batch)
          const ended = all - countOf(batch, 'waiting') - countOf(batch, 'running')
          return (
            <li key={batch.id}>
              <p className="last-title">
                <Link to={`/batches/${batch.id}`}>{batch.title}</Link> <BatchState batch={batch} />
              </p>
              {batch.state === 'running' && (
                <Progress percent={Math.floor((ended / Math.max(1, all)) * 100)} size="small" aria-label={words.progress(ended, all)} />
              )}
              <p className="home-quiet">
                {!isBeyondReach(batch) && (
                  <>
                    {words.found(batch.units, batch.findings.error, batch.findings.warning, batch.findings.info)} ·{' '}
                    {words.foundOpen(batch.findings.open)} ·{' '}
                  </>
                )}
                <Time instant={batch.createdAt} />
              </p>
            </li>
          )
        })}
      </ul>
      <Link to="/batches">{home.allBatches}</Link>
    </section>
  )
}
