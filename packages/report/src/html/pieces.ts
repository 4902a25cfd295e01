/** A text with marks, cut where a mark starts or ends: marks may overlap, elements of a page may not. */
import type { Mark, Stretch } from './marks.ts'

export interface Piece {
  readonly from: number
  readonly text: string
  /** Marks that cover the piece; '' is a place where something is missing. */
  readonly marks: readonly Mark[]
  /** Marks whose first piece this is. */
  readonly starts: readonly Mark[]
  /** Marks whose last piece this is. */
  readonly ends: readonly Mark[]
}

/** The pieces in order; their texts together are the text. */
export function piecesOf(text: string, stretches: readonly Stretch[]): readonly Piece[] {
  const placed = stretches.map(({ mark, from, to }) => ({ mark, from: whole(text, from, 0), to: whole(text, to, 1) }))
  const cuts = [...new Set([0, text.length, ...placed.flatMap(({ from, to }) => [from, to])])].sort((a, b) => a - b)
  const opening = groupBy(placed, ({ from }) => from)
  const pieces: Piece[] = []
  let open: Placed[] = []
  for (const [at, from] of cuts.entries()) {
    const opened = opening.get(from) ?? []
    const points = opened.filter(({ to }) => to === from).map(({ mark }) => mark)
    if (points.length > 0) pieces.push({ from, text: '', marks: points, starts: points, ends: points })
    open = [...open.filter(({ to }) => to > from), ...opened.filter(({ to }) => to > from)]
    const to = cuts[at + 1]
    if (to === undefined || to === from) continue
    pieces.push({
      from,
      text: text.slice(from, to),
      marks: marksOf(open),
      starts: marksOf(open.filter((stretch) => stretch.from === from)),
      ends: marksOf(open.filter((stretch) => stretch.to === to)),
    })
  }
  return pieces
}

interface Placed {
  readonly mark: Mark
  readonly from: number
  readonly to: number
}

const marksOf = (stretches: readonly Placed[]): readonly Mark[] => stretches.map(({ mark }) => mark)

function groupBy<T>(list: readonly T[], keyOf: (item: T) => number): ReadonlyMap<number, T[]> {
  const groups = new Map<number, T[]>()
  for (const item of list) {
    const group = groups.get(keyOf(item))
    if (group) group.push(item)
    else groups.set(keyOf(item), [item])
  }
  return groups
}

/** Not between the halves of one character: the start goes before it, the end behind it. */
function whole(text: string, offset: number, way: 0 | 1): number {
  const inside = Math.max(0, Math.min(offset, text.length))
  const split = isHigh(text.charCodeAt(inside - 1)) && isLow(text.charCodeAt(inside))
  if (!split) return inside
  return way === 0 ? inside - 1 : inside + 1
}

const isHigh = (code: number): boolean => code >= 0xd800 && code < 0xdc00
const isLow = (code: number): boolean => code >= 0xdc00 && code < 0xe000
