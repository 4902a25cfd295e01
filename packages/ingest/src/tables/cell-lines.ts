/** Word tables saved as text: every cell is a line of its own. */
import type { Line } from '../lines.ts'
import { isClosed, isItemStart } from '../tidy/items.ts'
import { isLabel } from './header-rows.ts'
import { isFigure, type RawCell, type RawRow, type Taken } from './raw-table.ts'

const TAB = 9
const LONGEST_CELL = 80
const LONGEST_LABEL = 25

/** Cells start with a tab, a blank line ends the row. */
export function takeTabbedCellLines(clean: string, lines: readonly Line[], from: number): Taken | null {
  if (!isTabbed(clean, lines[from] as Line)) return null
  let next = from
  while (next < lines.length && isTabbed(clean, lines[next] as Line)) next++
  const rows = rowsBetweenGaps(lines.slice(from, next))
  return isTable(rows) ? toTable(rows, next) : { parts: lines.slice(from, next), next }
}

/** Cells are bare lines, a blank line ends the row: told by a row of labels above rows of the same length. */
export function takeBareCellLines(lines: readonly Line[], from: number): Taken | null {
  const columns = labelsInRow(lines, from)
  if (columns < 2) return null
  const isSpaced = (lines[from + columns]?.gap ?? 0) > 0
  const rows = isSpaced ? spacedRows(lines, from, columns) : unspacedRows(lines, from, columns)
  if (rows.length < 3 || (columns === 2 && rows.length < 4) || !hasColumnsOfFigures(rows)) return null
  return toTable(rows, from + rows.reduce((count, row) => count + row.length, 0))
}

function isTabbed(clean: string, line: Line): boolean {
  return line.tabs === 1 && clean.charCodeAt(line.from) === TAB
}

function rowsBetweenGaps(lines: readonly Line[]): Line[][] {
  const rows: Line[][] = []
  for (const line of lines) {
    if (rows.length === 0 || line.gap > 0 || line.newPage) rows.push([line])
    else rows.at(-1)?.push(line)
  }
  return rows
}

/** Not paragraphs that a tab indents: rows of one length, below a row of short labels. */
function isTable(rows: readonly (readonly Line[])[]): boolean {
  const columns = rows[0]?.length ?? 0
  const alike = rows.filter((row) => row.length === columns).length
  if (columns < 2 || rows.length < 2 || alike < rows.length * 0.6) return false
  if (columns === 2 && rows.length < 3) return false
  return (rows[0] ?? []).every((line) => isShortLabel(line))
}

function isShortLabel(line: Line): boolean {
  return line.whole && line.head !== '' && line.head.length <= LONGEST_LABEL && !isClosed(line.tail) && line.number === null
}

const MOST_COLUMNS = 20

/** How many lines from here are labels of columns, standing together. */
function labelsInRow(lines: readonly Line[], from: number): number {
  let count = 0
  while (count < MOST_COLUMNS) {
    const line = lines[from + count]
    if (!line || line.tabs > 0 || (count > 0 && (line.gap > 0 || line.newPage))) break
    if (!isShortLabel(line) || !isLabel(line.head)) break
    count++
  }
  return count
}

function spacedRows(lines: readonly Line[], from: number, columns: number): Line[][] {
  const rows: Line[][] = []
  for (let at = from; ; at += columns) {
    const row = lines.slice(at, at + columns)
    const after = lines[at + columns]
    const isRow = row.length === columns && row.every((line, i) => isCell(line) && (i === 0 || line.gap === 0))
    if (!isRow || (after && after.gap === 0 && !after.newPage)) return rows
    rows.push(row)
  }
}

/** Without blank lines only figures tell the columns: each row must have them where the first one has. */
function unspacedRows(lines: readonly Line[], from: number, columns: number): Line[][] {
  const rows = [lines.slice(from, from + columns)]
  if (columns < 3) return rows
  const first = lines.slice(from + columns, from + 2 * columns)
  const pattern = first.map((line) => isFigure(line.head))
  if (first.length < columns || !pattern.includes(true) || !pattern.includes(false)) return rows
  for (let at = from + columns; ; at += columns) {
    const row = lines.slice(at, at + columns)
    const isRow = row.length === columns && row.every((line, i) => isCell(line) && line.gap === 0 && isFigure(line.head) === pattern[i])
    if (!isRow) return rows
    rows.push(row)
  }
}

function isCell(line: Line): boolean {
  return line.tabs === 0 && line.whole && line.head.length <= LONGEST_CELL && !(line.number && isItemStart(line.head))
}

/** At least one column below the labels holds figures, mostly. */
function hasColumnsOfFigures(rows: readonly (readonly Line[])[]): boolean {
  const below = rows.slice(1)
  return (rows[0] ?? []).some((_, column) => below.filter((row) => isFigure(row[column]?.head ?? '')).length >= below.length * 0.6)
}

function toTable(rows: readonly (readonly Line[])[], next: number): Taken {
  const table = rows.map((cells): RawRow => {
    const line = cells[0] as Line
    return { cells: cells.map((cell): RawCell => [cell.start, cell.end]), line, isApart: false }
  })
  const first = rows[0]?.[0] as Line
  const last = rows.at(-1)?.at(-1) as Line
  return { parts: [{ kind: 'table', rows: table, first, last, rules: [], isWrapped: false }], next }
}
