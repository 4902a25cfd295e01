import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { csvRows } from '../../src/facts/csv-rows.ts'
import { readCodeCell, readDateCell, readFigureCell, readPeriodCell, unitOfHead, wordsOfHead } from '../../src/facts/fact-cells.ts'
import { cellName } from '../../src/facts/fact-table.ts'

describe('a cell with a figure', () => {
  test.each([
    ['1,234.50', '1234.5', null],
    ['１，２３４．５', '1234.5', null],
    ['(1,234)', '-1234', null],
    ['-12.30', '-12.3', null],
    ['95%', '95', '%'],
    ['９５％', '95', '%'],
    ['¥ 12万元', '12', '万元'],
    ['35 人次', '35', '人次'],
    ['1.5e-2', '0.015', null],
    [' 0 ', '0', null],
  ])('%s is read', (text, value, symbol) => expect(readFigureCell(text)).toEqual({ value, symbol }))

  test.each(['', '约12', '12,34', '1.2.3', '--', '12 34', '=1+1', '9'.repeat(2000), '1e999'])('%s is none', (text) =>
    expect(readFigureCell(text)).toBeNull(),
  )

  test('keeps every digit, whatever the separators', () => {
    fc.assert(
      fc.property(fc.bigInt({ min: 0n, max: 10n ** 20n }), fc.constantFrom('', '，', ','), (whole, separator) => {
        const printed = whole.toString().replace(/\B(?=(\d{3})+$)/g, separator)
        expect(readFigureCell(printed)?.value).toBe(whole.toString())
      }),
    )
  })
})

describe('a cell with a code', () => {
  test.each([
    ['219001-某某局', { kind: 'code', code: '219001', name: '某某局' }],
    ['219001 某某局', { kind: 'code', code: '219001', name: '某某局' }],
    ['[219001]某某局', { kind: 'code', code: '219001', name: '某某局' }],
    ['２１９００１', { kind: 'code', code: '219001', name: '' }],
    ['某某局', { kind: 'name', name: '某某局' }],
    ['2.19001E+5', { kind: 'code', code: '219001', name: '' }],
    ['3.70123E+20', { kind: 'lost', name: '' }],
    ['3.70123E+20-某项目', { kind: 'lost', name: '某项目' }],
  ])('%s is read', (text, read) => expect(readCodeCell(text)).toEqual(read))
})

describe('periods, dates and heads', () => {
  test.each([
    ['2023', '2023-01-01', '2023-12-31'],
    ['2023年度', '2023-01-01', '2023-12-31'],
    ['2023年6月30日', '2023-06-30', '2023-06-30'],
    ['2023-01-01至2023-06-30', '2023-01-01', '2023-06-30'],
  ])('%s is read', (text, from, to) => expect(readPeriodCell(text)).toEqual({ from, to }))

  test('what is no day of the calendar is none', () => {
    expect(readDateCell('2023-02-29')).toBeNull()
    expect(readPeriodCell('2023-06-30至2023-01-01')).toBeNull()
    expect(readPeriodCell('今年')).toBeNull()
  })

  test('a head says its unit', () => {
    expect(['数值（万元）', '金额(元)', '数值'].map(unitOfHead)).toEqual(['wan-yuan', 'yuan', null])
    expect(wordsOfHead(' 支付金额 （元） ')).toBe('支付金额')
  })

  test('cells are named as spreadsheets name them', () => {
    expect([cellName(0, 0), cellName(11, 25), cellName(1, 26), cellName(0, 701), cellName(0, 702)]).toEqual([
      'A1',
      'Z12',
      'AA2',
      'ZZ1',
      'AAA1',
    ])
  })
})

describe('CSV', () => {
  test('with quotes, line breaks inside and a mark in front', () => {
    expect(csvRows('\ufeff单位,说明\r\n"甲,乙","他说""好""\n第二行"\r\n')).toEqual([
      ['单位', '说明'],
      ['甲,乙', '他说"好"\n第二行'],
    ])
  })

  test('parted by tabs or semicolons as well', () => {
    expect(csvRows('a\tb\n1\t2')).toEqual([
      ['a', 'b'],
      ['1', '2'],
    ])
    expect(csvRows('a;b\n1;2')).toEqual([
      ['a', 'b'],
      ['1', '2'],
    ])
  })

  test('what was written comes back', () => {
    const cell = fc.string({ unit: fc.constantFrom('甲', ',', '"', '\n', ';', '1', ' ') })
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 5 }), (body) => {
        const rows = [['头', '头', '头', '头'], ...body]
        const text = rows.map((row) => row.map((one) => `"${one.replaceAll('"', '""')}"`).join(',')).join('\r\n')
        expect(csvRows(text)).toEqual(rows)
      }),
    )
  })
})
