/** What a finding is: the accused words, the steps, what was expected. */

export type FindingKind =
  | 'sum'
  | 'difference'
  | 'ratio'
  | 'growth'
  | 'product-score'
  | 'score-total'
  | 'weight-total'
  | 'grade-band'
  | 'scoring-rule'
  | 'conversion'
  | 'restated-fact'
  | 'text-vs-table'
  | 'claim-vs-count'
  | 'unit'
  | 'impossible-value'
  | 'date'
  | 'contradiction'
  | 'foreign-entity'
  | 'template-residue'
  | 'numbering'
  | 'missing-section'
  | 'other'

/** error = cannot be true (差错) · warning = very likely wrong (疑点) · info = form and style (提示). */
export type Severity = 'error' | 'warning' | 'info'

export type CheckId = string

export interface Quote {
  /** The whole clause or table row, verbatim from the original. */
  readonly text: string
  /** Of the accused figure or words, as UTF-16 offsets into the block's original text. */
  readonly start: number
  readonly end: number
  /** Offset of `text` in the block's original text. */
  readonly textStart: number
  readonly line?: number
  readonly page?: number
  /** On the page, in points: left, bottom, right, top. */
  readonly box?: readonly [number, number, number, number]
  /** `sheet!B5` in a spreadsheet; else row and column of the table, from 1. */
  readonly cell?: string
  /** Of the Word part, from 0. */
  readonly paragraph?: number
  /** The heading above, where the format has neither lines nor pages. */
  readonly section?: string
  readonly report: number
  readonly block: number
}

/** One line of the working: what was taken from where, what was done with it, what came out. */
export interface Step {
  readonly say: string
}

export type RepairReason =
  | 'transposed-digits'
  | 'wrong-digit'
  | 'dropped-digit'
  | 'doubled-digit'
  | 'shifted-point'
  | 'wrong-unit'
  | 'wrong-direction'
  | 'stale-figure'
  | 'missing-part'
  | 'recomputed'

export interface Repair {
  /** Empty where something is missing. */
  readonly from: string
  readonly to: string
  readonly reason: RepairReason
  readonly alternatives?: readonly { readonly from: string; readonly to: string; readonly reason: RepairReason }[]
}

/** Another relation that the same cause breaks. */
export interface Symptom {
  readonly kind: FindingKind
  readonly message: string
  readonly computation: string
  readonly quote: Quote
}

export interface Finding {
  /** Hash of check, report, normalised accused quote and its occurrence: stable across runs. */
  readonly id: string
  readonly check: CheckId
  readonly kind: FindingKind
  readonly severity: Severity
  readonly title: string
  readonly message: string
  /** quotes[0] is the accused one. */
  readonly quotes: readonly Quote[]
  /** One line that a reader can redo. */
  readonly computation: string
  readonly steps: readonly Step[]
  readonly expected: string | null
  readonly repair: Repair | null
  /** What else does not hold for the same cause. No findings of their own. */
  readonly related: readonly Symptom[]
  readonly confidence: number
}
