/** Ranges: 90-95分, 80%—100%, 90（含）-100分, 1－6月. Codes and dates with dashes (2023-08-15, 0355-6221234) are none. */
import { compare, type Decimal, shift } from '../decimal.ts'
import { dimensionOf } from '../unit.ts'
import { isDash, isDigitAt, isMinus, skipSpaces } from './characters.ts'
import type { Draft } from './printed-number.ts'
import { skipIncluded } from './qualifiers.ts'

/** Joins draft `index` to the one before it when a range mark and nothing else stands between them. */
export function linkRange(text: string, drafts: Draft[], index: number, chain: Chain): void {
  const low = drafts[index - 1]
  const high = drafts[index]
  if (low === undefined || high === undefined || !isRangeMark(text, low.end, high.figureStart)) return
  // A third link makes 2023-08-15 or 1-2-3: no range at all.
  if (low.rangeFrom !== null || chain.brokenAt === index - 1) {
    breakChain(drafts, index - 1, chain, index)
    return
  }
  if (
    isSubtraction(text, low, high) ||
    hasLeadingZero(text, low) ||
    hasLeadingZero(text, high) ||
    isYearAndMonth(text, low, high) ||
    !shareUnit(low, high)
  )
    return
  low.rangeTo = index
  high.rangeFrom = index - 1
}

export interface Chain {
  /** Index of the last number of a chain that turned out to be a code; -1 for none. */
  brokenAt: number
}

function breakChain(drafts: Draft[], index: number, chain: Chain, brokenAt: number): void {
  const middle = drafts[index]
  if (middle !== undefined && middle.rangeFrom !== null) {
    const first = drafts[middle.rangeFrom]
    if (first !== undefined) first.rangeTo = null
    middle.rangeFrom = null
  }
  chain.brokenAt = brokenAt
}

function isRangeMark(text: string, lowEnd: number, highStart: number): boolean {
  const from = skipSpaces(text, skipIncluded(text, lowEnd), 2)
  if (highStart - from > 6 || from >= highStart) return false
  const mark = text.charCodeAt(from)
  if (mark === 0x81f3 || mark === 0x5230) return skipShortfall(text, skipSpaces(text, from + 1, 2)) === highStart
  if (!isDash(mark)) return false
  const behind = isDash(text.charCodeAt(from + 1)) && from + 1 < highStart ? from + 2 : from + 1
  return skipSpaces(text, behind, 2) === highStart
}

/** 80至不足90分: the upper end is left out. */
function skipShortfall(text: string, index: number): number {
  return text.startsWith('不足', index) || text.startsWith('不到', index) ? index + 2 : index
}

/** (352万元-32.6万元)/352万元: a difference in a formula, or money that falls from left to right. */
function isSubtraction(text: string, low: Draft, high: Draft): boolean {
  if (!isMinus(text.charCodeAt(high.figureStart - 1)) && !isMinus(text.charCodeAt(high.figureStart - 2))) return false
  const opening = text.charAt(low.figureStart - 1) === '（' || text.charAt(low.figureStart - 1) === '('
  const before = text.charAt(low.figureStart - (opening ? 2 : 1))
  const closing = text.charAt(high.end) === '）' || text.charAt(high.end) === ')'
  const after = text.charAt(high.end + (closing ? 1 : 0))
  if ((before !== '' && '=＝÷/×*'.includes(before)) || (after !== '' && '=＝÷/×*'.includes(after))) return true
  return low.unit !== 'none' && dimensionOf(low.unit) === 'money' && compare(high.amount, low.amount) < 0 && low.unit === high.unit
}

function hasLeadingZero(text: string, draft: Draft): boolean {
  return text.charAt(draft.figureStart) === '0' && isDigitAt(text, draft.figureStart + 1)
}

/** 2023-12 is a month. */
function isYearAndMonth(text: string, low: Draft, high: Draft): boolean {
  if (low.unit !== 'none' || high.unit !== 'none' || !isMinus(text.charCodeAt(high.figureStart - 1))) return false
  const isYear = isWithin(low.amount, 1900n, 2100n) && low.figureEnd - low.figureStart === 4
  return isYear && isWithin(high.amount, 1n, 12n)
}

function isWithin(amount: Decimal, low: bigint, high: bigint): boolean {
  return amount.scale === 0 && amount.coefficient >= low && amount.coefficient <= high
}

/** The unit printed at one end holds for both, 万 and 亿 too: "3-5万人" are 30000 to 50000. False when both ends print unlike units. */
function shareUnit(low: Draft, high: Draft): boolean {
  if (low.unit === 'none' && low.power === 0 && high.power > 0) {
    low.amount = shift(low.amount, high.power)
    low.place = shift(low.place, high.power)
    low.power = high.power
  }
  if (low.unit === high.unit) return true
  if (low.unit === 'none') low.unit = low.power > 0 && dimensionOf(high.unit) === 'money' ? 'yuan' : high.unit
  else if (high.unit === 'none') high.unit = low.unit
  else return dimensionOf(low.unit) === dimensionOf(high.unit)
  return true
}
