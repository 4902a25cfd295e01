/** The journal as people read it: the newest first, in plain words. What a unit does with a draft is told without its words until it is handed in. */
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
    .orderBy('j.at', 'desc')
    .orderBy('j.id', 'desc')
    .limit(limit + 1)
  const rows = await (cursor === null
    ? found
    : found.where(sql<boolean>`(j.at, j.id) < (${cursor[0]}::timestamptz, ${cursor[1]}::uuid)`)
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
  const found = entries(work, filter).orderBy('j.at').orderBy('j.id').limit(limit)
  const rest = after === null ? found : found.where(sql<boolean>`(j.at, j.id) > (${after.at}::timestamptz, ${after.id}::uuid)`)
  return (await rest.execute()).map(entryOf)
}

function entries({ db, viewer }: Work, { actor, event, subject, from, to }: JournalFilter) {
  let query = db.selectFrom('journal as j').selectAll('j').select(isPrivate.as('is_private')).where('j.region_id', '=', viewer.regionId)
  if (actor !== undefined) query = query.where('j.actor_id', '=', actor)
  if (event !== undefined) query = query.where('j.event', '=', event)
  if (subject !== undefined) query = query.where('j.subject_id', '=', subject)
  if (from !== undefined) query = query.where('j.at', '>=', startOf(from))
  if (to !== undefined) query = query.where('j.at', '<', new Date(startOf(to).getTime() + 24 * 3600_000))
  return query
}

/** About a draft, or the self-check that it lies in. A document that is gone was a draft: no other is removed. */
const isPrivate = sql<boolean>`case j.subject_kind
  when 'document' then not exists (
    select 1 from documents d where d.region_id = j.region_id and d.id = j.subject_id::uuid and d.stage <> 'private')
  when 'batch' then exists (
    select 1 from batches b where b.region_id = j.region_id and b.id = j.subject_id::uuid and b.purpose = 'self-check')
  else false end`

const startOf = (day: string): Date => new Date(`${day}T00:00:00+08:00`)

function entryOf(row: Selectable<JournalRow> & { readonly is_private: boolean }): JournalEntry {
  const details = row.is_private ? {} : row.details
  return {
    id: row.id,
    at: row.at.toISOString(),
    actor: row.actor_id === null ? null : { id: row.actor_id, name: row.actor_name ?? '' },
    event: row.event,
    says: `${inWords(row.event, details)}${row.is_private ? '（本单位自查，内容不公开）' : ''}`,
    subject: row.subject_kind === null || row.subject_id === null ? null : { kind: row.subject_kind, id: row.subject_id },
    details: { ...details },
    seal: row.seal,
  }
}

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
