import { decimal } from '@jiheng/quantity'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { judge } from '../../src/graph/judge.ts'
import { type Equation, side } from '../../src/relations/relation.ts'
import { figuresOf, type Made } from './made-figures.ts'

const linear = (plus: readonly number[], minus: readonly number[] = []): Equation => ({
  form: 'linear',
  left: side([0]),
  right: side(plus, minus),
})
const ratio: Equation = { form: 'ratio', result: 0, numerator: side([1]), denominator: side([2]) }
const holds = (equation: Equation, ...list: (Made | string)[]): boolean | null => judge(equation, figuresOf(list))?.holds ?? null
const percent = (value: string): Made => ({ value, unit: 'percent' })
const people = (value: string): Made => ({ value, unit: 'each:人', place: null })

describe('a total and its parts', () => {
  test.each<[string, Made[] | string[], boolean]>([
    ['exact', ['3.00', '1.00', '2.00'], true],
    ['half a place each', ['3.01', '1.00', '2.00'], true],
    ['more than half a place each', ['3.02', '1.00', '2.00'], false],
    ['half a place each, below', ['2.99', '1.00', '2.00'], true],
    ['counts are exact', [people('4'), people('1'), people('2')], false],
  ])('%s', (_, list, expected) => {
    expect(holds(linear([1, 2]), ...list)).toBe(expected)
  })

  test('a figure in another unit keeps its own place', () => {
    expect(holds(linear([1, 2]), { value: '0.03', unit: 'yi-yuan' }, '100.40', '200.05')).toBe(true)
    expect(holds(linear([1, 2]), { value: '0.03', unit: 'yi-yuan' }, '100.40', '260.05')).toBe(false)
  })

  test('a hedge widens', () => {
    expect(holds(linear([1, 2]), { value: '300', hedge: 'about' }, '100.40', '220.05')).toBe(true)
    expect(holds(linear([1, 2]), { value: '300', hedge: 'over' }, '100.40', '220.05')).toBe(true)
    expect(holds(linear([1, 2]), { value: '300', hedge: 'over' }, '100.40', '190.05')).toBe(false)
    expect(holds(linear([1, 2]), { value: '300', hedge: 'under' }, '100.40', '190.05')).toBe(true)
    expect(holds(linear([1, 2]), { value: '300', hedge: 'under' }, '100.40', '220.05')).toBe(false)
    expect(holds(linear([1, 2]), { value: '300', hedge: 'at-least' }, '400.00', '220.05')).toBe(true)
    expect(holds(linear([1, 2]), { value: '300', hedge: 'at-most' }, '400.00', '220.05')).toBe(false)
  })

  test('the gap is what is printed less what was computed, in the base unit', () => {
    const verdict = judge(linear([1, 2]), figuresOf(['4.00', '1.00', '2.00']))
    expect(verdict).toMatchObject({ holds: false, stated: decimal('40000'), computed: decimal('30000'), gap: decimal('10000') })
  })

  const cents = fc.integer({ min: 1, max: 99_999_999 })
  const text = (value: number): string => (value / 100).toFixed(2)

  test('a total that was added up always holds, in any order of its parts', () => {
    fc.assert(
      fc.property(fc.array(cents, { minLength: 1, maxLength: 12 }), fc.nat(), (parts, turn) => {
        const total = text(parts.reduce((sum, part) => sum + part, 0))
        const turned = [...parts.slice(turn % parts.length), ...parts.slice(0, turn % parts.length)]
        const members = parts.map((_, at) => at + 1)
        expect(holds(linear(members), total, ...parts.map(text))).toBe(true)
        expect(holds(linear(members), total, ...turned.map(text))).toBe(true)
        expect(holds(linear([...members].reverse()), total, ...parts.map(text))).toBe(true)
      }),
    )
  })

  test('a part that is off by more than all widths together never holds', () => {
    fc.assert(
      fc.property(fc.array(cents, { minLength: 1, maxLength: 12 }), fc.nat(), fc.integer({ min: 1, max: 1000 }), (parts, which, more) => {
        const total = text(parts.reduce((sum, part) => sum + part, 0))
        const members = parts.map((_, at) => at + 1)
        // Widths: half a cent for each of the members and the total.
        const off = parts.length + 1 + more
        const changed = parts.map((part, at) => (at === which % parts.length ? part + off : part))
        expect(holds(linear(members), total, ...changed.map(text))).toBe(false)
      }),
    )
  })

  test('what is taken off counts the other way', () => {
    fc.assert(
      fc.property(cents, cents, (a, b) => {
        expect(holds(linear([1], [2]), text(a - b), text(a), text(b))).toBe(true)
        expect(holds(linear([1], [2]), text(a - b + 10), text(a), text(b))).toBe(false)
      }),
    )
  })

  test('the same amounts in another unit hold as well', () => {
    fc.assert(
      fc.property(fc.array(cents, { minLength: 2, maxLength: 6 }), (parts) => {
        const total = parts.reduce((sum, part) => sum + part, 0)
        const inYuan = parts.map((part): Made => ({ value: String(part * 100), unit: 'yuan' }))
        expect(holds(linear(parts.map((_, at) => at + 1)), text(total), ...inYuan)).toBe(true)
      }),
    )
  })
})

