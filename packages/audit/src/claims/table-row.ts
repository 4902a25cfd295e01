/** One row of a table as understood: its names, its figures by column, and whether it adds others up. */
import { TOTAL_ROW, WITHIN_ROW } from '@jiheng/vocabulary'

export interface RowLabel {
  readonly column: number
  readonly text: string
}

export interface GroupPoints {
  readonly column: number
  readonly figure: number
}

export interface TableRow {
  readonly index: number
  /** Which run of head rows this row stands under; -1 where the table has none above it. */
  readonly head: number
  /** The row's own name: the last name before the figures. */
  readonly name: string
  /** All label cells before the first figure, joined. */
  readonly label: string
  /** Label cells of the whole row, in order, with their columns. */
  readonly labels: readonly RowLabel[]
  /** Figure index by column, -1 where there is none. */
  readonly figures: readonly number[]
  readonly kind: 'item' | 'total' | 'within' | 'head'
  /** Words of value, rule and remark cells: 按执行率计分. */
  readonly words: string
  /** Points that label cells carry, 产出指标（40分）, with the name before them. */
  readonly points: readonly GroupPoints[]
}

/** Total and 其中 rows by the labels before their first figure. */
export function kindOf(labels: readonly RowLabel[]): TableRow['kind'] {
  if (labels.some(({ text }) => TOTAL_ROW.test(text))) return 'total'
  const last = labels.at(-1)?.text ?? ''
  return WITHIN_ROW.test(last) || WITHIN_ROW.test(labels[0]?.text ?? '') ? 'within' : 'item'
}
