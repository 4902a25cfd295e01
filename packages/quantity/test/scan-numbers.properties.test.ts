import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decimalOf, formatDecimal, type PrintedNumber, scanCell, scanNumbers, unitById } from '../src/index.ts'
import { anyDecimal } from './arbitraries.ts'

const UNIT_IDS = [
  'yuan',
  'wan-yuan',
  'yi-yuan',
  'percent',
  'percentage-point',
  'each:件',
  'each:人',
  'each:人次',
  'square-metre',
  'hour',
] as const
const symbolOf = (id: string): string => unitById(id)?.symbols[0] ?? ''

const amount = fc
  .tuple(fc.bigInt({ min: 0n, max: 10n ** 12n }), fc.integer({ min: 0, max: 4 }))
  .map(([coefficient, scale]) => decimalOf(coefficient, scale))

/** 1,234,567.89 */
const withSeparators = (text: string): string => text.replace(/\B(?=(\d{3})+(?!\d))(?<!\.\d*)/g, ',')
const fullWidth = (text: string): string =>
  text.replace(/[0-9.]/g, (c) => (c === '.' ? '．' : String.fromCharCode(c.charCodeAt(0) - 0x30 + 0xff10)))

/** Pieces that reports are made of, and some that break them. */
const piece = fc.oneof(
  fc.constantFrom(
    '年初预算',
    '执行数',
    '，',
    '。',
    '、',
    '\t',
    '\n',
    ' ',
    '（',
    '）',
    '-',
    '—',
    '至',
    '约',
    '近',
    '余',
    '多',
    '万',
    '亿',
    '元',
    '个',
    '第',
  ),
  fc.constantFrom(
    '一',
    '二',
    '十',
    '百',
    '千',
    '零',
    '壹',
    '拾',
    '百分之',
    '分',
    '≥',
    '≤',
    '<',
    '左右',
    '以上',
    '含',
    '负',
    '.',
    ',',
    '%',
    'A',
    '年',
  ),
  fc.integer({ min: 0, max: 99999 }).map(String),
)
const anyText = fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join(''))

const moved = (n: PrintedNumber, by: number, index: number): unknown => ({
  ...n,
  start: n.start + by,
  end: n.end + by,
  figureStart: n.figureStart + by,
  figureEnd: n.figureEnd + by,
  rangeTo: n.rangeTo === null ? null : n.rangeTo + index,
  rangeFrom: n.rangeFrom === null ? null : n.rangeFrom + index,
})

describe('scanning', () => {
  it('reads back the amount and unit that were written, in every print', () => {
    const print = fc.constantFrom(
      (text: string) => text,
      withSeparators,
      fullWidth,
      (text: string) => `-${text}`,
    )
    fc.assert(
      fc.property(amount, fc.constantFrom(...UNIT_IDS), print, (value, unit, by) => {
        const figure = by(formatDecimal(value))
        const text = `合计${figure}${symbolOf(unit)}。`
        const [only, ...rest] = scanNumbers(text)
        expect(rest).toEqual([])
        // A thousands comma before a share is taken for punctuation.
        fc.pre(!(unit === 'percent' && /^\d+,\d+$/.test(figure)))
        expect(only?.quantity.unit).toBe(unit)
        expect(formatDecimal(only?.amount ?? decimalOf(-1n, 9)).replace('-', '')).toBe(formatDecimal(value))
        expect(text.slice(only?.figureStart, only?.figureEnd)).toBe(figure)
        expect(text.slice(only?.start, only?.end)).toBe(figure + symbolOf(unit))
      }),
    )
  })

  it('reads a figure that fills a cell, with its sign', () => {
    fc.assert(
      fc.property(anyDecimal, (value) => {
        const text = formatDecimal(value)
        expect(scanCell(text).map((n) => formatDecimal(n.amount))).toEqual([text])
        expect(scanCell(` ${text} `).map((n) => n.quantity.value)).toEqual([text])
      }),
    )
  })

  it('gives positions in order, without overlap, that hold a digit or numeral', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        let last = 0
        for (const n of scanNumbers(text)) {
          expect(n.start).toBe(n.figureStart)
          expect(n.figureStart).toBeGreaterThanOrEqual(last)
          expect(n.figureEnd).toBeGreaterThan(n.figureStart)
          expect(n.end).toBeGreaterThanOrEqual(n.figureEnd)
          expect(n.end).toBeLessThanOrEqual(text.length)
          expect(text.slice(n.figureStart, n.figureEnd)).toMatch(/[\d〇零一二三四五六七八九十百千万亿壹拾]/)
          expect(n.quantity.value).toBe(formatDecimal(n.amount))
          last = n.end
        }
      }),
      { numRuns: 2000 },
    )
  })

  it('pairs the ends of a range with each other', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const numbers = scanNumbers(text)
        numbers.forEach((n, i) => {
          if (n.rangeTo !== null) expect([n.rangeTo, numbers[n.rangeTo]?.rangeFrom]).toEqual([i + 1, i])
          if (n.rangeFrom !== null) expect([n.rangeFrom, numbers[n.rangeFrom]?.rangeTo]).toEqual([i - 1, i])
        })
      }),
      { numRuns: 1000 },
    )
  })

  it('finds in two texts one after the other what it finds in each', () => {
    fc.assert(
      fc.property(anyText, anyText, (a, b) => {
        const between = '\n。\n'
        const first = scanNumbers(a)
        const second = scanNumbers(b).map((n) => moved(n, a.length + between.length, first.length))
        expect(scanNumbers(a + between + b)).toEqual([...first, ...second])
      }),
      { numRuns: 1000 },
    )
  })

  it('answers the same every time, with frozen values', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        const numbers = scanNumbers(text)
        expect(scanNumbers(text)).toEqual(numbers)
        expect(numbers.every((n) => Object.isFrozen(n) && Object.isFrozen(n.quantity))).toBe(true)
      }),
    )
  })

  it('survives any string', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        expect(Array.isArray(scanNumbers(text))).toBe(true)
        expect(Array.isArray(scanCell(text))).toBe(true)
      }),
      { numRuns: 1000 },
    )
  })
})
