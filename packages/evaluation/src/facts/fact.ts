/** 基础数据: what happened, as a value with its unit, period, source and evidence. A correction is a new fact that supersedes; nothing is overwritten. */

export interface Fact {
  readonly id: string
  /** The organisation unit that states it. */
  readonly unit: string
  /** What it is about: an item of the catalogue (`adjusted-budget`), or the id of an indicator. */
  readonly item: string
  /** YYYY-MM-DD, inclusive. An instant has both alike. */
  readonly from: string
  readonly to: string
  readonly value: FactValue
  /** Which count of the same thing: 国库支付, 指标, 决算. null where there is only one. */
  readonly basis: string | null
  /** Where it comes from: system, ledger, survey, a person. */
  readonly source: string
  readonly evidence: readonly Evidence[]
  /** Id of the fact that this one corrects. */
  readonly supersedes: string | null
}

export type FactValue =
  /** `value` a canonical decimal; `unit` a unit id: wan-yuan, percent, each:人. */
  | { readonly kind: 'figure'; readonly value: string; readonly unit: string }
  /** null: not done. */
  | { readonly kind: 'date'; readonly date: string | null }
  | { readonly kind: 'checks'; readonly met: readonly string[] }
  | { readonly kind: 'class'; readonly id: string; readonly share: string }
  | { readonly kind: 'points'; readonly points: string; readonly reason: string }
  | { readonly kind: 'groups'; readonly values: Readonly<Record<string, string>> }
  /** It does not apply to this unit, and why. */
  | { readonly kind: 'not-applicable'; readonly reason: string }

/** A file with its page, or the number of a voucher or contract instead of a file. */
export interface Evidence {
  readonly name: string
  readonly page: string | null
}
