/** Reads one figure in digits: 512.34, １，２３４．５, 24 .5. Decides what belongs to it and what is no amount but a code. */
import { type Decimal, decimalPlace } from '../decimal.ts'
import { isCount, longestUnitAt } from '../unit.ts'
import {
  classAt,
  DIGIT,
  digitsEnd,
  isBreak,
  isDigitAt,
  isHan,
  isPointAt,
  LETTER,
  NUMERAL,
  plainDigits,
  skipSpaces,
  skipSpacesBack,
} from './characters.ts'

export interface Figure {
  readonly kind: 'figure'
  readonly end: number
  readonly amount: Decimal
  /** One unit in the last printed place. */
  readonly place: Decimal
}

/** Not an amount: too many digits, 1.2.3, or glued to letters. `end` is where scanning goes on. */
export interface Code {
  readonly kind: 'code'
  readonly end: number
}

/** No amount has more digits; card numbers, barcodes and noise have. Also keeps BigInt off text of any length. */
const MAX_DIGITS = 40
const NARROW_COMMA = 0x2c
const WIDE_COMMA = 0xff0c

/** The figure whose first digit stands at `index`. `isCell` says that the text is one table cell, where spaces part less. */
export function readFigure(text: string, index: number, isCell: boolean): Figure | Code {
  const firstEnd = digitsEnd(text, index)
  const whole = readGroups(text, index, firstEnd, isCell)
  const fraction = readFraction(text, index, whole.end, isCell)
  const end = fraction?.end ?? whole.end
  if (isPointAt(text, end) && isDigitAt(text, end + 1) && fraction !== null) return { kind: 'code', end: dottedEnd(text, end) }
  if (classAt(text, end) === LETTER && longestUnitAt(text, end) === null) return { kind: 'code', end: wordEnd(text, end) }
  const digits = fraction?.digits ?? ''
  if (whole.digits.length + digits.length > MAX_DIGITS) return { kind: 'code', end }
  return figureOf(whole.digits, digits, end)
}

/** A figure that begins with its point: ".5" for 0.5, as spreadsheets print it. */
export function readBareFraction(text: string, pointIndex: number): Figure | Code {
  const end = digitsEnd(text, pointIndex + 1)
  if (end - pointIndex > MAX_DIGITS || isPointAt(text, end) || classAt(text, end) === LETTER) return { kind: 'code', end }
  return figureOf('0', plainDigits(text, pointIndex + 1, end), end)
}

/** End of a run of letters, digits and the marks inside model numbers and addresses. */
export function wordEnd(text: string, index: number): number {
  let end = index
  for (;;) {
    while (isWordAt(text, end)) end++
    const behindMark = text.startsWith('://', end) ? end + 3 : isWordMark(text.charCodeAt(end)) ? end + 1 : end
    if (behindMark === end || !isWordAt(text, behindMark)) return end
    end = behindMark
  }
}

function figureOf(whole: string, fraction: string, end: number): Figure {
  let kept = fraction.length
  while (kept > 0 && fraction.charCodeAt(kept - 1) === 0x30) kept--
  const coefficient = BigInt(kept === 0 ? whole : whole + fraction.slice(0, kept))
  return { kind: 'figure', end, amount: { coefficient, scale: kept }, place: decimalPlace(fraction.length) }
}

interface Digits {
  readonly digits: string
  readonly end: number
}

/** The whole part, with its thousands groups. Digits beyond the limit are not copied: the caller only sees that there are too many. */
function readGroups(text: string, start: number, firstEnd: number, isCell: boolean): Digits {
  const plain = { digits: plainDigits(text, start, Math.min(firstEnd, start + MAX_DIGITS + 1)), end: firstEnd }
  if (firstEnd - start > 3 || plain.digits.startsWith('0')) return plain
  const separator = text.charCodeAt(firstEnd)
  if (separator === NARROW_COMMA || separator === WIDE_COMMA) return readCommaGroups(text, plain, separator)
  return readSpaceGroups(text, start, plain, isCell)
}

/**
 * d{1,3}(,ddd)+ with one kind of comma. "3,4" is two numbers. Where the comma may as well be punctuation, the figure needs more:
 * "得分5,100%" is two numbers, and a wide comma joins only before decimals or money.
 */
function readCommaGroups(text: string, first: Digits, separator: number): Digits {
  let { digits, end } = first
  let groups = 0
  while (text.charCodeAt(end) === separator && isGroupAt(text, end + 1)) {
    if (digits.length <= MAX_DIGITS) digits += plainDigits(text, end + 1, end + 4)
    end += 4
    groups++
  }
  if (groups === 0) return first
  if (isPointAt(text, end) && isDigitAt(text, end + 1)) return { digits, end }
  const dimension = longestUnitAt(text, skipSpaces(text, end, 3))?.unit.dimension
  if (separator === WIDE_COMMA) return dimension === 'money' ? { digits, end } : first
  return groups === 1 && dimension === 'ratio' ? first : { digits, end }
}

/**
 * Spaces part the figures of a row far more often than the thousands of one figure ("1 234.56" may be row 1 with 234.56). So they join
 * only before decimals: in a cell, or in running text before money, when there are two groups or no other figure stands before them.
 */
