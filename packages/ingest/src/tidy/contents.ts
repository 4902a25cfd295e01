/** The table of contents: its lines repeat the headings and are not the report. */
import type { Line } from '../lines.ts'

const TITLE = /^目[录次]$/
/** `一、基本情况…………3`, `一、基本情况 ...... 3` */
const DOTTED = /^.{2,80}?(…{2,}|\.{4,}|·{4,}|．{4,}|—{4,}|_{4,})[-—(（]?[\d０-９ivxIVX]{1,4}[-—)）]?$/
const PAGE_AT_END = /[…·.．—_][-—(（]?[\d０-９ivxIVX]{1,4}[-—)）]?$/
const MOST_ENTRIES = 200

export function contentsLines(lines: readonly Line[]): ReadonlySet<Line> {
  const contents = new Set<Line>(lines.filter((line) => line.whole && PAGE_AT_END.test(line.tail) && DOTTED.test(line.head)))
  for (let i = 0; i < lines.length; i++) {
    const line = lines[i] as Line
    if (!line.whole || !TITLE.test(line.head)) continue
    const end = endOfEntries(lines, i + 1, contents)
    if (end > i + 1) for (let j = i; j < end; j++) contents.add(lines[j] as Line)
  }
  return contents
}

/** Where the entries below the title end: behind numbered pages, or where the first entry comes again as a heading. */
function endOfEntries(lines: readonly Line[], from: number, dotted: ReadonlySet<Line>): number {
  const first = lines[from]
  if (!first) return from
  let last = from
  for (let i = from; i < lines.length && i < from + MOST_ENTRIES; i++) {
    const line = lines[i] as Line
    if (dotted.has(line) || hasPageNumber(line)) last = i + 1
    else if (i > from && entryOf(line) === entryOf(first)) return i
    else if (!line.whole || /[。；！？]/.test(line.head) || line.head.length > 60) break
  }
  return last
}

function hasPageNumber(line: Line): boolean {
  return line.whole && line.head.length <= 60 && /[^\d.．０-９][\d０-９]{1,3}$/.test(line.head) && !/[。；，]/.test(line.head)
}

function entryOf(line: Line): string {
  return line.head.replace(/[-…·.．\d０-９\s]+$/, '')
}
