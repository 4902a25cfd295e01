/** Comma-separated values told from everything else that holds commas. */
import { describe, expect, test } from 'vitest'
import { csvSeparator, looksLikeCsv } from '../../src/formats/csv-shape.ts'
import { csvRecords } from '../../src/sheets/csv-records.ts'

const bytes = (text: string) => new TextEncoder().encode(text)

describe('is CSV', () => {
  test.each([
    ['a table', '项目,金额\n基本支出,100\n项目支出,200\n合计,300\n', ','],
    ['amounts in quotes', '项目,预算,决算\n基本支出,"1,234.00",100\n', ','],
    ['numbers side by side', 'a,100,200,300\nb,100,200,300\nc,100,200,300\n', ','],
    ['semicolons', '项目;金额;备注\n甲;1;\n乙;2;无\n', ';'],
    ['a title in the first cell', '部门预算表,,\n,,\n项目,金额,备注\n甲,1,\n', ','],
    ['a title on a line of its own', '部门预算表\n项目,金额,备注\n甲,1,\n乙,2,\n', ','],
    ['a report in cells', '一、概况,,,\n我局负责全县的预算管理工作，编制人数为20人。,,,\n项目,甲,乙,丙\n收入,1,2,3\n二、其他。,,,\n', ','],
    ['one column in which commas need quotes', '一、概况\n"全年支出,共计100万元。"\n二、其他\n', ','],
  ])('%s', (_, text, separator) => {
    expect(looksLikeCsv(bytes(text))).toBe(true)
    expect(csvSeparator(text)).toBe(separator)
  })
})

describe('is no CSV', () => {
  test.each([
    ['prose with Chinese commas', '一、概况\n我局职责是，组织，协调。\n二、其他，情况\n'],
    [
      'prose with ASCII commas',
      '我局负责预算管理,组织实施,督促检查。\n全年支出100万元,增长5%。\n主要原因是项目增加,人员变动,价格上涨,其他。\n',
    ],
    ['a table set with tabs', '支出\t1,234.00\t5,678.00\n收入\t2,234.00\t6,678.00\n合计\t3,468.00\t12,356.00\n'],
    ['a table set with blanks', '支出  1,234.00  5,678.00\n收入  2,234.00  6,678.00\n合计  3,468.00  12,356.00\n'],
    ['a table set with single blanks', '支出 1,234.00 5,678.00\n收入 2,234.00 6,678.00\n合计 3,468.00 12,356.00\n'],
    ['amounts in sentences', '支出1,234.00万元\n收入2,234.00万元\n结余3,468.00万元\n结转1,000.00万元\n余额1,000.00万元\n'],
    ['a line', '预算,执行\n'],
    ['nothing', ''],
    ['blank lines', '\n\n\n'],
  ])('%s', (_, text) => {
    expect(looksLikeCsv(bytes(text))).toBe(false)
  })

  test('only the front is looked at, up to a whole line', () => {
    const row = '甲,乙,丙\n'
    const many = row.repeat(20_000)
    expect(looksLikeCsv(bytes(many))).toBe(true)
    expect(looksLikeCsv(bytes(many + '一段没有逗号的文字。'.repeat(50_000)))).toBe(true)
  })
})

describe('records', () => {
  test.each([
    ['quotes', 'a,"b ""c"" d",e', [['a', 'b "c" d', 'e']]],
    ['line breaks in quotes', '"a\nb",c\r\nd', [['a\nb', 'c'], ['d']]],
    [
      'empty fields at the end',
      'a,,\n,',
      [
        ['a', '', ''],
        ['', ''],
      ],
    ],
    ['a quote inside a field', 'a"b,c', [['a"b', 'c']]],
    ['a quote that is not closed', '"a,b\nc', [['"a', 'b'], ['c']]],
    ['words behind a closing quote', '"a"b,c', [['ab', 'c']]],
    ['blank lines', 'a\n\nb', [['a'], [''], ['b']]],
  ])('%s', (_, text, records) => {
    expect(csvRecords(text, ',')).toEqual(records)
  })
})
