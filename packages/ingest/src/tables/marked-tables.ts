/** Tables that the file itself marks: their lines are taken out, and they take their place among the parts. */
import type { FlowTable } from '../flow.ts'
import type { Line } from '../lines.ts'
import type { Part, RawCell, RawRow, RawTable } from './raw-table.ts'
import { trimmed } from './tab-table.ts'

export interface Sorted {
  readonly lines: readonly Line[]
  /** The lines of each table, in order; none for a table without any words. */
  readonly inTables: readonly (readonly Line[])[]
}

export function withoutMarked(all: readonly Line[], tables: readonly FlowTable[]): Sorted {
  if (tables.length === 0) return { lines: all, inTables: [] }
  const inTables = tables.map((): Line[] => [])
  const lines: Line[] = []
  let next = 0
  let gap = 0
  for (const line of all) {
    while (next < tables.length && (tables[next] as FlowTable).end <= line.start) next++
    const isInside = next < tables.length && (tables[next] as FlowTable).start < line.end
    // A table sets the lines on both sides of it apart.
    if (isInside) {
      inTables[next]?.push(line)
      const above = lines.at(-1)
      if (gap === 0 && above) lines[lines.length - 1] = { ...above, aboveTable: true }
    } else lines.push(gap > 0 ? { ...line, gap: line.gap + gap } : line)
    gap = isInside ? 1 : 0
  }
  return { lines, inTables }
}

/** `find` looks for tables in the lines between two marked ones. */
export function markedTables(
  clean: string,
  tables: readonly FlowTable[],
  inTables: readonly (readonly Line[])[],
  lines: readonly Line[],
  find: (between: readonly Line[]) => readonly Part[],
): readonly Part[] {
  if (tables.length === 0) return find(lines)
  const parts: Part[] = []
  let at = 0
  for (const [i, table] of tables.entries()) {
    const own = inTables[i] as readonly Line[]
    if (own.length === 0) continue
    const from = at
    while (at < lines.length && (lines[at] as Line).start < table.start) at++
    for (const part of find(lines.slice(from, at))) parts.push(part)
    parts.push(toRawTable(clean, table, own))
  }
  for (const part of find(lines.slice(at))) parts.push(part)
  return parts
}

function toRawTable(clean: string, table: FlowTable, lines: readonly Line[]): RawTable {
  const first = { ...(lines[0] as Line), from: table.start, start: table.start }
  const last = { ...(lines.at(-1) as Line), to: table.end, end: table.end }
  let line = 0
  const rows = table.rows.map((cells): RawRow => {
    const start = cells[0]?.spans[0] ?? table.start
    while (line + 1 < lines.length && (lines[line + 1] as Line).from <= start) line++
    return {
      cells: cells.map(({ spans }) => trimmedCell(clean, spans)),
      line: lines[line] as Line,
      isApart: false,
      spans: cells.map(({ rowSpan, colSpan }) => [rowSpan, colSpan] as const),
    }
  })
  return { kind: 'table', rows, first, last, rules: [], isWrapped: false, isMarked: true }
}

/** What watermarks and residue leave of the cell's lines. */
function trimmedCell(clean: string, spans: readonly number[]): RawCell {
  const cell: RawCell = []
  for (let i = 0; i + 1 < spans.length; i += 2) {
    const [start = 0, end = 0] = trimmed(clean, spans[i] ?? 0, spans[i + 1] ?? 0)
    if (start < end) cell.push(start, end)
  }
  return cell.length > 0 ? cell : [spans[0] ?? 0, spans[0] ?? 0]
}
