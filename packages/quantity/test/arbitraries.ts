/** Values for properties that several tests share. */
import fc from 'fast-check'
import { type Decimal, decimalOf } from '../src/index.ts'

export const anyDecimal: fc.Arbitrary<Decimal> = fc
  .tuple(fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }), fc.integer({ min: 0, max: 12 }))
  .map(([coefficient, scale]) => decimalOf(coefficient, scale))
