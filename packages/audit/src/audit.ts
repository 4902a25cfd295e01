/** The audit: document in, result out. Pure: no file, clock, random number or network. */
import type { SourceDocument } from '@jiheng/ingest'
import type { AuditContext, AuditResult } from './audit-result.ts'

export function audit(document: SourceDocument, context: AuditContext): AuditResult {
  return {
    engine: '', catalogue: '', schemes: [], context, file: document.file.name, sha256: document.file.sha256,
    reports: document.reports.map((report) => ({
      title: report.title, unit: report.unit, year: report.year, kind: report.kind,
      coverage: { numbers: 0, inClaims: 0, inRelations: 0, relations: { pass: 0, fail: 0, 'cannot-tell': 0, 'not-applicable': 0, broken: 0 } },
      findings: [], untold: [],
    })),
    findings: [], problems: document.problems,
  }
}
