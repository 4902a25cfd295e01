/** One row of a filled sheet, by the columns of its head. */
import type { Problem, ProblemCode } from '@jiheng/vocabulary'
import type { FactColumn, FactHead } from './fact-heads.ts'
import { type FactTable, pathOfCell } from './fact-table.ts'

const MOST_CELL = 4000

export interface Sheet {
  readonly table: FactTable
  readonly head: FactHead
  readonly problem: (problem: Problem) => void
}

export class FactRow {
  readonly at: number
  readonly head: FactHead
  readonly #sheet: Sheet

  constructor(sheet: Sheet, at: number) {
    this.#sheet = sheet
    this.head = sheet.head
    this.at = at
  }

  /** '' for what is empty or has no column. */
  cell(column: FactColumn): string {
    const at = this.head.columns[column]
    return at === undefined ? '' : (this.#sheet.table.rows[this.at]?.[at] ?? '').slice(0, MOST_CELL).trim()
  }

  /** Where a column is missing, the place is that of the value. */
  path(column: FactColumn): readonly (string | number)[] {
    const { value, item = 0 } = this.head.columns
    return pathOfCell(this.#sheet.table, this.at, this.head.columns[column] ?? value ?? item)
  }

  /** null, for what cannot be read. */
  tell(code: ProblemCode, column: FactColumn, details: Problem['details']): null {
    this.#sheet.problem({ code, at: this.path(column), details })
    return null
  }

  bad(column: FactColumn, expected: string): null {
    return this.tell('facts.bad-value', column, { value: this.cell(column).slice(0, 60), expected })
  }
}
