/** 按完成比例: reached gives all points, else the share that was done. SF-01, 02, 03, 05, 06, 14, 31. */
import { compareRational, type Rational } from '@jiheng/quantity'
import type { Curve } from '../curve.ts'
import { clip, exact, isAbove, isBelow, isNought, NOUGHT, over, show, times, UNIT } from '../exact.ts'
import { open, points, type Scored, type Target, type Tell } from '../reading.ts'
import { isReached, showTarget } from '../target-gap.ts'

export function scoreRatio(
  { floor }: Extract<Curve, { curve: 'ratio' }>,
  actual: Rational,
  target: Target | null,
  weight: Rational,
  tell?: Tell,
): Scored {
  if (target === null) return open('no-target')
  if (isDone(actual, target)) {
    tell?.(`实际 ${show(actual)}，目标 ${showTarget(target)}，已达到：得 ${show(weight)} 分`)
    return points(weight)
  }
  const share = shareOf(actual, target)
  if (floor !== undefined && isBelow(share, exact(floor))) {
    tell?.(`完成比例 ${show(times(share, HUNDRED))}%，低于 ${show(times(exact(floor), HUNDRED))}%：得 0 分`)
    return points(NOUGHT)
  }
  const score = clip(times(weight, share), weight)
  tell?.(`${sayShare(actual, target, share)}；${show(weight)} 分 × ${show(share)} = ${show(score)} 分`)
  return points(score)
}

const HUNDRED = exact('100')

/** What was to be exactly so much is done when there is that much or more; but where nothing was allowed, nothing more is. */
function isDone(actual: Rational, target: Target): boolean {
  if (target.sign !== '=' || isNought(target.value)) return target.sign === '=' ? !isAbove(actual, NOUGHT) : isReached(actual, target)
  return !isBelow(actual, target.value)
}

/** Of a target that is not reached. A target of nought leaves nothing to divide by: what is not reached then is worth nothing. */
function shareOf(actual: Rational, target: Target): Rational {
  const [part, whole] = operandsOf(actual, target)
  if (isNought(whole) || isBelow(part, NOUGHT) || isBelow(whole, NOUGHT)) return NOUGHT
  return clip(over(part, whole), UNIT)
}

function operandsOf(actual: Rational, target: Target): readonly [Rational, Rational] {
  switch (target.sign) {
    case '>=':
    case '=':
      return [actual, target.value]
    case '<=':
      return [target.value, actual]
    case 'range':
      return isBelow(actual, target.low) ? [actual, target.low] : [target.high, actual]
  }
}

function sayShare(actual: Rational, target: Target, share: Rational): string {
  const [part, whole] = operandsOf(actual, target)
  const isReverse = compareRational(part, actual) !== 0
  const name = isReverse ? '目标 ÷ 实际' : '实际 ÷ 目标'
  return `${name}：${show(part)} ÷ ${show(whole)} = ${show(share)}`
}
