/** The journal as people read it: the newest first, in plain words. */
import { type JournalEntry, type JournalHead, journalEvents } from '@jiheng/contract'
import { type Selectable, sql } from 'kysely'
import { pageOf, readCursor } from '../queries/cursor.ts'
import { needEverywhere } from '../queries/people/beyond-own.ts'
import type { JournalRow } from '../tables.ts'
import type { Work } from '../work.ts'
import { noSeal } from './entry-text.ts'
import { lastSeal } from './seal.ts'

export interface JournalFilter {
  readonly actor?: string | undefined
  readonly event?: string | undefined
  readonly subject?: string | undefined
  /** Calendar days in China, both included. */
  readonly from?: string | undefined
  readonly to?: string | undefined
}

/** Of the whole region: refuses with permission.missing who may read it for a part only, for an entry belongs to no part. */
export async function listJournal(work: Work, filter: JournalFilter & { readonly after?: string | undefined; readonly limit: number }) {
  const { after, limit } = filter
  needEverywhere(work, 'journal.read')
  const cursor = readCursor(after, ['instant', 'id'])
  const found = entries(work, filter)
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(limit + 1)
  const rows = await (cursor === null
    ? found
    : found.where(sql<boolean>`(at, id) < (${cursor[0]}::timestamptz, ${cursor[1]}::uuid)`)
  ).execute()
  return pageOf(rows, limit, ({ at, id }) => [at.toISOString(), id], entryOf)
}

/** The oldest first, some at a time: for a file. `after`: the last one of the part before. */
export async function journalPart(
  work: Work,
  filter: JournalFilter,
  after: JournalEntry | null,
  limit: number,
): Promise<readonly JournalEntry[]> {
  needEverywhere(work, 'journal.read')
  const found = entries(work, filter).orderBy('at').orderBy('id').limit(limit)
  const rest = after === null ? found : found.where(sql<boolean>`(at, id) > (${after.at}::timestamptz, ${after.id}::uuid)`)
  return (await rest.execute()).map(entryOf)
}

function entries({ db, viewer }: Work, { actor, event, subject, from, to }: JournalFilter) {
  let query = db.selectFrom('journal').selectAll().where('region_id', '=', viewer.regionId)
  if (actor !== undefined) query = query.where('actor_id', '=', actor)
  if (event !== undefined) query = query.where('event', '=', event)
  if (subject !== undefined) query = query.where('subject_id', '=', subject)
  if (from !== undefined) query = query.where('at', '>=', startOf(from))
  if (to !== undefined) query = query.where('at', '<', new Date(startOf(to).getTime() + 24 * 3600_000))
  return query
}

const startOf = (day: string): Date => new Date(`${day}T00:00:00+08:00`)

const entryOf = (row: Selectable<JournalRow>): JournalEntry => ({
  id: row.id,
  at: row.at.toISOString(),
  actor: row.actor_id === null ? null : { id: row.actor_id, name: row.actor_name ?? '' },
  event: row.event,
  says: inWords(row.event, row.details),
  subject: row.subject_kind === null || row.subject_id === null ? null : { kind: row.subject_kind, id: row.subject_id },
  details: { ...row.details },
  seal: row.seal,
})

/** An event of another version of the product is told by its name. */
function inWords(event: string, details: Readonly<Record<string, unknown>>): string {
  const wording: Readonly<Record<string, string>> = journalEvents
  return (Object.hasOwn(wording, event) ? (wording[event] as string) : event).replaceAll(/\{(\w+)\}/g, (_, name: string) =>
    String(details[name] ?? '—'),
  )
}

/** What somebody should keep elsewhere. Before the first seal it is number 0, of nothing. */
export async function journalHead(work: Work): Promise<JournalHead> {
  const { db, viewer } = work
  needEverywhere(work, 'journal.read')
  const last = await lastSeal(work, viewer.regionId)
  const count = sql<number>`count(*)::integer`.as('count')
  const sealed = await db
    .selectFrom('journal_seals')
    .select(sql<number>`coalesce(sum(entries), 0)::integer`.as('count'))
    .where('region_id', '=', viewer.regionId)
    .executeTakeFirstOrThrow()
  const open = await db
    .selectFrom('journal')
    .select(count)
    .where('region_id', '=', viewer.regionId)
    .where('seal', 'is', null)
    .executeTakeFirstOrThrow()
  return {
    seal: last?.number ?? 0,
    digest: last?.digest ?? noSeal,
    entries: sealed.count,
    unsealed: open.count,
    sealedAt: last?.sealed_at.toISOString() ?? null,
  }
}
