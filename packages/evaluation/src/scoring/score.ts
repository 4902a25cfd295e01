/** One indicator: the actual and the target by the curve. Points are exact; rounding is a policy and comes later. */
import type { Rational } from '@jiheng/quantity'
import type { Curve } from './curve.ts'
import { scoreCheckPoints } from './curves/check-points.ts'
import { scoreClasses } from './curves/classes.ts'
import { scoreGroups } from './curves/groups.ts'
import { isAbove, isBelow, NOUGHT, show } from './exact.ts'
import { open, points, type Reading, type Scored, type Tell } from './reading.ts'
import { scoreNumber } from './score-number.ts'

/** Between nought and the weight, or open with a reason. `tell` gets the working. */
export function score(curve: Curve, { actual, target, weight }: Reading, tell?: Tell): Scored {
  switch (curve.curve) {
    case 'check-points':
      return actual.kind === 'checks' ? scoreCheckPoints(curve, actual.met, weight, tell) : open('wrong-kind', actual.kind)
    case 'classes':
      return actual.kind === 'class' ? scoreClasses(curve, actual, weight, tell) : open('wrong-kind', actual.kind)
    case 'manual':
      return actual.kind === 'points' ? scoreManual(actual.points, weight, tell) : open('wrong-kind', actual.kind)
    case 'groups':
      return actual.kind === 'groups'
        ? atMost(scoreGroups(curve, actual.values, target === null || target.sign === 'range' ? '>=' : target.sign, tell), weight)
        : open('wrong-kind', actual.kind)
    default:
      return actual.kind === 'number' ? scoreNumber(curve, actual.value, target, weight, tell) : open('wrong-kind', actual.kind)
  }
}

/** Points of groups that add up to more than the indicator has. */
const atMost = (scored: Scored, weight: Rational): Scored =>
  scored.kind === 'points' && isAbove(scored.points, weight) ? points(weight) : scored

/** 人工评分: never above the weight. SF-34. */
function scoreManual(given: Rational, weight: Rational, tell?: Tell): Scored {
  if (isBelow(given, NOUGHT) || isAbove(given, weight)) return open('above-weight', show(given))
  tell?.(`评定 ${show(given)} 分`)
  return points(given)
}
