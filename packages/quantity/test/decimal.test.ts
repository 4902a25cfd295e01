import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import {
  absolute,
  add,
  compare,
  decimal,
  decimalOf,
  formatDecimal,
  fromInteger,
  isZero,
  lastDigitPlace,
  multiply,
  negate,
  ONE,
  parseDecimal,
  shift,
  subtract,
  sum,
  tenTo,
  ZERO,
} from '../src/index.ts'
import { anyDecimal } from './arbitraries.ts'

describe('decimal texts', () => {
  test.each([
    ['-0.50', '-0.5'],
    ['867.62', '867.62'],
    ['100', '100'],
    ['+3.0', '3'],
    ['-0', '0'],
    ['0.0017', '0.0017'],
    ['007', '7'],
    ['0.00', '0'],
  ])('%s is written back as %s', (text, canonical) => {
    expect(formatDecimal(decimal(text))).toBe(canonical)
  })

  test.each(['', '-', '.5', '5.', '1,234', '1e5', ' 1', '１', 'NaN', '--1', '1.2.3'])('%j is no decimal', (text) => {
    expect(parseDecimal(text)).toBeNull()
  })

  it('does not read texts longer than any amount', () => {
    expect(parseDecimal('9'.repeat(1001))).toBeNull()
  })

  it('says what it could not read', () => {
    expect(() => decimal('abc')).toThrow('not a decimal: abc')
  })

  it('reads back what was written', () => {
    fc.assert(
      fc.property(anyDecimal, (d) => {
        expect(parseDecimal(formatDecimal(d))).toEqual(d)
      }),
    )
  })

  it('has one form for one value', () => {
    fc.assert(
      fc.property(anyDecimal, fc.integer({ min: 0, max: 8 }), (d, zeros) => {
        expect(decimalOf(d.coefficient * tenTo(zeros), d.scale + zeros)).toEqual(d)
      }),
    )
  })
})

describe('decimal arithmetic', () => {
  it('adds in any order to the same sum', () => {
    const lists = fc
      .array(anyDecimal, { maxLength: 12 })
      .chain((list) => fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })))
    fc.assert(
      fc.property(lists, ([list, shuffled]) => {
        expect(sum(shuffled)).toEqual(sum(list))
      }),
    )
  })

  it('takes away what was added', () => {
    fc.assert(
      fc.property(anyDecimal, anyDecimal, (a, b) => {
        expect(subtract(add(a, b), b)).toEqual(a)
      }),
    )
  })

  it('distributes multiplication over addition', () => {
    fc.assert(
      fc.property(anyDecimal, anyDecimal, anyDecimal, (a, b, c) => {
        expect(multiply(a, add(b, c))).toEqual(add(multiply(a, b), multiply(a, c)))
      }),
    )
  })

  it('orders as the differences say', () => {
    fc.assert(
      fc.property(anyDecimal, anyDecimal, (a, b) => {
        const difference = subtract(a, b).coefficient
        expect(compare(a, b)).toBe(difference === 0n ? 0 : difference < 0n ? -1 : 1)
        expect(compare(b, a)).toBe(-compare(a, b) + 0)
      }),
    )
  })

  it('shifts there and back', () => {
    fc.assert(
      fc.property(anyDecimal, fc.integer({ min: -30, max: 30 }), (d, n) => {
        expect(shift(shift(d, n), -n)).toEqual(d)
      }),
    )
  })

  it('knows no negative zero', () => {
    expect(negate(ZERO)).toEqual(ZERO)
    expect(isZero(subtract(ONE, ONE))).toBe(true)
    expect(multiply(decimal('-0.1'), ZERO)).toEqual(ZERO)
  })

  it('takes the sign off', () => {
    expect(absolute(decimal('-3.2'))).toEqual(decimal('3.2'))
    expect(absolute(decimal('3.2'))).toEqual(decimal('3.2'))
  })

  it('makes powers of ten of any size', () => {
    expect(tenTo(0)).toBe(1n)
    expect(tenTo(8)).toBe(100_000_000n)
    expect(tenTo(500)).toBe(10n ** 500n)
    expect(() => tenTo(-1)).toThrow()
  })

  test.each([
    ['2880', '10'],
    ['300', '100'],
    ['99.8', '0.1'],
    ['7', '1'],
    ['-1200', '100'],
  ])('the last digit of %s that is not zero stands for %s', (value, place) => {
    expect(lastDigitPlace(decimal(value))).toEqual(decimal(place))
    expect(lastDigitPlace(ZERO)).toBeNull()
  })

  it('takes whole numbers of either kind', () => {
    expect(fromInteger(12)).toEqual(fromInteger(12n))
  })
})
