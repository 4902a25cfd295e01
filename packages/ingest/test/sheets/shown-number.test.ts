/** What a cell shows, as a Chinese spreadsheet would: cases by hand, and rounding held against whole numbers. */
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { BUILT_IN_FORMATS } from '../../src/sheets/shown/built-in-formats.ts'
import { savedValue } from '../../src/sheets/shown/digits.ts'
import { numberFormat, shownNumber, shownText } from '../../src/sheets/shown/shown-number.ts'

const ACCOUNTING = '_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * "-"??_ ;_ @_ '

const CASES: readonly (readonly [saved: string, format: string, shown: string])[] = [
  // General: eleven characters, no noise of floats, codes in full as long as they are exact.
  ['0.30000000000000004', 'General', '0.3'],
  ['0.3333333333333333', 'General', '0.333333333'],
  ['123456.789012', 'General', '123456.789'],
  ['-1234.5', 'General', '-1234.5'],
  ['2010301', 'General', '2010301'],
  ['123456789012345', 'General', '123456789012345'],
  ['1.2345678901234567E+20', 'General', '1.23457E+20'],
  ['1E-10', 'General', '1E-10'],
  ['0', 'General', '0'],
  ['12.5', 'General"分"', '12.5分'],
  ['5', '@', '5'],
  // Places, half away from zero on the decimals that are kept.
  ['1.005', '0.00', '1.01'],
  ['-2.5', '0', '-3'],
  ['-0.001', '0.00', '0.00'],
  ['12', '0.0#', '12.0'],
  ['0.5', '#.##', '.5'],
  ['5', '00000', '00005'],
  // Separators, percent, scales.
  ['1234567.891', '#,##0.00', '1,234,567.89'],
  ['0.9644', '0.00%', '96.44%'],
  ['100', '0.00%', '10000.00%'],
  ['12345678', '0!.0,"万"', '1234.6万'],
  ['12345678', '0\\.0,"万元"', '1234.6万元'],
  ['1234567', '0.00,', '1234.57'],
  ['1234567', '#,##0,', '1,235'],
  ['1.5', '0.00E+00', '1.50E+00'],
  ['12345', '##0.0E+0', '12.3E+3'],
  // Signs: brackets, red, zero as a dash.
  ['-5', '0.00_);(0.00)', '(5.00)'],
  ['-5', '0.00_ ;[Red]0.00 ', '-5.00'],
  ['-5', '0.00_ ;[Red]\\-0.00 ', '-5.00'],
  ['-1234.5', ACCOUNTING, '-1,234.50'],
  ['0', ACCOUNTING, '-'],
  ['0', '0.00;-0.00;', ''],
  ['5', ';;;', ''],
  ['1234.5', '[$￥-804]#,##0.00;[$￥-804]-#,##0.00', '￥1,234.50'],
  ['-1234.5', '"¥"#,##0.00;"¥"-#,##0.00', '¥-1,234.50'],
  ['1500', '[>=1000]0.0,"千";0', '1.5千'],
  ['500', '[>=1000]0.0,"千";0', '500'],
  ['-7', '[Red][<0]0;0', '-7'],
  ['1234567890', '000-0000-000', '123-4567-890'],
  // Dates and times.
  ['45047', 'yyyy"年"m"月"d"日"', '2023年5月1日'],
  ['45047', '[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy', 'Monday, May 01, 2023'],
  ['45047.5', 'yyyy/m/d h:mm', '2023/5/1 12:00'],
  ['45047.75', 'yyyy-mm-dd hh:mm:ss AM/PM', '2023-05-01 06:00:00 PM'],
  ['45047', 'aaaa', '星期一'],
  ['44', '[h]:mm', '1056:00'],
  ['0.000011574', 'mm:ss.0', '00:01.0'],
  ['60', 'yyyy/m/d', '1900/2/29'],
  ['61', 'yyyy/m/d', '1900/3/1'],
  // No dates: shown as numbers.
  ['-1', 'yyyy/m/d', '-1'],
  ['1E+20', 'yyyy/m/d', '1E+20'],
  ['0.000', '0.00', '0.00'],
]

