/** Findings over many documents, filtered, page by page. */
import type { FindingItem, FindingStatus, Severity } from '@jiheng/contract'
import { sql } from 'kysely'
import { readableDocument } from '../../scope.ts'
import type { Work } from '../../work.ts'
import { pageOf, readCursor } from '../cursor.ts'
import { unitName } from '../documents/document-item.ts'
import { containing } from '../like.ts'

export interface FindingFilter {
  readonly after?: string | undefined
  readonly limit: number
  readonly batch?: string | undefined
  readonly document?: string | undefined
  readonly organisation?: string | undefined
  readonly year?: number | undefined
  readonly severity?: readonly Severity[] | undefined
  readonly kind?: readonly string[] | undefined
  readonly check?: readonly string[] | undefined
  readonly status?: readonly FindingStatus[] | undefined
  readonly q?: string | undefined
}

/** Of documents that the viewer may see: `findings as f`, `documents as d`, and the last decision `s`. */
export const visibleFindings = ({ db, viewer }: Work) =>
  db
    .selectFrom('findings as f')
    .innerJoin('documents as d', (join) => join.onRef('d.region_id', '=', 'f.region_id').onRef('d.id', '=', 'f.document_id'))
    .leftJoin('finding_states as s', (join) =>
      join.onRef('s.region_id', '=', 'f.region_id').onRef('s.series_id', '=', 'd.series_id').onRef('s.finding_id', '=', 'f.finding_id'),
    )
    .where('f.region_id', '=', viewer.regionId)
    .where(readableDocument(viewer, 'd'))

/** The newest document first, in it by number. Corrected versions stand for those before them, unless one document or batch is asked for. */
export async function listFindings(
  work: Work,
  filter: FindingFilter,
): Promise<{ readonly items: FindingItem[]; readonly next: string | null }> {
  const { batch, document, organisation, year, severity, kind, check, status, q, limit } = filter
  let query = visibleFindings(work)
    .leftJoin('accounts as a', (join) => join.onRef('a.region_id', '=', 's.region_id').onRef('a.id', '=', 's.decided_by'))
    .leftJoin('organisations as o', (join) => join.onRef('o.region_id', '=', 'd.region_id').onRef('o.id', '=', 'd.organisation_id'))
    .leftJoin('organisation_years as y', (join) =>
      join
        .onRef('y.region_id', '=', 'd.region_id')
        .onRef('y.year', '=', 'd.scope_year')
        .onRef('y.organisation_id', '=', 'd.organisation_id'),
    )
    .select([
      'f.finding_id',
      'f.document_id',
      'f.number',
      'f.check_id',
      'f.kind',
      'f.severity',
      'f.title',
      'f.message',
      'f.words',
      'f.place',
      'f.expected',
      'f.unit_printed',
      'd.batch_id',
      'd.title as document_title',
      'd.file_name',
      'd.year',
      'a.name as decided_by',
    ])
    .select([
      sql<string>`f.content->>'kindWords'`.as('kind_words'),
      sql<FindingStatus>`coalesce(s.status, 'open')`.as('status'),
      unitName.as('organisation'),
    ])
  if (batch !== undefined) query = query.where('d.batch_id', '=', batch)
  if (document !== undefined) query = query.where('f.document_id', '=', document)
  if (batch === undefined && document === undefined) query = query.where('d.replaced_by_id', 'is', null)
  if (organisation !== undefined) query = query.where('d.organisation_id', '=', organisation)
  if (year !== undefined) query = query.where('d.year', '=', year)
  if (severity !== undefined && severity.length > 0) query = query.where('f.severity', 'in', severity)
  if (kind !== undefined && kind.length > 0) query = query.where('f.kind', 'in', kind)
  if (check !== undefined && check.length > 0) query = query.where('f.check_id', 'in', check)
  if (status !== undefined && status.length > 0) query = query.where(sql<boolean>`coalesce(s.status, 'open') = any(${status}::text[])`)
  if (q !== undefined && q.trim() !== '') query = query.where(matching(q.trim()))
  const cursor = readCursor(filter.after, ['id', 'number'])
  if (cursor !== null) {
    query = query.where(sql<boolean>`(f.document_id < ${cursor[0]} or (f.document_id = ${cursor[0]} and f.number > ${cursor[1]}::bigint))`)
  }
  const rows = await query
    .orderBy('f.document_id', 'desc')
    .orderBy('f.number')
    .limit(limit + 1)
    .execute()
  return pageOf(
    rows,
    limit,
    (row) => [row.document_id, row.number],
    (row) => ({
      id: row.finding_id,
      document: { id: row.document_id, title: row.document_title, fileName: row.file_name },
      batch: row.batch_id,
      unit: row.organisation ?? row.unit_printed,
      year: row.year,
      number: row.number,
      check: row.check_id,
      kind: row.kind,
      kindWords: row.kind_words,
      severity: row.severity,
      title: row.title,
      message: row.message,
      words: row.words,
      place: row.place,
      expected: row.expected,
      status: row.status,
      decidedBy: row.decided_by,
    }),
  )
}

const matching = (words: string) => {
  const pattern = containing(words)
  return sql<boolean>`(f.title ilike ${pattern} or f.message ilike ${pattern} or f.words ilike ${pattern} or d.title ilike ${pattern} or d.file_name ilike ${pattern} or ${unitName} ilike ${pattern})`
}
