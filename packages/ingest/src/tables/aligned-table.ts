/** Tables whose columns are aligned by runs of spaces. */
import { classOf, displayWidth, WHITE } from '../characters.ts'
import type { Line } from '../lines.ts'
import { readNumber } from '../tidy/numbering.ts'
import type { RawCell, RawRow, Taken } from './raw-table.ts'

interface Piece {
  readonly start: number
  readonly end: number
  /** Display columns. */
  readonly left: number
  readonly right: number
}

interface Interval {
  left: number
  right: number
}

const LONGEST_ROW = 400
const LONGEST_PIECE = 60
const FEWEST_COLUMNS = 3
const FEWEST_ROWS = 3

export function takeAlignedTable(clean: string, lines: readonly Line[], from: number): Taken | null {
  for (let i = from; i < from + FEWEST_ROWS; i++) {
    const line = lines[i]
    if (!line || (i > from && line.gap > 1) || piecesOf(clean, line).length < FEWEST_COLUMNS) return null
  }
  let next = from
  const rows: Piece[][] = []
  for (; next < lines.length; next++) {
    const line = lines[next] as Line
    if (next > from && line.gap > 1 && !line.newPage) break
    const pieces = piecesOf(clean, line)
    if (pieces.length < FEWEST_COLUMNS && !isPartialRow(clean, lines, next, pieces)) break
    rows.push(pieces)
  }
  return { parts: [toTable(lines.slice(from, next), rows)], next }
}

/** Two cells, or one below the first column with a full row to come. */
function isPartialRow(clean: string, lines: readonly Line[], at: number, pieces: readonly Piece[]): boolean {
  const line = lines[at] as Line
  if (pieces.length === 0 || line.gap > 0) return false
  if (pieces.length === 2) return true
  if (line.head.length > 20 || !line.whole || readNumber(clean.slice(line.start, line.end))) return false
  const below = lines[at + 1]
  return below !== undefined && below.gap === 0 && piecesOf(clean, below).length >= FEWEST_COLUMNS
}

/** Words with two spaces or more (or one full-width space and more) between them; none if the line is no row. */
function piecesOf(clean: string, line: Line): Piece[] {
  if (line.tabs > 0 || line.end - line.start > LONGEST_ROW || !hasWideGap(clean, line)) return []
  const pieces: Piece[] = []
  let column = 0
  let start = -1
  let left = 0
  let right = 0
  let spaces = 0
  for (let i = line.from; i <= line.end; i++) {
    const code = i < line.end ? clean.charCodeAt(i) : 10
    const isWhite = classOf(code) === WHITE
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
  while (classOf(clean.charCodeAt(at - 1 - count)) === WHITE) count++
  return count
}

function toTable(lines: readonly Line[], rows: readonly Piece[][]): Taken['parts'][number] {
  const grid = gridOf(rows)
  const raw = rows.map((pieces, i): RawRow => {
    const line = lines[i] as Line
    return { cells: grid ? placed(pieces, grid, line) : pieces.map(toCell), line, isApart: line.gap > 1 || line.newPage }
  })
  return { kind: 'table', rows: raw, first: lines[0] as Line, last: lines.at(-1) as Line, rules: [], isWrapped: grid !== null }
}

function toCell(piece: Piece): RawCell {
  return [piece.start, piece.end]
}

/** The columns that the fullest rows agree on; null if they overlap. */
function gridOf(rows: readonly Piece[][]): Interval[] | null {
  const most = Math.max(...modes(rows))
  const full = rows.filter((row) => row.length === most)
  const grid: Interval[] = (full[0] ?? []).map(({ left, right }) => ({ left, right }))
  for (const row of full) {
    for (const [i, { left, right }] of row.entries()) {
      const column = grid[i] as Interval
      column.left = Math.min(column.left, left)
      column.right = Math.max(column.right, right)
    }
  }
  return grid.every((column, i) => i === 0 || (grid[i - 1] as Interval).right <= column.left) ? grid : null
}

/** Counts of cells that several rows share. */
function modes(rows: readonly Piece[][]): number[] {
  const counts = new Map<number, number>()
  for (const row of rows) counts.set(row.length, (counts.get(row.length) ?? 0) + 1)
  const shared = [...counts].filter(([, count]) => count >= 2).map(([cells]) => cells)
  return shared.length > 0 ? shared : [...counts.keys()]
}

/** Each word into the column it overlaps most, else the nearest; two into one column: by order instead. */
function placed(pieces: readonly Piece[], grid: readonly Interval[], line: Line): RawCell[] {
  const cells: (RawCell | null)[] = grid.map(() => null)
  for (const piece of pieces) {
    const column = columnOf(piece, grid)
    if (cells[column]) return pieces.map(toCell)
    cells[column] = toCell(piece)
  }
  let at = line.start
  return cells.map((cell) => {
    if (cell) at = cell[1] ?? at
    return cell ?? [at, at]
  })
}

function columnOf({ left, right }: Piece, grid: readonly Interval[]): number {
  let best = 0
  let most = Number.NEGATIVE_INFINITY
  for (const [i, column] of grid.entries()) {
    const overlap = Math.min(right, column.right) - Math.max(left, column.left)
    if (overlap > most) {
      most = overlap
      best = i
    }
  }
  return best
}
