/** Findings of a batch or a document as they were kept, in pages, so that a large batch does not stand in memory as a whole. */
import type { Work } from '../../work.ts'
import { visibleFindings } from './list-findings.ts'

export interface KeptFindingRow {
  readonly document: string
  readonly finding: string
  readonly report: number
  readonly check: string
  readonly kind: string
  readonly severity: 'error' | 'warning' | 'info'
  readonly title: string
  readonly unitPrinted: string | null
  readonly words: string
  readonly place: string
  /** FindingView of packages/report. */
  readonly content: unknown
}

const rowsEach = 1000

/** Document by document in the order in which they came, in each by number. */
export async function eachFinding(
  work: Work,
  of: { readonly batch: string } | { readonly document: string },
  take: (row: KeptFindingRow) => void,
): Promise<void> {
  for (let last: { readonly document: string; readonly number: number } | null = null; ; ) {
    let query = visibleFindings(work).select([
      'f.document_id',
      'f.finding_id',
      'f.number',
      'f.report',
      'f.check_id',
      'f.kind',
      'f.severity',
      'f.title',
      'f.unit_printed',
      'f.words',
      'f.place',
      'f.content',
    ])
    query = 'batch' in of ? query.where('d.batch_id', '=', of.batch) : query.where('d.id', '=', of.document)
    if (last !== null) {
      const { document, number }: { readonly document: string; readonly number: number } = last
      query = query.where((eb) =>
        eb.or([eb('f.document_id', '>', document), eb.and([eb('f.document_id', '=', document), eb('f.number', '>', number)])]),
      )
    }
    const rows = await query.orderBy('f.document_id').orderBy('f.number').limit(rowsEach).execute()
    for (const row of rows) {
      take({
        document: row.document_id,
        finding: row.finding_id,
        report: row.report,
        check: row.check_id,
        kind: row.kind,
        severity: row.severity,
        title: row.title,
        unitPrinted: row.unit_printed,
        words: row.words,
        place: row.place,
        content: row.content,
      })
    }
    const end = rows.at(-1)
    if (rows.length < rowsEach || end === undefined) return
    last = { document: end.document_id, number: end.number }
  }
}
