/** A batch is stopped, goes on, or is audited again. */
import { type Batch, Refusal } from '@jiheng/contract'
import type { Selectable } from 'kysely'
import { byViewer, record } from '../../journal/record.ts'
import { workableBatch } from '../../scope.ts'
import type { BatchRow, ProgressState } from '../../tables.ts'
import type { Work } from '../../work.ts'
import { enqueue, priorities } from '../jobs/enqueue.ts'
import { getBatch } from './batches.ts'
import { settleBatch } from './settle-batch.ts'

/** What waits is not begun, what runs is given up: its worker sees it at the next renewal. What somebody packs is theirs. Throws thing.not-found. */
export async function cancelBatch(work: Work, id: string): Promise<Batch> {
  const { db, now } = work
  const batch = await lockedBatch(work, id)
  await db
    .updateTable('jobs')
    .set({ state: 'cancelled', ended_at: now, locked_by: null, locked_until: null })
    .where('region_id', '=', batch.region_id)
    .where('batch_id', '=', id)
    .where('kind', '<>', 'batch.pack')
    .where('state', 'in', ['ready', 'running'])
    .execute()
  await db
    .updateTable('documents')
    .set({ state: 'cancelled', ended_at: now })
    .where('region_id', '=', batch.region_id)
    .where('batch_id', '=', id)
    .where('state', 'in', ['waiting', 'running'])
    .execute()
  await db
    .updateTable('batches')
    .set((eb) => ({ is_cancelled: true, finished_at: now, version: eb('version', '+', 1) }))
    .where('region_id', '=', batch.region_id)
    .where('id', '=', id)
    .execute()
  return told(work, batch, 'batch.cancelled')
}

/** What was stopped or failed is tried again; what is done stays. Throws thing.not-found. */
export async function resumeBatch(work: Work, id: string): Promise<Batch> {
  const { db, now } = work
  const batch = await lockedBatch(work, id)
  const archives = await db
    .updateTable('jobs')
    .set({ state: 'ready', attempts: 0, run_at: now, ended_at: null })
    .where('region_id', '=', batch.region_id)
    .where('batch_id', '=', id)
    .where('kind', '=', 'archive.open')
    .where('state', 'in', ['cancelled', 'dead'])
    .returning('id')
    .execute()
  const audits = await auditDocuments(work, batch, ['cancelled', 'failed'], priorities.review)
  await db
    .updateTable('batches')
    .set((eb) => ({ is_cancelled: false, version: eb('version', '+', 1), finished_at: null }))
    .where('region_id', '=', batch.region_id)
    .where('id', '=', id)
    .execute()
  // It may have been stopped when only the comparison was left.
  if (archives.length + audits === 0) await settleBatch(work, { region_id: batch.region_id, batch_id: id })
  return told(work, batch, 'batch.resumed')
}

/** By the rules of today, from what was kept of each file; decisions stay. Throws thing.not-found. */
export async function auditBatchAgain(work: Work, id: string): Promise<Batch> {
  const { db } = work
  const batch = await lockedBatch(work, id)
  const audits = await auditDocuments(work, batch, ['done', 'unread', 'failed', 'cancelled'], priorities.again)
  await db
    .updateTable('batches')
    .set((eb) => ({ is_cancelled: false, version: eb('version', '+', 1), ...(audits > 0 ? { finished_at: null } : {}) }))
    .where('region_id', '=', batch.region_id)
    .where('id', '=', id)
    .execute()
  return told(work, batch, 'batch.audited-again')
}

type Locked = Pick<Selectable<BatchRow>, 'region_id' | 'id' | 'title' | 'purpose'>

async function lockedBatch({ db, viewer }: Work, id: string): Promise<Locked> {
  const batch = await db
    .selectFrom('batches as b')
    .select(['b.region_id', 'b.id', 'b.title', 'b.purpose'])
    .where('b.id', '=', id)
    .where(workableBatch(viewer, 'b'))
    .forUpdate()
    .executeTakeFirst()
  if (batch === undefined) throw new Refusal('thing.not-found')
  return batch
}

/** Tells how many wait now: of a self-check the drafts, of what was received what is not public yet. A file that has no bytes has nothing to wait for. */
async function auditDocuments(work: Work, batch: Locked, states: readonly ProgressState[], priority: number): Promise<number> {
  const { db, viewer } = work
  const documents = await db
    .updateTable('documents')
    .set({ state: 'waiting', ended_at: null })
    .where('region_id', '=', batch.region_id)
    .where('batch_id', '=', batch.id)
    .where('stage', '=', batch.purpose === 'self-check' ? 'private' : 'submitted')
    .where('state', 'in', states)
    .where('bytes', '>', '0')
    .returning('id')
    .execute()
  const jobs = documents.map(({ id }) => ({
    regionId: batch.region_id,
    kind: 'document.audit' as const,
    batchId: batch.id,
    documentId: id,
    priority,
    createdBy: viewer.accountId,
  }))
  await enqueue(work, jobs)
  return jobs.length
}

async function told(work: Work, { id, title }: Locked, event: 'batch.cancelled' | 'batch.resumed' | 'batch.audited-again'): Promise<Batch> {
  await record(work, event, { ...byViewer(work.viewer), subject: { kind: 'batch', id }, details: { title } })
  return getBatch(work, id)
}
