/** A table that goes on over a page is one table: its columns stand at the same places. */

import { isFigure } from '../tables/raw-table.ts'
import type { PageCell, PageTable } from './page-table.ts'
import { hasNoRoom } from './same-paragraph.ts'

/** Points that a rule may stand elsewhere on the next page. */
const SAME_RULE = 3
const MOST_HEADER_ROWS = 8

/** The two as one, without the header rows that the second page repeats; null when they are two tables. */
export function joinTables(above: PageTable, below: PageTable): PageTable | null {
  const xs = sharedRules(above.xs, below.xs)
  if (!xs) return null
  const upper = spread(above, xs)
  const lower = spread(below, xs)
  const rest = lower.slice(repeatedRows(upper, lower))
  return { top: above.top, bottom: below.bottom, xs, rows: stacked(upper, rest, xs) }
}

/** How many rows at the top of the second table are the first rows of the first one. */
export function repeatedRows(upper: PageTable['rows'], lower: PageTable['rows']): number {
  let count = 0
  while (count < MOST_HEADER_ROWS && count < upper.length && count < lower.length) {
    if (rowWords(upper[count] as readonly PageCell[]) !== rowWords(lower[count] as readonly PageCell[])) break
    count++
  }
  while (count > 0 && (lower[count - 1] as readonly PageCell[]).every(({ lines }) => lines.length === 0)) count--
  return count
}

const rowWords = (row: readonly PageCell[]): string => row.map(wordsOf).join('\t')

export function wordsOf({ lines }: PageCell): string {
  return lines.map(({ text }) => text.replace(/\s/g, '')).join('')
}

/** All rules of both when they have the outer ones and most of the inner ones in common. */
function sharedRules(a: readonly number[], b: readonly number[]): readonly number[] | null {
  if (!isSame(a[0], b[0]) || !isSame(a.at(-1), b.at(-1))) return null
  const [few, many] = a.length <= b.length ? [a, b] : [b, a]
  const missing = few.filter((x) => !many.some((other) => isSame(x, other)))
  const shared = few.length - missing.length - 2
  if (missing.length > 0 && shared < (few.length - 2) * 0.6) return null
  if (few.length === 2 && many.length > 3) return null
  return [...many, ...missing].sort((x, y) => x - y)
}

const isSame = (x: number | undefined, y: number | undefined): boolean => Math.abs((x ?? 0) - (y ?? 0)) <= SAME_RULE

/** The rows with a slot for every rule of the joined table. */
function spread({ xs, rows }: PageTable, all: readonly number[]): PageTable['rows'] {
  if (xs.length === all.length) return rows
  const from = xs.map((x) => all.findIndex((other) => isSame(x, other)))
  return rows.map((row) => {
    const wide: PageCell[] = Array.from({ length: all.length - 1 }, () => ({ lines: [], rowSpan: 1, colSpan: 1 }))
    for (const [column, cell] of row.entries()) {
      const start = from[column] as number
      wide[start] = { ...cell, colSpan: (from[column + cell.colSpan] as number) - start }
    }
    return wide
  })
}

function stacked(upper: PageTable['rows'], lower: PageTable['rows'], xs: readonly number[]): PageTable['rows'] {
  const last = upper.at(-1)
  const first = lower[0]
  if (!last || !first) return [...upper, ...lower]
  if (!isCutRow(last, first, xs)) return mergedLabels(upper, lower)
  return [...upper.slice(0, -1), last.map((cell, column) => withMore(cell, first[column] as PageCell)), ...lower.slice(1)]
}

/** Points that stand free at both sides of a cell together, at most. */
const PADDING = 12

/** The page broke inside the row: each word at the top of the next page goes on from a full line, and some cells of the row have nothing more to say. */
function isCutRow(last: readonly PageCell[], first: readonly PageCell[], xs: readonly number[]): boolean {
  const more = [...first.keys()].filter((column) => (first[column] as PageCell).lines.length > 0)
  const filled = last.filter(({ lines }) => lines.length > 0).length
  if (more.length === 0 || more.length >= Math.max(2, filled)) return false
  return more.every((column) => {
    const above = last[column] as PageCell
    const below = first[column] as PageCell
    const [end] = above.lines.slice(-1)
    const [start] = below.lines
    if (!end || !start || above.rowSpan > 1 || below.rowSpan > 1 || above.colSpan !== below.colSpan) return false
    const width = (xs[column + above.colSpan] as number) - (xs[column] as number)
    return !(isFigure(wordsOf(above)) && isFigure(wordsOf(below))) && hasNoRoom(end, start, width - PADDING - (end.x2 - end.x1))
  })
}

function withMore(cell: PageCell, more: PageCell): PageCell {
  return more.lines.length > 0 ? { ...cell, lines: [...cell.lines, ...more.lines] } : cell
}

/** A label beside several rows is printed on its first page only: the empty cell below it belongs to it. */
function mergedLabels(upper: PageTable['rows'], lower: PageTable['rows']): PageTable['rows'] {
  const rows = upper.map((row) => [...row])
  const [first = [], ...others] = lower
  const firstRow = [...first]
  for (const [column, below] of first.entries()) {
    if (below.lines.length > 0) continue
    const start = startOfCell(upper, column)
    const above = upper[start]?.[column] as PageCell
    const reachesDown = start + above.rowSpan === upper.length && above.colSpan === below.colSpan
    if (!reachesDown || above.lines.length === 0 || (above.rowSpan === 1 && below.rowSpan === 1)) continue
    if (isFigure(wordsOf(above))) continue
    const row = rows[start] as PageCell[]
    row[column] = { ...above, rowSpan: above.rowSpan + below.rowSpan }
    firstRow[column] = { lines: [], rowSpan: 1, colSpan: 1 }
  }
  return [...rows, firstRow, ...others]
}

/** The row where the cell begins that holds the last slot of the column. */
function startOfCell(rows: PageTable['rows'], column: number): number {
  for (let row = rows.length - 1; row >= 0; row--) {
    const cell = rows[row]?.[column] as PageCell
    if (cell.lines.length > 0 || cell.rowSpan > 1) return row
  }
  return rows.length - 1
}
