import { readXlsx } from 'hucre/xlsx'
import { describe, expect, it, vi } from 'vitest'
import { type IssueListOptions, issueList } from '../../src/list/issue-list.ts'
import { type IssueRow, issueRows } from '../../src/list/issue-row.ts'
import { finding, quote, report, result } from './made.ts'

const head = [
  '序号',
  '单位',
  '文件',
  '位置',
  '级别',
  '类型',
  '问题',
  '说明',
  '原文',
  '所写',
  '应为',
  '建议',
  '计算',
  '处理意见',
  '处理说明',
  '经办人',
]

const rowsOf = (count: number): readonly IssueRow[] =>
  issueRows(
    result([report(Array.from({ length: count }, (_, at) => finding({ title: `问题${at + 1}`, severity: at % 2 ? 'info' : 'error' })))]),
  )

async function read(rows: Iterable<IssueRow> | AsyncIterable<IssueRow>, options?: IssueListOptions) {
  const bytes = await issueList(rows, options)
  const { sheets } = await readXlsx(bytes, { readStyles: true })
  return { bytes, sheets, first: sheets[0]?.rows ?? [] }
}

describe('the list of issues', () => {
  it('has a title, the counts, a head and one line a finding in the given order', async () => {
    const { first, sheets } = await read(rowsOf(3), { asOf: '2026-01-01' })
    expect(sheets.map(({ name }) => name)).toEqual(['问题清单', '汇总'])
    expect(first[0]?.[0]).toBe('绩效自评报告校核问题清单')
    expect(first[1]?.[0]).toMatch(/^校核日期 2026-01-01。共 3 条：差错 2 处，疑点 0 处，提示 1 处。/)
    expect(first[2]).toEqual(head)
    expect(first.slice(3).map((cells) => [cells[0], cells[4], cells[6]])).toEqual([
      ['1', '差错', '问题1'],
      ['2', '提示', '问题2'],
      ['3', '差错', '问题3'],
    ])
  })

  it('takes lines from a stream', async () => {
    async function* stream() {
      yield* rowsOf(2)
    }
    const { bytes } = await read(stream())
    expect(bytes).toEqual(await issueList(rowsOf(2)))
  })

  it('says so when there is nothing', async () => {
    const { first } = await read([])
    expect(first[3]).toContain('没有发现问题')
  })

  it('can be filtered, keeps its head in sight, is printed across A4, and offers the answers', async () => {
    const { sheets } = await read(rowsOf(4))
    expect(sheets[0]).toMatchObject({
      autoFilter: { range: 'A3:P7' },
      freezePane: { rows: 3, columns: 2 },
      pageSetup: { paperSize: 'a4', orientation: 'landscape', fitToPage: true, fitToWidth: 1, printTitlesRow: '$3:$3' },
      headerFooter: { oddFooter: '&C第 &P 页 共 &N 页' },
      dataValidations: [{ type: 'list', values: ['已改正', '核实无误', '需说明'], range: 'N4:N7' }],
    })
  })

  it('goes on with further sheets, each with the head, the numbers running on', async () => {
    const { sheets } = await read(rowsOf(5), { linesPerSheet: 2 })
    expect(sheets.map(({ name, rows }) => [name, rows.slice(3).map((cells) => cells[0])]).filter(([name]) => name !== '汇总')).toEqual([
      ['问题清单', ['1', '2']],
      ['问题清单（2）', ['3', '4']],
      ['问题清单（3）', ['5']],
    ])
    expect(sheets.every(({ name, rows }) => name === '汇总' || rows[2]?.[1] === '单位')).toBe(true)
  })

  it('sums up by unit and by kind, units without findings too, in the given order', async () => {
    const { sheets } = await read(rowsOf(3), { units: ['甲局', '某局'] })
    const lines = sheets[1]?.rows.slice(2).map((cells) => cells.slice(0, 6))
    expect(lines?.slice(0, 4)).toEqual([
      ['序号', '单位', '差错', '疑点', '提示', '合计'],
      ['1', '甲局', 0, 0, 0, 0],
      ['2', '某局', 2, 0, 1, 3],
      [null, '合计', 2, 0, 1, 3],
    ])
    expect(lines?.at(-1)).toEqual(['1', '合计与分项', 2, 0, 1, 3])
  })

  it('gives the same bytes for the same lines, on any day', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-03-01T08:00:00Z') })
    const first = await issueList(rowsOf(2), { asOf: '2026-01-01' })
    vi.setSystemTime(new Date('2027-08-09T10:11:12Z'))
    const second = await issueList(rowsOf(2), { asOf: '2026-01-01' })
    vi.useRealTimers()
    expect(second).toEqual(first)
  })
})

describe('words of other people in the list', () => {
  const hostile = ['=1+1', '+cmd|x', '-5', '@SUM(A1)', '="0"', '_x0041_', '<b>&amp;</b>', '1,234.50', '007', '1e5', '是\u0000否\u202e']
  const rows = issueRows(result([report(hostile.map((words) => finding({ quotes: [quote(words, words)], title: words })))]))

  it('stay text, whatever they start with, and no cell holds a formula', async () => {
    const { first, sheets } = await read(rows)
    expect(first.slice(3).map((cells) => cells[9])).toEqual([...hostile.slice(0, 10), '是\ufffd否\ufffd'])
    const cells = [...(sheets[0]?.cells ?? new Map()).values()]
    expect(cells.length).toBeGreaterThan(hostile.length)
    expect(cells.filter((cell) => cell.formula !== undefined)).toEqual([])
  })

  it('are never longer than a cell may be', async () => {
    const long = rows.map((row) => ({ ...row, message: '字'.repeat(50_000) }))
    const { first } = await read(long)
    expect(first[3]?.[7]).toHaveLength(32_767)
  })
})
