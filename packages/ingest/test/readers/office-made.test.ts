/** The same sheets as LibreOffice saves them: old workbooks, OpenDocument, pages, values; and a binary workbook written by hand. */
import { writeXlsx } from 'hucre/xlsx'
import { beforeAll, describe, expect, test } from 'vitest'
import { makeZip } from '../../../../bench/formats/make-zip.ts'
import { hasOffice, saveAs } from '../../../../bench/formats/with-office.ts'
import { ingest, type SourceDocument } from '../../src/index.ts'
import { linesOf } from './workbook-parts.ts'

const ACCOUNTING = '_ * #,##0.00_ ;_ * -#,##0.00_ ;_ * "-"??_ ;_ @_ '

/** Title, unit, a table with merged names of columns, every kind of number, formulas, a hidden row and column, a hidden sheet. */
async function makeBook(): Promise<Uint8Array> {
  const shown = (value: number, numFmt: string) => ({ value, type: 'number' as const, style: { numFmt } })
  const computed = (formula: string, formulaResult: number, numFmt = '0.00') => ({ formula, formulaResult, style: { numFmt } })
  return writeXlsx({
    sheets: [
      {
        name: '收支表',
        columns: [{}, {}, {}, {}, { hidden: true }],
        rows: [
          ['临河县示例局收支情况表'],
          [null, null, null, '单位：万元'],
          ['项目', '金额', null, '完成率', '编码'],
          [null, '预算数', '决算数', null, null],
          ['基本支出', null, null, null, null],
          ['项目支出', null, null, null, null],
          ['合计', null, null, null, '“完”'],
          ['注：本表不含结转。'],
        ],
        cells: new Map<string, object>([
          ['4,1', shown(1234.5, '#,##0.00')],
          ['4,2', shown(1200, '#,##0.00')],
          ['4,3', shown(0.9721, '0.00%')],
          ['4,4', shown(2080501, 'General')],
          ['5,1', shown(-0.5, ACCOUNTING)],
          ['5,2', shown(0, ACCOUNTING)],
          ['5,3', shown(45047, 'yyyy"年"m"月"d"日"')],
          ['5,4', shown(1 / 3, 'General')],
          ['6,1', computed('SUM(B5:B6)', 1234)],
          ['6,2', computed("C5+C6*2-'底 稿'!A1", 1200)],
          ['6,3', computed('ROUND(C7/B7,4)', 0.9724, '0.00%')],
        ]),
        merges: [
          { startRow: 0, startCol: 0, endRow: 0, endCol: 4 },
          { startRow: 2, startCol: 0, endRow: 3, endCol: 0 },
          { startRow: 2, startCol: 1, endRow: 2, endCol: 2 },
          { startRow: 2, startCol: 3, endRow: 3, endCol: 3 },
          { startRow: 2, startCol: 4, endRow: 3, endCol: 4 },
          { startRow: 7, startCol: 0, endRow: 7, endCol: 4 },
        ],
        rowDefs: new Map([[5, { hidden: true }]]),
      },
      { name: '底 稿', rows: [[0, '草稿']], hidden: true },
    ],
  })
}

const LINES = [
  'P 临河县示例局收支情况表',
  'P 单位：万元',
  '项目 | 金额 |  | 完成率 | 编码',
  ' | 预算数 | 决算数 |  | ',
  '基本支出 | 1,234.50 | 1,200.00 | 97.21% | 2080501',
  '项目支出 | -0.50 | - | 2023年5月1日 | 0.333333333',
  '合计 | 1234.00 | 1200.00 | 97.24% | “完”',
  'P 注：本表不含结转。',
]
const HIDDEN = [
  ['sheet.hidden-lines', { rows: '6', columns: 'E' }],
  ['sheet.hidden', {}],
]
const FORMULAS = ['B7 SUM(B5:B6) 1234', "C7 C5+C6*2-'底 稿'!A1 1200", 'D7 ROUND(C7/B7,4) 0.9724']

