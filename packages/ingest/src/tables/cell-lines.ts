/** Word tables saved as text: every cell is a line that starts with a tab, a blank line ends the row. */
import type { Line } from '../lines.ts'
import { isClosed } from '../tidy/items.ts'
import { readNumber } from '../tidy/numbering.ts'
import type { RawCell, RawRow, Taken } from './raw-table.ts'

const TAB = 9

export function takeCellLines(clean: string, lines: readonly Line[], from: number): Taken | null {
  if (!isCellLine(clean, lines[from] as Line)) return null
  let next = from
  while (next < lines.length && isCellLine(clean, lines[next] as Line)) next++
  const rows = rowsOf(lines.slice(from, next))
  const first = rows[0] ?? []
  if (!isTable(clean, rows)) return { parts: lines.slice(from, next), next }
  const table = rows.map((cells): RawRow => {
    const line = cells[0] as Line
    return { cells: cells.map((cell): RawCell => [cell.start, cell.end]), line, isApart: false }
  })
  const last = lines[next - 1] as Line
  return { parts: [{ kind: 'table', rows: table, first: first[0] as Line, last, rules: [], isWrapped: false }], next }
}

function isCellLine(clean: string, line: Line): boolean {
  return line.tabs === 1 && clean.charCodeAt(line.from) === TAB
}

function rowsOf(lines: readonly Line[]): Line[][] {
  const rows: Line[][] = []
  for (const line of lines) {
    if (rows.length === 0 || line.gap > 0 || line.newPage) rows.push([line])
    else rows.at(-1)?.push(line)
  }
  return rows
}

/** Not paragraphs that a tab indents: rows of one length, below a row of short labels. */
function isTable(clean: string, rows: readonly (readonly Line[])[]): boolean {
  const columns = rows[0]?.length ?? 0
  const alike = rows.filter((row) => row.length === columns).length
  if (columns < 2 || rows.length < 2 || alike < rows.length * 0.6) return false
  if (columns === 2 && rows.length < 3) return false
  return (rows[0] ?? []).every((line) => line.head !== '' && isLabel(clean, line))
}

function isLabel(clean: string, line: Line): boolean {
  return line.whole && line.head.length <= 25 && !isClosed(line.tail) && readNumber(clean.slice(line.start, line.end)) === null
}
