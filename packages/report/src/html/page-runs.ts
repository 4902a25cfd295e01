/** The words of a paged document by page, each run in its box, with the marks on it. */
import type { Block, SourceDocument } from '@jiheng/ingest'
import type { Place } from '@jiheng/vocabulary'
import type { BlockMarks, Marks, Stretch } from './marks.ts'
import { type Box, type Frame, shareOf } from './page-geometry.ts'
import type { Piece } from './pieces.ts'

/** A run of words on a page, with the stretches of its marks. */
export interface Run {
  readonly text: string
  readonly box: Box
  readonly stretches: readonly Stretch[]
  /** Numbers of the findings whose accused words go on in another run. */
  readonly goingOn: ReadonlySet<number>
}

/** Runs by page. Blocks and places are both in the order of the running text; what no block holds is not the report. */
export function runsOf({ reports, places }: SourceDocument, marks: Marks): ReadonlyMap<number, Run[]> {
  const pages = new Map<number, Run[]>()
  const blocks = reports.flatMap(({ blocks }, report) => blocks.map((block, at) => ({ block, marks: marks.of(report, at) })))
  let next = 0
  for (const { block, marks } of blocks) {
    while (next > 0 && (places[next - 1] as Place).end > block.at.start) next--
    for (; next < places.length; next++) {
      const place = places[next] as Place
      if (place.start >= block.at.end) break
      const run = runOf(block, marks, place)
      if (run === null || place.spot.kind !== 'box') continue
      const runs = pages.get(place.spot.page) ?? []
      pages.set(place.spot.page, runs)
      runs.push(run)
    }
  }
  return pages
}

/** The part of the place that the block holds. */
function runOf({ at }: Block, marks: BlockMarks, { start, end, spot }: Place): Run | null {
  const [from, to] = [Math.max(start, at.start) - at.start, Math.min(end, at.end) - at.start]
  if (from >= to || spot.kind !== 'box') return null
  const text = at.original.slice(from, to)
  if (text.trim() === '') return null
  const near = marks.touching(from, to)
  const stretches = near.map((mark) => ({ mark, from: Math.max(0, mark.start - from), to: Math.min(mark.end, to) - from }))
  const goingOn = new Set(
    near.filter(({ quote, end: last }) => quote === 0 && at.original.slice(to, last).trim() !== '').map(({ number }) => number),
  )
  const [left, bottom, right, top] = spot.box
  const [a, b] = [(from + at.start - start) / (end - start), (to + at.start - start) / (end - start)]
  return { text, box: [left + (right - left) * a, bottom, left + (right - left) * b, top], stretches, goingOn }
}

/** Where a part of a run stands. */
export function partOf(frame: Frame, text: string, { from, text: part }: Pick<Piece, 'from' | 'text'>, upright: boolean): Frame {
  if (part.length === text.length) return frame
  const [a, b] = [shareOf(text, from), shareOf(text, from + part.length)]
  return upright
    ? { ...frame, y: frame.y + frame.height * a, height: frame.height * (b - a) }
    : { ...frame, x: frame.x + frame.width * a, width: frame.width * (b - a) }
}

export const isUpright = (frame: Frame, text: string): boolean => frame.height > 1.8 * frame.width && text.length > 1
