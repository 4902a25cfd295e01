/** One row of a table as understood: its names, its figures by column, and whether it adds others up. */
import type { Cell } from '@jiheng/ingest'
import { COLUMN_NUMBERS_ROW, TOTAL_ROW, WITHIN_ROW } from '@jiheng/vocabulary'
import { bare } from './table-cell.ts'

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

/** A row below the head that only numbers the columns: 栏次 | 1 | 2 | 3, or 1 | 2 | 3 | 4 without a label; 3=1+2 says how a column is computed. */
export function numbersColumns(cells: readonly Cell[]): boolean {
  const texts = cells.map((cell) => bare(cell.text)).filter((text) => text !== '')
  const numbers = texts.filter((text) => !COLUMN_NUMBERS_ROW.test(text))
  const inOrder = numbers.every(
    (text, at) => /^\d{1,2}(?:=[\d+\-－＋()（）÷/×*]{1,20})?$/.test(text) && Number.parseInt(text, 10) === at + 1,
  )
  return inOrder && numbers.length >= (numbers.length < texts.length ? 1 : 4)
}
