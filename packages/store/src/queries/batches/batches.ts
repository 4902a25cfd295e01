/** Batches: set up, listed, named, and looked at. */
import { type Batch, type Permission, permissions, Refusal } from '@jiheng/contract'
import { byViewer, record } from '../../journal/record.ts'
import { reachableOrganisation, workableBatch } from '../../scope.ts'
import type { Work } from '../../work.ts'
import { pageOf, readCursor } from '../cursor.ts'
import { scopeYear } from '../documents/scope-year.ts'
import { batchesOf, toBatches } from './batch-shape.ts'
import { insertBatch } from './insert-batch.ts'

export interface NewBatch {
  readonly title: string
  readonly purpose: 'review' | 'self-check'
  readonly organisation: string
  readonly year: number
  readonly scheme: string | null
}

/** Throws thing.not-found, permission.missing. */
export async function createBatch(work: Work, { title, purpose, organisation, year, scheme }: NewBatch): Promise<Batch> {
  const { db, viewer } = work
  const permission: Permission = purpose === 'review' ? 'batch.manage' : 'self-check.use'
  const found = await db
    .selectFrom('organisations as o')
    .select(['o.id'])
    .where('o.region_id', '=', viewer.regionId)
    .where('o.id', '=', organisation)
    .executeTakeFirst()
  if (found === undefined) throw new Refusal('thing.not-found')
  const scope = await scopeYear(work, viewer.regionId, organisation, year)
  const reached = await db
    .selectFrom('organisations as o')
    .select('o.id')
    .where('o.region_id', '=', viewer.regionId)
    .where('o.id', '=', organisation)
    .where(reachableOrganisation(viewer, permission, 'o.id', scope))
    .executeTakeFirst()
  if (reached === undefined) throw new Refusal('permission.missing', { details: { permission: permissions[permission] } })
  const { id } = await insertBatch(work, {
    regionId: viewer.regionId,
    createdBy: viewer.accountId,
    title,
    purpose,
    organisation,
    year,
    scheme,
  })
  await record(work, 'batch.created', { ...byViewer(viewer), subject: { kind: 'batch', id }, details: { title } })
  return getBatch(work, id)
}

/** Throws thing.not-found. */
export async function getBatch(work: Work, id: string): Promise<Batch> {
  const row = await batchesOf(work).where('b.id', '=', id).executeTakeFirst()
  if (row === undefined) throw new Refusal('thing.not-found')
  return (await toBatches(work, [row]))[0] as Batch
}

export interface BatchFilter {
  readonly after?: string | undefined
  readonly limit: number
  readonly purpose?: 'review' | 'self-check' | undefined
  readonly year?: number | undefined
}

/** The newest first. */
export async function listBatches(
  work: Work,
  { after, limit, purpose, year }: BatchFilter,
): Promise<{ readonly items: Batch[]; readonly next: string | null }> {
  const cursor = readCursor(after, ['instant', 'id'])
  let query = batchesOf(work)
  if (purpose !== undefined) query = query.where('b.purpose', '=', purpose)
  if (year !== undefined) query = query.where('b.year', '=', year)
  if (cursor !== null) {
    const [at, id] = [new Date(cursor[0] as string), cursor[1] as string]
    query = query.where((eb) => eb.or([eb('b.created_at', '<', at), eb.and([eb('b.created_at', '=', at), eb('b.id', '>', id)])]))
  }
  const rows = await query
    .orderBy('b.created_at', 'desc')
    .orderBy('b.id')
    .limit(limit + 1)
    .execute()
  const shapes = new Map((await toBatches(work, rows)).map((batch) => [batch.id, batch]))
  return pageOf(
    rows,
    limit,
    (row) => [row.created_at.toISOString(), row.id],
    (row) => shapes.get(row.id) as Batch,
  )
}

/** Throws thing.not-found, thing.changed. */
export async function renameBatch(work: Work, id: string, title: string, version: number): Promise<Batch> {
  const { db, viewer } = work
  const batch = await db
    .selectFrom('batches as b')
    .select('b.version')
    .where('b.id', '=', id)
    .where(workableBatch(viewer, 'b'))
    .forUpdate()
    .executeTakeFirst()
  if (batch === undefined) throw new Refusal('thing.not-found')
  if (batch.version !== version) throw new Refusal('thing.changed', { details: { who: '别人' } })
  await db
    .updateTable('batches')
    .set({ title, version: version + 1 })
    .where('region_id', '=', viewer.regionId)
    .where('id', '=', id)
    .execute()
  await record(work, 'batch.changed', { ...byViewer(viewer), subject: { kind: 'batch', id }, details: { title } })
  return getBatch(work, id)
}
