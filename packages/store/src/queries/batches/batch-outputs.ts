/** What is needed of a batch to write about it: its documents, and what people decided about what was found. */
import { type FindingStatus, Refusal } from '@jiheng/contract'
import { sql } from 'kysely'
import { reaches, readableDocument } from '../../scope.ts'
import type { DocumentRow, ProgressState } from '../../tables.ts'
import type { Work } from '../../work.ts'
import { documentsOf, unitName } from '../documents/document-item.ts'
import { batchesOf, type NamedBatch } from './batch-shape.ts'

export interface OutputDocument {
  readonly id: string
  readonly fileName: string
  readonly folder: string
  readonly sha256: string
  readonly bytes: number
  readonly unit: string | null
  readonly title: string
  readonly year: number
  readonly kind: DocumentRow['kind']
  readonly reports: number
  readonly state: ProgressState
  /** Seen, and held against others. */
  readonly numbers: number
  readonly inRelations: number
  readonly notes: readonly string[]
  readonly audit: { readonly source_sha256: string; readonly result_sha256: string } | null
}

export interface Judgement {
  readonly status: FindingStatus
  readonly reason: string
  readonly by: string
}

/** Throws thing.not-found. */
export async function batchForOutput(work: Work, id: string): Promise<NamedBatch> {
  const batch = await batchesOf(work).where('b.id', '=', id).executeTakeFirst()
  if (batch === undefined) throw new Refusal('thing.not-found')
  return batch
}

/** Documents of a batch in the order in which they were received, as far as the viewer may write about them; or one that the viewer may see. */
export async function outputDocuments(
  work: Work,
  of: { readonly batch: string } | { readonly document: string },
): Promise<readonly OutputDocument[]> {
  const { viewer } = work
  let query = documentsOf(work)
    .leftJoin('audits as a', (join) =>
      join
        .onRef('a.region_id', '=', 'd.region_id')
        .onRef('a.document_id', '=', 'd.id')
        .on(sql<boolean>`a.id = (select max(n.id::text)::uuid from audits n where n.region_id = d.region_id and n.document_id = d.id)`),
    )
    .select([
      'd.id',
      'd.file_name',
      'd.folder',
      'd.sha256',
      'd.bytes',
      'd.year',
      'd.kind',
      'd.title',
      'd.reports',
      'd.state',
      'd.notes',
      'd.unit_printed',
    ])
    .select(['a.source_sha256', 'a.result_sha256', 'a.coverage', unitName.as('unit')])
  const mayMake = sql<boolean>`(${reaches(viewer, 'output.make', 'd')} or ${reaches(viewer, 'self-check.use', 'd')})`
  query = 'batch' in of ? query.where('d.batch_id', '=', of.batch).where(mayMake) : query.where('d.id', '=', of.document)
  const rows = await query.orderBy('d.received_at').orderBy('d.id').execute()
  return rows.map((row) => ({
    id: row.id,
    fileName: row.file_name,
    folder: row.folder,
    sha256: row.sha256,
    bytes: Number(row.bytes),
    unit: row.unit ?? row.unit_printed,
    title: row.title,
    year: row.year,
    kind: row.kind,
    reports: row.reports,
    state: row.state,
    ...countsOf(row.coverage),
    notes: row.notes,
    audit:
      row.source_sha256 === null || row.result_sha256 === null
        ? null
        : { source_sha256: row.source_sha256, result_sha256: row.result_sha256 },
  }))
}

function countsOf(coverage: unknown): { readonly numbers: number; readonly inRelations: number } {
  const { numbers = 0, inRelations = 0 } = (coverage ?? {}) as { readonly numbers?: number; readonly inRelations?: number }
  return { numbers, inRelations }
}

/** What was decided last, by document and finding. */
export async function judgementsOf(
  { db, viewer }: Work,
  of: { readonly batch: string } | { readonly document: string },
): Promise<ReadonlyMap<string, ReadonlyMap<string, Judgement>>> {
  let query = db
    .selectFrom('documents as d')
    .innerJoin('finding_states as s', (join) => join.onRef('s.region_id', '=', 'd.region_id').onRef('s.series_id', '=', 'd.series_id'))
    .innerJoin('accounts as a', (join) => join.onRef('a.region_id', '=', 's.region_id').onRef('a.id', '=', 's.decided_by'))
    .leftJoin('decisions as e', (join) =>
      join
        .onRef('e.region_id', '=', 's.region_id')
        .onRef('e.series_id', '=', 's.series_id')
        .onRef('e.finding_id', '=', 's.finding_id')
        .onRef('e.decided_at', '=', 's.decided_at'),
    )
    .select(['d.id', 's.finding_id', 's.status', 'e.reason', 'a.name'])
    .where(readableDocument(viewer, 'd'))
  query = 'batch' in of ? query.where('d.batch_id', '=', of.batch) : query.where('d.id', '=', of.document)
  const judgements = new Map<string, Map<string, Judgement>>()
  for (const { id, finding_id, status, reason, name } of await query.execute()) {
    const ofDocument = judgements.get(id) ?? new Map<string, Judgement>()
    judgements.set(id, ofDocument)
    ofDocument.set(finding_id, { status, reason: reason ?? '', by: name })
  }
  return judgements
}
