/** Documents, filtered, page by page. */
import type { DocumentItem, ProgressState, ReviewState, Severity, Stage } from '@jiheng/contract'
import { sql } from 'kysely'
import type { Work } from '../../work.ts'
import { cursorShapes, pageOfRows, readCursor } from '../cursor.ts'
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
/** One order on every database, whatever its collation. */
const byUnit = sql<string>`coalesce(${unitName}, d.unit_printed, '') collate "C"`

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
  if (filter.after !== undefined) query = query.where(before(readCursor(filter.after, keys) as readonly [string, string]))
  const ordered =
    sort === 'received'
      ? query.orderBy('d.received_at', 'desc').orderBy('d.id')
      : sort === 'errors'
        ? query.orderBy('d.errors', 'desc').orderBy('d.id')
        : query.orderBy(byUnit).orderBy('d.id')
  const rows = await ordered.limit(limit + 1).execute()
  const keysOf = (row: NamedDocument & { readonly unit: string }) => {
    const first = { received: row.received_at.toISOString(), errors: String(row.errors), unit: row.unit }[sort]
    return [first, row.id]
  }
  return pageOfRows(rows, limit, toItem, keysOf)
}

const matching = (words: string) => {
  const pattern = containing(words)
  return sql<boolean>`(d.title ilike ${pattern} or d.file_name ilike ${pattern} or d.unit_printed ilike ${pattern} or ${unitName} ilike ${pattern})`
}

/** What comes behind the last row of the page before. */
const orders = {
  received: {
    keys: [cursorShapes.instant, cursorShapes.id],
    before: ([at, id]: readonly [string, string]) =>
      sql<boolean>`(d.received_at < ${new Date(at)} or (d.received_at = ${new Date(at)} and d.id > ${id}))`,
  },
  errors: {
    keys: [cursorShapes.count, cursorShapes.id],
    before: ([errors, id]: readonly [string, string]) =>
      sql<boolean>`(d.errors < ${Number(errors)} or (d.errors = ${Number(errors)} and d.id > ${id}))`,
  },
  unit: {
    keys: [cursorShapes.text, cursorShapes.id],
    before: ([unit, id]: readonly [string, string]) => sql<boolean>`(${byUnit} > ${unit} or (${byUnit} = ${unit} and d.id > ${id}))`,
  },
} as const
