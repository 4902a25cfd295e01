/** Everything about a batch in one archive, made in the background for whoever asks, by what they may see. */
import { Refusal } from '@jiheng/contract'
import { sql } from 'kysely'
import { byViewer, record } from '../../journal/record.ts'
import type { Work } from '../../work.ts'
import { enqueue, priorities } from '../jobs/enqueue.ts'
import { outputDocuments } from './batch-outputs.ts'
import { getBatch } from './batches.ts'
import { lockBatch } from './settle-batch.ts'

/** Its job; one that is on its way to the same person is not begun twice. Throws thing.not-found, output.not-made. */
export async function orderPack(work: Work, batchId: string): Promise<string> {
  const { viewer } = work
  const { title } = await getBatch(work, batchId)
  if (!(await outputDocuments(work, { batch: batchId })).some(({ audit }) => audit !== null)) {
    throw new Refusal('output.not-made', { details: { why: '还没有校核完成的材料' } })
  }
  await lockBatch(work, { region_id: viewer.regionId, batch_id: batchId })
  const known = await packOnItsWay(work, batchId)
  if (known !== undefined) return known.id
  const { regionId, accountId, tokenPermissions } = viewer
  const [job] = await enqueue(work, [
    { regionId, kind: 'batch.pack', batchId, input: { permissions: tokenPermissions }, priority: priorities.pack, createdBy: accountId },
  ])
  await record(work, 'batch.packed', { ...byViewer(viewer), subject: { kind: 'batch', id: batchId }, details: { title } })
  return job as string
}

const packOnItsWay = ({ db, viewer }: Work, batchId: string) =>
  db
    .selectFrom('jobs')
    .select('id')
    .where('region_id', '=', viewer.regionId)
    .where('batch_id', '=', batchId)
    .where('kind', '=', 'batch.pack')
    .where('state', 'in', ['ready', 'running'])
    .where('created_by', '=', viewer.accountId)
    .where(sql<boolean>`input->'permissions' = ${JSON.stringify(viewer.tokenPermissions)}::jsonb`)
    .executeTakeFirst()
