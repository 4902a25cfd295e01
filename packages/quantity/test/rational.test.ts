import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  addRational,
  compareRational,
  decimal,
  divideRational,
  multiplyRational,
  quotient,
  type Rational,
  subtractRational,
  toRational,
  ZERO,
} from '../src/index.ts'

const rational: fc.Arbitrary<Rational> = fc
  .tuple(fc.bigInt({ min: -(10n ** 12n), max: 10n ** 12n }), fc.bigInt({ min: 1n, max: 10n ** 9n }))
  .map(([numerator, denominator]) => ({ numerator, denominator }))

const isSame = (a: Rational, b: Rational): boolean => compareRational(a, b) === 0

describe('quotients', () => {
  it('are exact: 52.9 ÷ 79.35 is two thirds', () => {
    const rate = quotient(decimal('52.9'), decimal('79.35'))
    expect(rate !== null && isSame(rate, { numerator: 2n, denominator: 3n })).toBe(true)
  })

  it('do not exist over zero', () => {
    expect(quotient(decimal('5'), ZERO)).toBeNull()
    expect(divideRational(toRational(decimal('5')), toRational(ZERO))).toBeNull()
  })

  it('keep the sign in the numerator', () => {
    const rate = quotient(decimal('1'), decimal('-4'))
    expect(rate?.denominator).toBeGreaterThan(0n)
    expect(rate?.numerator).toBeLessThan(0n)
  })

  it('give back what was added or multiplied', () => {
    fc.assert(
      fc.property(rational, rational, (a, b) => {
        expect(isSame(subtractRational(addRational(a, b), b), a)).toBe(true)
        if (b.numerator === 0n) return
        const back = divideRational(multiplyRational(a, b), b)
        expect(back !== null && isSame(back, a)).toBe(true)
      }),
    )
  })

  it('stay small however long the chain is', () => {
    const third = { numerator: 1n, denominator: 3n }
    const total = Array.from({ length: 300 }, () => third).reduce(addRational, toRational(ZERO))
    expect(total).toEqual({ numerator: 100n, denominator: 1n })
  })
})
