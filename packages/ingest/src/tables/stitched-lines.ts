/** Rows of a tab table whose cells hold line breaks: which lines are one row. */
import { squeeze } from '../characters.ts'
import type { Line } from '../lines.ts'
import { isCaption, isClosed, isItemStart } from '../tidy/items.ts'
import { isBracketOpen, isFigure } from './raw-table.ts'

const MOST_LINES = 40
/** A row above with so many tabs is a whole one. */
const LEAST_TABS = 3
/** The lower part of a label with its points: 指标(20分). */
const POINTS_BELOW = /^[\u4e00-\u9fff]{0,6}[（(]\d{1,3}分?[）)]$/
/** A label set upright, one or two characters a line. */
const UPRIGHT_PIECE = 4
const MOST_UPRIGHT = 8
const SHORT_PIECE = 6
const LONG_PIECE = 10
const LONG_LINE = 60

/** Groups of lines, each one row. A line without tabs that belongs to no row is a group of its own. */
export function stitchLines(clean: string, lines: readonly Line[]): readonly (readonly Line[])[] {
  const whole = fullTabs(lines)
  const groups: (readonly Line[])[] = []
  // A form is several tables under one another, each as wide as it is: the row above tells the width.
  let above = whole
  for (let i = 0; i < lines.length; ) {
    const opening = uprightLabel(clean, lines, i)
    const alone = (lines[i] as Line).tabs === 0 && opening === 0
    const byRowAbove = alone ? i + 1 : endOfRow(clean, lines, i, opening, above)
    const end = alone || byRowAbove > i + opening + 1 || above === whole ? byRowAbove : endOfRow(clean, lines, i, opening, whole)
    const group = lines.slice(i, end)
    const tabs = group.reduce((sum, line) => sum + line.tabs, 0)
    if (tabs >= LEAST_TABS) above = Math.min(tabs, whole)
    groups.push(group)
    i = end
  }
  return groups
}

/** The tabs of a whole row: the most that more than a stray line has, for the pieces of broken rows have fewer. */
function fullTabs(lines: readonly Line[]): number {
  const counts = new Map<number, number>()
  for (const { tabs } of lines) counts.set(tabs, (counts.get(tabs) ?? 0) + 1)
  const least = Math.max(2, (lines.length - (counts.get(0) ?? 0)) * 0.08)
  const usual = [...counts].filter(([, count]) => count >= least).map(([tabs]) => tabs)
  return usual.reduce((most, tabs) => Math.max(most, tabs), 0)
}

/** How many bare lines from here are the upper part of the next row's first cell: 年度 / 总体 / 目标⇥… */
function uprightLabel(clean: string, lines: readonly Line[], from: number): number {
  let count = 0
  while (count < MOST_UPRIGHT) {
    const line = lines[from + count]
    if (!line || (count > 0 && line.gap > 0)) return 0
    if (line.tabs > 0) {
      const lower = firstCell(clean, line)
      return count > 0 && (isUprightPiece(lower) || POINTS_BELOW.test(lower)) ? count : 0
    }
    if (!isUprightPiece(line.head)) return count === 0 && isOverPoints(clean, line, lines[from + 1]) ? 1 : 0
    count++
  }
  return 0
}

/** A whole label over its points: 满意度指标 / (10分)⇥… */
function isOverPoints(clean: string, line: Line, below: Line | undefined): boolean {
  return (
    below !== undefined &&
    below.gap === 0 &&
    below.tabs > 0 &&
    /^[\u4e00-\u9fff]{2,8}$/.test(line.head) &&
    POINTS_BELOW.test(firstCell(clean, below))
  )
}

function isUprightPiece(words: string): boolean {
  return words.length > 0 && words.length <= UPRIGHT_PIECE && !isItemStart(words) && !isFigure(words)
}

function firstCell(clean: string, line: Line): string {
  const tab = clean.indexOf('\t', line.from)
  return squeeze(clean.slice(line.from, Math.min(tab < 0 ? line.to : tab, line.from + 80)))
}

function endOfRow(clean: string, lines: readonly Line[], from: number, opening: number, full: number): number {
  let end = from + opening + 1
  let tabs = (lines[end - 1] as Line).tabs
  while (end < lines.length && end < from + MOST_LINES) {
    const last = lines[end - 1] as Line
    const line = lines[end] as Line
    if (line.gap > 0 || line.newPage || endsWithTab(last)) break
    if (line.tabs === 0) {
      if (namesTable(line) || uprightLabel(clean, lines, end) > 0 || (tabs >= full && line.head.length > LONG_LINE)) break
    } else if (tabs + line.tabs > full || startsWithTab(line) || !goesOn(clean, lines.slice(from, end), line, tabs, full)) break
    tabs += line.tabs
    end++
  }
  return end
}

/** The first cell of `line` is the rest of the last one above. */
function goesOn(clean: string, above: readonly Line[], line: Line, tabs: number, full: number): boolean {
  const last = above.at(-1) as Line
  const piece = firstCell(clean, line)
  if (isFigure(piece) && !/^[（(]/.test(piece)) return false
  if (last.tabs === 0) return tabs + line.tabs === full || isItemStart(piece)
  if (isItemStart(piece)) return lastCell(clean, last).slice(0, 2) === piece.slice(0, 2)
  if (tabs + line.tabs !== full) return false
  if (last.tail.length >= LONG_PIECE && !isClosed(last.tail) && lastCell(clean, last).length >= LONG_PIECE) return true
  if (isBracketOpen(lastCell(clean, last))) return true
  return piece.length <= SHORT_PIECE && !hasFigure(clean, last) && hasFigure(clean, line)
}

function lastCell(clean: string, line: Line): string {
  return squeeze(clean.slice(Math.max(line.start, clean.lastIndexOf('\t', line.end - 1) + 1), line.end))
}

function hasFigure(clean: string, line: Line): boolean {
  return clean
    .slice(line.start, Math.min(line.end, line.start + 400))
    .split('\t')
    .some((cell) => isFigure(squeeze(cell)))
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
