import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import {
  convert,
  decimal,
  dimensionOf,
  factorOf,
  formatDecimal,
  isCount,
  longestUnitAt,
  UNITS,
  unitById,
  unitsBySymbol,
} from '../src/index.ts'
import { anyDecimal } from './arbitraries.ts'

const unitId = fc.constantFrom(...UNITS.map((unit) => unit.id))

describe('the table of units', () => {
  it('names every unit once', () => {
    expect(new Set(UNITS.map((unit) => unit.id)).size).toBe(UNITS.length)
  })

  it('has a base unit in every dimension', () => {
    const based = new Set(UNITS.filter((unit) => unit.factor === '1').map((unit) => unit.dimension))
    const needed = UNITS.filter((unit) => !based.has(unit.dimension))
    expect(needed).toEqual([])
  })

  it('gives 分 as a score first and as money second', () => {
    expect(unitsBySymbol('分').map((unit) => unit.id)).toEqual(['point', 'fen'])
    expect(unitsBySymbol('没有')).toEqual([])
  })

  it('counts persons alike by 人, 名 and 位, visits apart', () => {
    expect(['人', '名', '位'].map((word) => unitsBySymbol(word)[0]?.id)).toEqual(['each:人', 'each:人', 'each:人'])
    expect(unitsBySymbol('人次')[0]?.id).toBe('each:人次')
    expect(isCount('each:人')).toBe(true)
    expect(isCount('yuan')).toBe(false)
  })

  it('knows nothing about units that it does not have', () => {
    expect([unitById('parsec'), dimensionOf('parsec'), factorOf('parsec')]).toEqual([null, null, null])
  })
})

describe('finding a unit', () => {
  test.each([
    ['万元', 0, 'wan-yuan', 2],
    ['元人民币', 0, 'yuan', 4],
    ['个百分点', 0, 'percentage-point', 4],
    ['个月', 0, 'month', 2],
    ['个', 0, 'each:个', 1],
    ['3平方公里', 1, 'square-kilometre', 4],
    ['5kWh', 1, 'kilowatt-hour', 3],
    ['％', 0, 'percent', 1],
  ])('in %s at %i it is %s', (text, index, id, length) => {
    const found = longestUnitAt(text, index)
    expect([found?.unit.id, found?.length]).toEqual([id, length])
  })

  test.each(['', '的', 'min5', 'mx', 'kgs'])('%j begins with none', (text) => {
    expect(longestUnitAt(text, 0)).toBeNull()
  })

  it('finds each symbol whole', () => {
    for (const unit of UNITS) for (const symbol of unit.symbols) expect(longestUnitAt(`${symbol}。`, 0)?.length).toBe(symbol.length)
  })
})

describe('conversion', () => {
  test.each([
    ['867.62', 'wan-yuan', 'yuan', '8676200'],
    ['580', 'yuan', 'wan-yuan', '0.058'],
    ['1.2', 'yi-yuan', 'wan-yuan', '12000'],
    ['1', 'wan-yi-yuan', 'yi-yuan', '10000'],
    ['95', 'percent', 'fold', '0.95'],
    ['3', 'tenth', 'percent', '30'],
    ['5', 'permille', 'percent', '0.5'],
    ['2', 'kilometre', 'metre', '2000'],
    ['2', 'week', 'day', '14'],
    ['36', 'month', 'year', '3'],
    ['2', 'cubic-metre', 'litre', '2000'],
    ['3', 'jin', 'kilogram', '1.5'],
  ])('%s %s in %s is %s', (value, from, to, expected) => {
    const converted = convert(decimal(value), from, to)
    expect(converted && formatDecimal(converted)).toBe(expected)
  })

  test.each([
    ['yuan', 'percent'],
    ['each:件', 'each:个'],
    ['percent', 'percentage-point'],
    ['us-dollar', 'yuan'],
    ['mu', 'square-metre'],
    ['gigabyte', 'megabyte'],
    ['day', 'month'],
    ['none', 'yuan'],
    ['parsec', 'parsec'],
  ])('%s never becomes %s', (from, to) => {
    expect(convert(decimal('1'), from, to)).toBeNull()
  })

  it('does not round: 10 days are no finite number of weeks', () => {
    expect(convert(decimal('10'), 'day', 'week')).toBeNull()
    expect(convert(decimal('0'), 'day', 'week')).toEqual(decimal('0'))
  })

  it('comes back to the same value', () => {
    fc.assert(
      fc.property(anyDecimal, unitId, unitId, (value, from, to) => {
        const there = convert(value, from, to)
        if (there === null) return
        expect(convert(there, to, from)).toEqual(value)
      }),
    )
  })

  it('succeeds only inside one dimension', () => {
    fc.assert(
      fc.property(unitId, unitId, (from, to) => {
        if (dimensionOf(from) !== dimensionOf(to)) expect(convert(decimal('1'), from, to)).toBeNull()
      }),
    )
  })
})