function readSpaceGroups(text: string, start: number, first: Digits, isCell: boolean): Digits {
  let { digits, end } = first
  while (skipSpaces(text, end, 1) === end + 1 && isGroupAt(text, end + 1)) {
    if (digits.length > MAX_DIGITS) return first
    digits += plainDigits(text, end + 1, end + 4)
    end += 4
  }
  const groups = (end - first.end) / 4
  if (groups === 0 || !isPointAt(text, end) || !isDigitAt(text, end + 1)) return first
  const figureEnd = digitsEnd(text, end + 1)
  const isWholeCell = isCell && isEdge(text, start, figureEnd)
  const isMoney = longestUnitAt(text, skipSpaces(text, figureEnd, 3))?.unit.dimension === 'money'
  return isWholeCell || (isMoney && (groups > 1 || isInSentence(text, start))) ? { digits, end } : first
}

/** Behind a Chinese character or opening bracket: in a sentence, not at the head of a line or behind another figure. */
function isInSentence(text: string, start: number): boolean {
  const before = text.charCodeAt(skipSpacesBack(text, start, 3) - 1)
  return isHan(before) || before === 0x28 || before === 0xff08 || before === 0xff1a || before === 0x3a
}

function isGroupAt(text: string, index: number): boolean {
  return isDigitAt(text, index) && isDigitAt(text, index + 1) && isDigitAt(text, index + 2) && !isDigitAt(text, index + 3)
}

/** The decimals behind the whole part, over the spaces that character recognition leaves: "24 .5", "95. 92". */
function readFraction(text: string, start: number, wholeEnd: number, isCell: boolean): Digits | null {
  const point = skipSpaces(text, wholeEnd, 2)
  if (!isPointAt(text, point)) return null
  const from = skipSpaces(text, point + 1, 2)
  if (!isDigitAt(text, from)) return null
  const end = digitsEnd(text, from)
  if (from > point + 1 && !belongsBehindPoint(text, start, wholeEnd, from, end, isCell)) return null
  if (wholeEnd - start <= 2 && (isDateBehindItemNumber(text, from, end) || (!isCell && isCountBehindItemNumber(text, start, end))))
    return null
  return { digits: plainDigits(text, from, Math.min(end, from + MAX_DIGITS + 1)), end }
}

/**
 * "1. 20个" is an item number and a figure, "95. 92分" is one figure: at the head of an item nothing joins over a space, except when the
 * line or cell holds nothing else.
 */
function belongsBehindPoint(text: string, start: number, wholeEnd: number, from: number, end: number, isCell: boolean): boolean {
  if (end - from > 2 || isPointAt(text, end)) return false
  if (isCell && isEdge(text, start, end)) return true
  const next = text.charCodeAt(skipSpaces(text, end, 1))
  const unit = longestUnitAt(text, skipSpaces(text, end, 1))?.unit
  if (unit?.dimension === 'calendar' || unit?.id === 'day' || (unit === undefined && isHan(next))) return false
  const before = text.charCodeAt(skipSpacesBack(text, start, 3) - 1)
  if (isBreak(before)) return isBreak(next) && wholeEnd - start > 1
  if (before === 0xff1a || before === 0x3a) return wholeEnd - start > 1 && end - from === 2
  return isHan(before) && classAt(text, start - 1) !== NUMERAL
}

/** "1.2023年" is item 1 and a year, "2.8月" item 2 and a month: nobody prints decimals of a calendar year or month. */
function isDateBehindItemNumber(text: string, from: number, end: number): boolean {
  const next = text.charCodeAt(end)
  if (next === 0x5e74) return end - from === 4
  return next === 0x6708 && end - from <= 2 && text.charCodeAt(from) !== 0x30
}

/** "3.5个项目" at the head of a line is item 3 and five projects: averages have decimals (人均2.5件), but never start a line. */
function isCountBehindItemNumber(text: string, start: number, end: number): boolean {
  if (!isBreak(text.charCodeAt(skipSpacesBack(text, start, 3) - 1))) return false
  const unit = longestUnitAt(text, end)?.unit
  return unit !== undefined && isCount(unit.id)
}

/** The figure fills the cell, but for sign, brackets and unit. The lengths are looked at first, so that a long cell costs nothing. */
function isEdge(text: string, start: number, end: number): boolean {
  if (start > 8 || text.length - end > 8) return false
  const before = text.slice(0, start).trim()
  const after = text.slice(end).trim()
  const isOpen = before === '' || (before.length === 1 && '-－−+＋(（△▲'.includes(before))
  return isOpen && (after === '' || after === ')' || after === '）' || longestUnitAt(after, 0)?.length === after.length)
}

function dottedEnd(text: string, index: number): number {
  let end = index
  while (isPointAt(text, end) && isDigitAt(text, end + 1)) end = digitsEnd(text, end + 1)
  return classAt(text, end) === LETTER ? wordEnd(text, end) : end
}

function isWordMark(code: number): boolean {
  return code === 0x2e || code === 0x2d || code === 0x5f || code === 0x40 || code === 0x2f
}

function isWordAt(text: string, index: number): boolean {
  const kind = classAt(text, index)
  return kind === LETTER || kind === DIGIT
}
