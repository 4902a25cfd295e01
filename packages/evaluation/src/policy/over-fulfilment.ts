/** Far more than was asked: explained from some point on, and where a place says so, paid for. SF-18, 19, 20. */
import { type Rational, subtractRational } from '@jiheng/quantity'
import type { OverFulfilment } from '../scheme/scheme.ts'
import { clip, exact, isAbove, isBelow, isNought, over, show, times, UNIT } from '../scoring/exact.ts'
import type { Reading } from '../scoring/reading.ts'

/** Actual ÷ target of a target that is to be reached or passed; null where there is nothing to compare. */
export function fulfilmentOf({ actual, target }: Reading): Rational | null {
  if (actual.kind !== 'number' || target === null || target.sign === 'range' || target.sign === '<=') return null
  return isNought(target.value) || isBelow(target.value, exact('0')) ? null : over(actual.value, target.value)
}

export const needsReason = (ratio: Rational | null, { reasonFrom }: OverFulfilment): boolean =>
  ratio !== null && reasonFrom !== null && !isBelow(ratio, exact(reasonFrom))

/** Points × (1 − what lies above the limit). */
export function lessOverFulfilment(
  score: Rational,
  ratio: Rational | null,
  { deductFrom }: OverFulfilment,
  tell?: (line: string) => void,
): Rational {
  if (ratio === null || deductFrom === null || !isAbove(ratio, exact(deductFrom))) return score
  const kept = clip(subtractRational(UNIT, subtractRational(ratio, exact(deductFrom))), UNIT)
  const less = times(score, kept)
  tell?.(`完成目标的 ${show(ratio)} 倍，超过 ${deductFrom} 倍：${show(score)} × ${show(kept)} = ${show(less)} 分`)
  return less
}
