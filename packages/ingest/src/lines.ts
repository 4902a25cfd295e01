/** Lines that hold something, with what stands between them. */
import { isBlank, squeeze } from './characters.ts'
import type { Limits } from './limits.ts'
import type { InlineResidue } from './tidy/inline-residue.ts'
import { type LineNumber, readNumber } from './tidy/numbering.ts'

export interface Line {
  readonly kind: 'line'
  /** With indentation, without the line break. */
  readonly from: number
  readonly to: number
  /** Without white space at both ends. */
  readonly start: number
  readonly end: number
  /** As a text editor counts, from 1. */
  readonly line: number
  /** Blank lines before it. */
  readonly gap: number
  /** A form feed, a watermark or a page number stands before it. */
  readonly newPage: boolean
  /** From 1. */
  readonly page: number
  readonly tabs: number
  /** The first characters without white space; the whole line when `whole`. */
  readonly head: string
  readonly whole: boolean
  /** The last characters without white space. */
  readonly tail: string
  /** The number that it starts with. */
  readonly number: LineNumber | null
  /** A paragraph ends with it: U+2029 stands behind. */
  readonly endsParagraph: boolean
  /** A table that the file marks stands between it and the next line. */
  readonly aboveTable?: true
}

export interface Lines {
  readonly lines: Line[]
  readonly longest: { readonly line: number; readonly length: number } | null
  /** The line where reading stopped because there were too many; null when all were read. */
  readonly cutAt: number | null
  readonly hasPages: boolean
}

const HEAD_LENGTH = 120
const TAIL_LENGTH = 24
/** Cell-per-line tables hold lines of one tab; nobody has more empty cells than this in a row. */
const MOST_EMPTY_CELLS = 200
const TAB = 9
const PARAGRAPH_END = 0x2029
const NOTHING = { head: '', whole: true, tail: '', number: null } as const

/** `clean` is the text with residue blanked out; `residue` tells which blank lines are watermarks. */
export function readLines(clean: string, residue: readonly InlineResidue[], limits: Limits): Lines {
  const reader = new LineReader(clean, residue, limits)
  let from = 0
  let tabs = 0
  for (let i = 0; i <= clean.length; i++) {
    const code = i < clean.length ? clean.charCodeAt(i) : 10
    if (code > 13 && code !== 0x85 && code !== 0x2028 && code !== 0x2029) continue
    if (code < 10) {
      if (code === TAB) tabs++
      continue
    }
    reader.take(from, i, tabs)
    if (reader.isFull) return reader.result(true)
    if (code === 13 && clean.charCodeAt(i + 1) === 10) i++
    reader.lineBreak(code, i)
    from = i + 1
    tabs = 0
  }
  return reader.result(false)
}

class LineReader {
  readonly #clean: string
  readonly #watermarks: readonly InlineResidue[]
  readonly #limits: Limits
  readonly #lines: Line[] = []
  #longest: Lines['longest'] = null
  #line = 1
  #page = 1
  #gap = 0
  #newPage = false
  #empties = 0
  #nextMark = 0

  constructor(clean: string, residue: readonly InlineResidue[], limits: Limits) {
    this.#clean = clean
    this.#watermarks = residue.filter((one) => one.kind === 'watermark')
    this.#limits = limits
  }

  get isFull(): boolean {
    return this.#lines.length >= this.#limits.maxLines
  }

  take(from: number, to: number, tabs: number): void {
    const clean = this.#clean
    let start = from
    let end = to
    while (start < end && isBlank(clean.charCodeAt(start))) start++
    while (end > start && isBlank(clean.charCodeAt(end - 1))) end--
    if (start === end) this.#takeBlank(from, to, tabs)
    else this.#takeText(from, to, start, end, tabs)
  }

  #takeBlank(from: number, to: number, tabs: number): void {
    if (this.#holdsWatermark(from, to)) this.#newPage = true
    if (tabs === 1 && this.#clean.charCodeAt(from) === TAB && this.#followsCell() && this.#empties < MOST_EMPTY_CELLS) {
      this.#empties++
      this.#push({ from, to, start: to, end: to, tabs, ...NOTHING })
    } else {
      this.#gap++
    }
  }

  #followsCell(): boolean {
    const last = this.#lines.at(-1)
    return last !== undefined && this.#gap === 0 && last.tabs === 1 && this.#clean.charCodeAt(last.from) === TAB
  }

  #takeText(from: number, to: number, start: number, end: number, tabs: number): void {
    this.#empties = 0
    if (end - start > this.#limits.maxLineLength) this.#takeLong(from, to, start, end)
    else this.#pushText(from, to, start, end, tabs)
  }

  #takeLong(from: number, to: number, start: number, end: number): void {
    if (!this.#longest || end - start > this.#longest.length) this.#longest = { line: this.#line, length: end - start }
    for (let at = start; at < end; ) {
      const next = end - at <= this.#limits.maxLineLength ? end : cutBefore(this.#clean, at, at + this.#limits.maxLineLength)
      this.#pushText(at === start ? from : at, next === end ? to : next, at, next, 0)
      at = next
    }
  }

  #pushText(from: number, to: number, start: number, end: number, tabs: number): void {
    const clean = this.#clean
    const near = end - start <= HEAD_LENGTH
    const front = squeeze(clean.slice(start, near ? end : start + 2 * HEAD_LENGTH))
    const whole = near || (end - start <= 2 * HEAD_LENGTH && front.length <= HEAD_LENGTH)
    const head = whole ? front : front.slice(0, HEAD_LENGTH)
    const tail = whole ? head.slice(-TAIL_LENGTH) : squeeze(clean.slice(Math.max(start, end - 2 * TAIL_LENGTH), end)).slice(-TAIL_LENGTH)
    this.#push({ from, to, start, end, tabs, head, whole, tail, number: readNumber(clean.slice(start, Math.min(end, start + 40))) })
  }

  #push(part: Omit<Line, 'kind' | 'line' | 'gap' | 'newPage' | 'page' | 'endsParagraph'>): void {
    this.#lines.push({
      kind: 'line',
      endsParagraph: false,
      ...part,
      line: this.#line,
      gap: this.#gap,
      newPage: this.#newPage,
      page: this.#page,
    })
    this.#gap = 0
    this.#newPage = false
  }

  #holdsWatermark(from: number, to: number): boolean {
    while ((this.#watermarks[this.#nextMark]?.start ?? Number.POSITIVE_INFINITY) < from) this.#nextMark++
    return (this.#watermarks[this.#nextMark]?.start ?? Number.POSITIVE_INFINITY) < to
  }

  lineBreak(code: number, at: number): void {
    const last = this.#lines.at(-1)
    if (code === PARAGRAPH_END && last?.to === at) this.#lines[this.#lines.length - 1] = { ...last, endsParagraph: true }
    if (code === 10 || code === 13) this.#line++
    if (code !== 12) return
    this.#page++
    this.#newPage = true
  }

  result(isCut: boolean): Lines {
    return { lines: this.#lines, longest: this.#longest, cutAt: isCut ? this.#line : null, hasPages: this.#page > 1 }
  }
}

/** Near the end of the piece, after a mark that ends a clause, so that no figure is cut in two. */
function cutBefore(clean: string, from: number, to: number): number {
  for (let at = to; at > to - 2000 && at > from + 1; at--) {
    const code = clean.charCodeAt(at - 1)
    if (code === 0x3002 || code === 0xff1b || code === 0xff0c || isBlank(code)) return at
  }
  const last = clean.charCodeAt(to - 1)
  return last >= 0xd800 && last < 0xdc00 && to - 1 > from ? to - 1 : to
}
