import type { AuditResult, CrossFinding } from '@jiheng/audit'
import { describe, expect, it, vi } from 'vitest'
import { BatchCounter, type BatchSummary } from '../../src/batch/batch-summary.ts'
import { circularDraft, circularPieces } from '../../src/letters/circular-draft.ts'
import { finding, report, result } from '../list/made.ts'
import { readBack } from './read-back.ts'

function batchOf(results: readonly AuditResult[], crossFile: readonly CrossFinding[] = []): BatchSummary {
  const counter = new BatchCounter()
  for (const one of results) counter.take(one)
  return counter.finish(crossFile)
}

const unitNamed = (unit: string, findings = [finding()]) => result([report(findings, { unit })], { file: `${unit}.docx` })
const numbering = finding({ check: 'numbering-fault', kind: 'numbering', severity: 'info', title: '序号不连续' })
const locked = result([], { file: '坏.xlsx', problems: [{ code: 'file.encrypted', at: ['坏.xlsx'], details: {} }] })
const shared: CrossFinding = {
  ...finding({ check: 'copied-passage', kind: 'other', severity: 'warning', message: '“乙局.docx”与“甲局.docx”抽样比对，有 4 处相同。' }),
  file: '乙局.docx',
  other: { file: '甲局.docx', report: 0, line: 1 },
}
const small = batchOf([unitNamed('甲局', [finding(), numbering]), unitNamed('乙局'), locked, unitNamed('丙局', [])], [shared])

describe('the draft of a circular', () => {
  it('names what was left out of the folder', () => {
    const counter = new BatchCounter()
    counter.take(unitNamed('甲局'))
    const pieces = circularPieces(counter.finish([], [{ file: '报送/签字页.png', why: '格式暂不支持' }]), {})
    expect(JSON.stringify(pieces)).toContain('另有照片、演示文稿等没有校核的文件1个：签字页.png。请核对其中是否有报告。')
  })

  it('is named after the year that all reports share, and leaves it open when they differ', async () => {
    expect((await readBack(await circularDraft(small))).text).toMatch(/^关于2023年度部门绩效自评报告\n校核情况的通报（初稿）\n各有关单位：/)
    const mixed = batchOf([unitNamed('甲局'), result([report([], { year: 2022 })])])
    expect((await readBack(await circularDraft(mixed))).text).toMatch(/^关于____年度/)
    expect((await readBack(await circularDraft(mixed, { year: 2024 }))).text).toMatch(/^关于2024年度/)
  })

  it('has its sections in their order', async () => {
    const { lines } = await readBack(await circularDraft(small))
    expect(lines.filter((line) => /^[一二三四五六]、/.test(line))).toEqual([
      '一、总体情况',
      '二、主要问题',
      '三、需要注意的共性问题',
      '四、报告之间的雷同段落',
      '五、未能校核的文件',
      '六、说明',
    ])
  })

  it('counts files, units, reports, and those with and without errors', async () => {
    const { text } = await readBack(await circularDraft(small, { asOf: '2026-01-01' }))
    expect(text).toContain('共收到文件4个，读出报告3份，涉及单位3个；另有1个文件未能校核。校核日期为2026年1月1日。')
    expect(text).toContain('共发现差错2处、疑点0处、提示1处。有差错的报告2份，没有差错的1份，其中没有发现任何问题的1份。')
  })

  it('counts no file as a unit', async () => {
    const batch = batchOf([unitNamed('甲局'), result([report([], { unit: null })], { file: '附件4.docx' })])
    expect((await readBack(await circularDraft(batch))).text).toContain('涉及单位1个（另有1份没有认出单位，以文件名代替）')
  })

  it('asks whether a report was sent twice, since its findings count twice', async () => {
    const twice = batchOf([unitNamed('甲局'), result([report([finding()], { unit: '甲局' })], { file: '甲局（改）.pdf' })])
    expect((await readBack(await circularDraft(twice))).text).toContain(
      '甲局2023年度部门整体绩效自评2份，以上各份分别计数，请核对是否重复报送。',
    )
    expect((await readBack(await circularDraft(small))).text).not.toContain('重复报送')
  })

  it('tells kinds with their units, what several units share, copied passages and what could not be read', async () => {
    const { text, tables } = await readBack(await circularDraft(small))
    expect(text).toContain('（一）合计与分项。差错2处，涉及甲局、乙局2个单位。主要是合计与分项之和不一致2处。')
    expect(text).toContain('此外还有：序号1处。')
    expect(tables[0]).toEqual([
      ['序号', '问题', '级别', '处数', '单位数', '涉及单位'],
      ['1', '合计与分项之和不一致', '差错', '2', '2', '甲局、乙局'],
    ])
    expect(text).toContain('“乙局.docx”与“甲局.docx”抽样比对')
    expect(text).toMatch(/坏\.xlsx：文件有密码/)
  })

  it('lists all units in the order of the batch, without a ranking, and unread files without counts', async () => {
    const { tables } = await readBack(await circularDraft(small))
    expect(tables.at(-1)?.map((row) => [row[0], row[1], ...row.slice(3)])).toEqual([
      ['序号', '单位', '差错', '疑点', '提示', '备注'],
      ['1', '甲局', '1', '0', '1', ''],
      ['2', '乙局', '1', '0', '0', ''],
      ['3', '坏.xlsx', '—', '—', '—', '未能校核'],
      ['4', '丙局', '0', '0', '0', ''],
    ])
  })

  it('says what it is: made by a program, to be looked at, accusing nobody', async () => {
    const { text } = await readBack(await circularDraft(small))
    expect(text).toContain('以上数字由程序校核得出，待人工核实后再行印发')
    expect(text).not.toMatch(/虚假|审计|排名第/)
  })

  it('of a batch without findings says so', async () => {
    const { text } = await readBack(await circularDraft(batchOf([unitNamed('甲局', [])])))
    expect(text).toContain('没有发现问题。')
    expect(text).toContain('能够读取的文件都已校核，请对照报送登记核对份数。')
  })

  it('of a hundred units names a few and lists all', async () => {
    const batch = batchOf(Array.from({ length: 100 }, (_, at) => unitNamed(`第${at + 1}单位`)))
    const { text, tables } = await readBack(await circularDraft(batch))
    expect(text).toContain('涉及第1单位、第2单位、第3单位等100个单位。')
    expect(tables.at(-1)).toHaveLength(101)
  })

  it('of thousands of units lists as many as somebody may print, and says where the others are', () => {
    const batch = batchOf(Array.from({ length: 2003 }, (_, at) => unitNamed(`第${at + 1}单位`, [])))
    const pieces = circularPieces(batch, {})
    const table = pieces.findLast((piece) => piece.kind === 'table')
    expect(table?.kind === 'table' ? table.rows.length : 0).toBe(2000)
    expect(pieces.at(-1)).toEqual({ kind: 'paragraph', text: '另有3份报告，见问题清单的汇总表。' })
  })

  it('opens whatever the units and files are called, and is the same bytes on any day', async () => {
    const hostile = '\u0000<w:tbl>&\u202e\ud800'
    const batch = batchOf([unitNamed(hostile, [finding({ title: hostile })]), unitNamed(`${hostile}2`, [finding({ title: hostile })])])
    vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-03-01T08:00:00Z') })
    const first = await circularDraft(batch)
    vi.setSystemTime(new Date('2027-08-09T10:11:12Z'))
    const second = await circularDraft(batch)
    vi.useRealTimers()
    expect(second).toEqual(first)
    expect((await readBack(first)).text).toContain('<w:tbl>&')
  })
})
