/** Whether a minus, plus or 负 before a figure is its sign, or a dash of a range, a bullet or a label. */
import { classAt, DIGIT, isDash, isHan, isMinus, LETTER, NUMERAL, SPACE } from './characters.ts'

const NEGATIVE = 0x8d1f
/** 减负3.2亿元 lifts a burden, 胜负3场 counts games. */
const NOT_NEGATIVE_AFTER = '减抱担肩胜欺辜自'
/** 附件-1, 表-2: the dash joins a label to its number. */
const LABELS = '件表图号章节款条页楼栋型级类第'
const CLOSING = ')）]】」』”"》'

/** Where the figure at `index` starts with its sign. `previousEnd` is where the last number ended: a dash right behind it makes a range. */
export function signedStart(text: string, index: number, previousEnd: number): number {
  const mark = text.charCodeAt(index - 1)
  if (isHan(mark)) return mark === NEGATIVE && !(index > 1 && NOT_NEGATIVE_AFTER.includes(text.charAt(index - 2))) ? index - 1 : index
  if (isMinus(mark)) return isSignAt(text, index - 1, previousEnd) ? index - 1 : index
  return (mark === 0x2b || mark === 0xff0b) && isPlusAt(text, index - 1) ? index - 1 : index
}

/** Whether the character at `index` is a minus or 负. */
export function isNegativeSign(text: string, index: number): boolean {
  const code = text.charCodeAt(index)
  return code === NEGATIVE || isMinus(code)
}

function isSignAt(text: string, index: number, previousEnd: number): boolean {
  if (index === 0) return true
  const kind = classAt(text, index - 1)
  // "110 -5" is two figures of a row: with a space before it the dash belongs to the figure that it touches.
  if (kind === SPACE) return true
  if (index === previousEnd || kind === DIGIT || kind === LETTER || kind === NUMERAL) return false
  const before = text.charAt(index - 1)
  return !CLOSING.includes(before) && !LABELS.includes(before) && !isStraightDash(before.charCodeAt(0)) && before !== '%' && before !== '％'
}

/** A wave joins a range and may stand before a sign: -5%~-3%. A dash before a dash is a long dash. */
function isStraightDash(code: number): boolean {
  return isDash(code) && code !== 0x7e && code !== 0xff5e && code !== 0x301c
}

/** "互联网+3": a plus behind a word joins. */
function isPlusAt(text: string, index: number): boolean {
  const kind = classAt(text, index - 1)
  const code = text.charCodeAt(index - 1)
  return index === 0 || (kind !== DIGIT && kind !== LETTER && kind !== NUMERAL && !isHan(code) && !CLOSING.includes(text.charAt(index - 1)))
}
