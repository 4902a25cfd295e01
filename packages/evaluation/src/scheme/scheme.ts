/** A place's rules for scoring, as dated data. What a source does not say is null here and listed as unknown; it is never filled in. */
import type { Curve, Sign } from '../scoring/curve.ts'

export type SchemeKind = 'department' | 'unit' | 'project' | 'management-appraisal'

export interface Scheme {
  readonly id: string
  readonly label: string
  /** Immutable id of the region; null: a frame for every place. */
  readonly place: string | null
  readonly kind: SchemeKind
  /** In order of their first day; none overlap. */
  readonly versions: readonly SchemeVersion[]
}

export interface SchemeVersion {
  /** YYYY-MM-DD, inclusive, of budget years: the first and the last day that may be scored by it. `to` is null while it is in force. */
  readonly from: string
  readonly to: string | null
  readonly source: Source
  /** Points of the whole tree. */
  readonly full: string
  readonly tree: readonly SchemeNode[]
  readonly policies: Policies
  /** What the source leaves open, in words. */
  readonly unknown: readonly string[]
}

export interface Source {
  readonly document: string
  readonly article: string | null
  /** How sure it is that the document says so: text read; a known rule, or one second-hand source; our own reading. */
  readonly confidence: 'sure' | 'likely' | 'inferred'
}

export type SchemeNode = Block | Indicator

/** Its points are those of its children together. */
export interface Block {
  readonly kind: 'block'
  readonly id: string
  readonly label: string
  /** null: whoever sets the goals sets it. */
  readonly weight: string | null
  readonly children: readonly SchemeNode[]
  /** The approved goals add indicators here. */
  readonly takesGoals: boolean
}

export interface Indicator {
  readonly kind: 'indicator'
  readonly id: string
  readonly label: string
  readonly weight: string | null
  readonly measure: Measure
  /** null: the approved goals set it, or the curve needs none. */
  readonly target: TargetText | null
  readonly curve: Curve
  /** Other ways to have the same points; the one that gives most counts. SF-24. */
  readonly alternatives: readonly Alternative[]
  /** Overrides the scheme's own. */
  readonly policies: Partial<Pick<Policies, 'notApplicable' | 'rounding' | 'overFulfilment'>>
  /** Points beyond the tree: it can only add. */
  readonly isBonus: boolean
  readonly note: string | null
  readonly source: Source | null
}

export type Alternative = Pick<Indicator, 'measure' | 'target' | 'curve'>

/** How the actual comes about. */
export type Measure =
  | { readonly kind: 'formula'; readonly formula: string; readonly unit: string; readonly zero: 'not-applicable' | 'nought' | null }
  /** A figure that is reported as such. */
  | { readonly kind: 'figure'; readonly unit: string }
  /** Days after the due date (--MM-DD of the year that follows when it is `next`). */
  | { readonly kind: 'days-late'; readonly due: string; readonly year: 'this' | 'next' }
  /** What a person judges: check points, a class, points, groups. */
  | { readonly kind: 'judged' }

export type TargetText =
  | { readonly sign: Sign; readonly value: string }
  | { readonly sign: 'range'; readonly low: string; readonly high: string }

export interface Policies {
  /** Not applicable: the rest stands for all points, or it has its points, or none. */
  readonly notApplicable: 'rebase' | 'full' | 'nought'
  /** Of the points of an indicator. */
  readonly rounding: Rounding
  /** Of the total after conversion. */
  readonly totalRounding: Rounding
  readonly overFulfilment: OverFulfilment
  /** Deductions from the total are made before or after it is converted to applicable full marks. */
  readonly deductAt: 'raw' | 'converted'
  /** Most that bonus points can bring the total to; null: there are none. */
  readonly bonusUpTo: string | null
  /** The best first; from (included) up to the one above. null: the scheme gives no grades. */
  readonly grades: readonly Grade[] | null
  /** A fact of this name caps the grade. */
  readonly vetoes: readonly Veto[]
  /** A department is scored once on the sums of its units, or from the scores of its units. */
  readonly department: 'once' | 'mean-of-units' | 'weighted-by-funds'
  /** Both off unless a place switches them on. */
  readonly lights: Lights | null
  readonly selfWarning: SelfWarning | null
}

export type Rounding =
  | { readonly to: 'places'; readonly places: number; readonly mode: 'half-up' | 'half-even' | 'down' | 'up' }
  /** To the nearest multiple, half up: "0.5". */
  | { readonly to: 'grid'; readonly step: string }
  | { readonly to: 'exact' }

/** Ratios of the actual to the target, in parts of one. */
export interface OverFulfilment {
  /** A reason is asked for from here on; null: never. */
  readonly reasonFrom: string | null
  /** Points are taken off in proportion to what lies above; null: never. */
  readonly deductFrom: string | null
}

export interface Grade {
  readonly label: string
  readonly from: string
}

export interface Veto {
  readonly id: string
  readonly label: string
  readonly gradeAtMost: string
}

/** Share of the budget that is executed ÷ the part of the year that is over, in parts of one: red below 0.6, green from 0.8. */
export interface Lights {
  /** The indicator that is the execution of the budget. */
  readonly execution: string
  readonly redBelow: string
  readonly greenFrom: string
}

/** (r₁ − r₂) ÷ r₁ of the shares of points for indicators and for execution, and the part of the budget that is not spent; both in parts of one. */
export interface SelfWarning {
  /** The indicator that is the execution of the budget; r₁ is of all others. */
  readonly execution: string
  readonly redAbove: string
  readonly yellowUnspentAbove: string
}

/** 财预〔2020〕10号 and the general practice; a scheme says where it differs. */
export const USUAL_POLICIES: Policies = {
  notApplicable: 'rebase',
  rounding: { to: 'places', places: 2, mode: 'half-up' },
  totalRounding: { to: 'places', places: 2, mode: 'half-up' },
  overFulfilment: { reasonFrom: '1.3', deductFrom: null },
  deductAt: 'converted',
  bonusUpTo: null,
  grades: [
    { label: '优', from: '90' },
    { label: '良', from: '80' },
    { label: '中', from: '60' },
    { label: '差', from: '0' },
  ],
  vetoes: [],
  department: 'once',
  lights: null,
  selfWarning: null,
}
