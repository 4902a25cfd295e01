import { describe, expect, test } from 'vitest'
import { dimensionOfUnit, factorOfUnit } from '../../src/formula/ratio-unit.ts'

describe('units of what formulas give', () => {
  test.each([
    ['percent', 'ratio'],
    ['wan-yuan', 'money'],
    ['wan-yuan/each:人', 'money/each:人'],
    ['yuan/each:人次', 'money/each:人次'],
    ['wan-yuan/', null],
    ['/each:人', null],
    ['wan-yuan/each:人/day', null],
    ['斗', null],
    ['', null],
  ])('%s measures %s', (unit, dimension) => expect(dimensionOfUnit(unit)).toBe(dimension))

  test('money by heads is in yuan by heads', () => {
    expect(factorOfUnit('wan-yuan/each:人')).toEqual({ numerator: 10000n, denominator: 1n })
    expect(factorOfUnit('yuan/斗')).toBeNull()
  })
})
