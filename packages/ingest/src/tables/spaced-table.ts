/** Tables that a scanner or a PDF reader left with one space between the cells: told by labels above columns of figures. */
import type { Line } from '../lines.ts'
import { isLabel } from './header-rows.ts'
import { isFigure, type RawCell, type RawRow, type Taken } from './raw-table.ts'

const FEWEST_COLUMNS = 3
const FEWEST_ROWS = 3
const LONGEST_ROW = 200

export function takeSpacedTable(clean: string, lines: readonly Line[], from: number): Taken | null {
  const header = cellsOf(clean, lines[from] as Line)
  if (header.length < FEWEST_COLUMNS || !header.every((cell) => isLabel(wordsIn(clean, cell)))) return null
  const rows: RawRow[] = [toRow(lines[from] as Line, header)]
  let next = from + 1
  for (; next < lines.length; next++) {
    const line = lines[next] as Line
    const cells = line.gap > 1 && !line.newPage ? [] : cellsOf(clean, line)
    if (cells.length !== header.length || !endsInFigures(clean, cells)) break
    rows.push(toRow(line, cells))
  }
  if (rows.length < FEWEST_ROWS) return null
  const last = lines[next - 1] as Line
  return { parts: [{ kind: 'table', rows, first: lines[from] as Line, last, rules: [], isWrapped: false }], next }
}

function toRow(line: Line, cells: RawCell[]): RawRow {
  return { cells, line, isApart: line.gap > 0 || line.newPage }
}

function cellsOf(clean: string, line: Line): RawCell[] {
  if (line.tabs > 0 || line.end - line.start > LONGEST_ROW || line.head.length === line.end - line.start) return []
  const cells: RawCell[] = []
  for (const match of clean.slice(line.start, line.end).matchAll(/\S+/g)) {
    cells.push([line.start + match.index, line.start + match.index + match[0].length])
  }
  return cells
}

function wordsIn(clean: string, [start = 0, end = 0]: RawCell): string {
  return clean.slice(start, end)
}

/** A label and figures behind it; two of them at least, or all that there are. */
function endsInFigures(clean: string, cells: readonly RawCell[]): boolean {
  const areFigures = cells.map((cell) => isFigure(wordsIn(clean, cell)))
  return areFigures[0] === false && areFigures.filter(Boolean).length >= 2
}
