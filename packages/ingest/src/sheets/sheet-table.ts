/** Rows of a sheet as a table: only the rows and columns in which a cell begins, so that merged forms are no wider than their words. */
import type { CellDraft, SpottedWord, TableDraft } from '../flow.ts'
import { cellName } from './cell-names.ts'
import type { ShownCell, ShownRow } from './merged-rows.ts'

export interface SheetTable {
  readonly draft: TableDraft<SpottedWord>
  /** Slots of the grid: rows times columns. */
  readonly slots: number
  readonly isCut: boolean
}

/** At most `mostSlots`; the rows beyond are left out. */
export function sheetTable(sheet: string, all: readonly ShownRow[], mostSlots: number): SheetTable {
  const columns = [...new Set(all.flatMap(({ cells }) => cells.map(({ cell }) => cell.column)))].sort((a, b) => a - b)
  const rows = all.slice(0, Math.floor(mostSlots / columns.length))
  const columnAt = new Map(columns.map((column, i) => [column, i]))
  const numbers = rows.map(({ row }) => row)
  const drafts = rows.map(({ cells }): CellDraft<SpottedWord>[] => {
    const slots: CellDraft<SpottedWord>[] = columns.map(() => EMPTY)
    for (const shown of cells) slots[columnAt.get(shown.cell.column) as number] = draftOf(sheet, shown, numbers, columns)
    return slots
  })
  return { draft: { rows: drafts }, slots: rows.length * columns.length, isCut: rows.length < all.length }
}

const EMPTY: CellDraft<SpottedWord> = { lines: [], rowSpan: 1, colSpan: 1 }

function draftOf(
  sheet: string,
  { cell, bottom, right }: ShownCell,
  rows: readonly number[],
  columns: readonly number[],
): CellDraft<SpottedWord> {
  return {
    lines: linesOf(sheet, cell),
    rowSpan: bottom === cell.row ? 1 : countWithin(rows, cell.row, bottom),
    colSpan: right === cell.column ? 1 : countWithin(columns, cell.column, right),
  }
}

/** The lines of a cell that hold something, without blanks at their ends. */
export function linesOf(sheet: string, { row, column, text }: ShownCell['cell']): SpottedWord[][] {
  const spot = { kind: 'cell', sheet, cell: cellName(row, column) } as const
  const lines = text.split(/\r\n|[\n\r\u2028\u2029]/).map((line) => line.trim())
  return lines.filter((line) => line !== '').map((line) => [{ text: line, spot }])
}

/** How many of the sorted numbers lie between the two, both included. */
function countWithin(sorted: readonly number[], from: number, to: number): number {
  return indexAfter(sorted, to) - indexAfter(sorted, from - 1)
}

function indexAfter(sorted: readonly number[], bound: number): number {
  let [low, high] = [0, sorted.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sorted[middle] as number) <= bound) low = middle + 1
    else high = middle
  }
  return low
}
