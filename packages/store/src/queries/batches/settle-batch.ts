/** When the last file of a batch came to its end: its reports are compared, and then it is done. */
import type { Ground } from '../../work.ts'
import { enqueue, priorities } from '../jobs/enqueue.ts'

export interface OfBatch {
  readonly region_id: string
  readonly batch_id: string | null
}

/** Whoever ends a file of the batch does so in turn, so that the last one knows that it is the last. */
export async function lockBatch({ db }: Ground, { region_id, batch_id }: OfBatch): Promise<void> {
  await db.selectFrom('batches').select('id').where('region_id', '=', region_id).where('id', '=', batch_id).forUpdate().executeTakeFirst()
}

/** After the end of a file or an archive was written. */
export async function settleBatch(ground: Ground, of: OfBatch): Promise<void> {
  const { db } = ground
  const { region_id: regionId, batch_id: batchId } = of
  if (batchId === null) return
  await lockBatch(ground, of)
  const waiting = await db
    .selectFrom('documents')
    .select('id')
    .where('region_id', '=', regionId)
    .where('batch_id', '=', batchId)
    .where('state', 'in', ['waiting', 'running'])
    .limit(1)
    .executeTakeFirst()
  if (waiting !== undefined || (await isAtWork(ground, of))) return
  const batch = await db
    .selectFrom('batches')
    .select(['is_cancelled'])
    .where('region_id', '=', regionId)
    .where('id', '=', batchId)
    .executeTakeFirst()
  const read = await db
    .selectFrom('documents')
    .select('id')
    .where('region_id', '=', regionId)
    .where('batch_id', '=', batchId)
    .where('state', '=', 'done')
    .limit(2)
    .execute()
  if (batch?.is_cancelled === true || read.length < 2) return finishBatch(ground, of)
  await enqueue(ground, [{ regionId, kind: 'batch.compare', batchId, priority: priorities.compare, createdBy: null }])
}

export async function finishBatch({ db, now }: Ground, { region_id, batch_id }: OfBatch): Promise<void> {
  await db.updateTable('batches').set({ finished_at: now }).where('region_id', '=', region_id).where('id', '=', batch_id).execute()
}

async function isAtWork({ db }: Ground, { region_id, batch_id }: OfBatch): Promise<boolean> {
  const found = await db
    .selectFrom('jobs')
    .select('id')
    .where('region_id', '=', region_id)
    .where('batch_id', '=', batch_id)
    .where('state', 'in', ['ready', 'running'])
    .where('kind', '<>', 'batch.pack')
    .limit(1)
    .executeTakeFirst()
  return found !== undefined
}
