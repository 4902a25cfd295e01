/** Curves that take a number. */
import type { Rational } from '@jiheng/quantity'
import type { Curve } from './curve.ts'
import { scoreBands } from './curves/bands.ts'
import { scoreDeduct } from './curves/deduct.ts'
import { scoreLinear } from './curves/linear.ts'
import { scoreRatio } from './curves/ratio.ts'
import { scoreThreshold } from './curves/threshold.ts'
import type { Scored, Target, Tell } from './reading.ts'

export type NumberCurve = Exclude<Curve, { readonly curve: 'check-points' | 'classes' | 'manual' | 'groups' }>

export function scoreNumber(curve: NumberCurve, actual: Rational, target: Target | null, weight: Rational, tell?: Tell): Scored {
  switch (curve.curve) {
    case 'ratio':
      return scoreRatio(curve, actual, target, weight, tell)
    case 'linear':
      return scoreLinear(curve, actual, target, weight, tell)
    case 'bands':
      return scoreBands(curve, actual, weight, tell)
    case 'deduct':
      return scoreDeduct(curve, actual, target, weight, tell)
    case 'threshold':
      return scoreThreshold(actual, target, weight, tell)
  }
}
