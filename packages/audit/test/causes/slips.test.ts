import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { meantBy } from '../../src/causes/slips.ts'

const numbers = (printed: string, reason?: string): string[] =>
  [...meantBy(printed)].filter((meant) => reason === undefined || meant.reason === reason).map(({ number }) => number)

/** As reports print amounts: no zero in front, at most two decimals. */
const printed = fc
  .tuple(fc.integer({ min: 1, max: 9_999_999 }), fc.integer({ min: 0, max: 2 }))
  .map(([digits, places]) => (places === 0 ? String(digits) : (digits / 10 ** places).toFixed(places)))

describe('what a print may have been', () => {
  test('neighbours that were swapped', () => expect(numbers('367.71', 'transposed-digits')).toContain('376.71'))
  test('swapped over the point', () => expect(numbers('54.30', 'transposed-digits')).toContain('53.40'))
  test('a digit that was left out, before or behind the point', () => {
    expect(numbers('171.2', 'dropped-digit')).toEqual(
      expect.arrayContaining(['171.62', '1771.2', '171.26', '1721.2', '17.1.2'].filter((n) => n !== '17.1.2')),
    )
  })
  test('a zero at the very end is not missed', () => expect(numbers('648.5', 'dropped-digit')).not.toContain('648.50'))
  test('nor is a third place for one', () => expect(numbers('12.50', 'dropped-digit')).not.toContain('12.150'))
  test('a doubled digit', () => expect(numbers('1223.4', 'doubled-digit')).toEqual(['123.4']))
  test('a shifted point, to either side', () => {
    expect(numbers('9.609', 'shifted-point')).toEqual(expect.arrayContaining(['96.09', '960.9', '0.9609']))
    expect(numbers('0.42', 'shifted-point')).toEqual(expect.arrayContaining(['4.2', '42']))
  })
  test('what nobody writes is not offered', () => {
    for (const number of numbers('10.07')) expect(number).toMatch(/^(?:0|[1-9]\d*)(?:\.\d+)?$/)
  })
  test('hostile text gives nothing', () => {
    for (const text of ['', '.', '1.2.3', '9'.repeat(400), 'abc']) expect(meantBy(text)).toEqual([])
  })

  test('every swap, replacement, omission and doubling of any number is undone', () => {
    fc.assert(
      fc.property(printed, fc.nat(), fc.nat(9), (number, at, digit) => {
        const places = [...number].flatMap((sign, i) => (/\d/.test(sign) ? [i] : []))
        const i = places[at % places.length] as number
        const slips: readonly (readonly [string, string])[] = [
          ['wrong-digit', `${number.slice(0, i)}${digit}${number.slice(i + 1)}`],
          ['dropped-digit', number.slice(0, i) + number.slice(i + 1)],
          ['doubled-digit', number.slice(0, i + 1) + number.slice(i)],
        ]
        for (const [reason, wrong] of slips) {
          if (!/^(?:0|[1-9]\d*)(?:\.\d+)?$/.test(wrong) || wrong === number || (reason === 'dropped-digit' && i === number.length - 1))
            continue
          expect(numbers(wrong)).toContain(number)
        }
      }),
    )
  })
  test('looked for in a stretch, it leaves out what lies elsewhere and nothing else', () => {
    fc.assert(
      fc.property(printed, printed, fc.double({ min: 0, max: 2, noNaN: true }), (number, middle, width) => {
        const [low, high] = [Number(middle) * (1 - width) - 1e-3, Number(middle) * (1 + width) + 1e-3]
        const isThere = (meant: { readonly number: string }): boolean => Number(meant.number) > low && Number(meant.number) < high
        const slack = 1e-6 * (Math.abs(low) + Math.abs(high))
        const found = meantBy(number, [{ low: low - slack, high: high + slack }])
        expect(found.filter(isThere)).toEqual(meantBy(number).filter(isThere))
      }),
    )
  })
  test('chances are shares', () => {
    fc.assert(
      fc.property(printed, (number) => {
        const total = meantBy(number).reduce((sum, { likelihood }) => sum + likelihood, 0)
        for (const { likelihood } of meantBy(number)) expect(likelihood).toBeGreaterThan(0)
        expect(total).toBeLessThan(5)
      }),
    )
  })
})
