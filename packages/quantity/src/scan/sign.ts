/** Whether a minus, plus or 负 before a figure is its sign, or a dash of a range, a bullet or a label. */
import { classAt, DIGIT, isDash, isHan, isMinus, LETTER, NUMERAL, SPACE } from './characters.ts'

export interface Sign {
  readonly start: number
  readonly isNegative: boolean
}

/** 减负3.2亿元 lifts a burden, 胜负3场 counts games. */
const NOT_NEGATIVE_AFTER = '减抱担肩胜欺辜自'
/** 附件-1, 表-2: the dash joins a label to its number. */
const LABELS = '件表图号章节款条页楼栋型级类第'
const CLOSING = ')）]】」』”"》'

/** The sign of the figure at `index`. `previousEnd` is where the last number ended: a dash right behind it makes a range. */
export function readSign(text: string, index: number, previousEnd: number): Sign {
  const unsigned = { start: index, isNegative: false }
  const mark = text.charCodeAt(index - 1)
  if (mark === 0x8d1f) {
    const isWord = index > 1 && NOT_NEGATIVE_AFTER.includes(text.charAt(index - 2))
    return isWord ? unsigned : { start: index - 1, isNegative: true }
  }
  if (isMinus(mark)) return isSignAt(text, index - 1, previousEnd) ? { start: index - 1, isNegative: true } : unsigned
  const isPlus = mark === 0x2b || mark === 0xff0b
  return isPlus && isPlusAt(text, index - 1) ? { start: index - 1, isNegative: false } : unsigned
}

function isSignAt(text: string, index: number, previousEnd: number): boolean {
  if (index === 0) return true
  const kind = classAt(text, index - 1)
  // "110 -5" is two figures of a row: with a space before it the dash belongs to the figure that it touches.
  if (kind === SPACE) return true
  if (index === previousEnd || kind === DIGIT || kind === LETTER || kind === NUMERAL) return false
  const before = text.charAt(index - 1)
  return !CLOSING.includes(before) && !LABELS.includes(before) && !isDash(before.charCodeAt(0)) && before !== '%' && before !== '％'
}

/** "互联网+3": a plus behind a word joins. */
function isPlusAt(text: string, index: number): boolean {
  const kind = classAt(text, index - 1)
  const code = text.charCodeAt(index - 1)
  return index === 0 || (kind !== DIGIT && kind !== LETTER && kind !== NUMERAL && !isHan(code) && !CLOSING.includes(text.charAt(index - 1)))
}
