/** Character classes for the scanner: one table look-up a character, so that ordinary text costs next to nothing. */
import { numeralCodes } from '../numerals.ts'

export const OTHER = 0
export const DIGIT = 1
export const LETTER = 2
export const NUMERAL = 3
export const SPACE = 4

const FULL_WIDTH_ZERO = 0xff10
const classes = new Uint8Array(0x10000)

function mark(from: number, to: number, kind: number): void {
  classes.fill(kind, from, to + 1)
}

mark(0x30, 0x39, DIGIT)
mark(FULL_WIDTH_ZERO, FULL_WIDTH_ZERO + 9, DIGIT)
mark(0x41, 0x5a, LETTER)
mark(0x61, 0x7a, LETTER)
mark(0xff21, 0xff3a, LETTER)
mark(0xff41, 0xff5a, LETTER)
for (const code of numeralCodes()) classes[code] = NUMERAL
// Tab and line break are not here: they part cells and lines, and no figure reaches over them.
for (const space of ' \u00a0\u3000\u2002\u2003\u2009\u202f') classes[space.charCodeAt(0)] = SPACE

/** Class of the code unit at `index`; OTHER beyond the text. */
export function classAt(text: string, index: number): number {
  return classes[text.charCodeAt(index)] ?? OTHER
}

export function isDigitAt(text: string, index: number): boolean {
  return classAt(text, index) === DIGIT
}

/** ASCII form of a run of digits that may be full-width. */
export function plainDigits(text: string, from: number, to: number): string {
  for (let i = from; i < to; i++) {
    if (text.charCodeAt(i) >= FULL_WIDTH_ZERO) return narrowed(text, from, to)
  }
  return text.slice(from, to)
}

/** End of the run of digits that starts at `index`. */
export function digitsEnd(text: string, index: number): number {
  let end = index
  while (classAt(text, end) === DIGIT) end++
  return end
}

/** First index from `index` that is no space, looking at no more than `most` spaces. */
export function skipSpaces(text: string, index: number, most: number): number {
  let end = index
  while (end - index < most && classAt(text, end) === SPACE) end++
  return end
}

/** As `skipSpaces`, towards the start of the text: the index after the last character that is no space. */
export function skipSpacesBack(text: string, index: number, most: number): number {
  let start = index
  while (index - start < most && start > 0 && classAt(text, start - 1) === SPACE) start--
  return start
}

export function isPointAt(text: string, index: number): boolean {
  const code = text.charCodeAt(index)
  return code === 0x2e || code === 0xff0e
}

/** Hyphen and minus in their printed widths. */
export function isMinus(code: number): boolean {
  return code === 0x2d || code === 0xff0d || code === 0x2212 || code === 0xfe63
}

/** Any dash or wave that can stand between the ends of a range. */
export function isDash(code: number): boolean {
  return isMinus(code) || (code >= 0x2010 && code <= 0x2015) || code === 0x7e || code === 0xff5e || code === 0x301c || code === 0x2500
}

/** Nothing follows, or a cell or line ends here. */
export function isBreak(code: number): boolean {
  return Number.isNaN(code) || code === 0x0a || code === 0x0d || code === 0x09
}

/** A Chinese character of the common block. */
export function isHan(code: number): boolean {
  return code >= 0x4e00 && code <= 0x9fff
}

function narrowed(text: string, from: number, to: number): string {
  let digits = ''
  for (let i = from; i < to; i++) {
    const code = text.charCodeAt(i)
    digits += String.fromCharCode(code >= FULL_WIDTH_ZERO ? code - FULL_WIDTH_ZERO + 0x30 : code)
  }
  return digits
}
