/** Where the next letter stands: fonts, spacing and matrices of PDF's text operators, letter by letter. */

import { IDENTITY, type Matrix, moved, times } from '../../pages/matrix.ts'
import type { Run } from '../../pages/page.ts'

export interface Font {
  readonly isVertical: boolean
  /** Width of a glyph's unit in ems. */
  readonly unit: number
}

/** A letter as the library hands it over; a number instead moves the next letter back, in thousandths of an em. */
export interface Glyph {
  readonly unicode: string
  readonly width: number
  readonly isSpace: boolean
  readonly vmetric?: readonly [width: number, x: number, y: number] | null
}

export const PLAIN_FONT: Font = { isVertical: false, unit: 0.001 }
/** In ems: after such a leap the letters are another run, so that the gap is seen: a space of Latin words, or the next column. */
const LEAP = 0.15
/** Nobody reads smaller letters; programs hide words so. Points. */
const SMALLEST = 1
const LONGEST_RUN = 4_000

export class TextState {
  font: Font = PLAIN_FONT
  size = 0
  charSpacing = 0
  wordSpacing = 0
  scale = 1
  leading = 0
  rise = 0
  #matrix: Matrix = IDENTITY
  #x = 0
  #y = 0
  #lineX = 0
  #lineY = 0

  copy(): TextState {
    const copy = new TextState()
    Object.assign(copy, { font: this.font, size: this.size, charSpacing: this.charSpacing, wordSpacing: this.wordSpacing })
    Object.assign(copy, { scale: this.scale, leading: this.leading, rise: this.rise })
    copy.#matrix = this.#matrix
    copy.#x = this.#x
    copy.#y = this.#y
    copy.#lineX = this.#lineX
    copy.#lineY = this.#lineY
    return copy
  }

  begin(matrix: Matrix = IDENTITY): void {
    this.#matrix = matrix
    this.#x = 0
    this.#y = 0
    this.#lineX = 0
    this.#lineY = 0
  }

  move(x: number, y: number): void {
    this.#lineX += x
    this.#lineY += y
    this.#x = this.#lineX
    this.#y = this.#lineY
  }

  /** The runs that the letters make on the page. */
  show(glyphs: readonly (Glyph | number)[], page: Matrix, take: (run: Run) => void): void {
    if (this.font.isVertical) this.#showVertical(glyphs, page, take)
    else this.#showAcross(glyphs, page, take)
  }

  #showAcross(glyphs: readonly (Glyph | number)[], page: Matrix, take: (run: Run) => void): void {
    const em = Math.abs(this.size)
    const direction = this.size < 0 ? -1 : 1
    const writer = new RunWriter(times(page, this.#matrix), em, this.scale * direction, take)
    let x = 0
    writer.startAt(this.#x, this.#y + this.rise)
    for (const glyph of glyphs) {
      if (typeof glyph === 'number') {
        x -= (glyph * em) / 1000
        continue
      }
      writer.add(glyph.unicode, x, glyph.width * em * this.font.unit)
      x += glyph.width * em * this.font.unit + (this.charSpacing + (glyph.isSpace ? this.wordSpacing : 0)) * direction
    }
    writer.end()
    this.#x += x * this.scale * direction
  }

  /** Each letter is a run of its own, as if set across: they stand below one another. */
  #showVertical(glyphs: readonly (Glyph | number)[], page: Matrix, take: (run: Run) => void): void {
    const em = Math.abs(this.size)
    const matrix = times(page, this.#matrix)
    let down = 0
    for (const glyph of glyphs) {
      if (typeof glyph === 'number') {
        down += (glyph * em) / 1000
        continue
      }
      const wide = (glyph.vmetric?.[0] ?? -1000) * em * this.font.unit
      const aside = (glyph.vmetric?.[1] ?? glyph.width / 2) * em * this.font.unit
      const above = (glyph.vmetric?.[2] ?? 880) * em * this.font.unit
      const writer = new RunWriter(matrix, em, this.scale, take)
      writer.startAt(this.#x - aside, this.#y + this.rise - down - above)
      writer.add(glyph.unicode, 0, glyph.width * em * this.font.unit)
      writer.end()
      down += -wide + this.charSpacing + (glyph.isSpace ? this.wordSpacing : 0)
    }
    this.#y -= down
  }
}

class RunWriter {
  readonly #matrix: Matrix
  readonly #em: number
  readonly #scale: number
  readonly #take: (run: Run) => void
  #x = 0
  #y = 0
  #text = ''
  #along: number[] = []
  #first = 0
  #right = 0

  constructor(matrix: Matrix, em: number, scale: number, take: (run: Run) => void) {
    this.#matrix = matrix
    this.#em = em
    this.#scale = scale
    this.#take = take
  }

  startAt(x: number, y: number): void {
    this.#x = x
    this.#y = y
  }

  add(unicode: string, x: number, width: number): void {
    const text = seen(unicode)
    if (text === '') return
    const isFar = Math.abs(x - this.#right) > LEAP * this.#em
    if (this.#text !== '' && (isFar || this.#text.length >= LONGEST_RUN)) this.end()
    if (this.#text === '') this.#first = x
    for (let i = 0; i < text.length; i++) this.#along.push(x - this.#first + (width * i) / text.length)
    this.#text += text
    this.#right = x + width
  }

  end(): void {
    const text = this.#text
    if (text === '') return
    const [a, b, c, d] = this.#matrix
    const length = Math.hypot(a, b)
    const size = this.#em * Math.hypot(c, d)
    const stretch = length * Math.abs(this.#scale)
    const along = [...this.#along, this.#right - this.#first].map((far) => far * stretch)
    this.#text = ''
    this.#along = []
    if (!(length > 0) || !(size >= SMALLEST) || !Number.isFinite(size + stretch)) return
    const [x, y] = moved(this.#matrix, this.#x + this.#first * this.#scale, this.#y)
    const sign = Math.sign(this.#scale)
    this.#take({ text, x, y, ux: (a / length) * sign, uy: (b / length) * sign, along, size })
  }
}

/** Joined letters apart, control characters gone. */
function seen(unicode: string): string {
  const text = /[\ufb00-\ufb06]/.test(unicode) ? unicode.normalize('NFKC') : unicode
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
  return text.replace(/[\u0000-\u001f\u007f-\u009f]/g, (control) => (/\s/.test(control) ? ' ' : ''))
}
