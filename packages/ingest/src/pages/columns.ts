/** Text set in two columns: the left one is read to its end before the right one begins. */
import { leftOf, rightOf, type Word } from './page.ts'

export interface ColumnPart {
  /** From `left` on, `width` wide; null for lines that go over the whole page. */
  readonly column: { readonly left: number; readonly width: number } | null
  readonly lines: readonly (readonly Word[])[]
}

type Line = readonly Word[]

/** Ems that stand free between columns, at least. */
const GUTTER = 1.2
/** Where a gutter may stand, in parts of the page's width. */
const FROM = 0.3
const TO = 0.7
const FEWEST_LINES = 6
const FEWEST_LETTERS = 10
/** Of the lines: full up to the gutter. Labels with figures beside them are not. */
const FULL = 0.6
const NEAR = 2.5

export interface Columns {
  readonly parts: readonly ColumnPart[]
  /** Where the gutter stands; null without columns. */
  readonly gutter: number | null
}

/** The page's lines in reading order; one part when there are no columns, as on nearly all pages. `before` is the gutter of the page before: its columns go on. */
export function columnsOn(lines: readonly Line[], width: number, before: number | null): Columns {
  if (before !== null && lines.length > 0 && lines.every((line) => isSplit(line, before)))
    return { parts: sides(lines, before), gutter: before }
  const x = gutterOf(lines, width)
  if (x === null) return { parts: [{ column: null, lines }], gutter: null }
  const parts: ColumnPart[] = []
  for (let from = 0; from < lines.length; ) {
    let to = from
    while (to < lines.length && isSplit(lines[to] as Line, x)) to++
    const run = lines.slice(from, to)
    if (areColumns(run, x)) parts.push(...sides(run, x))
    else if (to > from) parts.push({ column: null, lines: run })
    if (to < lines.length) parts.push({ column: null, lines: [lines[to] as Line] })
    from = to + 1
  }
  return { parts: merged(parts), gutter: parts.some(({ column }) => column !== null) ? x : null }
}

/** The place that most lines leave free with words on both sides; null when too few do. */
function gutterOf(lines: readonly Line[], width: number): number | null {
  const free = new Map<number, number>()
  for (const line of lines) {
    for (let i = 1; i < line.length; i++) {
      const start = rightOf(line[i - 1] as Word)
      const end = leftOf(line[i] as Word)
      if (end - start < (line[i] as Word).size * GUTTER) continue
      for (let x = Math.ceil(Math.max(start, width * FROM)); x <= Math.min(end, width * TO); x++) free.set(x, (free.get(x) ?? 0) + 1)
    }
  }
  let best: number | null = null
  let most = FEWEST_LINES - 1
  for (const [x, count] of [...free].sort(([a], [b]) => a - b)) if (count > most) [best, most] = [x, count]
  return best
}

const isSplit = (line: Line, x: number): boolean => line.every((word) => rightOf(word) <= x || leftOf(word) >= x)

function areColumns(lines: readonly Line[], x: number): boolean {
  const both = lines.filter((line) => leftOf(line[0] as Word) < x && rightOf(line.at(-1) as Word) > x)
  if (both.length < FEWEST_LINES) return false
  const leftEnds = both
    .map((line) => line.filter((word) => rightOf(word) <= x))
    .map((words) => ({ letters: lettersIn(words), edge: rightOf(words.at(-1) as Word), size: (words[0] as Word).size }))
  const rightStarts = both
    .map((line) => line.filter((word) => leftOf(word) >= x))
    .map((words) => ({ letters: lettersIn(words), edge: leftOf(words[0] as Word), size: (words[0] as Word).size }))
  const last = Math.max(...leftEnds.map(({ edge }) => edge))
  const first = Math.min(...rightStarts.map(({ edge }) => edge))
  const isText = (sides: readonly { readonly letters: number }[]) =>
    sides.reduce((sum, { letters }) => sum + letters, 0) >= both.length * FEWEST_LETTERS
  return (
    isText(leftEnds) &&
    isText(rightStarts) &&
    leftEnds.filter(({ edge, size }) => last - edge < size * NEAR).length >= both.length * FULL &&
    rightStarts.filter(({ edge, size }) => edge - first < size * NEAR).length >= both.length * FULL
  )
}

const lettersIn = (words: Line): number => words.reduce((sum, { text }) => sum + text.length, 0)

function sides(lines: readonly Line[], x: number): readonly ColumnPart[] {
  const left = lines.map((line) => line.filter((word) => rightOf(word) <= x)).filter((line) => line.length > 0)
  const right = lines.map((line) => line.filter((word) => leftOf(word) >= x)).filter((line) => line.length > 0)
  return [left, right].filter((side) => side.length > 0).map(toColumn)
}

function toColumn(lines: readonly Line[]): ColumnPart {
  const left = Math.min(...lines.map((line) => leftOf(line[0] as Word)))
  const right = Math.max(...lines.map((line) => rightOf(line.at(-1) as Word)))
  return { column: { left, width: right - left }, lines }
}

/** Whole lines that follow each other are one part. */
function merged(parts: readonly ColumnPart[]): readonly ColumnPart[] {
  const joined: ColumnPart[] = []
  for (const part of parts) {
    const last = joined.at(-1)
    if (last && !last.column && !part.column) joined[joined.length - 1] = { column: null, lines: [...last.lines, ...part.lines] }
    else joined.push(part)
  }
  return joined
}
