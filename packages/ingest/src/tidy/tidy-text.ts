/** Tidied text from pieces of the original: needless white space goes, every character keeps its way back. */

import type { Origin, Segment } from '@jiheng/vocabulary'
import { classOf, DIGIT, hasBlanks, INVISIBLE, LETTER, MARK, squeeze, WHITE, WIDE } from '../characters.ts'
import { isItemStart } from './items.ts'
import { readNumber } from './numbering.ts'

/** The decoded text, and the same with residue blanked out at the same offsets. */
export interface Source {
  readonly text: string
  readonly clean: string
  readonly hasPages: boolean
}

export interface Place {
  readonly start: number
  readonly end: number
  readonly line: number
  readonly page: number
}

export interface Tidied {
  readonly text: string
  readonly at: Origin
}

const NONE: readonly Segment[] = []
/** White space of this many columns (or a tab) between two words is layout, not noise of a scanner. */
const WIDE_GAP = 3

/**
 * `spans` are start and end offsets by turns, in order; between two of them nothing or a line break is left out.
 * `place` is the slice that the segments lead into; it holds all spans.
 */
export function tidy(source: Source, spans: readonly number[], place: Place): Tidied {
  if (spans.length === 2 && spans[0] === place.start && spans[1] === place.end) {
    const text = source.clean.slice(place.start, place.end)
    if (!hasBlanks(text)) return { text, at: originOf(source, place, source.text.slice(place.start, place.end)) }
  }
  const writer = new TidyWriter(source.clean, place.start)
  for (let i = 0; i + 1 < spans.length; i += 2) writer.take(spans[i] ?? 0, spans[i + 1] ?? 0, i > 0)
  const original = source.text.slice(place.start, place.end)
  const { text, segments } = writer.finish()
  const [only] = segments
  const isSame = segments.length === 1 && only?.original === 0 && only.length === original.length
  return { text, at: originOf(source, place, original, isSame ? NONE : segments) }
}

export function originOf(source: Source, place: Place, original: string, segments: readonly Segment[] = NONE): Origin {
  const { start, end, line, page } = place
  return source.hasPages ? { start, end, line, original, segments, page } : { start, end, line, original, segments }
}

class TidyWriter {
  readonly #clean: string
  readonly #base: number
  readonly #segments: Segment[] = []
  #text = ''
  /** Start of the run that is being read, or -1. */
  #run = -1
  /** Offset and class of the last character kept. */
  #last = -1
  /** First white character since then, and how many. */
  #gapAt = -1
  #gapLength = 0
  #gapIsWide = false
  /** A new item begins behind the line break: it is not glued to the one above. */
  #gapIsForced = false

  constructor(clean: string, base: number) {
    this.#clean = clean
    this.#base = base
  }

