/** What is kept of an audit in rows: what lists, counts and searches need. */
import { type AuditResult, catalogue } from '@jiheng/audit'
import { addCoverage, findingViews, issueRows } from '@jiheng/report'
import type { Outcome } from '@jiheng/runner'
import type { KeptAudit } from '@jiheng/store'

type Document = NonNullable<Outcome['document']>

const titles = new Map(catalogue.map(({ id, wording }) => [id, wording.title]))
/** What could not be told is looked at, not counted. */
const mostUntold = 300

/** `result.reports` holds at least one. */
export function summaryOf(document: Document, result: AuditResult): Omit<KeptAudit, 'source' | 'result' | 'seconds'> {
  const [first] = result.reports
  const { numbers, inClaims, inRelations, relations } = result.reports.map(({ coverage }) => coverage).reduce(addCoverage)
  return {
    engine: result.engine,
    catalogue: result.catalogue,
    schemes: result.schemes,
    sketches: result.reports.map(({ sketch, unit }, report) => ({ report, unit, sketch })),
    coverage: { numbers, inClaims, inRelations, pass: relations.pass, fail: relations.fail, cannotTell: relations['cannot-tell'] },
    untold: result.reports
      .flatMap(({ untold }) => untold)
      .slice(0, mostUntold)
      .map(({ check, missing, at }) => ({ title: titles.get(check) ?? check, missing, line: at?.line ?? null })),
    findings: findingViews({ document, result }).map(({ view, words, place, unit }) => ({
      finding_id: view.id,
      number: view.number,
      report: view.report,
      check_id: view.check,
      kind: view.kind,
      severity: view.severity,
      unit_printed: unit,
      title: view.title,
      message: view.message,
      words,
      place,
      expected: view.expected,
      content: view,
    })),
    unit: first?.unit ?? null,
    title: first?.title ?? null,
    year: first?.year ?? null,
    kind: first?.kind ?? 'unknown',
    reports: result.reports.length,
    format: document.file.format,
    notes: readingNotes(result),
  }
}

/** What is to be known of reading the file, or why it was not read; one line a kind of trouble. */
export function readingNotes(result: AuditResult): readonly string[] {
  return issueRows(result)
    .filter(({ level }) => level === 'unread' || level === 'reading')
    .map(({ place, message }) => `${place === '' ? '' : `${place}：`}${message}`)
}
