/** Pieces of rules on one straight line as one rule: programs draw a border cell by cell, some of them twice. */
import type { Across, Down, Rules } from './page.ts'

/** Points. Wider apart, two rules are two; a double rule is one. */
const SAME_LINE = 1.6
const SAME_RULE = 2
/** Shorter ones are dots and ticks. */
const SHORTEST = 3

interface Piece {
  readonly at: number
  readonly from: number
  readonly to: number
}

export function mergeRules({ across, down }: Rules): Rules {
  return {
    across: merged(across.map(({ y, x1, x2 }) => ({ at: y, from: x1, to: x2 }))).map(
      ({ at, from, to }): Across => ({ y: at, x1: from, x2: to }),
    ),
    down: merged(down.map(({ x, y1, y2 }) => ({ at: x, from: y1, to: y2 }))).map(({ at, from, to }): Down => ({ x: at, y1: from, y2: to })),
  }
}

function merged(pieces: readonly Piece[]): readonly Piece[] {
  const sorted = [...pieces].sort((a, b) => a.at - b.at)
  const rules: Piece[] = []
  for (let i = 0; i < sorted.length; ) {
    const { at } = sorted[i] as Piece
    let next = i
    while (next < sorted.length && (sorted[next] as Piece).at - at <= SAME_LINE) next++
    for (const rule of joined(sorted.slice(i, next), at)) rules.push(rule)
    i = next
  }
  return rules.filter(({ from, to }) => to - from >= SHORTEST)
}

function joined(pieces: readonly Piece[], at: number): readonly Piece[] {
  const sorted = [...pieces].sort((a, b) => a.from - b.from)
  const rules: { at: number; from: number; to: number }[] = []
  for (const { from, to } of sorted) {
    const last = rules.at(-1)
    if (last && from <= last.to + SAME_RULE) last.to = Math.max(last.to, to)
    else rules.push({ at, from, to })
  }
  return rules
}
