/** A claim: what the document says of one figure. Judged in `audit`, never here. */
import type { Period, Quantity } from '@jiheng/quantity'
import type { Anchor } from './anchor.ts'
import type { ConceptId } from './concept.ts'

/** The part that a figure plays for its concept. One word, one meaning; Chinese terms stand in docs/glossary.md. */
export type Role =
  | 'amount' // a plain amount: none of the roles below is said
  | 'initial-budget' // 年初预算
  | 'adjusted-budget' // 调整预算, 全年预算
  | 'budget' // 预算 without saying which
  | 'received' // 到位
  | 'executed' // 执行, 支付, 实际支出
  | 'final' // 决算
  | 'target' // 指标值
  | 'actual' // 实际完成值
  | 'weight' // 分值, 权重
  | 'score' // 得分
  | 'rate' // a rate with a name of its own: 执行率, 控制率
  | 'share' // 占比
  | 'change' // 增减额
  | 'change-rate' // 增减率
  | 'count' // a number of things

/** How wide the fund scope of a money claim is, as far as it is said. */
export type Scope =
  | 'all-funds'
  | 'fiscal-appropriation'
  | 'general-public-budget'
  | 'government-fund'
  | 'state-capital'
  | 'special-account'
  | 'own-funds'

export interface Claim {
  readonly id: string
  /** The organisation, or the part of it, that the claim is about; null = the reporting unit. */
  readonly who: string | null
  readonly concept: ConceptId | null
  /** The noun phrase as printed, without role words, period and unit name. */
  readonly label: string
  readonly role: Role
  readonly period: Period | null
  readonly scope: Scope | null
  readonly quantity: Quantity
  readonly anchor: Anchor
  /** 0..1: how sure the reading is. Below 0.5 a claim takes part in no relation that can fail. */
  readonly confidence: number
}
