/** A spreadsheet as every format hands it over: what the cells show, what they hold, which are merged. */
import type { CellRange } from './cell-names.ts'

export interface GridCell {
  readonly row: number
  readonly column: number
  /** As shown; lines are set apart by \n. */
  readonly text: string
  /** What is saved of a number, a canonical decimal; null for words, dates, truth values and errors. */
  readonly value: string | null
  /** Without the equals sign, in the notation of a cell reference B5; null when there is none or it cannot be told. */
  readonly formula: string | null
}

export interface Grid {
  readonly name: string
  readonly isHidden: boolean
  /** Row by row, from the left; one cell a slot, none without text and value. */
  readonly cells: readonly GridCell[]
  readonly merges: readonly CellRange[]
  readonly isHiddenRow: (row: number) => boolean
  readonly isHiddenColumn: (column: number) => boolean
}

export interface Workbook {
  readonly grids: readonly Grid[]
  /** Reading stopped at this sheet because the cells were too many. */
  readonly cutAt: string | null
}

/** Cells and merges of one sheet, as a reader comes upon them. */
export class GridBuilder {
  readonly #name: string
  readonly #budget: CellBudget
  readonly #cells: GridCell[] = []
  readonly #merges: CellRange[] = []
  readonly #hiddenRows: (readonly [first: number, last: number])[] = []
  readonly #hiddenColumns: (readonly [first: number, last: number])[] = []

  constructor(name: string, budget: CellBudget) {
    this.#name = name
    this.#budget = budget
  }

  /** Cells that hold nothing are left out; so is what goes beyond the budget. */
  add(cell: GridCell): void {
    const text = cell.text.length > LONGEST_CELL ? cell.text.slice(0, LONGEST_CELL) : cell.text
    if (text === '' && cell.value === null) return
    if (this.#budget.take(this.#name, text.length + (cell.formula?.length ?? 0)))
      this.#cells.push(text === cell.text ? cell : { ...cell, text })
  }

  /** Nothing more is taken: the budget is spent. */
  get isFull(): boolean {
    return this.#budget.cutAt !== null
  }

  merge(range: CellRange): void {
    if (range.top === range.bottom && range.left === range.right) return
    if (this.#merges.length < MOST_MERGES) this.#merges.push(range)
  }

  hideRows(first: number, last: number): void {
    if (this.#hiddenRows.length < MOST_HIDDEN) this.#hiddenRows.push([first, last])
  }

  hideColumns(first: number, last: number): void {
    if (this.#hiddenColumns.length < MOST_HIDDEN) this.#hiddenColumns.push([first, last])
  }

  finish(isHidden: boolean): Grid {
    return {
      name: this.#name,
      isHidden,
      cells: inOrder(this.#cells),
      merges: this.#merges,
      isHiddenRow: within(this.#hiddenRows),
      isHiddenColumn: within(this.#hiddenColumns),
    }
  }
}

/** A spreadsheet program allows no more characters in a cell. */
const LONGEST_CELL = 32_767
/** Of all cells and formulas together. A workbook of a million full cells has half of it. */
const MOST_CHARACTERS = 16 * 1024 * 1024
const MOST_MERGES = 200_000
const MOST_HIDDEN = 1_048_576

/** How much all sheets of one file may still hold. A text that many cells share counts each time: it is written each time. */
export class CellBudget {
  #cells: number
  #characters = MOST_CHARACTERS
  #cutAt: string | null = null

  constructor(cells: number) {
    this.#cells = cells
  }

  get cutAt(): string | null {
    return this.#cutAt
  }

  take(sheet: string, characters: number): boolean {
    if (this.#cutAt !== null) return false
    this.#cells--
    this.#characters -= characters
    if (this.#cells < 0 || this.#characters < 0) this.#cutAt = sheet
    return this.#cutAt === null
  }
}

function inOrder(cells: GridCell[]): GridCell[] {
  const isSorted = cells.every((cell, i) => i === 0 || before(cells[i - 1] as GridCell, cell) < 0)
  if (isSorted) return cells
  return cells.sort(before).filter((cell, i, all) => i === 0 || before(all[i - 1] as GridCell, cell) < 0)
}

const before = (a: GridCell, b: GridCell): number => a.row - b.row || a.column - b.column

function within(ranges: readonly (readonly [number, number])[]): (at: number) => boolean {
  const joined: [number, number][] = []
  for (const [first, last] of [...ranges].sort((a, b) => a[0] - b[0])) {
    const open = joined.at(-1)
    if (open && first <= open[1] + 1) open[1] = Math.max(open[1], last)
    else joined.push([first, last])
  }
  return (at) => {
    let [low, high] = [0, joined.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((joined[middle] as [number, number])[0] <= at) low = middle + 1
      else high = middle
    }
    return low > 0 && at <= (joined[low - 1] as [number, number])[1]
  }
}
