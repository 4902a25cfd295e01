/** How jobs end that are not about one document: an archive, a comparison, a pack. */
import type { Selectable } from 'kysely'
import type { BatchRow, SharedPassage } from '../../tables.ts'
import type { Ground } from '../../work.ts'
import { finishBatch, lockBatch, settleBatch } from '../batches/settle-batch.ts'
import { addDocuments, type NewDocument } from '../documents/register.ts'
import { keepFile } from '../files.ts'
import { endJob, failJob, type Job } from './claim.ts'

export type Ended = 'kept' | 'lost'

/** The members of an archive become documents, all of them or none. Their bytes are in the vault already: they are named first, so that they are cleared away when nothing comes of them. */
export async function keepMembers(ground: Ground, job: Job, worker: string, members: readonly NewDocument[]): Promise<Ended> {
  for (const { kept, why } of members) if (why === null) await keepFile(ground, job.region_id, kept)
  await lockBatch(ground, job)
  if (!(await endJob(ground, job, worker, { members: members.length }))) return 'lost'
  const batch = await batchOf(ground, job)
  const known = await digestsOf(ground, batch)
  const fresh = members.filter(({ kept, why }) => {
    if (why !== null) return true
    const isNew = !known.has(kept.sha256)
    known.add(kept.sha256)
    return isNew
  })
  await addDocuments(ground, batch, fresh, job.created_by ?? batch.created_by)
  await settleBatch(ground, job)
  return 'kept'
}

/** So many documents the batch has, for its limit. */
export async function filesInBatch({ db }: Ground, { region_id, batch_id }: Job): Promise<number> {
  const rows = await db
    .selectFrom('documents')
    .select((eb) => eb.fn.countAll<string>().as('files'))
    .where('region_id', '=', region_id)
    .where('batch_id', '=', batch_id)
    .executeTakeFirstOrThrow()
  return Number(rows.files)
}

/** What the reports of the batch share, as it is told; then the batch is done. */
export async function keepComparison(ground: Ground, job: Job, worker: string, shared: readonly SharedPassage[]): Promise<Ended> {
  await lockBatch(ground, job)
  if (!(await endJob(ground, job, worker))) return 'lost'
  await ground.db
    .updateTable('batches')
    .set({ shared: JSON.stringify(shared) })
    .where('region_id', '=', job.region_id)
    .where('id', '=', job.batch_id)
    .execute()
  await finishBatch(ground, job)
  return 'kept'
}

/** What was packed lies in the vault; the job says where. When the job is lost nobody does, and it is cleared away. */
export async function keepPack(
  ground: Ground,
  job: Job,
  worker: string,
  pack: { readonly sha256: string; readonly bytes: number; readonly name: string },
): Promise<Ended> {
  await keepFile(ground, job.region_id, pack)
  return (await endJob(ground, job, worker, pack)) ? 'kept' : 'lost'
}

/** Again in a while, or for good: then an archive stands in the batch as a file that says why, and the batch ends without what failed. */
export async function failOther(ground: Ground, job: Job, worker: string, why: string, isFinal: boolean): Promise<Ended> {
  await lockBatch(ground, job)
  const state = await failJob(ground, job, worker, why, isFinal)
  if (state === null) return 'lost'
  if (state === 'ready') return 'kept'
  await afterGivingUp(ground, job, why)
  return 'kept'
}

/** What stands in place of a job that was given up. */
export async function afterGivingUp(ground: Ground, job: Job, why: string): Promise<void> {
  if (job.kind === 'batch.compare') return finishBatch(ground, job)
  if (job.kind !== 'archive.open') return
  const batch = await batchOf(ground, job)
  const { sha256, bytes, fileName, folder } = job.input as Readonly<Record<string, string | number>>
  const kept = { sha256: String(sha256), bytes: Number(bytes) }
  const archive = { kept, fileName: String(fileName), folder: String(folder ?? ''), organisation: null, why }
  await addDocuments(ground, batch, [archive], job.created_by ?? batch.created_by)
  await settleBatch(ground, job)
}

async function batchOf({ db }: Ground, { region_id, batch_id }: Job): Promise<Selectable<BatchRow>> {
  return db.selectFrom('batches').selectAll().where('region_id', '=', region_id).where('id', '=', batch_id).executeTakeFirstOrThrow()
}

async function digestsOf({ db }: Ground, { region_id, id }: Selectable<BatchRow>): Promise<Set<string>> {
  const rows = await db.selectFrom('documents').select('sha256').where('region_id', '=', region_id).where('batch_id', '=', id).execute()
  return new Set(rows.map(({ sha256 }) => sha256))
}