const read = (bytes: Uint8Array): Promise<SourceDocument> => ingest(bytes, { name: 'a', sha256: '' })
const formulasOf = ({ sheets }: SourceDocument) =>
  (sheets[0]?.formulas ?? []).map(({ cell, formula, value }) => `${cell} ${formula.replaceAll('$', '')} ${value}`)
const spansOf = ({ reports }: SourceDocument) =>
  reports[0]?.blocks.flatMap((block) =>
    block.kind === 'table'
      ? block.rows.flat().flatMap(({ text, rowSpan, colSpan }) => (rowSpan * colSpan > 1 ? [`${text} ${rowSpan}x${colSpan}`] : []))
      : [],
  )

describe.skipIf(!hasOffice)('the same sheets', () => {
  let book: Uint8Array
  beforeAll(async () => {
    book = await makeBook()
  })

  test('as a workbook', async () => {
    await expectBook(await read(book), 'xlsx')
  })

  test('as an old workbook', { timeout: 60_000 }, async () => {
    await expectBook(await read(saved(book, 'xls')), 'xls')
  })

  test('as a sheet of OpenDocument', { timeout: 60_000 }, async () => {
    const document = await read(saved(book, 'ods'))
    // OpenDocument holds what LibreOffice shows, which gives one digit more than eleven characters hold.
    await expectBook(document, 'ods', (line) => line.replace('0.3333333333333', '0.333333333').replace(/0\.3{9,}/, '0.333333333'))
  })

  test('as a page that is called .xls', { timeout: 60_000 }, async () => {
    const document = await read(saved(book, 'html'))
    expect(document.file.format).toBe('html')
    // LibreOffice leaves hidden rows and columns out of pages.
    expect(linesOf(document).slice(0, 5)).toEqual([
      ...LINES.slice(0, 2),
      '项目 | 金额 |  | 完成率',
      ' | 预算数 | 决算数 | ',
      '基本支出 | 1,234.50 | 1,200.00 | 97.21%',
    ])
    expect(document.places).toEqual([])
  })

  async function expectBook(document: SourceDocument, format: string, mended = (line: string) => line): Promise<void> {
    expect(document.file.format).toBe(format)
    expect(linesOf(document).map(mended)).toEqual(LINES)
    expect(spansOf(document)).toEqual(['项目 2x1', '金额 1x2', '完成率 2x1', '编码 2x1'])
    expect(document.problems.map(({ code, details }) => [code, details])).toEqual(HIDDEN)
    expect(formulasOf(document)).toEqual(FORMULAS)
    expect(document.sheets[0]?.values).toMatchObject({ B5: '1234.5', B6: '-0.5', C6: '0', D5: '0.9721', E5: '2080501' })
    expect(document.sheets[0]?.values.D6).toBeUndefined()
    expect(document.sheets[1]?.values).toEqual({ A1: '0' })
  }
})

const saved = (book: Uint8Array, to: string): Uint8Array => saveAs(new Map([['a', book]]), 'xlsx', to).get('a') as Uint8Array

