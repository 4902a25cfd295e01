import { audit, type CrossFinding } from '@jiheng/audit'
import { describe, expect, it } from 'vitest'
import { corpusReports } from '../../../../bench/formats/corpus.ts'
import { BatchCounter } from '../../src/batch/batch-summary.ts'
import { crossRows, issueRows, unitsOf } from '../../src/list/issue-row.ts'
import { finding, quote, report, result } from './made.ts'

describe('lines of the list', () => {
  it('say who, where, what stands there, what should, and how it was reckoned', () => {
    expect(issueRows(result([report([finding({ quotes: [quote('其中支出12万元', '12', { line: 7 })] })])]))).toEqual([
      {
        unit: '某局',
        file: '某局.docx',
        place: '第7行',
        level: 'error',
        kind: 'sum',
        title: '合计与分项之和不一致',
        message: '支出写为 12万元，按分项相加应为 11万元，请核对。',
        excerpt: '其中支出12万元',
        written: '12万元',
        expected: '11万元',
        advice: '12万元 改为 11万元（一位数字有误）',
        computation: '5万元 + 6万元 = 11万元；所写为 12万元',
      },
    ])
  })

  it('name the report where a file holds several, each under its own unit', () => {
    const rows = issueRows(result([report([finding()]), report([finding()], { unit: '另一局' })]))
    expect(rows.map(({ unit, place }) => [unit, place])).toEqual([
      ['某局', '第1份报告 第1行'],
      ['另一局', '第2份报告 第1行'],
    ])
  })

  it('name the file where no unit was recognised', () => {
    expect(issueRows(result([report([finding()], { unit: null })]))[0]?.unit).toBe('某局.docx')
    expect(issueRows(result([report([finding()], { unit: null })]), { unit: '登记的单位', file: '报送包/甲.docx' })[0]).toMatchObject({
      unit: '登记的单位',
      file: '报送包/甲.docx',
    })
  })

  it('go through JSON unchanged', () => {
    const rows = issueRows(result([report([finding()])]))
    expect(JSON.parse(JSON.stringify(rows))).toEqual(rows)
  })

  it('tell a finding without any quote', () => {
    expect(issueRows(result([report([finding({ quotes: [] })])]))).toMatchObject([{ place: '', excerpt: '', written: '', level: 'error' }])
  })
})

describe('lines about real reports', () => {
  it.each([...corpusReports()].filter(([name]) => /^(00|30)/.test(name)))(
    '%s: a line a finding, in order, the words shown in their clause',
    (_name, document) => {
      const audited = audit(document, { asOf: '2026-01-01', year: null, purpose: null })
      const rows = issueRows(audited).filter(({ kind }) => kind !== null)
      expect(rows.map(({ title, expected }) => [title, expected])).toEqual(
        audited.findings.map(({ title, expected }) => [title, expected ?? '']),
      )
      for (const { excerpt, written } of rows) expect(excerpt).toContain(written.replace(/…$/, ''))
    },
  )
})

describe('what could not be audited', () => {
  it('has a line with the reason, once', () => {
    const locked = result([], { file: '乙.xlsx', problems: [{ code: 'file.encrypted', at: ['乙.xlsx'], details: {} }] })
    expect(issueRows(locked)).toMatchObject([
      { unit: '乙.xlsx', level: 'unread', title: '未能校核', message: expect.stringMatching(/^文件有密码/) },
    ])
  })

  it('has a line even when no reason is known', () => {
    expect(issueRows(result([]))).toMatchObject([{ level: 'unread', title: '未能校核' }])
  })

  it('folds pages with the same trouble into one line', () => {
    const problems = Array.from({ length: 300 }, (_, page) => ({ code: 'page.needs-ocr' as const, at: ['丙.pdf', page + 1], details: {} }))
    const [row, ...rest] = issueRows(result([report([])], { file: '丙.pdf', problems }))
    expect(rest).toEqual([])
    expect(row).toMatchObject({ level: 'unread', title: '部分内容未能校核', place: expect.stringMatching(/^第1页、第2页.*等300处$/) })
  })

  it('is not said of a file that was read and bears a signature', () => {
    const signed = result([report([])], { problems: [{ code: 'file.signed', at: ['某局.docx'], details: {} }] })
    expect(issueRows(signed)).toMatchObject([{ level: 'reading', title: '读取情况' }])
  })
})

describe('lines of a batch', () => {
  const other = result([report([], { unit: '乙局' })], { file: '乙.docx' })
  const shared: CrossFinding = {
    ...finding({
      check: 'copied-passage',
      kind: 'other',
      severity: 'warning',
      title: '与其他报告有相同段落',
      expected: null,
      repair: null,
    }),
    file: '乙.docx',
    other: { file: '某局.docx', report: 0, line: 3 },
  }

  it('put what two reports share under the unit of the later one', () => {
    const counter = new BatchCounter()
    for (const one of [result([report([])]), other]) counter.take(one)
    expect(crossRows(counter.finish([shared]))).toMatchObject([{ unit: '乙局', file: '乙.docx', title: '与其他报告有相同段落' }])
  })

  it('know every unit, in the order of the batch, and files without a report by their name', () => {
    const counter = new BatchCounter()
    for (const one of [other, result([], { file: '坏.doc' }), result([report([]), report([])])]) counter.take(one)
    expect(unitsOf(counter.finish([]))).toEqual(['乙局', '坏.doc', '某局'])
  })
})
