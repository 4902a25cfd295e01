/** Formulas that many cells share: written once, moved for each cell. */
import { columnName, MAX_COLUMNS, MAX_ROWS } from './cell-names.ts'

interface Master {
  readonly row: number
  readonly column: number
  readonly formula: string
}

/** All formulas of a file together; a hostile file shares a long one among a million cells. */
const MOST_CHARACTERS = 16_000_000

export class SharedFormulas {
  readonly #masters = new Map<string, Master>()
  #characters = 0

  define(id: string, row: number, column: number, formula: string): void {
    this.#masters.set(id, { row, column, formula })
  }

  /** null when nobody wrote it, or when too much was asked for. */
  at(id: string, row: number, column: number): string | null {
    const master = this.#masters.get(id)
    if (!master) return null
    this.#characters += master.formula.length
    return this.#characters > MOST_CHARACTERS ? null : movedFormula(master.formula, row - master.row, column - master.column)
  }
}

const REFERENCE = /"(?:[^"]|"")*"|'(?:[^']|'')*'|(\$?)([A-Za-z]{1,3})(\$?)([1-9]\d{0,6})(?![\w(.])|[\w.\u0080-\uffff]+/g

/** References without $ move along; names of functions, sheets and words in quotes do not. */
export function movedFormula(formula: string, rows: number, columns: number): string {
  return formula.replace(REFERENCE, (whole, fixedColumn: string | undefined, letters: string, fixedRow: string, number: string) => {
    if (fixedColumn === undefined) return whole
    const column = fixedColumn ? letters : columnName(wrapped(columnNumber(letters) + columns, MAX_COLUMNS))
    return `${fixedColumn}${column}${fixedRow}${fixedRow ? number : wrapped(Number(number) - 1 + rows, MAX_ROWS) + 1}`
  })
}

const wrapped = (at: number, count: number): number => ((at % count) + count) % count

function columnNumber(letters: string): number {
  let column = 0
  for (const letter of letters.toUpperCase()) column = column * 26 + letter.charCodeAt(0) - 64
  return column - 1
}
