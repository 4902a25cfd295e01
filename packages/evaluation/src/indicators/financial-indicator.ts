/** 财务指标目录: ratios that offices compute from the accounts, with the direction that is better. A scheme takes what it needs from here. */
import type { Source, TargetText } from '../scheme/scheme.ts'

export interface FinancialIndicator {
  readonly id: string
  /** FI-03c */
  readonly number: string
  readonly label: string
  readonly formula: string
  readonly unit: string
  /** close: to its target; none: for information. */
  readonly direction: 'higher' | 'lower' | 'close' | 'none'
  /** Where offices usually give all points; null: nowhere printed. */
  readonly full: TargetText | null
  /** What the figures are compared on. */
  readonly basis: 'budget' | 'actual' | 'accounts' | 'counts' | null
  readonly source: Source
  readonly note: string | null
  readonly examples: readonly FinancialExample[]
}

export interface FinancialExample {
  /** Item id to words ("234 万元"), of the year and of the year before. */
  readonly facts: Readonly<Record<string, string>>
  readonly lastYear: Readonly<Record<string, string>>
  /** As printed; null: it does not apply. */
  readonly value: string | null
  readonly source: string | null
}
