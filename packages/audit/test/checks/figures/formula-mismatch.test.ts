/** Workbooks whose saved results are right, stale, or of formulas that nobody can redo here. */
import { ingest } from '@jiheng/ingest'
import { describe, expect, test } from 'vitest'
import { type AuditResult, audit, type Finding } from '../../../src/index.ts'
import { pointedAt } from '../../audit-text.ts'

/** A formula, the result saved with it and the format that it is shown in. */
interface Computed {
  readonly formula: string
  readonly saved: number | string
  readonly format?: string
}

type Value = string | number | null | Computed

const TITLE = '临河县示例局2023年度部门整体支出绩效自评报告'

/** Excel's XML of 2003 needs no library to write, and holds formulas, results and formats. */
async function auditSheets(sheets: Readonly<Record<string, readonly (readonly Value[])[]>>, hidden: readonly string[] = []) {
  const formats = [
    ...new Set(
      Object.values(sheets)
        .flat(2)
        .flatMap((value) => (isComputed(value) ? [value.format ?? 'General'] : [])),
    ),
  ]
  const styles = formats.map((format, i) => `<Style ss:ID="s${i}"><NumberFormat ss:Format="${escaped(format)}"/></Style>`)
  const worksheets = Object.entries(sheets).map(([name, rows]) => {
    const written = rows.map((cells, row) => `<Row>${cells.map((value, column) => cellXml(value, row, column, formats)).join('')}</Row>`)
    const options = hidden.includes(name) ? '<WorksheetOptions><Visible>SheetHidden</Visible></WorksheetOptions>' : ''
    return `<Worksheet ss:Name="${escaped(name)}"><Table>${written.join('')}</Table>${options}</Worksheet>`
  })
  const namespaces = 'xmlns="urn:schemas-microsoft-com:office:spreadsheet" xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet"'
  const xml = `<?xml version="1.0"?><Workbook ${namespaces}><Styles>${styles.join('')}</Styles>${worksheets.join('')}</Workbook>`
  const document = await ingest(new TextEncoder().encode(xml), { name: 'report.xls', sha256: 'x' })
  return { document, result: audit(document, { asOf: null, year: null, purpose: null }) }
}

const isComputed = (value: Value): value is Computed => typeof value === 'object' && value !== null

function cellXml(value: Value, row: number, column: number, formats: readonly string[]): string {
  if (value === null) return ''
  const index = `ss:Index="${column + 1}"`
  if (!isComputed(value)) return `<Cell ${index}>${dataXml(value)}</Cell>`
  const style = formats.indexOf(value.format ?? 'General')
  return `<Cell ${index} ss:StyleID="s${style}" ss:Formula="=${escaped(relative(value.formula, row, column))}">${dataXml(value.saved)}</Cell>`
}

const dataXml = (value: string | number): string =>
  `<Data ss:Type="${typeof value === 'number' ? 'Number' : 'String'}">${escaped(String(value))}</Data>`

