/** Where accused words stand on the pages: as boxes, one a line at most, by page. */
import type { Quote } from '@jiheng/audit'
import type { SourceDocument } from '@jiheng/ingest'
import type { Place } from '@jiheng/vocabulary'
import { type Box, shareOf } from '../html/page-geometry.ts'

type Turn = SourceDocument['pages'][number]['turn']

/** What a mark covers on one page. */
export interface Covered {
  /** From 1. */
  readonly page: number
  /** By which the page is turned to be read. */
  readonly turn: Turn
  readonly boxes: readonly Box[]
}

/** More would be half a book. */
const MOST_BOXES = 500

/** Empty where the words have no place on a page. In order of the pages. */
export function coveredBy(quote: Quote, { places, pages, reports }: SourceDocument): readonly Covered[] {
  const block = reports[quote.report]?.blocks[quote.block]
  if (block === undefined) return []
  const { start: base, original } = block.at
  const [start, end] = rangeOf(quote)
  const found = new Map<number, Box[]>()
  let left = MOST_BOXES
  for (let at = firstBehind(places, base + start); left > 0; at++) {
    const place = places[at]
    if (place === undefined || place.start >= base + end) break
    if (place.spot.kind !== 'box') continue
    const { page } = place.spot
    const boxes = found.get(page) ?? []
    found.set(page, boxes)
    const turn = pages[page - 1]?.turn ?? 0
    if (!append(boxes, partOf(place, place.spot.box, turn, { start: base + start, end: base + end }, textOf(place, base, original)), turn))
      left--
  }
  return [...found].map(([page, boxes]) => ({ page, turn: pages[page - 1]?.turn ?? 0, boxes }))
}

/** Between two characters something is missing: then those two. */
function rangeOf({ start, end, textStart, text }: Quote): readonly [number, number] {
  if (end > start) return [start, end]
  return [Math.max(textStart, start - 1), Math.max(start, Math.min(start + 1, textStart + text.length))]
}

/** Index of the first place that ends behind the offset. */
function firstBehind(places: readonly Place[], offset: number): number {
  let [low, high] = [0, places.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((places[middle] as Place).end <= offset) low = middle + 1
    else high = middle
  }
  return low
}

/** Characters outside of the block are taken for wide ones. */
function textOf({ start, end }: Place, base: number, original: string): string {
  const text = original.slice(Math.max(0, start - base), Math.max(0, end - base))
  return start < base ? '　'.repeat(base - start) + text : text.padEnd(end - start, '　')
}

/** The part of the box in which the words of the range stand, by the widths of its characters. */
function partOf(place: Place, box: Box, turn: Turn, range: { readonly start: number; readonly end: number }, text: string): Box {
  const from = shareOf(text, Math.max(0, range.start - place.start))
  const to = shareOf(text, Math.min(text.length, range.end - place.start))
  const [left, bottom, right, top] = box
  const [wide, high] = [right - left, top - bottom]
  switch (turn) {
    case 0:
      return [left + from * wide, bottom, left + to * wide, top]
    case 90:
      return [left, bottom + from * high, right, bottom + to * high]
    case 180:
      return [right - to * wide, bottom, right - from * wide, top]
    case 270:
      return [left, top - to * high, right, top - from * high]
  }
}

/** Part of a letter's height that may stand free between two boxes of one line. */
const GAP = 0.4
const SAME = 0.6

/** Adds the box, to the last one where it goes on in the same line: then the answer is true. */
function append(boxes: Box[], box: Box, turn: Turn): boolean {
  const last = boxes.at(-1)
  if (last !== undefined && goesOn(turn === 0 || turn === 180 ? [last, box] : [sideways(last), sideways(box)])) {
    boxes[boxes.length - 1] = around([last, box])
    return true
  }
  boxes.push(box)
  return false
}

const sideways = ([left, bottom, right, top]: Box): Box => [bottom, left, top, right]

function goesOn([a, b]: readonly [Box, Box]): boolean {
  const high = Math.max(a[3] - a[1], b[3] - b[1])
  const isLine = Math.abs(a[1] - b[1]) < SAME && Math.abs(a[3] - b[3]) < SAME
  return isLine && Math.max(a[0], b[0]) - Math.min(a[2], b[2]) < GAP * high
}

export function around(boxes: readonly Box[]): Box {
  let [left, bottom, right, top] = boxes[0] as Box
  for (const box of boxes) {
    left = Math.min(left, box[0])
    bottom = Math.min(bottom, box[1])
    right = Math.max(right, box[2])
    top = Math.max(top, box[3])
  }
  return [left, bottom, right, top]
}

/** Upper left, upper right, lower left, lower right of the words as they are read. */
export function cornersOf([left, bottom, right, top]: Box, turn: Turn): readonly number[] {
  switch (turn) {
    case 0:
      return [left, top, right, top, left, bottom, right, bottom]
    case 90:
      return [left, bottom, left, top, right, bottom, right, top]
    case 180:
      return [right, bottom, left, bottom, right, top, left, top]
    case 270:
      return [right, top, right, bottom, left, top, left, bottom]
  }
}
