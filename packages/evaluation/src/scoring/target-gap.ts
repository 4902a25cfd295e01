/** How far an actual stays behind its target, by the target's own sign. */
import type { Rational } from '@jiheng/quantity'
import { isAbove, isBelow, minus, NOUGHT, show } from './exact.ts'
import type { Target } from './reading.ts'

/** Nought or below: reached. In the unit of the indicator. */
export function gapOf(actual: Rational, target: Target): Rational {
  switch (target.sign) {
    case '>=':
      return minus(target.value, actual)
    case '<=':
      return minus(actual, target.value)
    case '=':
      return isBelow(actual, target.value) ? minus(target.value, actual) : minus(actual, target.value)
    case 'range':
      if (isBelow(actual, target.low)) return minus(target.low, actual)
      return isAbove(actual, target.high) ? minus(actual, target.high) : NOUGHT
  }
}

export const isReached = (actual: Rational, target: Target): boolean => !isAbove(gapOf(actual, target), NOUGHT)

const SIGNS: Readonly<Record<'>=' | '<=' | '=', string>> = { '>=': '≥', '<=': '≤', '=': '=' }

export function showTarget(target: Target): string {
  return target.sign === 'range' ? `${show(target.low)}–${show(target.high)}` : `${SIGNS[target.sign]} ${show(target.value)}`
}
