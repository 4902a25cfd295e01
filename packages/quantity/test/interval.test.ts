import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import {
  add,
  addBounds,
  around,
  type Bounds,
  compare,
  containsBounds,
  containsValue,
  type Decimal,
  decimal,
  exactly,
  fromInteger,
  fromInterval,
  meet,
  meetsRatio,
  multiply,
  multiplyBounds,
  negate,
  ratioBounds,
  scaleBounds,
  subtract,
  subtractBounds,
  sumBounds,
  toInterval,
} from '../src/index.ts'
import { anyDecimal } from './arbitraries.ts'

/** Bounds with a value inside; either end may be open. */
const boundsWithValue: fc.Arbitrary<{ bounds: Bounds; value: Decimal }> = fc
  .tuple(anyDecimal, anyDecimal, anyDecimal, fc.boolean(), fc.boolean())
  .map(([a, b, c, openLow, openHigh]) => {
    const [low, value, high] = [a, b, c].sort(compare) as [Decimal, Decimal, Decimal]
    return { bounds: { low: openLow ? null : low, high: openHigh ? null : high }, value }
  })

const bounds = (low: string | null, high: string | null): Bounds => fromInterval({ low, high })

describe('bounds', () => {
  it('go through JSON without loss', () => {
    fc.assert(
      fc.property(boundsWithValue, ({ bounds }) => {
        expect(fromInterval(JSON.parse(JSON.stringify(toInterval(bounds))))).toEqual(bounds)
      }),
    )
  })

  it('hold every sum, difference and product of what they held', () => {
    fc.assert(
      fc.property(boundsWithValue, boundsWithValue, (a, b) => {
        expect(containsValue(addBounds(a.bounds, b.bounds), add(a.value, b.value))).toBe(true)
        expect(containsValue(subtractBounds(a.bounds, b.bounds), subtract(a.value, b.value))).toBe(true)
        expect(containsValue(multiplyBounds(a.bounds, b.bounds), multiply(a.value, b.value))).toBe(true)
      }),
    )
  })

  it('scale with factors of either sign', () => {
    fc.assert(
      fc.property(boundsWithValue, fc.integer({ min: -50, max: 50 }), ({ bounds, value }, factor) => {
        expect(containsValue(scaleBounds(bounds, fromInteger(factor)), multiply(value, fromInteger(factor)))).toBe(true)
      }),
    )
  })

  it('meet when they share a value, and only then', () => {
    expect(meet(bounds('1', '2'), bounds('2', '3'))).toBe(true)
    expect(meet(bounds('1', '2'), bounds('2.0001', '3'))).toBe(false)
    expect(meet(bounds('5', null), bounds(null, '5'))).toBe(true)
    expect(meet(bounds('5', null), bounds(null, '4.99'))).toBe(false)
    fc.assert(
      fc.property(boundsWithValue, boundsWithValue, (a, b) => {
        expect(meet(a.bounds, b.bounds)).toBe(meet(b.bounds, a.bounds))
        if (containsValue(b.bounds, a.value)) expect(meet(a.bounds, b.bounds)).toBe(true)
      }),
    )
  })

  it('contain narrower bounds', () => {
    expect(containsBounds(bounds('1', null), bounds('1', '9'))).toBe(true)
    expect(containsBounds(bounds('1', '9'), bounds('1', null))).toBe(false)
    expect(containsBounds(bounds('1', '9'), bounds('0', '5'))).toBe(false)
  })

  it('add up in any order', () => {
    const list = fc.array(boundsWithValue, { maxLength: 8 })
    fc.assert(
      fc.property(list, (parts) => {
        const all = parts.map((part) => part.bounds)
        expect(sumBounds([...all].reverse())).toEqual(sumBounds(all))
        expect(
          containsValue(
            sumBounds(all),
            parts.reduce((total, part) => add(total, part.value), decimal('0')),
          ),
        ).toBe(true)
      }),
    )
  })

  it('stay open where a product may run away', () => {
    expect(multiplyBounds(bounds('2', null), bounds('-1', '1'))).toEqual(bounds(null, null))
    expect(multiplyBounds(bounds('2', null), bounds('3', '4'))).toEqual(bounds('6', null))
    expect(multiplyBounds(bounds('2', null), exactly(decimal('0')))).toEqual(bounds('0', '0'))
    expect(scaleBounds(bounds('2', null), decimal('-1'))).toEqual(bounds(null, '-2'))
  })
})

describe('ratios', () => {
  const percent = (value: string, place: string): Bounds =>
    scaleBounds(around(decimal(value), multiply(decimal(place), decimal('0.5'))), decimal('0.01'))
  const money = (value: string): Bounds => around(decimal(value), decimal('0.005'))

  test.each([
    ['16848.83', '28664.34', '58.78', '0.01', true],
    ['173.65', '234.00', '74.21', '0.01', true],
    ['173.65', '234.00', '74.22', '0.01', false],
    ['3.52', '27.00', '13', '1', true],
    ['11.95', '19.80', '60.35', '0.01', true],
    ['11.95', '19.80', '60.45', '0.01', false],
  ])('%s ÷ %s against %s %% is %s', (part, whole, rate, place, expected) => {
    const ratio = ratioBounds(money(part), money(whole))
    expect(ratio !== null && meetsRatio(ratio, percent(rate, place))).toBe(expected)
  })

  it('are not told when the denominator may be zero', () => {
    expect(ratioBounds(money('5'), bounds('0', '1'))).toBeNull()
    expect(ratioBounds(money('5'), bounds(null, '1'))).toBeNull()
    expect(ratioBounds(money('5'), bounds('-1', null))).toBeNull()
  })

  it('hold the quotient of what the bounds held, whatever the signs', () => {
    fc.assert(
      fc.property(boundsWithValue, boundsWithValue, anyDecimal, (a, b, rate) => {
        const ratio = ratioBounds(a.bounds, b.bounds)
        if (ratio === null) return
        // rate · denominator = numerator is a witness: build the numerator so that it holds.
        const numerator = multiply(rate, b.value)
        if (containsValue(a.bounds, numerator)) expect(meetsRatio(ratio, exactly(rate))).toBe(true)
      }),
    )
  })

  it('come near zero over an open denominator', () => {
    const ratio = ratioBounds(bounds('6', '8'), bounds('2', null))
    expect(ratio !== null && meetsRatio(ratio, exactly(decimal('0.0001')))).toBe(true)
    expect(ratio !== null && meetsRatio(ratio, exactly(decimal('4.1')))).toBe(false)
    const negative = ratioBounds(bounds('6', null), bounds(null, '-2'))
    expect(negative !== null && meetsRatio(negative, exactly(negate(decimal('1000'))))).toBe(true)
    expect(negative !== null && meetsRatio(negative, exactly(decimal('1')))).toBe(false)
  })
})
