/** Versions of one document: what was decided about a finding of one holds for the next. */
import { type Selectable, sql } from 'kysely'
import type { DocumentRow } from '../../tables.ts'
import type { Ground } from '../../work.ts'

export type DocumentRecord = Selectable<DocumentRow>
type InSeries = Pick<DocumentRecord, 'region_id' | 'id' | 'series_id'>

/** Kinds of which a unit writes one a year; of the others the title tells which one it is. */
const oneAYear: readonly DocumentRecord['kind'][] = ['department', 'unit', 'management-appraisal']

/**
 * The version before: of the same unit, year and kind, as far along as this one (a draft follows drafts, so that nothing of it shows elsewhere), handed in
 * with another batch, or returned. Locked.
 */
export async function versionBefore({ db }: Ground, document: DocumentRecord): Promise<DocumentRecord | null> {
  if (document.organisation_id === null || document.replaces_id !== null) return null
  const stages = document.stage === 'private' ? (['private'] as const) : (['submitted', 'published'] as const)
  let query = db
    .selectFrom('documents')
    .selectAll()
    .where('region_id', '=', document.region_id)
    .where('organisation_id', '=', document.organisation_id)
    .where('year', '=', document.year)
    .where('kind', '=', document.kind)
    .where('stage', 'in', stages)
    .where('state', '=', 'done')
    .where('replaced_by_id', 'is', null)
    .where('id', '<>', document.id)
    .where('received_at', '<=', document.received_at)
    .where((eb) => eb.or([eb('batch_id', '<>', document.batch_id), eb('review', '=', 'returned'), eb('stage', '=', 'private')]))
  if (!oneAYear.includes(document.kind)) query = query.where('title', '=', document.title)
  return (await query.orderBy('received_at', 'desc').limit(1).forUpdate().executeTakeFirst()) ?? null
}

/** The later one takes over; the decisions of both are those of the series. Gives the id of the series. */
export async function follow(ground: Ground, document: InSeries, before: InSeries): Promise<string> {
  const { db } = ground
  await joinSeries(ground, document, before.series_id)
  const at = (id: string) => sql<boolean>`region_id = ${document.region_id} and id = ${id}`
  await db.updateTable('documents').set({ replaces_id: before.id }).where(at(document.id)).execute()
  await db
    .updateTable('documents')
    .set((eb) => ({ replaced_by_id: document.id, version: eb('version', '+', 1) }))
    .where(at(before.id))
    .execute()
  return before.series_id
}

/** What was decided about the document so far goes with it; where both decided, the series it joins is the one that counts. */
export async function joinSeries({ db }: Ground, { region_id, id, series_id }: InSeries, series: string): Promise<void> {
  if (series_id === series) return
  await sql`
    insert into finding_states (region_id, series_id, finding_id, status, decided_by, decided_at, version)
    select region_id, ${series}, finding_id, status, decided_by, decided_at, version from finding_states
    where region_id = ${region_id} and series_id = ${series_id}
    on conflict do nothing`.execute(db)
  const own = { series_id: series }
  await db.updateTable('decisions').set(own).where('region_id', '=', region_id).where('document_id', '=', id).execute()
  await db.updateTable('comments').set(own).where('region_id', '=', region_id).where('document_id', '=', id).execute()
  await db.updateTable('documents').set(own).where('region_id', '=', region_id).where('id', '=', id).execute()
}

/** Open is what nobody has found to be right: everything but 核实无误. Of all versions in the series. */
export async function recount({ db }: Ground, regionId: string, seriesId: string): Promise<void> {
  await sql`
    update documents d set open_findings = (
      select count(*) from findings f
      left join finding_states s on s.region_id = f.region_id and s.series_id = d.series_id and s.finding_id = f.finding_id
      where f.region_id = d.region_id and f.document_id = d.id and coalesce(s.status, 'open') <> 'dismissed')
    where d.region_id = ${regionId} and d.series_id = ${seriesId}`.execute(db)
}
