/**
 * Seals the journal: entries that are a few seconds old are covered by a digest which also covers the seal before it. It
 * proves nothing by itself, for whoever can write to the database can seal anew; it shows a later change to whoever kept a digest
 * of that time elsewhere.
 */
import { sql } from 'kysely'
import { lockRegion } from '../queries/regions.ts'
import type { Ground } from '../work.ts'
import { entriesOf, noSeal, sealDigest } from './entry-text.ts'

/** What is younger may belong to a transaction that others do not see yet. */
const ageMs = 5000
/** In one seal, so that one can be checked without reading years. */
const mostEntries = 5000

export interface Seal {
  readonly number: number
  readonly entries: number
  readonly digest: string
}

/** null: nothing was there to seal. Two servers seal one after the other: the region is locked to the end of the transaction. `all`: whatever its age. */
export async function sealJournal(ground: Ground, regionId: string, all = false): Promise<Seal | null> {
  const { db, now } = ground
  await lockRegion(ground, regionId)
  const last = await lastSeal(ground, regionId)
  const until = all ? now : new Date(now.getTime() - ageMs)
  const entries = await entriesOf(ground, regionId).where('j.seal', 'is', null).where('j.at', '<=', until).limit(mostEntries).execute()
  if (entries.length === 0) return null
  const [number, previous] = [(last?.number ?? 0) + 1, last?.digest ?? noSeal]
  const digest = sealDigest(number, previous)
  for (const entry of entries) digest.add(entry)
  const seal = { number, entries: entries.length, digest: digest.end() }
  await db
    .insertInto('journal_seals')
    .values({ ...seal, region_id: regionId, previous, sealed_at: now })
    .execute()
  // By their ids: an entry that was committed in between is for the next seal.
  await db
    .updateTable('journal')
    .set({ seal: number })
    .where('region_id', '=', regionId)
    .where(sql<boolean>`id = any(${entries.map(({ id }) => id)}::uuid[])`)
    .execute()
  return seal
}

export async function lastSeal({ db }: Pick<Ground, 'db'>, regionId: string) {
  return db.selectFrom('journal_seals').selectAll().where('region_id', '=', regionId).orderBy('number', 'desc').limit(1).executeTakeFirst()
}
