/** Tables whose cells are set apart by tabs, one row a line. */
import { isBlank } from '../characters.ts'
import type { Line } from '../lines.ts'
import { isClosed } from '../tidy/items.ts'
import { LEVELS } from '../tidy/numbering.ts'
import type { Part, RawCell, RawRow, RawTable, Taken } from './raw-table.ts'
import { stitchLines } from './stitched-lines.ts'

type Likeness = 'row' | 'part-of-row' | 'text'

const MOST_LINES_IN_CELL = 8
/** A cell of prose this long is a paragraph with trailing tabs. */
const LONG_CELL = 40

export function takeTabTable(clean: string, lines: readonly Line[], from: number, maxColumns: number): Taken | null {
  if (!startsTable(clean, lines, from, maxColumns)) return null
  const { next, rows, end } = findRegion(clean, lines, from, maxColumns)
  if (rows < 2) return { parts: lines.slice(from, next), next }
  return { parts: toTables(clean, lines.slice(from, end)), next: end }
}

/** A row, or a title row of one cell directly above one. */
function startsTable(clean: string, lines: readonly Line[], from: number, maxColumns: number): boolean {
  for (let i = from; i < from + 3 && i < lines.length; i++) {
    const line = lines[i] as Line
    if (i > from && (line.gap > 0 || line.tabs !== lines[from]?.tabs)) return false
    const likeness = likenessOf(clean, line, maxColumns)
    if (likeness !== 'part-of-row') return likeness === 'row'
  }
  return false
}

/** `next` is where the lines that could belong to the table end, `end` where those that do. */
function findRegion(clean: string, lines: readonly Line[], from: number, maxColumns: number): { next: number; rows: number; end: number } {
  let rows = 0
  let end = from
  let next = from
  for (; next < lines.length; next++) {
    const line = lines[next] as Line
    const likeness = likenessOf(clean, line, maxColumns)
    if (likeness === 'text' && !isInsideCell(clean, lines, next, maxColumns)) break
    if (likeness === 'row') rows++
    if (likeness !== 'text') end = next + 1
  }
  return { next: Math.max(next, from + 1), rows, end }
}

function likenessOf(clean: string, line: Line, maxColumns: number): Likeness {
  if (line.tabs === 0 || line.tabs > maxColumns) return 'text'
  const cells = splitAtTabs(clean, line)
  const filled = cells.filter((cell) => cell[0] !== cell[1])
  if (filled.length >= 2) return isTabbedProse(clean, filled) ? 'text' : 'row'
  if (line.tabs < 2) return 'text'
  const isInFirst = cells[0] === filled[0]
  return isInFirst && (isClosed(line.tail) || line.head.length > LONG_CELL || isSection(line)) ? 'text' : 'part-of-row'
}

/** `目标1：……。\t\t目标2：……`: sentences that tabs set apart, not cells. */
function isTabbedProse(clean: string, filled: readonly RawCell[]): boolean {
  const [start = 0, end = 0] = filled[0] ?? []
  return end - start > 20 && isClosed(clean.slice(end - 1, end)) && filled.length === 2
}

function isSection(line: Line): boolean {
  return line.number !== null && line.number.level <= LEVELS.chineseInBrackets
}

/** A line without tabs between rows, no blank line around: text of a cell with several lines. */
function isInsideCell(clean: string, lines: readonly Line[], at: number, maxColumns: number): boolean {
  if (lines[at]?.gap !== 0 || isSection(lines[at] as Line)) return false
  for (let i = at + 1; i < lines.length && i <= at + MOST_LINES_IN_CELL; i++) {
    const line = lines[i] as Line
    if (line.gap > 0) return false
    if (likenessOf(clean, line, maxColumns) !== 'text') return true
    if (isSection(line)) return false
  }
  return false
}

function toTables(clean: string, lines: readonly Line[]): Part[] {
  const parts: Part[] = []
  let rows: RawRow[] = []
  let first: Line | null = null
  let last: Line | null = null
  const close = () => {
    if (first && last && rows.length > 0) parts.push({ kind: 'table', rows, first, last, rules: [], isWrapped: false } satisfies RawTable)
    rows = []
    first = null
  }
  for (const group of stitchLines(clean, lines)) {
    const line = group[0] as Line
    if (group.every(({ tabs }) => tabs === 0)) {
      close()
      parts.push(...group)
      continue
    }
    first ??= line
    last = group.at(-1) ?? line
    rows.push({ cells: cellsOf(clean, group), line, isApart: line.gap > 0 || line.newPage })
  }
  close()
  return parts
}

/** The last cell of a line and the first one of the next are one. */
function cellsOf(clean: string, group: readonly Line[]): RawCell[] {
  const cells: RawCell[] = []
  for (const line of group) {
    const [first, ...others] = splitAtTabs(clean, line)
    const open = cells.at(-1)
    if (open && first) joinCells(open, first)
    else if (first) cells.push(first)
    for (const cell of others) cells.push(cell)
  }
  return cells
}

function joinCells(open: RawCell, more: RawCell): void {
  if (more[0] === more[1]) return
  if (open.length === 2 && open[0] === open[1]) open.splice(0, 2, ...more)
  else open.push(...more)
}

export function splitAtTabs(clean: string, line: Line): RawCell[] {
  const cells: RawCell[] = []
  for (let at = line.from; at <= line.to; ) {
    const tab = clean.indexOf('\t', at)
    const end = tab < 0 || tab > line.to ? line.to : tab
    cells.push(trimmed(clean, at, end))
    at = end + 1
  }
  return cells
}

export function trimmed(clean: string, from: number, to: number): RawCell {
  let start = from
  let end = to
  while (start < end && isBlank(clean.charCodeAt(start))) start++
  while (end > start && isBlank(clean.charCodeAt(end - 1))) end--
  return start === end ? [from, from] : [start, end]
}
