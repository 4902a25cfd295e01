import { add, decimalOf, subtract, ZERO } from '@jiheng/quantity'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ExactSum } from '../../src/graph/exact-sum.ts'

const value = fc.tuple(fc.bigInt({ min: -(10n ** 20n), max: 10n ** 20n }), fc.nat(8)).map(([n, scale]) => decimalOf(n, scale))

test('a sum is what adding and subtracting one by one gives, in its canonical form', () => {
  fc.assert(
    fc.property(fc.array(fc.tuple(value, fc.boolean())), (list) => {
      const sum = new ExactSum()
      for (const [one, isAdded] of list) isAdded ? sum.add(one) : sum.subtract(one)
      expect(sum.value).toEqual(list.reduce((total, [one, isAdded]) => (isAdded ? add(total, one) : subtract(total, one)), ZERO))
    }),
  )
})
