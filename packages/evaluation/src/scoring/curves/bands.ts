/** 分档计分. SF-07. */
import type { Rational } from '@jiheng/quantity'
import { readBand } from '../band.ts'
import type { Curve } from '../curve.ts'
import { clip, exact, show } from '../exact.ts'
import { open, points, type Scored, type Tell } from '../reading.ts'

export function scoreBands({ bands }: Extract<Curve, { curve: 'bands' }>, actual: Rational, weight: Rational, tell?: Tell): Scored {
  const found = bands.find(({ within }) => readBand(within)?.holds(actual))
  if (found === undefined) return open('outside-bands', show(actual))
  const score = clip(exact(found.points), weight)
  tell?.(`实际 ${show(actual)}，在 ${found.within} 之内：得 ${show(score)} 分`)
  return points(score)
}
