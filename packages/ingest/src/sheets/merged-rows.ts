/** The rows of a sheet that show something, each cell with the slots that it takes. */
import type { CellRange } from './cell-names.ts'
import type { Grid, GridCell } from './grid.ts'

export interface ShownCell {
  readonly cell: GridCell
  /** Last row and column that it takes. */
  readonly bottom: number
  readonly right: number
}

export interface ShownRow {
  readonly row: number
  readonly cells: readonly ShownCell[]
  /** A cell from a row above stands beside these. */
  readonly hasCellFromAbove: boolean
}

/** Text in a slot that a merged cell covers is not shown: left out. */
export function shownRows({ cells, merges }: Pick<Grid, 'cells' | 'merges'>): readonly ShownRow[] {
  const sweep = new MergeSweep(merges)
  const rows: ShownRow[] = []
  for (let at = 0; at < cells.length; ) {
    const { row } = cells[at] as GridCell
    sweep.moveTo(row)
    const shown: ShownCell[] = []
    for (; at < cells.length && (cells[at] as GridCell).row === row; at++) {
      const cell = cells[at] as GridCell
      const merge = sweep.at(cell.column)
      if (merge && (merge.top !== row || merge.left !== cell.column)) continue
      if (cell.text.trim() === '') continue
      if (merge) sweep.fill(merge)
      shown.push({ cell, bottom: merge?.bottom ?? row, right: merge?.right ?? cell.column })
    }
    if (shown.length > 0) rows.push({ row, cells: shown, hasCellFromAbove: sweep.hasFilledFromAbove(row) })
  }
  return rows
}

/** The merged cells that reach into one row, as the rows go by. Each is put in and taken out once. */
class MergeSweep {
  readonly #byTop: readonly CellRange[]
  readonly #byBottom: readonly CellRange[]
  #nextTop = 0
  #nextBottom = 0
  /** Side by side, from the left. A merge that overlaps one of them is no merge: no program writes that. */
  readonly #active: CellRange[] = []
  readonly #filled = new Set<CellRange>()

  constructor(merges: readonly CellRange[]) {
    this.#byTop = [...merges].sort((a, b) => a.top - b.top || a.left - b.left)
    this.#byBottom = [...merges].sort((a, b) => a.bottom - b.bottom)
  }

  moveTo(row: number): void {
    for (;;) {
      const next = this.#byTop[this.#nextTop]
      if (!next || next.top > row) break
      this.#nextTop++
      this.#dropEndedBefore(next.top)
      if (next.bottom >= row) this.#insert(next)
    }
    this.#dropEndedBefore(row)
  }

  at(column: number): CellRange | null {
    const merge = this.#active[this.#indexAfter(column) - 1]
    return merge && merge.right >= column ? merge : null
  }

  fill(merge: CellRange): void {
    if (merge.bottom > merge.top) this.#filled.add(merge)
  }

  hasFilledFromAbove(row: number): boolean {
    // The oldest comes first.
    const [first] = this.#filled
    return first !== undefined && first.top < row
  }

  #indexAfter(column: number): number {
    let [low, high] = [0, this.#active.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((this.#active[middle] as CellRange).left <= column) low = middle + 1
      else high = middle
    }
    return low
  }

  #insert(merge: CellRange): void {
    const index = this.#indexAfter(merge.left)
    const left = this.#active[index - 1]
    const right = this.#active[index]
    if ((left && left.right >= merge.left) || (right && right.left <= merge.right)) return
    this.#active.splice(index, 0, merge)
  }

  #dropEndedBefore(row: number): void {
    for (;;) {
      const next = this.#byBottom[this.#nextBottom]
      if (!next || next.bottom >= row) return
      this.#nextBottom++
      this.#filled.delete(next)
      const index = this.#indexAfter(next.left) - 1
      if (this.#active[index] === next) this.#active.splice(index, 1)
    }
  }
}