describe('a number in its format', () => {
  test.each(CASES)('%s as %s is %s', (saved, format, shown) => {
    expect(shownNumber(saved, numberFormat(format))).toBe(shown)
  })

  test('formats that are named by number only', () => {
    const shown = (id: number, saved: string) => shownNumber(saved, numberFormat(BUILT_IN_FORMATS[id] ?? ''))
    expect([shown(10, '0.5'), shown(14, '45047'), shown(31, '45047'), shown(4, '-1234'), shown(43, '0'), shown(49, '3')]).toEqual([
      '50.00%',
      '2023/5/1',
      '2023年5月1日',
      '-1,234.00',
      '-',
      '3',
    ])
  })

  test('dates from 1904 lie four years later', () => {
    expect(shownNumber('43585', numberFormat('yyyy/m/d'), true)).toBe('2023/5/1')
  })

  test('text is shown as it is, unless the format has words for it', () => {
    expect(shownText('约100', numberFormat('#,##0.00'))).toBe('约100')
    expect(shownText('无', numberFormat('0;-0;0;"（"@"）"'))).toBe('（无）')
    expect(shownText('密', numberFormat(';;;'))).toBe('')
  })

  test('a format is a date or none', () => {
    const isDate = (code: string) => numberFormat(code).isDate
    expect([isDate('yyyy/m/d'), isDate('[h]:mm'), isDate('0.00"元/天"'), isDate('[Red]0'), isDate('General'), isDate('#,##0\\d')]).toEqual([
      true,
      true,
      false,
      false,
      false,
      false,
    ])
  })

  test('two places round half away from zero, as whole numbers say', () => {
    fc.assert(
      fc.property(fc.integer({ min: -(10 ** 12), max: 10 ** 12 }), (thousandths) => {
        const size = Math.abs(thousandths)
        const text = `${thousandths < 0 ? '-' : ''}${Math.floor(size / 1000)}.${String(size % 1000).padStart(3, '0')}`
        const hundredths = Math.floor(size / 10) + (size % 10 >= 5 ? 1 : 0)
        const sign = thousandths < 0 && hundredths > 0 ? '-' : ''
        const expected = `${sign}${Math.floor(hundredths / 100)}.${String(hundredths % 100).padStart(2, '0')}`
        expect(shownNumber(text, numberFormat('0.00'))).toBe(expected)
      }),
    )
  })

  test('what is shown in full is what is saved', () => {
    fc.assert(
      fc.property(fc.integer({ min: -999_999_999, max: 999_999_999 }), fc.integer({ min: 0, max: 4 }), (whole, places) => {
        const shown = shownNumber(`${whole}e-${places}`, numberFormat('0.0000'))
        expect(savedValue(shown)).toBe(savedValue(`${whole}e-${places}`))
      }),
    )
  })

  test('no format breaks it', () => {
    fc.assert(
      fc.property(
        fc.string({ maxLength: 30, unit: fc.constantFrom(...'0#?.,;%[]"\\_*@ymdhs-E+General万:/') }),
        fc.double(),
        (format, number) => {
          expect(typeof shownNumber(String(number), numberFormat(format))).toBe('string')
        },
      ),
    )
  })
})

describe('a saved value', () => {
  test.each([
    ['0.1', '0.1'],
    ['1E-7', '0.0000001'],
    ['1.5E+3', '1500'],
    ['0.30000000000000004', '0.3'],
    ['-0', '0'],
    ['007', '7'],
    ['.5', '0.5'],
    ['1e400', null],
    ['abc', null],
    ['', null],
  ])('%s is %s', (saved, value) => {
    expect(savedValue(saved)).toBe(value)
  })
})
