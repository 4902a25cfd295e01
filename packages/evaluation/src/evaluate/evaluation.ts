/** What an evaluation says: a score for every indicator or why there is none, the total, the grade, and what has to be explained. Plain frozen values. */
import type { Lit } from '../policy/lights.ts'

export interface Evaluation {
  readonly unit: string
  readonly year: number
  /** First day and source of the version that it was scored by. */
  readonly scheme: { readonly from: string; readonly document: string }
  readonly nodes: readonly EvaluatedNode[]
  /** Sum of the points of all indicators, bonus points apart. */
  readonly raw: string
  /** Full marks of what applies. */
  readonly applicable: string
  /** The same in proportion to the full marks of the scheme. */
  readonly converted: string | null
  readonly bonus: string
  readonly deducted: string
  /** What that is, one by one. */
  readonly deductions: readonly Deduction[]
  /** null while an indicator is open: half an evaluation has no total. */
  readonly total: string | null
  readonly grade: string | null
  /** What cannot be scored, and why. */
  readonly open: readonly Open[]
  /** What has to be explained in words. */
  readonly asks: readonly Ask[]
  /** Lights that the scheme switches on, the green ones too. */
  readonly warnings: readonly Warning[]
}

export type EvaluatedNode = EvaluatedBlock | EvaluatedIndicator

export interface EvaluatedBlock {
  readonly kind: 'block'
  readonly id: string
  readonly label: string
  readonly weight: string
  /** Sum of its indicators; null while one is open. */
  readonly score: string | null
  readonly children: readonly EvaluatedNode[]
}

export interface EvaluatedIndicator {
  readonly kind: 'indicator'
  readonly id: string
  readonly label: string
  readonly weight: string
  readonly state: 'scored' | 'not-applicable' | 'open'
  /** As shown: a decimal in the unit of the indicator, rounded to 4 places, or words. */
  readonly actual: string | null
  readonly score: string | null
  /** Only when asked for. */
  readonly trace: Trace | null
}

export interface Trace {
  readonly rule: string
  readonly source: string | null
  /** Ids of the facts, with what they say. */
  readonly facts: readonly TracedFact[]
  readonly steps: readonly string[]
}

export interface TracedFact {
  readonly id: string
  readonly item: string
  readonly says: string
  readonly source: string
  readonly evidence: readonly string[]
}

/** `percent` what was held against the thresholds; `months` of the year that are over, for the progress. */
export interface Warning extends Lit {
  readonly kind: 'progress' | 'self-warning'
  readonly months: number | null
}

/** From the total; `label` says why. */
export interface Deduction {
  readonly label: string
  readonly points: string
}

export interface Open {
  readonly indicator: string
  readonly reason: OpenCause
  readonly detail: string
}

export type OpenCause =
  | 'missing'
  | 'division-by-nought'
  | 'no-target'
  | 'wrong-kind'
  | 'wrong-unit'
  | 'outside-bands'
  | 'outside-class'
  | 'unknown-check'
  | 'above-weight'
  | 'no-value'

export interface Ask {
  readonly indicator: string
  readonly why: 'over-fulfilled' | 'marks-lost' | 'not-applicable'
  readonly detail: string
}
