/**
 * What is derived of the list of organisations for every year: who there was, what it was called, where it stood, and all pairs
 * of an organisation and one above it. It is written again after every change of the list, in the same transaction; years in
 * which nothing changed are compared and left as they are.
 */
import { sql } from 'kysely'
import { dayIn } from '../queries/viewers.ts'
import type { Ground } from '../work.ts'
import { readUnits } from './units.ts'
import { type YearTree, yearTree } from './year-tree.ts'

/** Older years are not asked for: a report is compared with the one before it, seldom with five. */
const mostYears = 40

/** Every year from the first day of the oldest organisation to next year. */
export async function rebuildYears(ground: Ground, regionId: string): Promise<void> {
  const units = await readUnits(ground, regionId)
  const last = Number(dayIn(ground.now).slice(0, 4)) + 1
  const oldest = units.reduce((least, { from }) => Math.min(least, Number(from.slice(0, 4))), last)
  const first = Math.max(oldest, last - mostYears + 1)
  await dropYearsOutside(ground, regionId, first, last)
  for (let year = first; year <= last; year++) await writeYear(ground, regionId, year, yearTree(units, year))
}

async function dropYearsOutside({ db }: Ground, regionId: string, first: number, last: number): Promise<void> {
  for (const table of ['organisation_scopes', 'organisation_years'] as const) {
    await db
      .deleteFrom(table)
      .where('region_id', '=', regionId)
      .where((eb) => eb.or([eb('year', '<', first), eb('year', '>', last)]))
      .execute()
  }
}

async function writeYear({ db }: Ground, regionId: string, year: number, { entries, pairs }: YearTree): Promise<void> {
  const column = <Key extends keyof YearTree['entries'][number]>(key: Key) => entries.map((entry) => entry[key])
  const ids = sql`${column('id')}::uuid[]`
  const [ancestors, members] = [sql`${pairs.map(({ above }) => above)}::uuid[]`, sql`${pairs.map(({ below }) => below)}::uuid[]`]
  await sql`
    delete from organisation_scopes s where s.region_id = ${regionId} and s.year = ${year} and not exists (
      select 1 from unnest(${ancestors}, ${members}) as n (above, below) where n.above = s.ancestor_id and n.below = s.organisation_id)`.execute(
    db,
  )
  await sql`
    delete from organisation_years y where y.region_id = ${regionId} and y.year = ${year} and not (y.organisation_id = any(${ids}))`.execute(
    db,
  )
  await sql`
    insert into organisation_years as y (region_id, year, organisation_id, name, code, parent_id, position)
    select ${regionId}::uuid, ${year}::integer, n.id, n.name, n.code, n.parent, n.position
    from unnest(${ids}, ${column('name')}::text[], ${column('code')}::text[], ${column('parent')}::uuid[]) with ordinality as n (id, name, code, parent, position)
    on conflict (region_id, year, organisation_id) do update
    set name = excluded.name, code = excluded.code, parent_id = excluded.parent_id, position = excluded.position
    where (y.name, y.code, y.parent_id, y.position) is distinct from (excluded.name, excluded.code, excluded.parent_id, excluded.position)`.execute(
    db,
  )
  await sql`
    insert into organisation_scopes (region_id, year, ancestor_id, organisation_id)
    select ${regionId}::uuid, ${year}::integer, n.above, n.below from unnest(${ancestors}, ${members}) as n (above, below)
    on conflict do nothing`.execute(db)
}
