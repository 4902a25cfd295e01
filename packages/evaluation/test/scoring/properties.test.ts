import { compareRational, decimal, type Rational, toRational } from '@jiheng/quantity'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Curve } from '../../src/scoring/curve.ts'
import type { Target } from '../../src/scoring/reading.ts'
import { score } from '../../src/scoring/score.ts'

const amount = fc
  .integer({ min: -20_000, max: 200_000 })
  .map((hundredths): Rational => ({ numerator: BigInt(hundredths), denominator: 100n }))
const positive = fc.integer({ min: 0, max: 100_000 }).map((hundredths): Rational => ({ numerator: BigInt(hundredths), denominator: 100n }))
const weight = fc.integer({ min: 0, max: 4000 }).map((hundredths): Rational => ({ numerator: BigInt(hundredths), denominator: 100n }))
const sign = fc.constantFrom('>=' as const, '<=' as const)
const share = fc.constantFrom('0', '0.25', '0.6', '1')
const curve: fc.Arbitrary<Curve> = fc.oneof(
  fc.constant<Curve>({ curve: 'threshold' }),
  fc.option(share, { nil: undefined }).map((floor): Curve => ({ curve: 'ratio', ...(floor === undefined ? {} : { floor }) })),
  fc
    .tuple(
      fc.constantFrom('0.5', '1', '5'),
      fc.constantFrom('0', '0.5', '2'),
      fc.constantFrom('exact' as const, 'begun' as const, 'whole' as const),
    )
    .map(([step, points, steps]): Curve => ({ curve: 'deduct', step, points, steps })),
)

const pointsOf = (given: Curve, actual: Rational, target: Target, points: Rational): Rational => {
  const scored = score(given, { actual: { kind: 'number', value: actual }, target, weight: points })
  if (scored.kind === 'open') throw new Error(scored.reason)
  return scored.points
}

describe('scores', () => {
  test('lie between nought and the weight', () => {
    fc.assert(
      fc.property(curve, amount, sign, positive, weight, (given, actual, way, value, points) => {
        const scored = pointsOf(given, actual, { sign: way, value }, points)
        expect(compareRational(scored, toRational(decimal('0')))).toBeGreaterThanOrEqual(0)
        expect(compareRational(scored, points)).toBeLessThanOrEqual(0)
      }),
    )
  })

  test('an actual that is better by its sign never has fewer points', () => {
    fc.assert(
      fc.property(curve, amount, positive, sign, positive, weight, (given, actual, more, way, value, points) => {
        const better: Rational = {
          numerator: way === '>=' ? actual.numerator + more.numerator : actual.numerator - more.numerator,
          denominator: 100n,
        }
        const target: Target = { sign: way, value }
        // Less than nought is no amount: nothing is better than none.
        fc.pre(way === '>=' || better.numerator >= 0n)
        expect(compareRational(pointsOf(given, better, target, points), pointsOf(given, actual, target, points))).toBeGreaterThanOrEqual(0)
      }),
    )
  })

  test('the working changes nothing', () => {
    fc.assert(
      fc.property(curve, amount, sign, positive, weight, (given, actual, way, value, points) => {
        const reading = { actual: { kind: 'number' as const, value: actual }, target: { sign: way, value }, weight: points }
        expect(score(given, reading, () => {})).toEqual(score(given, reading))
      }),
    )
  })

  test('of groups never exceed those of their indicator', () => {
    const group = { id: 'g', label: '群众', weight: '6', target: '90', curve: { curve: 'threshold' } } as const
    const actual = { kind: 'groups' as const, values: { g: toRational(decimal('95')) } }
    const scored = score({ curve: 'groups', groups: [group] }, { actual, target: null, weight: toRational(decimal('4')) })
    expect(scored).toEqual({ kind: 'points', points: toRational(decimal('4')) })
  })
})
