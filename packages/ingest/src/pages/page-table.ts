/** Words dropped into the cells of a grid. */
import { classOf, WHITE } from '../characters.ts'
import { baselines } from './baselines.ts'
import { type Bounds, boundsOf, columnsOf, type Grid, rowsOf } from './grid.ts'
import { ASCENT, DESCENT, type Word } from './page.ts'
import { type Sheet, type TextLine, textLine } from './text-line.ts'

export interface PageCell {
  readonly lines: readonly TextLine[]
  readonly rowSpan: number
  readonly colSpan: number
}

export interface PageTable {
  readonly top: number
  readonly bottom: number
  /** The page where it ends. */
  readonly lastPage: number
  readonly xs: readonly number[]
  /** A cell for every slot; those that a merged cell covers are empty ones of one slot. */
  readonly rows: readonly (readonly PageCell[])[]
}

const COVERED: PageCell = { lines: [], rowSpan: 1, colSpan: 1 }

/** Ems that a letter may stand over a rule before it. */
const SPILL = 0.3

export class TableFiller {
  readonly grid: Grid
  readonly #words = new Map<number, Word[]>()
  readonly #bounds: ReadonlyMap<number, Bounds>

  constructor(grid: Grid) {
    this.grid = grid
    this.#bounds = boundsOf(grid.cells, columnsOf(grid))
  }

  get area(): number {
    const { xs, ys } = this.grid
    return ((xs.at(-1) ?? 0) - (xs[0] ?? 0)) * ((ys.at(-1) ?? 0) - (ys[0] ?? 0))
  }

  /** Whether the word stands in the grid: then it is taken, cut at white space where it runs from one cell into the next. */
  take(word: Word): boolean {
    const row = slotOf(this.grid.ys, word.y - ((ASCENT - DESCENT) / 2) * word.size)
    if (row < 0) return false
    const tokens = tokensOf(word)
    const cells = tokens.map(([from, to]) => this.#cellOf(row, word, from, to))
    if (!cells.some((cell) => cell >= 0)) return false
    let start = 0
    for (let i = 1; i <= tokens.length; i++) {
      if (i < tokens.length && cells[i] === cells[start]) continue
      const from = start === 0 ? 0 : (tokens[start]?.[0] as number)
      const to = i === tokens.length ? word.text.length : (tokens[i]?.[0] as number)
      const cell = cells[start] as number
      this.#put(cell >= 0 ? cell : (cells.find((one) => one >= 0) as number), {
        ...word,
        text: word.text.slice(from, to),
        xs: word.xs.slice(from, to + 1),
      })
      start = i
    }
    return true
  }

  /** The cell of the middle; of the start, where long words set at its left edge spill over the next one. */
  #cellOf(row: number, { xs, size }: Word, from: number, to: number): number {
    const left = xs[from] as number
    const right = xs[to] as number
    const middle = this.#cellAt(row, (left + right) / 2)
    const first = this.#cellAt(row, left + size * SPILL)
    if (first === middle || first < 0 || middle < 0) return middle
    const start = this.grid.xs[this.#bounds.get(first)?.column ?? 0] as number
    return left - start < size ? first : middle
  }

  #cellAt(row: number, x: number): number {
    const column = slotOf(this.grid.xs, x)
    return column < 0 ? -1 : (this.grid.cells[row * columnsOf(this.grid) + column] as number)
  }

  #put(cell: number, word: Word): void {
    const words = this.#words.get(cell)
    if (words) words.push(word)
    else this.#words.set(cell, [word])
  }

  get isEmpty(): boolean {
    return this.#words.size === 0
  }

  finish(sheet: Sheet): PageTable {
    const { grid } = this
    const rows = Array.from({ length: rowsOf(grid) }, (_, row) =>
      Array.from({ length: columnsOf(grid) }, (_, column) => this.#cell(row, column, sheet)),
    )
    return { top: grid.ys[0] ?? 0, bottom: grid.ys.at(-1) ?? 0, lastPage: sheet.number, xs: grid.xs, rows }
  }

  #cell(row: number, column: number, sheet: Sheet): PageCell {
    const slot = row * columnsOf(this.grid) + column
    if (this.grid.cells[slot] !== slot) return COVERED
    const { lastRow, lastColumn } = this.#bounds.get(slot) as Bounds
    const lines = baselines(this.#words.get(slot) ?? []).flatMap((words) => textLine(words, sheet) ?? [])
    return { lines, rowSpan: lastRow - row + 1, colSpan: lastColumn - column + 1 }
  }
}

/** Where each stretch without white space starts and ends. */
function tokensOf({ text }: Word): readonly (readonly [from: number, to: number])[] {
  const tokens: [number, number][] = []
  for (let i = 0; i < text.length; i++) {
    if (classOf(text.charCodeAt(i)) === WHITE) continue
    const last = tokens.at(-1)
    if (last && last[1] === i) last[1] = i + 1
    else tokens.push([i, i + 1])
  }
  return tokens
}

/** Index of the slot between two lines; -1 outside. */
function slotOf(lines: readonly number[], value: number): number {
  let [low, high] = [0, lines.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((lines[middle] as number) <= value) low = middle + 1
    else high = middle
  }
  return low === lines.length ? -1 : low - 1
}
