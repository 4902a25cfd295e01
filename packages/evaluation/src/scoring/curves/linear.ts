/** 区间内按直线计分. SF-04, 15, and the form of SF-05 that takes the distance. */
import type { Rational } from '@jiheng/quantity'
import type { Curve, Knot } from '../curve.ts'
import { clip, exact, isAbove, isBelow, minus, over, show, times, UNIT } from '../exact.ts'
import { open, points, type Scored, type Target, type Tell } from '../reading.ts'
import { isReached, showTarget } from '../target-gap.ts'

export function scoreLinear(
  { knots }: Extract<Curve, { curve: 'linear' }>,
  actual: Rational,
  target: Target | null,
  weight: Rational,
  tell?: Tell,
): Scored {
  if (knots.some(({ of }) => of === 'target') && (target === null || target.sign === 'range')) return open('no-target')
  // What reaches its target has all points, also where the line would bend at the target itself and the target is nought.
  const share = target !== null && isReached(actual, target) ? UNIT : clip(shareAt(actual, placed(knots, target)), UNIT)
  const score = times(weight, share)
  const asked = target === null ? '' : `，目标 ${showTarget(target)}`
  tell?.(`实际 ${show(actual)}${asked}：得 ${show(weight)} 分的 ${show(share)}，${show(score)} 分`)
  return points(score)
}

interface Placed {
  readonly at: Rational
  readonly share: Rational
}

function placed(knots: readonly Knot[], target: Target | null): readonly Placed[] {
  const value = target === null || target.sign === 'range' ? UNIT : target.value
  return knots.map(({ at, of, share }) => ({ at: of === 'target' ? times(exact(at), value) : exact(at), share: exact(share) }))
}

/** Knots rise; outside them the line is flat. */
function shareAt(actual: Rational, knots: readonly Placed[]): Rational {
  const next = knots.findIndex(({ at }) => !isBelow(at, actual))
  const above = knots[next]
  const below = next < 0 ? knots.at(-1) : knots[next - 1]
  if (above === undefined || below === undefined) return (above ?? below ?? { share: UNIT }).share
  if (!isAbove(above.at, below.at)) return above.share
  const part = over(minus(actual, below.at), minus(above.at, below.at))
  return minus(below.share, times(part, minus(below.share, above.share)))
}
