/** Words of one line as text: where the gap between two of them is a space, and where only a setter's stretch. */
import { classOf, displayWidth, WHITE, WIDE } from '../characters.ts'
import { type Page, rightOf, type Word } from './page.ts'

/** A stretch of the text that stands together: a figure, or the words between two. White space has no place of its own. */
export interface Piece {
  readonly text: string
  readonly x1: number
  readonly x2: number
}

/** The page that a line stands on. */
export type Sheet = Pick<Page, 'number' | 'width' | 'height' | 'toOwn'>

export interface TextLine {
  readonly sheet: Sheet
  readonly text: string
  readonly pieces: readonly Piece[]
  readonly x1: number
  readonly x2: number
  /** The baseline, and the size of most letters. */
  readonly y: number
  readonly size: number
  /** A gap as wide as between two columns stands in it. */
  readonly isSpread: boolean
  /** White space was drawn behind the last word. */
  readonly endsInSpace: boolean
}

/** Narrower gaps are none, in ems: between two figures, between Latin words, beside an ideograph. */
const FIGURE_GAP = 0.3
const LATIN_GAP = 0.16
const WIDE_GAP = 0.6
/** In ems, wider than any stretched line has. */
const COLUMN_GAP = 1.6
/** A space for each half em, as a fixed-width font has it. */
const SPACE = 0.5
const MOST_SPACES = 60

/** From left to right. Null when there is nothing to see. */
export function textLine(words: readonly Word[], sheet: Sheet): TextLine | null {
  const writer = new LineWriter()
  for (const word of words) writer.take(word)
  return writer.finish(sheet)
}

class LineWriter {
  readonly #pieces: Piece[] = []
  /** Letters and the text of the piece that is being written. */
  #text = ''
  #x1 = 0
  #x2 = 0
  #isFigure = false
  #pendingSpaces = ''
  #left = 0
  #right = 0
  #last: Word | null = null
  #letters = 0
  #sizes = new Map<number, { letters: number; y: number }>()
  #isSpread = false

  take(word: Word): void {
    const { text, xs } = word
    let isFirst = true
    for (let i = 0; i < text.length; i++) {
      const code = text.charCodeAt(i)
      if (classOf(code) === WHITE) {
        if (this.#letters > 0) this.#pendingSpaces += code === 0x3000 ? '\u3000' : ' '
        continue
      }
      if (isFirst && this.#last) this.#gap(word, xs[i] as number, code)
      isFirst = false
      this.#add(text.charAt(i), code, xs[i] as number, xs[i + 1] as number)
    }
    if (!isFirst) {
      this.#last = word
      this.#right = Math.max(this.#right, rightOfInk(word))
      this.#count(word)
    }
  }

  /** Spaces that were drawn count as they are; a gap without them is measured. */
  #gap(word: Word, x: number, code: number): void {
    const before = this.#last as Word
    const em = Math.min(before.size, word.size)
    const gap = (x - this.#right) / em
    if (gap >= COLUMN_GAP) this.#isSpread = true
    if (this.#pendingSpaces !== '' && gap < COLUMN_GAP + columnsOf(this.#pendingSpaces) * SPACE) return
    if (gap < leastGap(this.#text.charCodeAt(this.#text.length - 1), code)) return
    this.#pendingSpaces = ' '.repeat(Math.min(MOST_SPACES, Math.max(1, Math.round(gap / SPACE))))
  }

  #add(letter: string, code: number, x1: number, x2: number): void {
    const isFigure = isFigurePart(code)
    if (this.#pendingSpaces !== '' || (this.#text !== '' && isFigure !== this.#isFigure)) this.#close()
    if (this.#pendingSpaces !== '') {
      this.#pieces.push({ text: this.#pendingSpaces, x1: this.#x2, x2: x1 })
      this.#pendingSpaces = ''
    }
    if (this.#text === '') this.#x1 = x1
    if (this.#letters++ === 0) this.#left = x1
    this.#text += letter
    this.#x2 = x2
    this.#isFigure = isFigure
  }

  #close(): void {
    if (this.#text !== '') this.#pieces.push({ text: this.#text, x1: Math.min(this.#x1, this.#x2), x2: Math.max(this.#x1, this.#x2) })
    this.#text = ''
  }

  #count({ size, y, text }: Word): void {
    const key = Math.round(size * 4)
    const known = this.#sizes.get(key)
    if (known) known.letters += text.length
    else this.#sizes.set(key, { letters: text.length, y })
  }

  finish(sheet: Sheet): TextLine | null {
    this.#close()
    if (this.#letters === 0) return null
    let [size, most, y] = [0, 0, 0]
    for (const [key, one] of this.#sizes) if (one.letters > most) [size, most, y] = [key / 4, one.letters, one.y]
    const text = this.#pieces.map((piece) => piece.text).join('')
    const endsInSpace = this.#pendingSpaces !== ''
    return { sheet, text, pieces: this.#pieces, x1: this.#left, x2: this.#right, y, size, isSpread: this.#isSpread, endsInSpace }
  }
}

function rightOfInk(word: Word): number {
  let end = word.text.length
  while (end > 0 && classOf(word.text.charCodeAt(end - 1)) === WHITE) end--
  return word.xs[end] ?? rightOf(word)
}

function leastGap(before: number, after: number): number {
  if (classOf(before) === WIDE || classOf(after) === WIDE) return WIDE_GAP
  return isFigurePart(before) && isFigurePart(after) ? FIGURE_GAP : LATIN_GAP
}

/** Digits and what stands inside figures. */
function isFigurePart(code: number): boolean {
  return (code >= 0x30 && code <= 0x39) || code === 0x2e || code === 0x2c || (code >= 0xff10 && code <= 0xff19)
}

function columnsOf(spaces: string): number {
  let columns = 0
  for (let i = 0; i < spaces.length; i++) columns += displayWidth(spaces.charCodeAt(i))
  return columns
}
