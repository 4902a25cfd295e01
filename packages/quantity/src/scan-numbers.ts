/**
 * The hot path: every number of a text in one pass from left to right. Look-back and look-ahead are bounded, so time grows with the text
 * alone, whatever stands in it. What a number means (year, heading, document number) is decided by the reader of the result.
 */
import { negate } from './decimal.ts'
import { classAt, DIGIT, isDash, LETTER, NUMERAL } from './scan/characters.ts'
import { readDigits } from './scan/digits.ts'
import { wordEnd } from './scan/figure.ts'
import { readNumeral } from './scan/numeral.ts'
import { type Draft, finish, type PrintedNumber } from './scan/printed-number.ts'
import { type Chain, linkRange } from './scan/range.ts'
import { dimensionOf, isCount, longestUnitAt } from './unit.ts'

export type { Comparator, Form, PrintedNumber } from './scan/printed-number.ts'

/** All numbers of running text, in order. */
export function scanNumbers(text: string): readonly PrintedNumber[] {
  return scan(text, false).map(finish)
}

/**
 * All numbers of one table cell. Where the cell is one figure and nothing else, brackets, △ and a dash of any length mean minus, and spaces
 * inside join. A blank cell, or one with only dashes, holds no number, which is not zero.
 */
export function scanCell(text: string): readonly PrintedNumber[] {
  const drafts = scan(text, true)
  const [only] = drafts
  if (only !== undefined && drafts.length === 1) applyAccountingSign(text, only)
  return drafts.map(finish)
}

function scan(text: string, isCell: boolean): Draft[] {
  const drafts: Draft[] = []
  const chain: Chain = { brokenAt: -1 }
  let index = 0
  while (index < text.length) {
    const kind = classAt(text, index)
    if (kind === DIGIT) index = take(text, drafts, chain, readDigits(text, index, drafts.at(-1), isCell))
    else if (kind === NUMERAL) index = take(text, drafts, chain, readNumeral(text, index))
    else if (kind === LETTER) index = skipWord(text, index)
    else index++
  }
  return drafts
}

/** Keeps what was read, and says where to go on. */
function take(text: string, drafts: Draft[], chain: Chain, read: Draft | number): number {
  if (typeof read === 'number') return read
  drafts.push(read)
  linkRange(text, drafts, drafts.length - 1, chain)
  return read.end
}

/** G30, IPv6 and PM2.5 are names; the figure in APP3个 is one, since two letters or more stand before it and a count behind. */
function skipWord(text: string, index: number): number {
  let letters = index
  while (classAt(text, letters) === LETTER) letters++
  if (classAt(text, letters) !== DIGIT) return isAddress(text, letters) ? wordEnd(text, letters) : letters
  const end = wordEnd(text, letters)
  const unit = longestUnitAt(text, end)?.unit
  const isFigure = letters - index > 1 && unit !== undefined && (isCount(unit.id) || unit.dimension === 'money')
  return isFigure ? letters : end
}

/** www.example.cn, a@163.com, http://…: the digits in an address are no figures. */
function isAddress(text: string, index: number): boolean {
  if (text.charAt(index) === '@' || text.startsWith('://', index)) return true
  return text.charAt(index) === '.' && classAt(text, index + 1) === LETTER
}

const OPENING = '(（'
const CLOSING = ')）'

function applyAccountingSign(text: string, draft: Draft): void {
  if (text.length > 80 || draft.amount.coefficient < 0n) return
  const before = text.slice(0, draft.figureStart).trim()
  const after = text.slice(draft.end).trim()
  if (before.length !== 1) return
  const isBracketed = OPENING.includes(before) && after.length === 1 && CLOSING.includes(after) && isBooked(draft)
  const isMarked = after === '' && (before === '△' || before === '▲' || isDash(before.charCodeAt(0)))
  if (!isBracketed && !isMarked) return
  draft.figureStart = text.indexOf(before)
  if (isBracketed) draft.end = text.lastIndexOf(after) + 1
  if (isBracketed && draft.unit === 'none') draft.figureEnd = draft.end
  draft.amount = negate(draft.amount)
}

/** Brackets mean minus in accounts: on money and bare figures. (20分) and (5%) are remarks, and (1), （12） number a list. */
function isBooked(draft: Draft): boolean {
  if (draft.unit !== 'none') return dimensionOf(draft.unit) === 'money'
  return draft.place.scale > 0 || draft.amount.coefficient >= 100n
}