describe('a binary workbook', () => {
  const u8 = (...bytes: readonly number[]) => bytes
  const u16 = (value: number) => [value & 255, value >> 8]
  const u32 = (value: number) => [value & 255, (value >> 8) & 255, (value >> 16) & 255, value >>> 24]
  const wide = (text: string) => [...u32(text.length), ...[...text].flatMap((letter) => u16(letter.charCodeAt(0)))]
  const f64 = (value: number) => [...new Uint8Array(new Float64Array([value]).buffer)]
  const size = (value: number) => (value < 128 ? [value] : [(value & 127) | 128, value >> 7])
  const record = (id: number, ...data: readonly number[]) => [...size(id), ...size(data.length), ...data]
  const cell = (id: number, column: number, style: number, ...data: readonly number[]) => record(id, ...u32(column), ...u32(style), ...data)
  const row = (index: number, hidden = false) => record(0, ...u32(index), ...u32(0), ...u16(300), 0, hidden ? 0x10 : 0, 0, ...u32(0))
  const bytes = (...records: readonly (readonly number[])[]) => Uint8Array.from(records.flat())
  const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

  test('shows its numbers in their formats', async () => {
    const relationship = (id: string, type: string, target: string) =>
      `<Relationship Id="${id}" Type="${OFFICE}/${type}" Target="${target}"/>`
    const file = makeZip([
      { name: '[Content_Types].xml', content: '<Types/>' },
      { name: '_rels/.rels', content: `<Relationships>${relationship('a', 'officeDocument', 'xl/workbook.bin')}</Relationships>` },
      {
        name: 'xl/_rels/workbook.bin.rels',
        content: `<Relationships>${relationship('r1', 'worksheet', 'worksheets/sheet1.bin')}${relationship('r2', 'worksheet', 'worksheets/sheet2.bin')}${relationship('r3', 'sharedStrings', 'sharedStrings.bin')}${relationship('r4', 'styles', 'styles.bin')}</Relationships>`,
      },
      {
        name: 'xl/workbook.bin',
        content: bytes(
          record(153, ...u32(0)),
          record(156, ...u32(0), ...u32(1), ...wide('r1'), ...wide('收支表')),
          record(156, ...u32(1), ...u32(2), ...wide('r2'), ...wide('底稿')),
        ),
      },
      { name: 'xl/sharedStrings.bin', content: bytes(record(19, 0, ...wide('项目')), record(19, 0, ...wide('基本支出'))) },
      {
        name: 'xl/styles.bin',
        content: bytes(
          record(44, ...u16(164), ...wide('#,##0.00')),
          record(47, ...u16(0xffff), ...u16(9)),
          record(617, ...u32(4)),
          ...[0, 164, 10, 31].map((format) => record(47, ...u16(0), ...u16(format))),
          record(618),
        ),
      },
      {
        name: 'xl/worksheets/sheet1.bin',
        content: bytes(
          record(60, ...u32(3), ...u32(3), ...u32(0), ...u32(0), ...u16(1)),
          row(0),
          cell(7, 0, 0, ...u32(0)),
          cell(6, 1, 0, ...wide('金额')),
          cell(62, 2, 0, 0, ...wide('比率')),
          cell(6, 3, 0, ...wide('日期')),
          row(1, true),
          cell(7, 0, 0, ...u32(1)),
          cell(5, 1, 1, ...f64(1234.5)),
          cell(9, 2, 2, ...f64(0.9644), ...u16(0), ...u32(0)),
          // 45047 as a whole number of thirty bits.
          cell(2, 3, 3, ...u32(45047 * 4 + 2)),
          row(2),
          // 1234 hundredths.
          cell(2, 1, 1, ...u32(1234 * 4 + 3)),
          cell(4, 2, 0, ...u8(1)),
          cell(3, 3, 0, ...u8(7)),
          record(176, ...u32(1), ...u32(2), ...u32(0), ...u32(0)),
        ),
      },
      { name: 'xl/worksheets/sheet2.bin', content: bytes(row(0), cell(2, 0, 0, ...u32(4 + 2))) },
    ])
    const document = await read(file)
    expect(linesOf(document)).toEqual([
      'P 收支表',
      '项目 | 金额 | 比率 | 日期',
      '基本支出 | 1,234.50 | 96.44% | 2023年5月1日',
      ' | 12.34 | TRUE | #DIV/0!',
    ])
    expect(spansOf(document)).toEqual(['基本支出 2x1'])
    expect(document.problems.map(({ code, details }) => [code, details])).toEqual([
      ['sheet.hidden-lines', { rows: '2', columns: 'D' }],
      ['sheet.hidden', {}],
    ])
  })
})
