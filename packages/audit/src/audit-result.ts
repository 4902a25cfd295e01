/** The result of an audit: a plain value that keeps for years. Shapes are those of docs/contract. */
import type { ReportKind } from '@jiheng/ingest'
import type { Anchor, Problem } from '@jiheng/vocabulary'
import type { CheckId, Finding } from './findings/finding.ts'

export type Outcome = 'pass' | 'fail' | 'cannot-tell' | 'not-applicable' | 'broken'

export interface AuditContext {
  /** YYYY-MM-DD; the day on which the question is asked, handed in. */
  readonly asOf: string | null
  /** Year of the report when the sender knows better than the document says. */
  readonly year: number | null
  /** What the report is audited for: before it is published, personal data are a fault. */
  readonly purpose: 'disclosure' | null
}

export interface Coverage {
  readonly numbers: number
  readonly inClaims: number
  readonly inRelations: number
  /** Relations between figures, by outcome. */
  readonly relations: Readonly<Record<Outcome, number>>
  /** Places that checks of words looked at (headings, statements, rows of forms), by outcome. */
  readonly statements: Readonly<Record<Outcome, number>>
}

export interface Untold {
  readonly check: CheckId
  readonly at: Anchor | null
  readonly missing: string
}

export interface ReportResult {
  readonly title: string | null
  readonly unit: string | null
  readonly year: number | null
  readonly kind: ReportKind
  readonly coverage: Coverage
  readonly findings: readonly Finding[]
  readonly untold: readonly Untold[]
  /** Some of its runs of letters as hashes and places, at most 1 KB, to be held against other reports of a batch. */
  readonly sketch: string
}

export interface AuditResult {
  /** Of this shape: result/result-version.ts reads every older one. */
  readonly version: 1
  readonly engine: string
  readonly catalogue: string
  readonly schemes: readonly string[]
  readonly context: AuditContext
  readonly file: string
  readonly sha256: string
  readonly reports: readonly ReportResult[]
  /** All findings, flat, in document order. */
  readonly findings: readonly Finding[]
  readonly problems: readonly Problem[]
}