describe('a rate and its operands', () => {
  test.each<[string, (Made | string)[], boolean | null]>([
    ['rounded', [percent('33.33'), '1.00', '3.00'], true],
    ['rounded up', [percent('66.67'), '2.00', '3.00'], true],
    ['cut off', [percent('66.66'), '2.00', '3.00'], true],
    ['one place further is neither', [percent('66.65'), '2000.00', '3000.00'], false],
    ['rounded up too far', [percent('66.68'), '2000.00', '3000.00'], false],
    ['small operands leave room', [percent('66.65'), '2', '3'], true],
    ['a denominator of zero', [percent('0'), '2.00', people('0')], null],
    ['a negative rate, cut off', [percent('-66.66'), '-2000.00', '3000.00'], true],
    ['above the whole', [percent('150'), '3.00', '2.00'], true],
  ])('%s', (_, list, expected) => {
    expect(holds(ratio, ...list)).toBe(expected)
  })

  test('it says when only cutting off explains the rate', () => {
    expect(judge(ratio, figuresOf([percent('66.66'), '2000.00', '3000.00']))?.byTruncation).toBe(true)
    expect(judge(ratio, figuresOf([percent('66.67'), '2000.00', '3000.00']))?.byTruncation).toBe(false)
  })

  test('a hedged rate is not cut off besides', () => {
    expect(holds(ratio, { value: '64', unit: 'percent', hedge: 'about' }, '2000.00', '3000.00')).toBe(false)
    expect(holds(ratio, { value: '67', unit: 'percent', hedge: 'about' }, '2000.00', '3000.00')).toBe(true)
  })

  test('a rate that was computed and rounded, or cut, always holds; one two places off does not', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1_000_000, max: 99_999_999 }), fc.integer({ min: 1_000_000, max: 99_999_999 }), (top, bottom) => {
        const places = 100_00n
        const exact = (BigInt(top) * places * 10n) / BigInt(bottom)
        const cut = exact / 10n
        const rounded = (exact + 5n) / 10n
        const show = (value: bigint): Made => percent((Number(value) / 100).toFixed(2))
        const operands = [(top / 100).toFixed(2), (bottom / 100).toFixed(2)]
        expect(holds(ratio, show(cut), ...operands)).toBe(true)
        expect(holds(ratio, show(rounded), ...operands)).toBe(true)
        // The operands have at least six digits, so their own widths move the rate by less than a fifth of a place … times the rate.
        const room = 2n + BigInt(Math.ceil(top / bottom))
        expect(holds(ratio, show(cut + room), ...operands)).toBe(false)
        expect(holds(ratio, show(cut - room), ...operands)).toBe(false)
      }),
    )
  })
})

describe('the same fact twice', () => {
  const same: Equation = { form: 'same', first: 0, second: 1 }
  test.each<[string, [Made | string, Made | string], boolean]>([
    ['alike', ['12.34', '12.34'], true],
    ['rounded', ['12.34', '12.3'], true],
    ['rounded up', ['12.36', '12.4'], true],
    ['cut off', ['12.36', '12.3'], true],
    ['neither', ['12.36', '12.2'], false],
    ['one rounded and one cut', ['12.34', '12.35'], true],
    ['two places apart', ['12.34', '12.36'], false],
    ['in another unit', ['12.34', { value: '123400', unit: 'yuan' }], true],
    ['in a larger unit', [{ value: '0.12', unit: 'yi-yuan' }, '1234.56'], true],
    ['counts', [people('53'), people('54')], false],
    [
      'a score',
      [
        { value: '95.5', unit: 'point', place: null },
        { value: '95', unit: 'point', place: null },
      ],
      false,
    ],
    ['a hedge', [{ value: '12', hedge: 'about' }, '12.34'], true],
    ['negatives, rounded', ['-12.36', '-12.4'], true],
  ])('%s', (_, [first, second], expected) => {
    expect(holds(same, first, second)).toBe(expected)
    expect(holds(same, second, first)).toBe(expected)
  })
})

describe('a product', () => {
  const product: Equation = { form: 'product', result: 0, factors: [1, 2] }
  test.each<[string, (Made | string)[], boolean]>([
    [
      'a score is rounded to its own place',
      [{ value: '7.42', unit: 'point', place: '0.01' }, { value: '10', unit: 'point', place: null }, percent('74.21')],
      true,
    ],
    [
      'a score a place further',
      [{ value: '7.44', unit: 'point', place: '0.01' }, { value: '10', unit: 'point', place: null }, percent('74.21')],
      false,
    ],
    ['a number of things by a price', ['2.7', people('27'), { value: '1000', unit: 'yuan' }], true],
    ['a wrong one', ['3.7', people('27'), { value: '1000', unit: 'yuan' }], false],
    ['nothing', ['0', people('0'), { value: '1000', unit: 'yuan' }], true],
  ])('%s', (_, list, expected) => {
    expect(holds(product, ...list)).toBe(expected)
  })
})

describe('an order', () => {
  const order: Equation = { form: 'order', low: side([0]), high: side([1]) }
  test.each<[string, (Made | string)[], boolean]>([
    ['less', ['1.00', '2.00'], true],
    ['equal', ['2.00', '2.00'], true],
    ['more by rounding', ['2.01', '2.00'], true],
    ['more', ['2.02', '2.00'], false],
    [
      'scores are exact',
      [
        { value: '2.01', unit: 'point', place: null },
        { value: '2', unit: 'point', place: null },
      ],
      false,
    ],
    [
      'an open end',
      [
        { value: '300', hedge: 'at-least' },
        { value: '200', hedge: 'at-least' },
      ],
      true,
    ],
  ])('%s', (_, list, expected) => {
    expect(holds(order, ...list)).toBe(expected)
  })
})
