/** Excel's XML of 2003: what office systems export and call .xls. */
import { describe, expect, test } from 'vitest'
import { ingest } from '../../src/index.ts'
import { linesOf } from './workbook-parts.ts'

const NAMESPACES = 'xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"'
const STYLES = `<Styles>${['Standard', 'Percent', 'Short Date', 'yyyy&quot;年&quot;m&quot;月&quot;'].map((format, i) => `<Style ss:ID="s${i}"><NumberFormat ss:Format="${format}"/></Style>`).join('')}</Styles>`

const book = (sheets: string, prolog = '<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>') =>
  `${prolog}<Workbook ${NAMESPACES}>${STYLES}${sheets}</Workbook>`
const sheet = (rows: string, name = 'Sheet1', options = '') => `<Worksheet ss:Name="${name}"><Table>${rows}</Table>${options}</Worksheet>`
const text = (words: string, more = '') => `<Cell${more}><Data ss:Type="String">${words}</Data></Cell>`
const number = (value: string, style = '') => `<Cell${style && ` ss:StyleID="${style}"`}><Data ss:Type="Number">${value}</Data></Cell>`
const read = (xml: string) => ingest(new TextEncoder().encode(xml), { name: 'a.xls', sha256: '' })

describe('XML of 2003', () => {
  test('indexes, merges, formats and dates', async () => {
    const document = await read(
      book(
        sheet(
          `<Row>${text('收支情况表', ' ss:MergeAcross="3"')}</Row>` +
            `<Row ss:Index="3">${text('项目', ' ss:MergeDown="1"')}${text('金额', ' ss:MergeAcross="1"')}${text('比率')}</Row>` +
            `<Row>${text('预算数', ' ss:Index="2"')}${text('决算数')}</Row>` +
            `<Row>${text('基本<B>支出</B>')}${number('1234.5', 's0')}${number('0.30000000000000004')}${number('0.9644', 's1')}</Row>` +
            `<Row>${text('日期')}<Cell ss:StyleID="s3"><Data ss:Type="DateTime">2023-05-01T00:00:00.000</Data></Cell><Cell><Data ss:Type="DateTime">2023-05-01T12:00:00.000</Data></Cell>${number('45047', 's2')}</Row>` +
            `<Row>${text('其他')}<Cell><Data ss:Type="Boolean">1</Data></Cell><Cell><Data ss:Type="Error">#N/A</Data></Cell></Row>`,
        ),
      ),
    )
    expect(document.file.format).toBe('spreadsheetml')
    expect(linesOf(document)).toEqual([
      'P 收支情况表',
      '项目 | 金额 |  | 比率',
      ' | 预算数 | 决算数 | ',
      '基本支出 | 1,234.50 | 0.3 | 96.44%',
      '日期 | 2023年5月 | 2023/5/1 | 2023/5/1',
      '其他 | TRUE | #N/A | ',
    ])
    expect(document.problems).toEqual([])
  })

  test('formulas get the names of cells, results their values', async () => {
    const document = await read(
      book(
        sheet(
          `<Row>${text('甲')}${number('1')}</Row><Row>${text('乙')}${number('2')}</Row>` +
            `<Row>${text('合计')}<Cell ss:Formula="=SUM(R[-2]C:R[-1]C)"><Data ss:Type="Number">3</Data></Cell></Row>`,
        ),
      ),
    )
    expect(document.sheets[0]?.values).toEqual({ B1: '1', B2: '2', B3: '3' })
    expect(document.sheets[0]?.formulas).toMatchObject([{ cell: 'B3', formula: 'SUM(B1:B2)', value: '3' }])
  })

  test('hidden sheets, rows and columns are named', async () => {
    const rows = `<Column ss:Index="2" ss:Hidden="1"/><Row ss:Hidden="1">${text('甲')}${number('1')}</Row><Row>${text('乙')}${number('2')}</Row>`
    const options = '<WorksheetOptions><Visible>SheetVeryHidden</Visible></WorksheetOptions>'
    const document = await read(book(sheet(rows) + sheet(rows, '底稿', options)))
    expect(document.problems).toEqual([
      { code: 'sheet.hidden-lines', at: ['a.xls', 'Sheet1'], details: { rows: '1', columns: 'B' } },
      { code: 'sheet.hidden', at: ['a.xls', '底稿'], details: {} },
    ])
    expect(linesOf(document)).toEqual(['甲 | 1', '乙 | 2'])
  })

  test('a row that claims to be a million says so without harm', async () => {
    const document = await read(
      book(
        sheet(
          `<Row ss:Index="1000000" ss:Span="9999999">${text('甲', ' ss:MergeAcross="9999999" ss:MergeDown="9999999"')}${text('乙', ' ss:Index="3"')}</Row>`,
        ),
      ),
    )
    expect(linesOf(document)).toEqual(['P 甲'])
  })

  test('a document type and a cut refuse the file', async () => {
    const refused = async (xml: string) => (await read(xml)).problems.map(({ code, details }) => [code, details.reason])
    expect(await refused(book(sheet(''), '<?xml version="1.0"?><!DOCTYPE Workbook>'))).toEqual([['file.unsafe', 'doctype']])
    expect(await refused(book(sheet('<Row>')))).toEqual([['file.damaged', 'bad-xml']])
  })

  test('Chinese in GB18030, whatever the declaration says', async () => {
    const xml = `<?xml version="1.0" encoding="gb2312"?><Workbook ${NAMESPACES}>${sheet(`<Row>${text('XX')}${number('1')}</Row>`)}</Workbook>`
    const bytes = new TextEncoder().encode(xml)
    // 合计 in GB18030 in the place of XX, which takes four bytes.
    const at = xml.indexOf('XX')
    const gb = Uint8Array.from([...bytes.slice(0, at), 0xba, 0xcf, 0xbc, 0xc6, ...bytes.slice(at + 2)])
    expect(linesOf(await ingest(gb, { name: 'a.xls', sha256: '' }))).toEqual(['P 合计1'])
  })
})
