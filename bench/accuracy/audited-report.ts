/** A report of the corpus after the engine has seen it. */
import type { AuditResult } from '@jiheng/audit'
import type { SourceDocument } from '@jiheng/ingest'
import type { Claim } from '@jiheng/vocabulary'
import { auditDocument, claimsIn, readText } from '../engine.ts'
import type { LabelledReport } from '../labels/read-labels.ts'

export interface AuditedReport {
  readonly report: LabelledReport
  readonly document: SourceDocument
  readonly claims: readonly Claim[]
  readonly result: AuditResult
}

export function auditReport(report: LabelledReport): AuditedReport {
  const document = readText(report.text, report.source)
  return { report, document, claims: claimsIn(document), result: auditDocument(document) }
}
