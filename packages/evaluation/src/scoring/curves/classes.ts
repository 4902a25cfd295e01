/** 定性指标分档: a person says the class and the share within it; the share has to lie in the class. SF-13, 13b. */
import type { Rational } from '@jiheng/quantity'
import type { ClassBand, Curve } from '../curve.ts'
import { exact, isAbove, isBelow, show, times, UNIT } from '../exact.ts'
import { open, points, type Scored, type Tell } from '../reading.ts'

export function scoreClasses(
  { classes }: Extract<Curve, { curve: 'classes' }>,
  given: { readonly id: string; readonly share: Rational },
  weight: Rational,
  tell?: Tell,
): Scored {
  const found = classes.find(({ id }) => id === given.id)
  if (found === undefined) return open('wrong-kind', given.id)
  if (!isWithin(given.share, found)) return open('outside-class', `${show(given.share)}，${found.label}`)
  const score = times(weight, given.share)
  tell?.(`${found.label}（分值的 ${found.from}–${found.to}）：${show(weight)} 分 × ${show(given.share)} = ${show(score)} 分`)
  return points(score)
}

/** 100–80%(含), 80–60%(含), 60–0%: the lower end belongs to the class, the upper one only to the best class. */
export function isWithin(share: Rational, { from, to }: ClassBand): boolean {
  if (isBelow(share, exact(from)) || isAbove(share, exact(to))) return false
  return isBelow(share, exact(to)) || !isBelow(exact(to), UNIT)
}
