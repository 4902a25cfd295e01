/** How scores are made, as a report says: plain values, so that a scheme's rules can be put beside the printed ones. */
import type { Decimal } from '@jiheng/quantity'

/** Which indicators a rule speaks of. */
export type Subject = 'quantitative' | 'forward' | 'reverse' | 'qualitative'

export type ScoringRule =
  /** 完成指标值的得全部分值；未完成的按比例计分, 不得分. */
  | { readonly kind: 'reached'; readonly subjects: readonly Subject[] }
  | { readonly kind: 'missed'; readonly subjects: readonly Subject[]; readonly give: 'proportion' | 'none'; readonly share: Share | null }
  /** 达成、部分达成、未达成三档: portions of the weight, best first. */
  | { readonly kind: 'three-grades'; readonly portions: readonly Portion[] }
  /** 预算执行率得分 = 分值 × 执行率. */
  | { readonly kind: 'execution' }
  /** 明显偏低的指标值按偏离度调减分值: reaching the target need not give full marks. */
  | { readonly kind: 'over-fulfilment' }

export interface Portion {
  readonly low: Decimal
  readonly high: Decimal
}

/** What of the weight an unmet target gives: 完成值÷指标值, 指标值÷完成值 (reverse indicators), or 1 less the share by which it was missed. */
export type Share = 'actual/target' | 'target/actual' | 'less-excess'

export type Sense = 'at-least' | 'at-most'

/** What counts of a step that is not full: 每低1个百分点扣0.5分 at 1.5 points. */
export type Counting = 'exact' | 'full' | 'started'

/** An end of a stretch of values, in the base unit; whether it belongs to the stretch may not be printed. */
export interface Edge {
  readonly value: Decimal
  readonly isIncluded: boolean | null
}

export type Give = 'all' | 'none' | { readonly points: Decimal }

/** One piece of a row's rule; the first that applies gives the score. */
export type Piece =
  /** Actual values in a stretch: 90%（含）–95%得4分. */
  | { readonly kind: 'range'; readonly low: Edge | null; readonly high: Edge | null; readonly give: Give }
  /** The target, or the limit that the rule names, is reached. */
  | { readonly kind: 'reached'; readonly give: Give }
  | { readonly kind: 'missed'; readonly give: Give }
  | { readonly kind: 'proportion' }
  /** 每低1个百分点扣0.5分; `each`: from nothing, 每发现一处扣1分. */
  | { readonly kind: 'deduction'; readonly side: 'below' | 'above' | 'each'; readonly step: Decimal; readonly points: Decimal }
  /** A qualitative indicator that reached its target: a portion of the weight. */
  | { readonly kind: 'portion'; readonly low: Decimal; readonly high: Decimal }

/** A rule made definite for one row: one of its readings. */
export interface ScoreFormula {
  readonly pieces: readonly Piece[]
  readonly sense: Sense
  readonly share: Share
  readonly counting: Counting
  /** The value to reach where the rule prints it itself, in the base unit; else the row's target. */
  readonly limit: Decimal | null
  /** All scores of the table are whole or half points. */
  readonly isHalfPoints: boolean
}
