import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import {
  amountOf,
  boundsOf,
  containsBounds,
  containsValue,
  decimal,
  formatDecimal,
  type Hedge,
  placeOf,
  printedValue,
  type Quantity,
  quantityOf,
  readQuantity,
  toInterval,
  UNITS,
  withUnit,
} from '../src/index.ts'
import { anyDecimal } from './arbitraries.ts'

const hedge = fc.constantFrom<Hedge | undefined>(undefined, 'about', 'over', 'under', 'at-least', 'at-most')
const place = fc.constantFrom('exact', '0.01', '1', '1000')
const anyQuantity: fc.Arbitrary<Quantity> = fc
  .tuple(anyDecimal, fc.constantFrom(...UNITS.map((unit) => unit.id)), place, hedge)
  .map(([value, unit, at, by]) => quantityOf(value, unit, at === 'exact' ? 'exact' : decimal(at), by))

const money = (value: string, at: string, by?: Hedge): Quantity => quantityOf(decimal(value), 'wan-yuan', decimal(at), by)

describe('quantities', () => {
  it('are frozen and survive JSON', () => {
    fc.assert(
      fc.property(anyQuantity, (q) => {
        expect(Object.isFrozen(q)).toBe(true)
        const back = JSON.parse(JSON.stringify(q))
        expect(readQuantity(back.value, back.unit, back.precision, back.hedge)).toEqual(q)
      }),
    )
  })

  it('have their amount in the base unit', () => {
    expect(formatDecimal(amountOf(money('867.62', '0.01')))).toBe('8676200')
    expect(formatDecimal(amountOf(quantityOf(decimal('58.78'), 'percent', decimal('0.01'))))).toBe('0.5878')
    expect(printedValue(money('867.62', '0.01'))).toEqual(decimal('867.62'))
    expect(placeOf(money('867.62', '0.01'))).toEqual(decimal('0.01'))
  })

  it('are not read when the unit or the figure is unknown', () => {
    expect(readQuantity('1', 'parsec', 'exact')).toBeNull()
    expect(readQuantity('1,2', 'yuan', 'exact')).toBeNull()
    expect(readQuantity('1', 'yuan', { place: '' })).toBeNull()
    expect(() => amountOf({ value: '1', unit: 'parsec', precision: 'exact' })).toThrow('parsec')
  })
})

describe('a figure that gets its unit from its column', () => {
  const bare = (value: string, at: string, by?: Hedge): Quantity => quantityOf(decimal(value), 'none', decimal(at), by)

  it('keeps its printed place as money', () => {
    expect(withUnit(bare('173.65', '0.01'), 'wan-yuan')).toEqual(money('173.65', '0.01'))
  })

  it('becomes exact as a count', () => {
    expect(withUnit(bare('219', '1'), 'each:件').precision).toBe('exact')
    expect(withUnit(bare('150', '1', 'at-least'), 'each:件')).toEqual({
      value: '150',
      unit: 'each:件',
      precision: 'exact',
      hedge: 'at-least',
    })
    expect(withUnit(bare('2.5', '0.1'), 'each:件').precision).toEqual({ place: '0.1' })
    expect(withUnit(bare('300', '1', 'over'), 'each:人').precision).toEqual({ place: '100' })
  })
})

describe('bounds of a printed figure', () => {
  test.each([
    ['173.65万元', money('173.65', '0.01'), '1736450', '1736550'],
    ['234万元', money('234', '1'), '2335000', '2345000'],
    ['300多万元', money('300', '1', 'over'), '3000000', '4000000'],
    ['近300块', quantityOf(decimal('300'), 'each:块', decimal('100'), 'under'), '200', '300'],
    ['2880余份', quantityOf(decimal('2880'), 'each:份', decimal('10'), 'over'), '2880', '2890'],
    ['约30人', quantityOf(decimal('30'), 'each:人', decimal('10'), 'about'), '20', '40'],
    ['99.80%以上', quantityOf(decimal('99.8'), 'percent', decimal('0.01'), 'at-least'), '0.998', null],
    ['80万元以内', money('80', '1', 'at-most'), null, '800000'],
    ['34名', quantityOf(decimal('34'), 'each:人', 'exact'), '34', '34'],
    ['负300多万元', money('-300', '1', 'over'), '-4000000', '-3000000'],
    ['近负300万元', money('-300', '1', 'under'), '-3000000', '-2000000'],
    ['约0万元', money('0', '1', 'about'), '-10000', '10000'],
  ])('%s', (_text, q, low, high) => {
    expect(toInterval(boundsOf(q))).toEqual({ low, high })
  })

  it('take a finer place when the column has one', () => {
    expect(toInterval(boundsOf(money('234', '1'), decimal('0.01')))).toEqual({ low: '2339950', high: '2340050' })
    expect(toInterval(boundsOf(money('300', '1', 'over'), decimal('0.01')))).toEqual({ low: '3000000', high: '4000000' })
  })

  it('contain the value', () => {
    fc.assert(
      fc.property(anyQuantity, (q) => {
        expect(containsValue(boundsOf(q), amountOf(q))).toBe(true)
      }),
    )
  })

  it('narrow with the place', () => {
    fc.assert(
      fc.property(anyDecimal, (value) => {
        const q = quantityOf(value, 'wan-yuan', decimal('1'))
        expect(containsBounds(boundsOf(q), boundsOf(q, decimal('0.01')))).toBe(true)
      }),
    )
  })
})
