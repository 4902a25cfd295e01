/**
 * What is kept of a report to compare it with others of a batch: some of its runs of 60 letters, each as a hash and a place. Those with
 * the lowest hashes are kept, so that two reports that share text keep the same ones, as many as the share of the text.
 */
import type { SourceReport } from '@jiheng/ingest'
import { toOriginal } from '@jiheng/vocabulary'
import { inLines, type Whereabouts } from '../claims/whereabouts.ts'
import { digest } from '../digest.ts'
import { isBoilerplate } from '../passages/boilerplate.ts'
import { gramHashes } from '../passages/gram-hashes.ts'
import { type LetterStream, letterStream, placeOf } from '../passages/letter-stream.ts'

/** Of a sketch in UTF-16 code units: no more than 1 KB in memory. */
export const MAX_SKETCH = 512
/** Letters that have to be the same, one after another. */
export const RUN = 60
/** The first characters, to know the place by. */
const MAX_WORDS = 6
/** No sketch holds more: the shortest entry takes so much room. */
const MOST_RUNS = Math.floor(MAX_SKETCH / 16)

export interface SketchedRun {
  readonly hash: string
  readonly block: number
  /** Offset into the block's original text. */
  readonly start: number
  /** 0 where the format has no lines. */
  readonly line: number
  /** Verbatim. */
  readonly words: string
}

export function sketchOf(report: SourceReport, whereabouts: Whereabouts = inLines): string {
  const stream = letterStream(report)
  let sketch = ''
  for (const start of lowestRuns(stream.text)) {
    const line = write(runAt(stream, start, whereabouts))
    if (sketch.length + 1 + line.length > MAX_SKETCH) break
    sketch += sketch === '' ? line : `\n${line}`
  }
  return sketch
}

export function readSketch(sketch: string): readonly SketchedRun[] {
  return sketch === '' ? [] : sketch.split('\n').map(read)
}

const RADIX = 36

function write({ hash, block, start, line, words }: SketchedRun): string {
  return `${hash}.${[block, start, line].map((number) => number.toString(RADIX)).join('.')} ${words}`
}

function read(line: string): SketchedRun {
  const gap = line.indexOf(' ')
  const [hash = '', ...numbers] = line.slice(0, gap).split('.')
  const [block = 0, start = 0, at = 0] = numbers.map((number) => Number.parseInt(number, RADIX))
  return { hash, block, start, line: at, words: line.slice(gap + 1) }
}

/** Starts of the runs with the lowest hashes, each text once, the lowest first. */
function lowestRuns(text: string): readonly number[] {
  const hashes = gramHashes(text, RUN)
  const kept: { readonly rank: number; readonly start: number }[] = []
  for (let start = 0; start < hashes.length; start++) {
    const rank = mix(hashes[start] as number)
    const last = kept.at(-1)
    if (kept.length === MOST_RUNS && last !== undefined && rank >= last.rank) continue
    if (kept.some((one) => one.rank === rank) || isBoilerplate(text.slice(start, start + RUN))) continue
    let at = kept.length
    while (at > 0 && (kept[at - 1]?.rank ?? 0) > rank) at--
    kept.splice(at, 0, { rank, start })
    if (kept.length > MOST_RUNS) kept.pop()
  }
  return kept.map(({ start }) => start)
}

/** Spreads a hash over all 32 bits (the last step of MurmurHash3). */
function mix(hash: number): number {
  let mixed = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b)
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35)
  return (mixed ^ (mixed >>> 16)) >>> 0
}

/** Where the next clause of the run begins, so that its first words can be read; a run may begin in the middle of a word. */
function clauseFrom(text: string, start: number): number {
  if (start === 0 || MARK.test(text.charAt(start - 1))) return start
  const mark = text.slice(start, start + RUN / 2).search(/[，。；：、][^\s，。；：、]/)
  return mark < 0 ? start : start + mark + 1
}

const MARK = /[，。；：、\s]/

function runAt(stream: LetterStream, from: number, whereabouts: Whereabouts): SketchedRun {
  const place = placeOf(stream, from, RUN)
  const block = stream.report.blocks[place.block]
  if (block === undefined || !('text' in block)) throw new Error(`no text in block ${place.block}`)
  const { at } = block
  const start = toOriginal(at, clauseFrom(block.text, place.start), 'start')
  return {
    // The rank chooses; among very many reports only a longer hash tells them apart.
    hash: Number.parseInt(digest(stream.text.slice(from, from + RUN)).slice(0, 10), 16).toString(RADIX),
    block: place.block,
    start,
    line: whereabouts(at.start + start, at.line + (at.original.slice(0, start).match(/\n/g)?.length ?? 0)).line ?? 0,
    words: /^[^\n]*/.exec(at.original.slice(start, start + MAX_WORDS))?.[0] ?? '',
  }
}
