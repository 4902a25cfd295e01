/** Rows of an edited sheet by the words of its head, wherever the columns stand now. */
import { plainCell } from '../facts/fact-cells.ts'
import { cellName, type FactTable } from '../facts/fact-table.ts'
import type { Path } from '../read/reading.ts'

export interface SheetRow {
  /** '' for what is empty. Lines and blanks inside stay. */
  readonly of: (head: string) => string
  readonly at: Path
}

const MOST_ROWS_ABOVE = 10

/** The head is the first row that holds one of the words given. null when there is none. */
export function sheetRows({ file, sheet, rows }: FactTable, heads: readonly string[]): readonly SheetRow[] | null {
  const isHead = (cells: readonly string[]): boolean =>
    cells.filter((cell) => heads.includes(plainCell(cell))).length >= Math.min(2, heads.length)
  const headAt = rows.slice(0, MOST_ROWS_ABOVE).findIndex(isHead)
  if (headAt < 0) return null
  const columns = new Map((rows[headAt] ?? []).map((cell, at) => [plainCell(cell), at]))
  return rows.slice(headAt + 1).flatMap((cells, index): SheetRow[] => {
    if (cells.every((cell) => cell.trim() === '')) return []
    const first = cells.findIndex((cell) => cell.trim() !== '')
    return [
      {
        of: (head) => (cells[columns.get(head) ?? -1] ?? '').trim(),
        at: [file, sheet ?? '', cellName(headAt + 1 + index, first)],
      },
    ]
  })
}
