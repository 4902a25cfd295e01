/** Versions of one document: what was decided about a finding of one holds for the next. */
import { type RawBuilder, type Selectable, sql } from 'kysely'
import type { DocumentRow } from '../../tables.ts'
import type { Ground } from '../../work.ts'

export type DocumentRecord = Selectable<DocumentRow>
type InSeries = Pick<DocumentRecord, 'region_id' | 'id' | 'series_id'>
type InChain = InSeries & Pick<DocumentRecord, 'replaces_id' | 'replaced_by_id'>

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

/** Those before and after a document that goes away follow each other. */
export async function closeGap({ db }: Ground, { region_id, id, replaces_id, replaced_by_id }: InChain): Promise<void> {
  await db.updateTable('documents').set({ replaces_id }).where('region_id', '=', region_id).where('replaces_id', '=', id).execute()
  await db.updateTable('documents').set({ replaced_by_id }).where('region_id', '=', region_id).where('replaced_by_id', '=', id).execute()
}

/** The first of the others in the series, by which it is called when its first version goes; null: there is none. */
export async function heirOf({ db }: Ground, { region_id, id, series_id }: InSeries): Promise<string | null> {
  const found = await db
    .selectFrom('documents')
    .select('id')
    .where('region_id', '=', region_id)
    .where('series_id', '=', series_id)
    .where('id', '<>', id)
    .orderBy('received_at')
    .orderBy('id')
    .limit(1)
    .executeTakeFirst()
  return found?.id ?? null
}

/**
 * Out of its series, for it is no version of the same document: it takes along what was decided about itself alone, and nothing that was said about the
 * others. Gives the id of the series that is left; null: it was alone.
 */
export async function leaveSeries(ground: Ground, document: InChain): Promise<string | null> {
  const { db } = ground
  const { region_id, id, series_id } = document
  const heir = await heirOf(ground, document)
  if (heir === null) return null
  await closeGap(ground, document)
  const left = series_id === id ? heir : series_id
  const decidedHere = sql<boolean>`exists (select 1 from decisions e
    where e.region_id = s.region_id and e.document_id = ${id} and e.finding_id = s.finding_id)`
  const copyStates = (from: string, to: string, which: RawBuilder<boolean>) => sql`
    insert into finding_states (region_id, series_id, finding_id, status, decided_by, decided_at, version)
    select s.region_id, ${to}, s.finding_id, s.status, s.decided_by, s.decided_at, s.version from finding_states s
    where s.region_id = ${region_id} and s.series_id = ${from} and ${which}
    on conflict do nothing`
  if (series_id === id) {
    await copyStates(id, left, sql<boolean>`true`).execute(db)
    await sql`delete from finding_states s where s.region_id = ${region_id} and s.series_id = ${id} and not ${decidedHere}`.execute(db)
    for (const table of ['decisions', 'comments'] as const) {
      const others = db.updateTable(table).set({ series_id: left }).where('region_id', '=', region_id).where('series_id', '=', id)
      await others.where('document_id', '<>', id).execute()
    }
    await db
      .updateTable('documents')
      .set({ series_id: left })
      .where('region_id', '=', region_id)
      .where('series_id', '=', id)
      .where('id', '<>', id)
      .execute()
  } else {
    await copyStates(series_id, id, decidedHere).execute(db)
    for (const table of ['decisions', 'comments'] as const) {
      await db.updateTable(table).set({ series_id: id }).where('region_id', '=', region_id).where('document_id', '=', id).execute()
    }
  }
  await db
    .updateTable('documents')
    .set({ series_id: id, replaces_id: null, replaced_by_id: null })
    .where('region_id', '=', region_id)
    .where('id', '=', id)
    .execute()
  return left
}

/** Open is what waits for whoever reviews: not decided yet, or answered by the unit. Of all versions in the series. */
export async function recount({ db }: Ground, regionId: string, seriesId: string): Promise<void> {
  await sql`
    update documents d set open_findings = (
      select count(*) from findings f
      left join finding_states s on s.region_id = f.region_id and s.series_id = d.series_id and s.finding_id = f.finding_id
      where f.region_id = d.region_id and f.document_id = d.id and coalesce(s.status, 'open') in ('open', 'answered'))
    where d.region_id = ${regionId} and d.series_id = ${seriesId}`.execute(db)
}