/** B3 as seen from a cell: R[-2]C[1]. */
const relative = (formula: string, row: number, column: number): string =>
  formula.replace(/(?<![A-Z\w])([A-Z])(\d+)(?![\w(])/g, (_, letter: string, number: string) => {
    return `R[${Number(number) - 1 - row}]C[${letter.charCodeAt(0) - 65 - column}]`
  })

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;')

const findingsOf = ({ findings }: AuditResult): Finding[] => findings.filter(({ check }) => check === 'formula-mismatch')
const untoldOf = ({ reports }: AuditResult) =>
  reports.flatMap(({ untold }) => untold.filter(({ check }) => check === 'formula-mismatch').map(({ missing }) => missing))

/** One sheet: a title, names of columns, two rows and a row of results. */
async function auditResults(results: readonly Value[], rows: readonly (readonly Value[])[] = ROWS) {
  return auditSheets({ 表1: [[TITLE], ['项目', '预算数', '决算数', '执行率'], ...rows, ['合计', ...results]] })
}

const ROWS: readonly (readonly Value[])[] = [
  ['基本支出', 100.5, 90.25, null],
  ['项目支出', 200.25, 150.5, null],
]
const sum = (saved: number, format = '0.00'): Computed => ({ formula: 'SUM(B3:B4)', saved, format })

describe('formula-mismatch', () => {
  test('a result that the formula gives is right', async () => {
    const { result } = await auditResults([sum(300.75), { formula: 'C3+C4', saved: 240.75, format: '0.00' }])
    expect(findingsOf(result)).toEqual([])
    expect(untoldOf(result)).toEqual([])
  })

  test('a stale sum is one finding that shows its working', async () => {
    const { document, result } = await auditResults([sum(300.25), 240.75])
    const [finding, ...others] = findingsOf(result)
    expect(others).toEqual([])
    expect(finding).toMatchObject({ kind: 'sum', severity: 'error', expected: '300.75', computation: 'SUM(B3:B4) = 300.75 ≠ 300.25' })
    expect(finding?.repair).toEqual({ from: '300.25', to: '300.75', reason: 'recomputed' })
    expect(finding?.quotes[0]).toMatchObject({ text: '合计\t300.25\t240.75', cell: '表1!B5' })
    expect(finding?.steps.map(({ say }) => say)).toEqual([
      '表1!B5 的公式：=SUM(B3:B4)',
      'B3 = 100.5',
      'B4 = 200.25',
      '计算结果：300.75',
      '保存的结果：300.25，显示为 300.25',
    ])
    const [quote] = finding?.quotes ?? []
    expect(quote && pointedAt(document, quote)).toBe('300.25')
  })

  test('what the table itself contradicts too is told once', async () => {
    const { result } = await auditResults([sum(300.25), 240.75])
    expect(result.findings.filter(({ severity }) => severity !== 'info').map(({ check }) => check)).toEqual(['formula-mismatch'])
  })

  test.each([
    ['a ratio', { formula: 'C3/B3', saved: 0.9, format: '0.00%' }, 'ratio', '89.80%'],
    ['a ratio in percent points', { formula: 'C3/B3*100', saved: 80, format: '0.0' }, 'ratio', '89.8'],
    ['a growth', { formula: '(C3-B3)/B3', saved: -0.2, format: '0.00%' }, 'ratio', '-10.20%'],
    ['a difference', { formula: 'B3-C3', saved: 10, format: '#,##0.00' }, 'sum', '10.25'],
    ['a rounded ratio', { formula: 'ROUND(C3/B3,4)', saved: 0.9, format: '0.00%' }, 'ratio', '89.80%'],
    ['an average', { formula: 'AVERAGE(B3:B4)', saved: 150, format: '0.00' }, 'other', '150.38'],
    ['the largest', { formula: 'MAX(B3:B4)', saved: 100.5, format: '0.00' }, 'other', '200.25'],
    ['the smallest', { formula: 'MIN(B3:B4)', saved: 200.25, format: '0.00' }, 'other', '100.50'],
    ['a product', { formula: 'PRODUCT(B3,2)', saved: 200, format: '0.00' }, 'other', '201.00'],
    ['a magnitude', { formula: 'ABS(C3-B3)', saved: 10, format: '0.00' }, 'other', '10.25'],
    ['a power', { formula: '-2^2+B3', saved: 96.5, format: '0.00' }, 'sum', '104.50'],
    ['percents', { formula: 'B3*50%', saved: 50, format: '0.00' }, 'other', '50.25'],
    ['separators', { formula: 'SUM(B3:B4)*1000', saved: 300000, format: '#,##0.00' }, 'other', '300,750.00'],
  ] as const)('%s', async (_, computed, kind, expected) => {
    const { result } = await auditResults([null, null, computed])
    expect(findingsOf(result).map((finding) => [finding.kind, finding.expected])).toEqual([[kind, expected]])
  })

  test('the noise of floats and what rounding hides are no faults', async () => {
    const rows: Value[][] = [
      ['基本支出', 0.1, 1, null],
      ['项目支出', 0.2, 3, null],
    ]
    // The last one is what "precision as displayed" saves.
    const results: Value[] = [
      sum(0.30000000000000004, 'General'),
      { formula: 'C3/C4', saved: 0.3333333333333333 },
      { formula: 'C3/C4', saved: 0.3333, format: '0.00%' },
    ]
    const { result } = await auditResults(results, rows)
    expect(findingsOf(result)).toEqual([])
  })

  test('a difference in the last place shown is a fault, half a place is none', async () => {
    const saves = (saved: number) => auditResults([sum(saved)]).then(({ result }) => findingsOf(result).length)
    expect([await saves(300.754), await saves(300.76), await saves(300.74)]).toEqual([0, 1, 1])
  })

  test('in a chain only the stale link is a finding', async () => {
    const { result } = await auditResults([
      sum(300.25),
      { formula: 'B5+1', saved: 301.25, format: '0.00' },
      { formula: 'C5*2', saved: 602.5 },
    ])
    expect(findingsOf(result).map(({ quotes }) => quotes[0]?.cell)).toEqual(['表1!B5'])
  })

  test('cells of other sheets count, hidden ones and names in quotes too', async () => {
    const total: Value[][] = [
      [TITLE],
      ['项目', '预算数'],
      ['合计', { formula: "SUM('明 细'!B1:B2)+底稿!A1", saved: 30, format: '0.00' }],
      ['其中', 1],
    ]
    const parts: Value[][] = [
      ['甲', 10],
      ['乙', 20],
    ]
    const { result } = await auditSheets({ 总表: total, '明 细': parts, 底稿: [[5]] }, ['底稿'])
    expect(findingsOf(result).map(({ expected, steps }) => [expected, steps.map(({ say }) => say)])).toEqual([
      [
        '35.00',
        [
          "总表!B3 的公式：=SUM('明 细'!B1:B2)+底稿!A1",
          '明 细!B1 = 10',
          '明 细!B2 = 20',
          '底稿!A1 = 5',
          '计算结果：35',
          '保存的结果：30，显示为 30.00',
        ],
      ],
    ])
  })

  test('blank cells and words count for nothing in a sum', async () => {
    const rows: Value[][] = [
      ['基本支出', 100.5, null, null],
      ['项目支出', '待定', null, null],
    ]
    const { result } = await auditResults([sum(100.5), { formula: 'B3-C3', saved: 100.5 }], rows)
    expect(findingsOf(result)).toEqual([])
    expect(untoldOf(result)).toEqual([])
  })

  test.each([
    ['a condition', 'IF(B3>0,1,2)', '函数 IF'],
    ['a look-up', 'VLOOKUP(A3,A1:B4,2,FALSE)', '函数 VLOOKUP'],
    ['another workbook', '[1]表1!B3+1', '[1]表1!B3+1'],
    ['a name', '预算总额+1', '预算总额+1'],
    ['whole columns', 'SUM(B:B)', 'B:B)'],
    ['words', 'A3+B3', 'A3 不是数字'],
    ['a sheet that is not there', 'SUM(无此表!B3:B4)', '没有工作表 无此表'],
    ['itself', 'SUM(B3:B5)', '引用了自身'],
    ['nothing to divide by', 'B3/D3', '除数为零'],
  ])('of %s nobody can tell', async (_, formula, missing) => {
    const { result } = await auditResults([{ formula, saved: 7 }])
    expect(findingsOf(result)).toEqual([])
    expect(untoldOf(result)).toEqual([expect.stringContaining(missing)])
  })

  test('dates in a range are numbers that are not kept: nobody can tell', async () => {
    const rows: Value[][] = [
      ['基本支出', 100.5, null, null],
      ['项目支出', { formula: 'TODAY()', saved: 45047, format: 'yyyy/m/d' }, null, null],
    ]
    const { result } = await auditResults([sum(45147.5)], rows)
    expect(findingsOf(result)).toEqual([])
    expect(untoldOf(result)).toEqual(['表1!B5：范围内有日期'])
  })

  test('a saved error or word is no result', async () => {
    const { result } = await auditResults([{ formula: 'SUM(B3:B4)', saved: '——' }])
    expect(findingsOf(result)).toEqual([])
  })

  test('a formula of ten thousand cells names eight of them', async () => {
    const rows: Value[][] = Array.from({ length: 20 }, (_, i) => [`第${i}项`, i, null, null])
    const { result } = await auditResults([{ formula: 'SUM(B3:B22)', saved: 1 }], rows)
    const steps = findingsOf(result)[0]?.steps.map(({ say }) => say) ?? []
    expect(steps.filter((say) => /^B\d+ = /.test(say))).toHaveLength(8)
    expect(steps).toContain('……等 20 个单元格')
  })
})
