/** What a check is: one judgement, with its wording. It receives the judged graph, what the asker says and the file, and nothing else. */
import type { SourceDocument } from '@jiheng/ingest'
import type { Anchor } from '@jiheng/vocabulary'
import type { AuditContext, Outcome } from '../audit-result.ts'
import type { CheckId, Finding, FindingKind, Severity } from '../findings/finding.ts'
import type { Given } from '../given.ts'
import type { ClaimGraph } from '../graph/claim-graph.ts'
import type { RelationKind } from '../relations/relation.ts'

export type FindingDraft = Omit<Finding, 'id'>

export interface CheckRun {
  readonly findings: readonly FindingDraft[]
  readonly outcomes: Readonly<Record<Outcome, number>>
  readonly untold: readonly { readonly at: Anchor | null; readonly missing: string }[]
}

export interface Check {
  readonly id: CheckId
  readonly kind: FindingKind
  /** The gravest that it can report. */
  readonly severity: Severity
  /** The relations that it judges; none for a check of words. */
  readonly needs: readonly RelationKind[]
  /** title: the fault, named; remedy: what to do; explain: what is compared with what, for docs/checks.md. */
  readonly wording: { readonly title: string; readonly remedy: string; readonly explain: string; readonly titleEnglish: string }
  readonly source: string
  /** `document` is the whole file: what a spreadsheet holds besides its words. `given`: the scheme and the goals, where the asker has them. */
  readonly run: (graph: ClaimGraph, context: AuditContext, document: SourceDocument, given: Given) => CheckRun
}

export const noOutcomes = (): Record<Outcome, number> => ({ pass: 0, fail: 0, 'cannot-tell': 0, 'not-applicable': 0, broken: 0 })
