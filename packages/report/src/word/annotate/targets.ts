/** Where the accused words of a finding stand in the Word part: the first and the last piece of them. */
import type { Finding } from '@jiheng/audit'
import type { SourceDocument } from '@jiheng/ingest'
import { type Place, placeAt, type Spot } from '@jiheng/vocabulary'

export type RunSpot = Extract<Spot, { kind: 'run' }>

/** Characters of one place. */
export interface Piece {
  readonly spot: RunSpot
  /** Of its first character in the text of the run; null for what is no text. */
  readonly at: number | null
  /** As the document says it. */
  readonly text: string
}

/** In the order of the text; empty where the words stand in no place of a Word file. */
export function piecesOf({ reports, places }: SourceDocument, { quotes }: Finding): readonly Piece[] {
  const [accused] = quotes
  const block = accused && reports[accused.report]?.blocks[accused.block]
  if (!accused || !block) return []
  const start = block.at.start + accused.start
  const end = block.at.start + accused.end
  const textOf = (from: number, to: number): string => block.at.original.slice(from - block.at.start, to - block.at.start)
  const pieces = placesBetween(places, start, end).flatMap((place) => pieceOf(place, start, end, textOf))
  const inRuns = pieces.filter(({ spot }) => spot.run !== null)
  const isWord = ({ text }: Piece): boolean => text.trim() !== ''
  // Tabs and breaks at the ends would only widen the mark.
  const words = inRuns.slice(Math.max(0, inRuns.findIndex(isWord)), inRuns.findLastIndex(isWord) + 1)
  if (words.length > 0) return words
  if (pieces.length > 0) return pieces.slice(0, 1)
  const near = placeAt(places, start)
  return near?.spot.kind === 'run' ? [{ spot: near.spot, at: null, text: '' }] : []
}

function placesBetween(places: readonly Place[], start: number, end: number): readonly Place[] {
  let [low, high] = [0, places.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((places[middle] as Place).end <= start) low = middle + 1
    else high = middle
  }
  const found: Place[] = []
  for (let at = low; at < places.length && (places[at] as Place).start < end; at++) found.push(places[at] as Place)
  return found
}

function pieceOf({ start, end, spot }: Place, from: number, to: number, textOf: (from: number, to: number) => string): readonly Piece[] {
  if (spot.kind !== 'run') return []
  const first = Math.max(start, from)
  const at = spot.at === null ? null : spot.at + first - start
  return [{ spot, at, text: textOf(first, Math.min(end, to)) }]
}
