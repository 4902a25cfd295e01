/** 基础数据目录: what facts can be about. An item that nobody states may follow from others: the money chain. */
import type { Formula } from '../formula/formula.ts'

export interface FactItem {
  readonly id: string
  readonly label: string
  /** Unit id in which it is usually stated. Its dimension is that of every fact about it. */
  readonly unit: string
  /** Of a stretch of time, or at its end. */
  readonly kind: 'flow' | 'stock'
  readonly isNeverNegative: boolean
  /** Ways in which it is counted: 国库支付, 指标, 决算. Empty where there is one. */
  readonly bases: readonly string[]
  /** What it is when it is not stated. */
  readonly formula: { readonly text: string; readonly read: Formula } | null
  readonly source: string | null
}

export type ItemCatalogue = ReadonlyMap<string, FactItem>
