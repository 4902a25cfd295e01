/** How far a batch is, and what was found so far. */
import type { Batch } from '@jiheng/contract'
import { Progress } from 'antd'
import { batch as words } from '../wording/batch.ts'
import './batch-progress.css'
import { isBeyondReach } from './batch-state.tsx'

interface Props {
  readonly batch: Batch
  readonly secondsLeft?: number | null
  readonly isPolling?: boolean
}

export function BatchProgress({ batch, secondsLeft = null, isPolling = false }: Props) {
  const { files, findings, units, state } = batch
  const all = filesOf(batch)
  const ended = all - countOf(batch, 'waiting') - countOf(batch, 'running')
  const notes = [
    secondsLeft !== null && state === 'running' ? words.left(secondsLeft) : null,
    (files.unread ?? 0) > 0 ? words.unread(countOf(batch, 'unread')) : null,
    (files.failed ?? 0) > 0 ? words.failed(countOf(batch, 'failed')) : null,
    (files.cancelled ?? 0) > 0 ? words.stopped(countOf(batch, 'cancelled')) : null,
  ].filter((note) => note !== null)
  return (
    <section className="batch-progress" aria-label={words.columns.state}>
      <p role="status">
        <strong>{all === 0 ? (isBeyondReach(batch) ? words.beyondReach : words.noFiles) : words.progress(ended, all)}</strong>
        {notes.length > 0 && words.notes(notes)}
      </p>
      {all > 0 && (
        <p className="batch-found">
          {words.found(units, findings.error, findings.warning, findings.info)} · <strong>{words.foundOpen(findings.open)}</strong>
        </p>
      )}
      {state === 'running' && (
        <Progress percent={all === 0 ? 0 : Math.floor((ended / all) * 100)} size="small" aria-label={words.progress(ended, all)} />
      )}
      {isPolling && <p className="batch-polling">{words.polling}</p>}
    </section>
  )
}

export const filesOf = ({ files }: Pick<Batch, 'files'>): number => Object.values(files).reduce((sum, count) => sum + count, 0)
export const countOf = ({ files }: Pick<Batch, 'files'>, state: keyof Batch['files']): number => files[state] ?? 0
