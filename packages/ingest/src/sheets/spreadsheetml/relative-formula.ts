/** Formulas that count from their own cell (`SUM(R[-3]C:R[-1]C)`) with the names of cells. */
import { cellName, columnName, MAX_COLUMNS, MAX_ROWS } from '../cell-names.ts'

const REFERENCE = /"(?:[^"]|"")*"|'(?:[^']|'')*'|R(\[-?\d{1,7}\]|\d{1,7})?C(\[-?\d{1,7}\]|\d{1,7})?(?![\w[(.])|[\w.\u0080-\uffff]+/gi

const WHOLE_REFERENCE = /^R(\[-?\d+\]|\d+)?C(\[-?\d+\]|\d+)?$/i

/** Without the equals sign; null when a reference leads out of the sheet or names whole rows or columns. */
export function formulaByNames(formula: string, row: number, column: number): string | null {
  let isSound = true
  const named = formula.replace(/^=/, '').replace(REFERENCE, (whole, rowPart?: string, columnPart?: string) => {
    if (!WHOLE_REFERENCE.test(whole)) {
      // A whole row or column.
      if (/^[RC]\d*$/i.test(whole)) isSound = false
      return whole
    }
    const toRow = moved(rowPart, row)
    const toColumn = moved(columnPart, column)
    if (toRow < 0 || toRow >= MAX_ROWS || toColumn < 0 || toColumn >= MAX_COLUMNS) isSound = false
    return isSound ? written(toRow, toColumn, isFixed(rowPart), isFixed(columnPart)) : whole
  })
  return isSound && !/R\[/.test(named) ? named : null
}

const isFixed = (part: string | undefined): boolean => part !== undefined && !part.startsWith('[')

function moved(part: string | undefined, from: number): number {
  if (part === undefined) return from
  return part.startsWith('[') ? from + Number(part.slice(1, -1)) : Number(part) - 1
}

function written(row: number, column: number, isRowFixed: boolean, isColumnFixed: boolean): string {
  if (!isRowFixed && !isColumnFixed) return cellName(row, column)
  return `${isColumnFixed ? '$' : ''}${columnName(column)}${isRowFixed ? '$' : ''}${row + 1}`
}
