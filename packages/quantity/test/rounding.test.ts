import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import {
  absolute,
  compare,
  compareRational,
  decimal,
  formatDecimal,
  ONE,
  quotient,
  type RoundingMode,
  round,
  shift,
  subtract,
  subtractRational,
  toRational,
} from '../src/index.ts'
import { anyDecimal } from './arbitraries.ts'

const MODES: readonly RoundingMode[] = ['half-up', 'half-even', 'down', 'up']
const mode = fc.constantFrom(...MODES)
const places = fc.integer({ min: -3, max: 6 })

describe('rounding', () => {
  test.each([
    ['0.5', 0, ['1', '0', '0', '1']],
    ['1.5', 0, ['2', '2', '1', '2']],
    ['-0.5', 0, ['-1', '0', '0', '-1']],
    ['2.345', 2, ['2.35', '2.34', '2.34', '2.35']],
    ['2.3451', 2, ['2.35', '2.35', '2.34', '2.35']],
    ['58.7812', 2, ['58.78', '58.78', '58.78', '58.79']],
    ['1250', -2, ['1300', '1200', '1200', '1300']],
    ['7', 2, ['7', '7', '7', '7']],
  ] as const)('%s to %i places, by each mode', (value, to, expected) => {
    expect(MODES.map((by) => formatDecimal(round(decimal(value), by, to)))).toEqual(expected)
  })

  it('takes quotients without rounding them before', () => {
    const rate = quotient(decimal('16848.83'), decimal('28664.34'))
    expect(rate && formatDecimal(round(rate, 'half-up', 4))).toBe('0.5878')
  })

  it('twice is the same as once', () => {
    fc.assert(
      fc.property(anyDecimal, mode, places, (d, by, to) => {
        expect(round(round(d, by, to), by, to)).toEqual(round(d, by, to))
      }),
    )
  })

  it('to the nearest stays within half a unit of the place', () => {
    const nearest = fc.constantFrom<RoundingMode>('half-up', 'half-even')
    fc.assert(
      fc.property(anyDecimal, nearest, places, (d, by, to) => {
        const half = shift(decimal('0.5'), -to)
        expect(compare(absolute(subtract(round(d, by, to), d)), half)).toBeLessThanOrEqual(0)
      }),
    )
  })

  it('down never grows and up never shrinks the size, both by less than a unit', () => {
    fc.assert(
      fc.property(anyDecimal, places, (d, to) => {
        const unit = shift(ONE, -to)
        const size = absolute(d)
        const [cut, grown] = [absolute(round(d, 'down', to)), absolute(round(d, 'up', to))]
        expect(compare(cut, size)).toBeLessThanOrEqual(0)
        expect(compare(grown, size)).toBeGreaterThanOrEqual(0)
        expect(compare(subtract(size, cut), unit)).toBe(-1)
        expect(compare(subtract(grown, size), unit)).toBe(-1)
      }),
    )
  })

  it('of a quotient stays within half a unit as well', () => {
    fc.assert(
      fc.property(anyDecimal, anyDecimal, places, (a, b, to) => {
        const exact = quotient(a, b)
        if (exact === null) return
        const off = subtractRational(toRational(round(exact, 'half-up', to)), exact)
        const half = toRational(shift(decimal('0.5'), -to))
        const size = off.numerator < 0n ? { ...off, numerator: -off.numerator } : off
        expect(compareRational(size, half)).toBeLessThanOrEqual(0)
      }),
    )
  })
})
