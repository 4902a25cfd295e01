/** A sheet as a reader of spreadsheets hands it over: texts of cells, nothing interpreted. */
import type { Path } from '../read/reading.ts'

export interface FactTable {
  readonly file: string
  /** null: a file of one table, like CSV. */
  readonly sheet: string | null
  /** A share that is shown as percent comes as "95%", a date as YYYY-MM-DD, a figure with all its digits. */
  readonly rows: readonly (readonly string[])[]
}

/** A1 for the first cell. */
export function cellName(row: number, column: number): string {
  let letters = ''
  for (let rest = column; rest >= 0; rest = Math.floor(rest / 26) - 1) letters = String.fromCharCode(65 + (rest % 26)) + letters
  return `${letters}${row + 1}`
}

export const pathOfCell = ({ file, sheet }: FactTable, row: number, column: number): Path => [
  file,
  ...(sheet === null ? [] : [sheet]),
  cellName(row, column),
]
