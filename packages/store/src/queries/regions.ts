/** Regions: a place with all that belongs to it. */
import { valueAt } from '@jiheng/evaluation'
import type { Ground } from '../work.ts'
import { dayIn } from './viewers.ts'

export interface RegionNow {
  readonly id: string
  readonly name: string
  readonly code: string | null
}

/** In the order in which they came. */
export async function listRegions({ db, now }: Ground): Promise<readonly RegionNow[]> {
  const rows = await db.selectFrom('regions').selectAll().orderBy('created_at').orderBy('id').execute()
  return rows.map(({ id, names, codes }) => nowOf(id, names, codes, now))
}

export async function regionNow({ db, now }: Ground, regionId: string): Promise<RegionNow> {
  const { id, names, codes } = await db.selectFrom('regions').selectAll().where('id', '=', regionId).executeTakeFirstOrThrow()
  return nowOf(id, names, codes, now)
}

type Values = Parameters<typeof valueAt<string>>[0]

function nowOf(id: string, names: Values, codes: Values, now: Date): RegionNow {
  const today = dayIn(now)
  return { id, name: valueAt(names, today) ?? names.at(-1)?.value ?? '', code: valueAt(codes, today) }
}

/** Name and code hold for every year that a report may be of; what they were before is not asked at the start. */
export async function createRegion(
  { db, now, newId }: Ground,
  { name, code }: { readonly name: string; readonly code: string },
): Promise<string> {
  const id = newId()
  const dated = (value: string) => JSON.stringify([{ value, from: '1990-01-01', to: null }])
  await db
    .insertInto('regions')
    .values({ id, codes: dated(code), names: dated(name), parent_id: null, created_at: now })
    .execute()
  return id
}

/** Held to the end of the transaction: changes that must see each other (who manages accounts, how the journal is sealed) go one after another. */
export async function lockRegion({ db }: Pick<Ground, 'db'>, regionId: string): Promise<void> {
  await db.selectFrom('regions').select('id').where('id', '=', regionId).forNoKeyUpdate().executeTakeFirstOrThrow()
}
