/** Turns a page so that most of its words read from left to right: landscape annexes are set sideways, scanners turn pages. */
import {
  type Across,
  ASCENT,
  type Box,
  DESCENT,
  type Down,
  type DrawnPage,
  type Page,
  type Run,
  type Segment,
  type Turned,
  type Word,
} from './page.ts'

/** Quarter turns, counted against the clock. */
type Turn = 0 | 1 | 2 | 3

/** About eight degrees: text more aslant than that is a stamp or a watermark. */
const SLANT = 0.14
/** What is drawn outside of the page by less than this is still seen in part. */
const MARGIN = 2
const SHORTEST_RULE = 1
const CROOKED = 0.6

/** Words that stand aslant or outside of the page are left out. A page without words is turned as the file says. */
export function upright({ number, box, turn: asSaid, runs, segments }: DrawnPage): Page {
  const seen = runs.filter((run) => isOn(box, run))
  const turn = mostly(seen) ?? ((asSaid / 90) as Turn)
  const frame = frameOf(box, turn)
  const words: Word[] = []
  for (const run of seen) {
    const word = toWord(run, turn, frame)
    if (word) words.push(word)
  }
  const across: Across[] = []
  const down: Down[] = []
  for (const segment of segments) addRule(segment, frame, across, down)
  const { width, height, toOwn } = frame
  return { number, box, turn: (turn * 90) as Turned, width, height, words, rules: { across, down }, toOwn }
}

function isOn([left, bottom, right, top]: Box, { x, y, ux, uy, along }: Run): boolean {
  const middle = (along.at(-1) ?? 0) / 2
  const mx = x + ux * middle
  const my = y + uy * middle
  return mx > left - MARGIN && mx < right + MARGIN && my > bottom - MARGIN && my < top + MARGIN
}

/** Null when aslant. */
function turnOf({ ux, uy }: Run): Turn | null {
  if (Math.abs(uy) < SLANT) return ux > 0 ? 0 : 2
  if (Math.abs(ux) < SLANT) return uy > 0 ? 1 : 3
  return null
}

function mostly(runs: readonly Run[]): Turn | null {
  const letters = [0, 0, 0, 0]
  for (const run of runs) {
    const turn = turnOf(run)
    if (turn !== null) letters[turn] = (letters[turn] as number) + run.text.length
  }
  const most = Math.max(...letters)
  return most === 0 ? null : (letters.indexOf(most) as Turn)
}

interface Frame {
  readonly width: number
  readonly height: number
  readonly x: (x: number, y: number) => number
  readonly y: (x: number, y: number) => number
  readonly toOwn: Page['toOwn']
}

function frameOf([left, bottom, right, top]: Box, turn: Turn): Frame {
  const wide = right - left
  const high = top - bottom
  switch (turn) {
    case 0:
      return {
        width: wide,
        height: high,
        x: (x) => x - left,
        y: (_x, y) => top - y,
        toOwn: (x1, y1, x2, y2) => [left + x1, top - y2, left + x2, top - y1],
      }
    case 1:
      return {
        width: high,
        height: wide,
        x: (_x, y) => y - bottom,
        y: (x) => x - left,
        toOwn: (x1, y1, x2, y2) => [left + y1, bottom + x1, left + y2, bottom + x2],
      }
    case 2:
      return {
        width: wide,
        height: high,
        x: (x) => right - x,
        y: (_x, y) => y - bottom,
        toOwn: (x1, y1, x2, y2) => [right - x2, bottom + y1, right - x1, bottom + y2],
      }
    case 3:
      return {
        width: high,
        height: wide,
        x: (_x, y) => top - y,
        y: (x) => right - x,
        toOwn: (x1, y1, x2, y2) => [right - y2, top - x2, right - y1, top - x1],
      }
  }
}

function toWord(run: Run, page: Turn, frame: Frame): Word | null {
  const own = turnOf(run)
  if (own === null) return null
  const { text, x, y, ux, uy, along, size } = run
  const left = frame.x(x, y)
  const baseline = frame.y(x, y)
  if (own === page) return { text, xs: along.map((far) => left + far), y: baseline, size }
  return aside(run, frame.x(x + ux, y + uy) - left, frame.y(x + ux, y + uy) - baseline, left, baseline)
}

/** A label that stands on its side in its cell: as if it were set small at its middle, so that it falls into the cell. */
function aside({ text, along, size }: Run, dx: number, dy: number, left: number, baseline: number): Word {
  const half = (along.at(-1) ?? 0) / 2
  // Letters stand to one side of their baseline: upwards of it, as the run itself sees it.
  const rise = (ASCENT - DESCENT) / 2
  const x = left + dx * half + dy * size * rise
  const y = baseline + dy * half - dx * size * rise
  const step = size / text.length
  const xs = Array.from({ length: text.length + 1 }, (_, i) => x - size / 2 + i * step)
  return { text, xs, y: y + size * rise, size }
}

function addRule({ x1, y1, x2, y2 }: Segment, frame: Frame, across: Across[], down: Down[]): void {
  const left = Math.min(frame.x(x1, y1), frame.x(x2, y2))
  const right = Math.max(frame.x(x1, y1), frame.x(x2, y2))
  const top = Math.min(frame.y(x1, y1), frame.y(x2, y2))
  const bottom = Math.max(frame.y(x1, y1), frame.y(x2, y2))
  if (bottom - top <= CROOKED && right - left >= SHORTEST_RULE) across.push({ y: (top + bottom) / 2, x1: left, x2: right })
  else if (right - left <= CROOKED && bottom - top >= SHORTEST_RULE) down.push({ x: (left + right) / 2, y1: top, y2: bottom })
}
