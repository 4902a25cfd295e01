/** Computes every seal anew and says the first that does not hold. */
import { sql } from 'kysely'
import type { Ground } from '../work.ts'
import { entriesOf, noSeal, sealDigest } from './entry-text.ts'

export interface KeptDigest {
  readonly seal: number
  readonly digest: string
}

export type WhyBroken = 'entry-changed' | 'entry-missing' | 'chain-broken' | 'not-the-kept-one'

export interface Verified {
  readonly isWhole: boolean
  readonly seals: number
  readonly entries: number
  readonly broken: { readonly seal: number; readonly why: WhyBroken } | null
}

/** `kept`: a digest that somebody kept elsewhere. Without one, seals that were cut off at the end, or all written anew, cannot be seen. */
export async function verifyJournal(ground: Pick<Ground, 'db'>, regionId: string, kept: KeptDigest | null): Promise<Verified> {
  const { db } = ground
  const seals = await db.selectFrom('journal_seals').selectAll().where('region_id', '=', regionId).orderBy('number').execute()
  let [previous, entries] = [noSeal, 0]
  const broken = (seal: number, why: WhyBroken): Verified => ({ isWhole: false, seals: seals.length, entries, broken: { seal, why } })
  for (const [at, seal] of seals.entries()) {
    const { number } = seal
    if (number !== at + 1) return broken(at + 1, 'chain-broken')
    if (seal.previous !== previous) return broken(number, 'chain-broken')
    const digest = sealDigest(number, previous)
    for (const entry of await entriesOf(ground, regionId).where('j.seal', '=', number).execute()) digest.add(entry)
    if (digest.count() < seal.entries) return broken(number, 'entry-missing')
    if (digest.end() !== seal.digest) return broken(number, 'entry-changed')
    if (kept?.seal === number && kept.digest !== seal.digest) return broken(number, 'not-the-kept-one')
    previous = seal.digest
    entries += seal.entries
  }
  if (kept !== null && kept.seal > seals.length) return broken(kept.seal, 'not-the-kept-one')
  const beyond = await firstSealBeyond(ground, regionId, seals.length)
  if (beyond !== null) return broken(beyond, 'chain-broken')
  return { isWhole: true, seals: seals.length, entries, broken: null }
}

/** Entries that say they were sealed by a seal that is not there. */
async function firstSealBeyond({ db }: Pick<Ground, 'db'>, regionId: string, last: number): Promise<number | null> {
  const row = await db
    .selectFrom('journal')
    .select(sql<number | null>`min(seal)`.as('seal'))
    .where('region_id', '=', regionId)
    .where('seal', '>', last)
    .executeTakeFirst()
  return row?.seal ?? null
}
