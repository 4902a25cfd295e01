/** A table that goes on over a page is one table: its columns stand at the same places. */

import { isFigure } from '../tables/raw-table.ts'
import { isClosed } from '../tidy/items.ts'
import { readNumber } from '../tidy/numbering.ts'
import type { PageCell, PageTable } from './page-table.ts'
import { hasNoRoom } from './same-paragraph.ts'

/** Points that a rule may stand elsewhere on the next page. */
const SAME_RULE = 3
const MOST_HEADER_ROWS = 8

/** A table to which pages are added one by one, each in time for its own rows alone. */
export class JoinedTable implements PageTable {
  readonly top: number
  bottom: number
  lastPage: number
  xs: readonly number[]
  rows: PageCell[][]

  constructor(first: PageTable) {
    this.top = first.top
    this.bottom = first.bottom
    this.lastPage = first.lastPage
    this.xs = first.xs
    this.rows = first.rows.map((row) => [...row])
  }

  /** Without the header rows that the page repeats. False when the page's table is another one: then nothing has changed. */
  append(below: PageTable): boolean {
    const xs = sharedRules(this.xs, below.xs)
    if (!xs) return false
    if (xs.length !== this.xs.length) this.rows = spread(this.xs, this.rows, xs)
    const lower = spread(below.xs, below.rows, xs)
    const rest = lower.slice(repeatedRows(this.rows, lower))
    this.xs = xs
    this.bottom = below.bottom
    this.lastPage = below.lastPage
    stack(this.rows, rest, xs)
    return true
  }
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
function spread(xs: readonly number[], rows: PageTable['rows'], all: readonly number[]): PageCell[][] {
  if (xs.length === all.length) return rows.map((row) => [...row])
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

/** Puts the rows below the others. */
function stack(upper: PageCell[][], lower: PageCell[][], xs: readonly number[]): void {
  const last = upper.at(-1)
  const first = lower[0]
  if (last && first) {
    if (isCutRow(last, first, xs)) {
      for (const [column, cell] of first.entries()) last[column] = withMore(last[column] as PageCell, cell)
      lower.shift()
    } else mergeLabels(upper, first)
  }
  for (const row of lower) upper.push(row)
}

/** Points that stand free at both sides of a cell together, at most. */
const PADDING = 12

/** The page broke inside the row: each word at the top of the next page goes on from a full line, and no figure follows a figure. */
function isCutRow(last: readonly PageCell[], first: readonly PageCell[], xs: readonly number[]): boolean {
  const more = [...first.keys()].filter((column) => (first[column] as PageCell).lines.length > 0)
  const filled = last.filter(({ lines }) => lines.length > 0)
  // Where every cell goes on, the row could as well be the next one: a sentence must be open.
  if (more.length === 0 || (more.length >= filled.length && !more.some((column) => isOpenSentence(last[column] as PageCell)))) return false
  return more.every((column) => {
    const above = last[column] as PageCell
    const below = first[column] as PageCell
    const [end] = above.lines.slice(-1)
    const [start] = below.lines
    if (!end || !start || above.rowSpan > 1 || below.rowSpan > 1 || above.colSpan !== below.colSpan) return false
    if (readNumber(start.text) || (isFigure(wordsOf(above)) && isFigure(wordsOf(below)))) return false
    const width = (xs[column + above.colSpan] as number) - (xs[column] as number)
    return hasNoRoom(end, start, width - PADDING - (end.x2 - end.x1))
  })
}

const SENTENCE = 12

function isOpenSentence(cell: PageCell): boolean {
  const words = wordsOf(cell)
  return words.length >= SENTENCE && !isClosed(words.slice(-4)) && /[，。；]/.test(words)
}

function withMore(cell: PageCell, more: PageCell): PageCell {
  return more.lines.length > 0 ? { ...cell, lines: [...cell.lines, ...more.lines] } : cell
}

/** A label beside several rows is printed on its first page only: the empty cell below it belongs to it. */
function mergeLabels(upper: PageCell[][], first: PageCell[]): void {
  for (const [column, below] of first.entries()) {
    if (below.lines.length > 0) continue
    const start = startOfCell(upper, column)
    const row = upper[start]
    const above = row?.[column]
    if (!row || !above || above.lines.length === 0 || isFigure(wordsOf(above))) continue
    const reachesDown = start + above.rowSpan === upper.length && above.colSpan === below.colSpan
    if (!reachesDown || (above.rowSpan === 1 && below.rowSpan === 1)) continue
    row[column] = { ...above, rowSpan: above.rowSpan + below.rowSpan }
    first[column] = { lines: [], rowSpan: 1, colSpan: 1 }
  }
}

/** Rows that one label stands beside, at most. */
const LONGEST_LABEL = 400

/** The row where the cell begins that holds the last slot of the column. */
function startOfCell(rows: PageTable['rows'], column: number): number {
  for (let row = rows.length - 1; row >= Math.max(0, rows.length - LONGEST_LABEL); row--) {
    const cell = rows[row]?.[column] as PageCell
    if (cell.lines.length > 0 || cell.rowSpan > 1) return row
  }
  return rows.length - 1
}
