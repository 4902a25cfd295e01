/** Tables framed by bars: Markdown, box drawing, `+---+`. */
import type { Line } from '../lines.ts'
import { isEmptyCell, type Part, type RawCell, type RawRow, type Taken, wordsOf } from './raw-table.ts'
import { trimmed } from './tab-table.ts'

const BAR = /[|│┃║｜]/
const BARS = /[|│┃║｜]/g
const RULE = /^[-—–─━═=:+|│┃║┌┐└┘├┤┬┴┼┏┓┗┛┣┫┳┻╋╔╗╚╝╠╣╦╩╬╞╡╪┠┨┯┷┿╂]+$/
const CORNER = /[+|│┃║┌┐└┘├┤┬┴┼┏┓┗┛┣┫┳┻╋╔╗╚╝╠╣╦╩╬]/
const LONGEST_ROW = 20_000

type Likeness = 'rule' | 'framed' | 'barred' | 'text'

export function takePipeTable(clean: string, lines: readonly Line[], from: number): Taken | null {
  if (likenessOf(clean, lines[from] as Line) === 'text') return null
  let next = from
  const kinds: Likeness[] = []
  for (; next < lines.length; next++) {
    const line = lines[next] as Line
    const kind = likenessOf(clean, line)
    if (kind === 'text') break
    kinds.push(kind)
  }
  const region = lines.slice(from, next)
  const hasRule = kinds.includes('rule')
  const rows = kinds.filter((kind) => kind === 'framed' || (kind === 'barred' && hasRule)).length
  if (rows < 2 && !(rows === 1 && hasRule)) return { parts: region, next }
  return { parts: [toTable(clean, region, kinds)], next }
}

function likenessOf(clean: string, line: Line): Likeness {
  if (!BAR.test(line.head) && !RULE.test(line.head)) return 'text'
  if (line.whole ? RULE.test(line.head) && CORNER.test(line.head) : isLongRule(clean, line)) return 'rule'
  if (line.end - line.start > LONGEST_ROW) return 'text'
  const bars = clean.slice(line.start, line.end).match(BARS)?.length ?? 0
  if (bars >= 2 && BAR.test(line.head.charAt(0))) return 'framed'
  return bars >= 1 ? 'barred' : 'text'
}

function isLongRule(clean: string, line: Line): boolean {
  return RULE.test(line.head) && line.end - line.start <= LONGEST_ROW && RULE.test(clean.slice(line.start, line.end).replace(/\s+/g, ''))
}

function toTable(clean: string, region: readonly Line[], kinds: readonly Likeness[]): Part {
  const rules = region.filter((_, i) => kinds[i] === 'rule')
  const groups = groupsBetweenRules(region, kinds)
  const isGrid = groups.length >= 3 && groups.some((group) => group.length > 1)
  const rows = groups.flatMap((group) => (isGrid ? gridRows(clean, group) : group.map((line) => rowOf(clean, line))))
  return { kind: 'table', rows, first: region[0] as Line, last: region.at(-1) as Line, rules, isWrapped: true }
}

function groupsBetweenRules(region: readonly Line[], kinds: readonly Likeness[]): Line[][] {
  const groups: Line[][] = [[]]
  for (const [i, line] of region.entries()) {
    if (kinds[i] === 'rule') groups.push([])
    else groups.at(-1)?.push(line)
  }
  return groups.filter((group) => group.length > 0)
}

/** Between two rules of a grid a row may have several lines; a line that starts in the first column is a row of its own. */
function gridRows(clean: string, group: readonly Line[]): RawRow[] {
  const rows: RawRow[] = []
  for (const line of group) {
    const row = rowOf(clean, line)
    const above = rows.at(-1)
    const filled = row.cells.filter((cell) => !isEmptyCell(cell)).length
    const isRest = above && filled < row.cells.length && !row.cells.some((cell) => /^\d[\d.,]*%?$/.test(wordsOf(clean, cell)))
    if (isRest && above.cells.length === row.cells.length)
      for (const [i, cell] of row.cells.entries()) addPiece(above.cells[i] as RawCell, cell)
    else rows.push(row)
  }
  return rows
}

function addPiece(cell: RawCell, piece: RawCell): void {
  if (isEmptyCell(piece)) return
  if (isEmptyCell(cell)) cell.splice(0, 2, ...piece)
  else cell.push(...piece)
}

function rowOf(clean: string, line: Line): RawRow {
  const isFramed = BAR.test(clean.charAt(line.start))
  const isClosed = BAR.test(clean.charAt(line.end - 1)) && line.end - line.start > 1
  const to = isClosed ? line.end - 1 : line.end
  const cells: RawCell[] = []
  let at = isFramed ? line.start + 1 : line.start
  for (let i = at; i <= to; i++) {
    if (i < to && !BAR.test(clean.charAt(i))) continue
    cells.push(trimmed(clean, at, i))
    at = i + 1
  }
  return { cells, line, isApart: line.gap > 0 || line.newPage }
}
