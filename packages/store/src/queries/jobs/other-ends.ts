/** How jobs end that are not about one document: an archive, a comparison, a pack. */
import { type Selectable, sql } from 'kysely'
import type { BatchRow, SharedPassage } from '../../tables.ts'
import type { Kept } from '../../vault/vault.ts'
import type { Ground } from '../../work.ts'
import { finishBatch, lockBatch, settleBatch } from '../batches/settle-batch.ts'
import { addDocuments, type NewDocument } from '../documents/register.ts'
import { keepFile } from '../files.ts'
import { endJob, failJob, type Job } from './claim.ts'

export type Ended = 'kept' | 'lost'

/**
 * The members of an archive become documents, all of them or none: 'too-many' where the batch would hold more than `mostFiles`. Their bytes are in the vault
 * already: they are named first, so that they are cleared away when nothing comes of them.
 */
export async function keepMembers(
  ground: Ground,
  job: Job,
  worker: string,
  members: readonly NewDocument[],
  mostFiles: number,
): Promise<Ended | 'too-many'> {
  for (const { kept, why } of members) if (why === null) await keepFile(ground, job.region_id, kept)
  await lockBatch(ground, job)
  const batch = await batchOf(ground, job)
  const known = await knownIn(ground, batch)
  const fresh = members.filter((member) => {
    const isNew = !known.has(markOf(member))
    known.add(markOf(member))
    return isNew
  })
  if ((await filesInBatch(ground, job)) + fresh.length > mostFiles) return 'too-many'
  if (!(await endJob(ground, job, worker, { members: members.length }))) return 'lost'
  await dropStandIn(ground, job)
  await addDocuments(ground, batch, fresh, job.created_by ?? batch.created_by)
  await settleBatch(ground, job)
  return 'kept'
}

/** The same bytes are the same file; what has none, or cannot be read, is known by its name. */
const markOf = ({ kept, why, folder, fileName }: NewDocument): string => (why === null ? kept.sha256 : JSON.stringify([folder, fileName]))

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
async function afterGivingUp(ground: Ground, job: Job, why: string): Promise<void> {
  if (job.kind === 'batch.compare') return finishBatch(ground, job)
  if (job.kind !== 'archive.open') return
  const batch = await batchOf(ground, job)
  const { fileName, folder, organisation } = job.input as Readonly<Record<string, string | null>>
  const archive = { fileName: String(fileName), folder: folder ?? '', organisation: organisation ?? null, kept: archiveOf(job), why }
  await dropStandIn(ground, job)
  if (!(await knownIn(ground, batch)).has(archive.kept.sha256))
    await addDocuments(ground, batch, [archive], job.created_by ?? batch.created_by)
  await settleBatch(ground, job)
}

function archiveOf({ input }: Job): Kept {
  const { sha256, bytes } = input as unknown as Kept
  return { sha256, bytes }
}

/** What stood for the archive when it could not be opened before; it stays where somebody has said something about it. */
async function dropStandIn({ db }: Ground, job: Job): Promise<void> {
  const spokenOf = (['comments', 'decisions', 'reviews', 'audits'] as const).map(
    (table) => sql<boolean>`exists (select 1 from ${sql.table(table)} t where t.region_id = d.region_id and t.document_id = d.id)`,
  )
  await db
    .deleteFrom('documents as d')
    .where('d.region_id', '=', job.region_id)
    .where('d.batch_id', '=', job.batch_id)
    .where('d.sha256', '=', archiveOf(job).sha256)
    .where('d.state', '=', 'unread')
    .where(sql<boolean>`not (${sql.join(spokenOf, sql` or `)})`)
    .execute()
}

async function batchOf({ db }: Ground, { region_id, batch_id }: Job): Promise<Selectable<BatchRow>> {
  return db.selectFrom('batches').selectAll().where('region_id', '=', region_id).where('id', '=', batch_id).executeTakeFirstOrThrow()
}

/** Digests and names of all that is in the batch: see markOf. */
async function knownIn({ db }: Ground, { region_id, id }: Selectable<BatchRow>): Promise<Set<string>> {
  const rows = await db
    .selectFrom('documents')
    .select(['sha256', 'folder', 'file_name'])
    .where('region_id', '=', region_id)
    .where('batch_id', '=', id)
    .execute()
  return new Set(rows.flatMap(({ sha256, folder, file_name }) => [sha256, JSON.stringify([folder, file_name])]))
}