  take(start: number, end: number, isJoined: boolean): void {
    this.#endRun(this.#last + 1)
    if (isJoined) this.#openGap(start, end)
    for (let i = start; i < end; i++) {
      const kind = classOf(this.#clean.charCodeAt(i))
      if (kind === WHITE) this.#white(i)
      else if (kind === INVISIBLE) this.#endRun(i)
      else this.#keep(i, end)
    }
    this.#endRun(this.#last + 1)
  }

  /** A line break between two pieces: a space if both sides are Latin, else nothing. It may have no character of its own to map to. */
  #openGap(before: number, end: number): void {
    const front = squeeze(this.#clean.slice(before, Math.min(end, before + 24)))
    this.#gapIsForced = isItemStart(front) || readNumber(front) !== null
    if (this.#gapAt < 0) this.#gapAt = classOf(this.#clean.charCodeAt(before - 1)) === WHITE ? before - 1 : -1
    if (this.#gapAt >= 0) this.#gapLength = 1
  }

  #white(at: number): void {
    this.#endRun(at)
    const code = this.#clean.charCodeAt(at)
    if (this.#gapLength === 0) this.#gapAt = at
    this.#gapLength += code === 0x3000 ? 2 : 1
    if (this.#gapLength >= WIDE_GAP || code === 9) this.#gapIsWide = true
  }

  #keep(at: number, end: number): void {
    if (this.#gapLength > 0) this.#closeGap(at, end)
    if (this.#run < 0) this.#run = at
    this.#last = at
  }

  #closeGap(at: number, end: number): void {
    const space = this.#gapAt
    const isKept = this.#last >= 0 && (this.#gapIsForced || this.#isLatinGap(at) || (this.#gapIsWide && this.#isBetweenWords(at, end)))
    this.#gapLength = 0
    this.#gapAt = -1
    this.#gapIsWide = false
    this.#gapIsForced = false
    if (isKept && space >= 0) this.#emit(' ', space)
  }

  #isLatinGap(at: number): boolean {
    const before = this.#clean.charCodeAt(this.#last)
    const after = this.#clean.charCodeAt(at)
    if (classOf(before) === WIDE || classOf(after) === WIDE) return false
    if (before === 0x28 || before === 0x5b || isClosing(after) || this.#isInsideNumber(at)) return false
    return isLatin(before) || isLatin(after)
  }

  /** `96. 44%`, `1 856.32万元`: a scanner's space behind the point, or one between thousands. */
  #isInsideNumber(at: number): boolean {
    const before = this.#clean.slice(Math.max(this.#base, this.#last - 4), this.#last + 1)
    const after = this.#clean.slice(at, at + 6)
    if (/\d\d\.$/.test(before) && /^\d/.test(after)) return true
    return /(^|[^\d.,])\d{1,3}$/.test(before) && /^\d{3}(\.\d|[万亿元])/.test(after)
  }

  /** `自   评   报   告` is one word set apart; `预算数   执行数` is two; behind a Chinese mark no space is needed. */
  #isBetweenWords(at: number, end: number): boolean {
    if (isMark(this.#clean.charCodeAt(this.#last)) || isMark(this.#clean.charCodeAt(at))) return false
    const isWordBefore = this.#last > this.#base && classOf(this.#clean.charCodeAt(this.#last - 1)) > INVISIBLE
    return isWordBefore && at + 1 < end && classOf(this.#clean.charCodeAt(at + 1)) > INVISIBLE
  }

  #endRun(to: number): void {
    if (this.#run < 0) return
    this.#emit(this.#clean.slice(this.#run, to), this.#run)
    this.#run = -1
  }

  #emit(piece: string, from: number): void {
    const original = from - this.#base
    const last = this.#segments.at(-1)
    if (last && last.original + last.length === original) {
      this.#segments[this.#segments.length - 1] = { ...last, length: last.length + piece.length }
    } else {
      this.#segments.push({ tidy: this.#text.length, original, length: piece.length })
    }
    this.#text += piece
  }

  finish(): { text: string; segments: readonly Segment[] } {
    return { text: this.#text, segments: this.#segments }
  }
}

function isLatin(code: number): boolean {
  const kind = classOf(code)
  return kind === LETTER || kind === DIGIT
}

/** Punctuation, Chinese or ASCII; 〇 is a figure. */
function isMark(code: number): boolean {
  if (code < 0x80) return classOf(code) === MARK
  return (code >= 0x3000 && code < 0x3040 && code !== 0x3007) || (code >= 0x2010 && code < 0x2070) || FULL_WIDTH_MARKS.includes(code)
}

const FULL_WIDTH_MARKS: readonly number[] = [0xff01, 0xff08, 0xff09, 0xff0c, 0xff0d, 0xff0e, 0xff1a, 0xff1b, 0xff1f]

/** ASCII marks that stand directly behind a word: `95 %`, `( 1 )`. */
function isClosing(code: number): boolean {
  return code === 0x25 || code === 0x29 || code === 0x2c || code === 0x2e || code === 0x3a || code === 0x3b || code === 0x5d
}
