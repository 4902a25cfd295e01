/** Documents, filtered, page by page. */
import type { DocumentItem, ProgressState, ReviewState, Severity, Stage } from '@jiheng/contract'
import { sql } from 'kysely'
import type { Work } from '../../work.ts'
import { pageOf, readCursor } from '../cursor.ts'
import { containing } from '../like.ts'
import { documentsOf, type NamedDocument, toItem, unitName } from './document-item.ts'

export interface DocumentFilter {
  readonly after?: string | undefined
  readonly limit: number
  readonly batch?: string | undefined
  readonly organisation?: string | undefined
  readonly year?: number | undefined
  readonly stage?: readonly Stage[] | undefined
  readonly state?: readonly ProgressState[] | undefined
  readonly review?: readonly ReviewState[] | undefined
  readonly severity?: readonly Severity[] | undefined
  readonly q?: string | undefined
  readonly sort: 'received' | 'errors' | 'unit'
}

const counters = { error: 'd.errors', warning: 'd.warnings', info: 'd.infos' } as const
/** One order on every database, whatever its collation; as much of the name as a cursor holds. */
const byUnit = sql<string>`left(coalesce(${unitName}, d.unit_printed, ''), 80) collate "C"`

export async function listDocuments(
  work: Work,
  filter: DocumentFilter,
): Promise<{ readonly items: DocumentItem[]; readonly next: string | null }> {
  const { batch, organisation, year, stage, state, review, severity, q, sort, limit } = filter
  let query = documentsOf(work)
    .selectAll('d')
    .select([unitName.as('organisation'), byUnit.as('unit')])
  if (batch !== undefined) query = query.where('d.batch_id', '=', batch)
  if (organisation !== undefined) query = query.where('d.organisation_id', '=', organisation)
  if (year !== undefined) query = query.where('d.year', '=', year)
  if (stage !== undefined && stage.length > 0) query = query.where('d.stage', 'in', stage)
  if (state !== undefined && state.length > 0) query = query.where('d.state', 'in', state)
  if (review !== undefined && review.length > 0) query = query.where('d.review', 'in', review)
  if (severity !== undefined && severity.length > 0) query = query.where((eb) => eb.or(severity.map((one) => eb(counters[one], '>', 0))))
  if (q !== undefined && q.trim() !== '') query = query.where(matching(q.trim()))
  const { keys, before } = orders[sort]
  const cursor = readCursor(filter.after, keys)
  if (cursor !== null) query = query.where(before(cursor))
  const ordered =
    sort === 'received'
      ? query.orderBy('d.received_at', 'desc').orderBy('d.id')
      : sort === 'errors'
        ? query.orderBy('d.errors', 'desc').orderBy('d.id')
        : query.orderBy(byUnit).orderBy('d.id')
  const rows = await ordered.limit(limit + 1).execute()
  const keysOf = (row: NamedDocument & { readonly unit: string }) => {
    const first = { received: row.received_at.toISOString(), errors: row.errors, unit: row.unit }[sort]
    return [first, row.id]
  }
  return pageOf(rows, limit, keysOf, toItem)
}

const matching = (words: string) => {
  const pattern = containing(words)
  return sql<boolean>`(d.title ilike ${pattern} or d.file_name ilike ${pattern} or d.unit_printed ilike ${pattern} or ${unitName} ilike ${pattern})`
}

/** What comes behind the last row of the page before. */
const orders = {
  received: {
    keys: ['instant', 'id'],
    before: ([at, id]: readonly (string | number)[]) =>
      sql<boolean>`(d.received_at < ${new Date(at as string)} or (d.received_at = ${new Date(at as string)} and d.id > ${id}))`,
  },
  errors: {
    keys: ['number', 'id'],
    before: ([errors, id]: readonly (string | number)[]) =>
      sql<boolean>`(d.errors < ${errors}::bigint or (d.errors = ${errors}::bigint and d.id > ${id}))`,
  },
  unit: {
    keys: ['string', 'id'],
    before: ([unit, id]: readonly (string | number)[]) => sql<boolean>`(${byUnit} > ${unit} or (${byUnit} = ${unit} and d.id > ${id}))`,
  },
} as const
