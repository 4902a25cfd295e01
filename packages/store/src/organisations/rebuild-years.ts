/**
 * What is derived of the list of organisations for every year: who there was, what it was called, where it stood, and all pairs
 * of an organisation and one above it. It follows every change of the list, in the same transaction and under lockRegion();
 * only rows that differ are written, so that one new name costs little among thousands of organisations.
 */
import type { OrganisationUnit } from '@jiheng/evaluation'
import { sql } from 'kysely'
import { listRegions, lockRegion } from '../queries/regions.ts'
import { dayIn } from '../queries/viewers.ts'
import type { Ground } from '../work.ts'
import { readUnits } from './units.ts'
import { type YearTree, yearTree } from './year-tree.ts'

/** Older years are not asked for: a report is compared with the one before it, seldom with five. */
const mostYears = 40
const nothing: YearTree = { entries: [], pairs: [] }

/** Every year from the first day of the oldest organisation to next year. `before`: the list as it was when the years were derived last; null: all is written anew. */
export async function rebuildYears(ground: Ground, regionId: string, before: readonly OrganisationUnit[] | null = null): Promise<void> {
  const units = await readUnits(ground, regionId)
  const last = thisYear(ground) + 1
  const oldest = units.reduce((least, { from }) => Math.min(least, Number(from.slice(0, 4))), last)
  const first = Math.max(oldest, last - mostYears + 1)
  const there = await yearsOf(ground, regionId)
  for (const year of there) if (before === null || year < first || year > last) await dropYear(ground, regionId, year)
  for (let year = first; year <= last; year++) {
    const was = before === null || !there.has(year) ? nothing : yearTree(before, year)
    await writeYear(ground, regionId, year, was, yearTree(units, year))
  }
}

/** A year begins by itself: adds next year where it is missing. For whenever a server starts, and once a day. */
export async function addNextYear(ground: Ground): Promise<void> {
  for (const { id } of await listRegions(ground)) {
    if ((await yearsOf(ground, id)).has(thisYear(ground) + 1)) continue
    await lockRegion(ground, id)
    await rebuildYears(ground, id, await readUnits(ground, id))
  }
}

const thisYear = ({ now }: Ground): number => Number(dayIn(now).slice(0, 4))

async function yearsOf({ db }: Ground, regionId: string): Promise<ReadonlySet<number>> {
  const rows = await db.selectFrom('organisation_years').select('year').distinct().where('region_id', '=', regionId).execute()
  return new Set(rows.map(({ year }) => year))
}

async function dropYear({ db }: Ground, regionId: string, year: number): Promise<void> {
  for (const table of ['organisation_scopes', 'organisation_years'] as const)
    await db.deleteFrom(table).where('region_id', '=', regionId).where('year', '=', year).execute()
}

async function writeYear({ db }: Ground, regionId: string, year: number, was: YearTree, is: YearTree): Promise<void> {
  const changed = difference(is.entries.map(withPosition), was.entries.map(withPosition), (entry) => JSON.stringify(entry))
  const gone = difference(was.entries, is.entries, ({ id }) => id).map(({ id }) => id)
  const pairs = { gone: difference(was.pairs, is.pairs, pairKey), come: difference(is.pairs, was.pairs, pairKey) }
  const lists = (list: YearTree['pairs']) => sql`${list.map(({ above }) => above)}::uuid[], ${list.map(({ below }) => below)}::uuid[]`
  const column = <Key extends keyof (typeof changed)[number]>(key: Key) => changed.map((entry) => entry[key])
  if (pairs.gone.length > 0)
    await sql`delete from organisation_scopes s using unnest(${lists(pairs.gone)}) as n (above, below)
      where s.region_id = ${regionId} and s.year = ${year} and s.ancestor_id = n.above and s.organisation_id = n.below`.execute(db)
  if (gone.length > 0)
    await sql`delete from organisation_years where region_id = ${regionId} and year = ${year} and organisation_id = any(${gone}::uuid[])`.execute(
      db,
    )
  if (changed.length > 0)
    await sql`insert into organisation_years (region_id, year, organisation_id, name, code, parent_id, position)
      select ${regionId}::uuid, ${year}::integer, * from unnest(
        ${column('id')}::uuid[], ${column('name')}::text[], ${column('code')}::text[], ${column('parent')}::uuid[], ${column('position')}::integer[])
      on conflict (region_id, year, organisation_id) do update
      set name = excluded.name, code = excluded.code, parent_id = excluded.parent_id, position = excluded.position`.execute(db)
  if (pairs.come.length > 0)
    await sql`insert into organisation_scopes (region_id, year, ancestor_id, organisation_id)
      select ${regionId}::uuid, ${year}::integer, * from unnest(${lists(pairs.come)}) on conflict do nothing`.execute(db)
}

const withPosition = (entry: YearTree['entries'][number], position: number) => ({ ...entry, position })
const pairKey = ({ above, below }: YearTree['pairs'][number]): string => above + below

/** What is in the one and not in the other. */
function difference<Item>(one: readonly Item[], other: readonly Item[], keyOf: (item: Item) => string): readonly Item[] {
  const keys = new Set(other.map(keyOf))
  return one.filter((item) => !keys.has(keyOf(item)))
}
