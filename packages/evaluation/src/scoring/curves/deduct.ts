/** 每超（低）一档扣若干分，扣完为止. SF-08, 09, 10, 16, 26, and SF-30 where the actual is the days of delay. */
import type { Rational } from '@jiheng/quantity'
import type { Curve } from '../curve.ts'
import { clip, exact, floorOf, isAbove, minus, NOUGHT, over, show, times, wholeNumber } from '../exact.ts'
import { open, points, type Scored, type Target, type Tell } from '../reading.ts'
import { gapOf, showTarget } from '../target-gap.ts'

export function scoreDeduct(
  curve: Extract<Curve, { curve: 'deduct' }>,
  actual: Rational,
  target: Target | null,
  weight: Rational,
  tell?: Tell,
): Scored {
  if (target === null) return open('no-target')
  const gap = gapOf(actual, target)
  if (!isAbove(gap, NOUGHT)) {
    tell?.(`实际 ${show(actual)}，目标 ${showTarget(target)}，不扣分：得 ${show(weight)} 分`)
    return points(weight)
  }
  const steps = stepsOf(over(gap, exact(curve.step)), curve.steps)
  const deducted = times(steps, exact(curve.points))
  const score = clip(minus(weight, deducted), weight)
  tell?.(
    `实际 ${show(actual)}，目标 ${showTarget(target)}，相差 ${show(gap)}，每 ${curve.step} 扣 ${curve.points} 分（${STEP_WORDS[curve.steps]}），共 ${show(steps)} 档`,
  )
  tell?.(`${show(weight)} − ${show(deducted)} = ${show(minus(weight, deducted))}，得 ${show(score)} 分`)
  return points(score)
}

const STEP_WORDS: Readonly<Record<'exact' | 'begun' | 'whole', string>> = {
  exact: '按比例',
  begun: '不足一档按一档',
  whole: '不足一档不计',
}

function stepsOf(count: Rational, steps: 'exact' | 'begun' | 'whole'): Rational {
  if (steps === 'exact') return count
  const whole = floorOf(count)
  const isPart = steps === 'begun' && count.numerator % count.denominator !== 0n
  return wholeNumber(isPart ? whole + 1n : whole)
}
