/** Rows of a tab table whose cells hold line breaks: lines that together have a full row's tabs. */
import type { Line } from '../lines.ts'
import { isCaption, isItemStart } from '../tidy/items.ts'

const MOST_LINES = 12

/** Groups of lines, each one row. A line without tabs that belongs to no row is a group of its own. */
export function stitchLines(lines: readonly Line[]): readonly (readonly Line[])[] {
  const full = usualTabs(lines)
  const groups: (readonly Line[])[] = []
  for (let i = 0; i < lines.length; ) {
    const end = Math.max(i + 1, endOfRow(lines, i, full))
    groups.push(lines.slice(i, end))
    i = end
  }
  return groups
}

/** The number of tabs that most rows have. */
function usualTabs(lines: readonly Line[]): number {
  const counts = new Map<number, number>()
  for (const { tabs } of lines) if (tabs > 0) counts.set(tabs, (counts.get(tabs) ?? 0) + 1)
  const [usual] = [...counts].sort((a, b) => b[1] - a[1] || b[0] - a[0])
  return usual?.[0] ?? 0
}

function endOfRow(lines: readonly Line[], from: number, full: number): number {
  const first = lines[from] as Line
  if (first.tabs === 0 || endsWithTab(first)) return from + 1
  if (first.tabs >= full) return endOfLastCell(lines, from)
  let tabs = first.tabs
  let hasBareLine = false
  for (let i = from + 1; i < lines.length && i < from + MOST_LINES; i++) {
    const line = lines[i] as Line
    if (line.gap > 0) break
    tabs += line.tabs
    hasBareLine ||= line.tabs === 0
    const isLong = !isItemStart(first.head) && (lines[i - 1]?.tail.length ?? 0) >= 10 && !startsWithTab(line)
    if (tabs === full) return (hasBareLine || isLong) && line.tabs > 0 ? i + 1 : from + 1
    if (tabs > full) break
  }
  return endOfLastCell(lines, from)
}

/** Nothing fills the row: at least the bare lines below belong to its last cell. */
function endOfLastCell(lines: readonly Line[], from: number): number {
  let end = from + 1
  while (lines[end]?.tabs === 0 && lines[end]?.gap === 0 && !namesTable(lines[end] as Line)) end++
  return end < lines.length ? end : from + 1
}

/** Between two tables rather than in a cell. */
function namesTable(line: Line): boolean {
  return line.whole && (isCaption(line.head) || /单位[:：]|^表/.test(line.head))
}

function endsWithTab(line: Line): boolean {
  return line.end < line.to
}

function startsWithTab(line: Line): boolean {
  return line.from < line.start
}
