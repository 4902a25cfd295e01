/** How an actual value becomes points: a handful of curves with parameters. Amounts are canonical decimals as text; shares are parts of the weight. */

/** What counts as reaching the target. A range is reached between its two ends. */
export type Sign = '>=' | '<=' | '='

export type Curve =
  /** Reached: all points. Else in proportion: actual ÷ target, or target ÷ actual where less is better. */
  | {
      readonly curve: 'ratio'
      /** Below this share of the target there are no points. */
      readonly floor?: string
    }
  /** Straight lines between knots, in the order of the actual; flat outside them. */
  | { readonly curve: 'linear'; readonly knots: readonly Knot[] }
  /** The first interval that holds the actual gives its points. Outside all of them it cannot be scored. */
  | { readonly curve: 'bands'; readonly bands: readonly Band[] }
  /** All points, less so many for each step beyond the target. */
  | {
      readonly curve: 'deduct'
      /** Size of a step, in the unit of the indicator. */
      readonly step: string
      /** Points for each step. */
      readonly points: string
      /** Parts of a step: taken in part, as a whole once begun, or only when complete. */
      readonly steps: 'exact' | 'begun' | 'whole'
    }
  /** All points when the target is reached, else none. */
  | { readonly curve: 'threshold' }
  /** Points for each thing that is in order. */
  | { readonly curve: 'check-points'; readonly checks: readonly CheckPoint[] }
  /** A person says the class, and the share of the points within it. */
  | { readonly curve: 'classes'; readonly classes: readonly ClassBand[] }
  /** A person gives the points and the reason. */
  | { readonly curve: 'manual' }
  /** Several groups of respondents, each with points of its own. */
  | { readonly curve: 'groups'; readonly groups: readonly Group[] }

/** Where the line bends: at a value, or at a multiple of the target. */
export interface Knot {
  readonly at: string
  readonly of?: 'target'
  readonly share: string
}

/** `within` as printed: "[90,100]", "(0,10]", "(30,)", "0". */
export interface Band {
  readonly within: string
  readonly points: string
}

export interface CheckPoint {
  readonly id: string
  readonly label: string
  /** null: all check points count alike. */
  readonly points: string | null
}

/** From `from` (included) up to `to`: included only where it is the whole. */
export interface ClassBand {
  readonly id: string
  readonly label: string
  readonly from: string
  readonly to: string
}

export interface Group {
  readonly id: string
  readonly label: string
  readonly weight: string
  readonly target: string
  readonly curve: Exclude<Curve, { readonly curve: 'groups' | 'manual' | 'classes' | 'check-points' }>
}
