/** What a seal is computed over: every entry as one text, the same whichever database keeps it. */
import { createHash } from 'node:crypto'
import { sql } from 'kysely'
import type { Ground } from '../work.ts'

export interface SealedEntry {
  readonly id: string
  /** In UTC, with all digits that the database keeps. */
  readonly at: string
  readonly actor_id: string | null
  readonly actor_name: string | null
  readonly event: string
  readonly subject_kind: string | null
  readonly subject_id: string | null
  readonly details: Readonly<Record<string, unknown>>
}

/** Entries as they are sealed, in the order of their ids. */
export function entriesOf({ db }: Pick<Ground, 'db'>, regionId: string) {
  return db
    .selectFrom('journal as j')
    .select(['j.id', 'j.actor_id', 'j.actor_name', 'j.event', 'j.subject_kind', 'j.subject_id', 'j.details'])
    .select(sql<string>`to_char(j.at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US')`.as('at'))
    .where('j.region_id', '=', regionId)
    .orderBy('j.id')
}

/** Fields by position, details by name in one order: a change anywhere is another text. */
function entryText(entry: SealedEntry): string {
  const { id, at, actor_id, actor_name, event, subject_kind, subject_id, details } = entry
  const inOrder = Object.entries(details).toSorted(([a], [b]) => (a < b ? -1 : 1))
  return JSON.stringify([id, at, actor_id, actor_name, event, subject_kind, subject_id, inOrder])
}

/** What stands before the first seal. */
export const noSeal = '0'.repeat(64)

/** Digest of a seal: the one before it, its number, and each entry. */
export function sealDigest(number: number, previous: string) {
  const hash = createHash('sha256').update(`${previous}\n${number}\n`)
  let entries = 0
  return {
    add: (entry: SealedEntry) => {
      hash.update(`${entryText(entry)}\n`)
      entries++
    },
    count: () => entries,
    end: () => hash.digest('hex'),
  }
}
