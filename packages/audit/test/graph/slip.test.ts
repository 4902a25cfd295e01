import { decimal, formatDecimal } from '@jiheng/quantity'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { isTelling, slipBetween, slipsOf } from '../../src/graph/slip.ts'
import type { RepairReason } from '../../src/index.ts'
import { type Equation, side } from '../../src/relations/relation.ts'
import { figuresOf } from './made-figures.ts'

const between = (printed: string, right: string): RepairReason | null => slipBetween(decimal(printed), decimal(right))

/** Printed digits of a number with two decimals, no zeros at either end. */
const printed = fc.stringMatching(/^[1-9]\d{2,6}[1-9]$/)
const withPoint = (digits: string): string => `${digits.slice(0, -2)}.${digits.slice(-2)}`

describe('slips of the pen', () => {
  test.each<[string, string, RepairReason | null]>([
    ['123.45', '123.46', 'wrong-digit'],
    ['123.45', '124.35', 'transposed-digits'],
    ['123.45', '1.2345', 'shifted-point'],
    ['123.45', '12345', 'shifted-point'],
    ['12.45', '123.45', 'dropped-digit'],
    ['1123.45', '123.45', 'doubled-digit'],
    ['123.45', '123.45', null],
    ['123.450', '123.45', null],
    ['123.45', '678.90', null],
    ['123.45', '321.45', null],
    ['123.45', '-123.45', null],
    ['0', '123.45', null],
    ['123.45', '0', null],
    ['-123.45', '-124.35', 'transposed-digits'],
  ])('%s for %s: %s', (from, to, reason) => {
    expect(between(from, to)).toBe(reason)
  })

  test('a number is no slip of itself', () => {
    fc.assert(
      fc.property(printed, (digits) => {
        expect(between(withPoint(digits), withPoint(digits))).toBeNull()
      }),
    )
  })

  test('one digit changed is a wrong digit', () => {
    fc.assert(
      fc.property(printed, fc.nat(), fc.integer({ min: 1, max: 9 }), (digits, where, more) => {
        const at = where % digits.length
        const digit = (Number(digits[at]) + more) % 10
        fc.pre(!(at === 0 && digit === 0))
        expect(between(withPoint(digits.slice(0, at) + digit + digits.slice(at + 1)), withPoint(digits))).toBe('wrong-digit')
      }),
    )
  })

  test('two neighbours swapped are transposed', () => {
    fc.assert(
      fc.property(printed, fc.nat(), (digits, where) => {
        const at = where % (digits.length - 1)
        const [a, b] = [digits[at] as string, digits[at + 1] as string]
        fc.pre(a !== b && !(at === 0 && b === '0'))
        const swapped = digits.slice(0, at) + b + a + digits.slice(at + 2)
        expect(between(withPoint(swapped), withPoint(digits))).toBe('transposed-digits')
      }),
    )
  })

  test('a point moved by one to four places is shifted', () => {
    fc.assert(
      fc.property(printed, fc.constantFrom(-4, -3, -2, -1, 1, 2, 3, 4), (digits, places) => {
        const right = { coefficient: BigInt(digits), scale: 2 }
        const moved =
          places < 0
            ? { coefficient: right.coefficient, scale: 2 - places }
            : { coefficient: right.coefficient * 10n ** BigInt(places), scale: 2 }
        expect(slipBetween(moved, right)).toBe('shifted-point')
      }),
    )
  })

  test('a digit left out or struck twice keeps the decimals', () => {
    fc.assert(
      fc.property(printed, fc.nat(), (digits, where) => {
        const at = where % digits.length
        const dropped = digits.slice(0, at) + digits.slice(at + 1)
        fc.pre(!dropped.startsWith('0'))
        // A digit dropped at an end may as well be read as a point that moved.
        expect(['dropped-digit', 'shifted-point']).toContain(between(withPoint(dropped), withPoint(digits)))
        const doubled = digits.slice(0, at) + digits[at] + digits.slice(at)
        expect(['doubled-digit', 'shifted-point']).toContain(between(withPoint(doubled), withPoint(digits)))
      }),
    )
  })
})

describe('slips in a sum', () => {
  const sum: Equation = { form: 'linear', left: side([0]), right: side([1, 2]) }

  test('every member that one slip would mend is named, with its right value', () => {
    const slips = slipsOf(sum, figuresOf(['600.00', '500.00', '110.00']))
    expect(slips).toContainEqual({ figure: 0, value: expect.objectContaining({}), reason: 'wrong-digit' })
    expect(slips).toContainEqual({ figure: 2, value: expect.objectContaining({}), reason: 'wrong-digit' })
  })

  test('a gap that no slip explains has none', () => {
    expect(slipsOf(sum, figuresOf(['888.88', '123.45', '222.22']))).toEqual([])
  })

  test('a slip in a short figure says less than one in a long figure', () => {
    expect(isTelling(sum, figuresOf(['6', '5', '2']))).toBe(false)
    expect(isTelling(sum, figuresOf(['612345.67', '500000.00', '112345.76']))).toBe(true)
  })

  test('of a quotient only the result can have slipped', () => {
    const quotient: Equation = { form: 'ratio', result: 0, numerator: side([1]), denominator: side([2]) }
    const slipsWith = (rate: string) => slipsOf(quotient, figuresOf([{ value: rate, unit: 'percent' }, '432.10', '500.00']))
    expect(slipsWith('91.57').map(({ figure, reason }) => ({ figure, reason }))).toEqual([])
    expect(slipsWith('68.42').map(({ figure, reason }) => ({ figure, reason }))).toEqual([{ figure: 0, reason: 'transposed-digits' }])
    expect(formatDecimal(slipsWith('68.42')[0]?.value ?? decimal('0'))).toBe('0.8642')
  })
})
