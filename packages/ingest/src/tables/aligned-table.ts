/** Tables whose columns are aligned by runs of spaces. */
import { displayWidth, isBlank } from '../characters.ts'
import type { Line } from '../lines.ts'
import { isClosed, isItemStart } from '../tidy/items.ts'
import type { RawCell, RawRow, RawTable, Taken } from './raw-table.ts'

interface Piece {
  readonly start: number
  readonly end: number
  /** Display columns. */
  readonly left: number
  readonly right: number
}

interface Interval {
  readonly left: number
  readonly right: number
}

interface Row {
  readonly line: Line
  readonly pieces: readonly Piece[]
}

const LONGEST_ROW = 400
const LONGEST_PIECE = 60
const FEWEST_COLUMNS = 3
const FEWEST_ROWS = 3

export function takeAlignedTable(clean: string, lines: readonly Line[], from: number): Taken | null {
  if (piecesOf(clean, lines[from] as Line).length < FEWEST_COLUMNS) return null
  let next = from
  const rows: Row[] = []
  for (; next < lines.length; next++) {
    const line = lines[next] as Line
    if (next > from && line.gap > 1 && !line.newPage) break
    const pieces = piecesOf(clean, line)
    if (pieces.length < FEWEST_COLUMNS && !isPartialRow(clean, lines, next, pieces)) break
    rows.push({ line, pieces: pieces.length > 0 ? pieces : [wholeLine(clean, line)] })
  }
  if (rows.filter(({ pieces }) => pieces.length >= FEWEST_COLUMNS).length < FEWEST_ROWS) return null
  return { parts: [toTable(rows)], next }
}

/** Two cells, or one with a full row to come. */
function isPartialRow(clean: string, lines: readonly Line[], at: number, pieces: readonly Piece[]): boolean {
  const line = lines[at] as Line
  if (line.gap > 0) return false
  if (pieces.length === 2) return true
  if (!line.whole || line.head.length > 20 || line.number || isClosed(line.tail) || isItemStart(line.head)) return false
  const below = lines[at + 1]
  return below !== undefined && below.gap === 0 && piecesOf(clean, below).length >= FEWEST_COLUMNS
}

function wholeLine(clean: string, { from, start, end }: Line): Piece {
  const left = columnsOf(clean, from, start)
  return { start, end, left, right: left + columnsOf(clean, start, end) }
}

function columnsOf(clean: string, from: number, to: number): number {
  let columns = 0
  for (let i = from; i < to; i++) columns += displayWidth(clean.charCodeAt(i))
  return columns
}

/** Words with two spaces or more (or one full-width space and more) between them; none if the line is no row. */
function piecesOf(clean: string, line: Line): Piece[] {
  const isSolid = line.whole && line.from === line.start && line.head.length === line.end - line.start
  if (isSolid || line.tabs > 0 || line.end - line.start > LONGEST_ROW || !hasWideGap(clean, line)) return []
  const pieces: Piece[] = []
  let column = 0
  let start = -1
  let left = 0
  let right = 0
  let spaces = 0
  for (let i = line.from; i <= line.end; i++) {
    const code = i < line.end ? clean.charCodeAt(i) : 10
    const isWhite = isBlank(code)
    if (isWhite && i < line.end) spaces += displayWidth(code)
    if (start >= 0 && (i === line.end || (!isWhite && spaces >= 2))) {
      pieces.push({ start, end: i === line.end ? line.end : i - countBack(clean, i), left, right })
      start = -1
    }
    if (!isWhite) {
      if (start < 0) {
        start = i
        left = column
      }
      spaces = 0
      right = column + displayWidth(code)
    }
    column += displayWidth(code)
  }
  return pieces.some(({ start: from, end }) => end - from > LONGEST_PIECE) ? [] : pieces
}

function hasWideGap(clean: string, { from, end }: Line): boolean {
  return /[ \u00a0]{2}|\u3000/.test(clean.slice(from, end))
}

function countBack(clean: string, at: number): number {
  let count = 0
  while (isBlank(clean.charCodeAt(at - 1 - count))) count++
  return count
}

function toTable(rows: readonly Row[]): RawTable {
  const raw: RawRow[] = []
  let before: readonly Interval[] | null = null
  for (const section of sectionsOf(rows)) {
    const grid: readonly Interval[] = before && fits(section, before) ? before : gridOf(section)
    for (const { line, pieces } of section) {
      raw.push({ cells: placed(pieces, grid, line), line, isApart: line.gap > 1 || line.newPage })
    }
    before = grid
  }
  const { line: first } = rows[0] as Row
  const { line: last } = rows.at(-1) as Row
  return { kind: 'table', rows: raw, first, last, rules: [], isWrapped: true }
}

/** Forms change their columns at a blank line; where a blank line stands between all rows, it says nothing. */
function sectionsOf(rows: readonly Row[]): readonly (readonly Row[])[] {
  const isEverywhere = rows.slice(1).every(({ line }) => line.gap > 0)
  const sections: Row[][] = []
  for (const row of rows) {
    if (sections.length === 0 || (row.line.gap > 0 && !isEverywhere)) sections.push([row])
    else sections.at(-1)?.push(row)
  }
  return sections
}

/** The columns of the section above hold here, too: every word lies below one of them, no two below the same. */
function fits(section: readonly Row[], grid: readonly Interval[]): boolean {
  return section.every(({ pieces }) => {
    const columns = pieces.map((piece) => grid.findIndex((column) => overlap(piece, column) > 0))
    return columns.every((column, i) => column >= 0 && (i === 0 || column > (columns[i - 1] as number)))
  })
}

/** The columns of the fullest rows; where those overlap, of the first of them. */
function gridOf(section: readonly Row[]): readonly Interval[] {
  const most = Math.max(...section.map(({ pieces }) => pieces.length))
  const full = section.filter(({ pieces }) => pieces.length === most).map(({ pieces }) => pieces)
  const first = (full[0] ?? []).map(({ left, right }) => ({ left, right }))
  const grid = first.map((column, i) => ({
    left: Math.min(column.left, ...full.map((row) => (row[i] as Piece).left)),
    right: Math.max(column.right, ...full.map((row) => (row[i] as Piece).right)),
  }))
  return grid.every((column, i) => i === 0 || (grid[i - 1] as Interval).right <= column.left) ? grid : first
}

/** From left to right, each word into the column it overlaps most, else the nearest, and never two into one. */
function placed(pieces: readonly Piece[], grid: readonly Interval[], line: Line): RawCell[] {
  const cells: (RawCell | null)[] = grid.map(() => null)
  let next = 0
  for (const [i, piece] of pieces.entries()) {
    const last = grid.length - (pieces.length - i)
    let best = next
    for (let column = next; column <= last; column++) {
      if (overlap(piece, grid[column] as Interval) > overlap(piece, grid[best] as Interval)) best = column
    }
    cells[best] = [piece.start, piece.end]
    next = best + 1
  }
  let at = line.start
  return cells.map((cell) => {
    if (cell) at = cell[1] ?? at
    return cell ?? [at, at]
  })
}

/** Columns in common; below zero the distance. */
function overlap(piece: Interval, column: Interval): number {
  return Math.min(piece.right, column.right) - Math.max(piece.left, column.left)
}
