/** A line of text that tabs divide: sentences set side by side become lines of their own. */
import { squeeze } from '../characters.ts'
import type { Line } from '../lines.ts'
import { splitAtTabs } from '../tables/tab-table.ts'
import { isClosed } from './items.ts'
import { readNumber } from './numbering.ts'

const MOST_PIECES = 50

export function splitTabbedProse(clean: string, line: Line): readonly Line[] {
  if (line.tabs === 0 || line.tabs > MOST_PIECES) return [line]
  const pieces = splitAtTabs(clean, line).filter(([start, end]) => start !== end)
  if (pieces.length < 2) return [line]
  const starts = pieces.filter((_, i) => i === 0 || isClosed(clean.slice(pieces[i - 1]?.[0] ?? 0, pieces[i - 1]?.[1] ?? 0).slice(-4)))
  if (starts.length < 2) return [line]
  return starts.map(([start = 0], i) => partOf(clean, line, start, endBefore(pieces, starts[i + 1]?.[0] ?? line.end + 1), i === 0))
}

function endBefore(pieces: readonly number[][], start: number): number {
  return pieces.filter((piece) => (piece[0] ?? 0) < start).at(-1)?.[1] ?? start
}

function partOf(clean: string, line: Line, start: number, end: number, isFirst: boolean): Line {
  const head = squeeze(clean.slice(start, Math.min(end, start + 240)))
  const whole = end - start <= 240 && head.length <= 120
  const tail = squeeze(clean.slice(Math.max(start, end - 48), end)).slice(-24)
  return {
    ...line,
    from: isFirst ? line.from : start,
    to: end,
    start,
    end,
    tabs: 0,
    gap: isFirst ? line.gap : 0,
    newPage: isFirst && line.newPage,
    head: head.slice(0, 120),
    whole,
    tail,
    number: readNumber(clean.slice(start, Math.min(end, start + 40))),
  }
}
