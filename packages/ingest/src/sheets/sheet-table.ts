/** Rows of a sheet as a table: only the rows and columns in which a cell begins, so that merged forms are no wider than their words. */
import type { CellDraft, SpottedWord } from '../flow.ts'
import { cellName } from './cell-names.ts'
import type { ShownCell, ShownRow } from './merged-rows.ts'

export interface SheetTable {
  /** Made row by row as they are asked for: a large sheet is held often enough. */
  readonly rows: Iterable<readonly CellDraft<SpottedWord>[]>
  /** Slots of the grid: rows times columns. */
  readonly slots: number
  readonly isCut: boolean
}

/** At most `mostSlots`; the rows beyond are left out. */
export function sheetTable(sheet: string, all: readonly ShownRow[], mostSlots: number): SheetTable {
  const columns = usedColumns(all)
  const rows = all.slice(0, Math.floor(mostSlots / columns.length))
  return { rows: drafts(sheet, rows, columns), slots: rows.length * columns.length, isCut: rows.length < all.length }
}

function* drafts(sheet: string, rows: readonly ShownRow[], columns: readonly number[]): Generator<CellDraft<SpottedWord>[]> {
  const columnAt = new Map(columns.map((column, i) => [column, i]))
  const numbers = rows.map(({ row }) => row)
  for (const { cells } of rows) {
    const slots: CellDraft<SpottedWord>[] = columns.map(() => EMPTY)
    for (const shown of cells) slots[columnAt.get(shown.cell.column) as number] = draftOf(sheet, shown, numbers, columns)
    yield slots
  }
}

function usedColumns(rows: readonly ShownRow[]): readonly number[] {
  const used = new Set<number>()
  for (const { cells } of rows) for (const { cell } of cells) used.add(cell.column)
  return [...used].sort((a, b) => a - b)
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

const LINE_BREAK = /\r\n|[\n\r\u2028\u2029]/

/** The lines of a cell that hold something, without blanks at their ends. */
export function linesOf(sheet: string, { row, column, text }: ShownCell['cell']): SpottedWord[][] {
  const spot = { kind: 'cell', sheet, cell: cellName(row, column) } as const
  if (!LINE_BREAK.test(text)) return [[{ text: text.trim(), spot }]]
  const lines = text.split(LINE_BREAK).map((line) => line.trim())
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
