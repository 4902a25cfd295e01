/** Columns and rows as spreadsheets name them: B5 is column 1, row 4. */

export const MAX_ROWS = 1_048_576
export const MAX_COLUMNS = 16_384

/** 0 is A. */
export function columnName(column: number): string {
  let name = ''
  for (let rest = column + 1; rest > 0; rest = Math.floor((rest - 1) / 26)) name = String.fromCharCode(65 + ((rest - 1) % 26)) + name
  return name
}

export function cellName(row: number, column: number): string {
  return columnName(column) + (row + 1)
}

export interface CellPosition {
  readonly row: number
  readonly column: number
}

/** `B5`, `$B$5`; null for anything else and for what lies outside a sheet. */
export function readCellName(name: string): CellPosition | null {
  const match = /^\$?([A-Za-z]{1,3})\$?([1-9]\d{0,6})$/.exec(name)
  if (!match) return null
  const row = Number(match[2]) - 1
  const column = columnNumber(match[1] ?? '')
  return row < MAX_ROWS && column < MAX_COLUMNS ? { row, column } : null
}

function columnNumber(letters: string): number {
  let column = 0
  for (const letter of letters.toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64
  return column - 1
}

export interface CellRange {
  readonly top: number
  readonly left: number
  readonly bottom: number
  readonly right: number
}

/** `A1:C3`, `A1`. */
export function readRange(name: string): CellRange | null {
  const [from = '', to = from, ...more] = name.split(':')
  const first = readCellName(from)
  const last = readCellName(to)
  if (!first || !last || more.length > 0) return null
  return {
    top: Math.min(first.row, last.row),
    left: Math.min(first.column, last.column),
    bottom: Math.max(first.row, last.row),
    right: Math.max(first.column, last.column),
  }
}
