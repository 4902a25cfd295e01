import { type AuditResult, audit, type CrossFinding, type Finding } from '@jiheng/audit'
import { ingestText } from '@jiheng/ingest'
import { describe, expect, it } from 'vitest'
import { unitLines, unitsToDraw } from '../../src/batch/unit-lines.ts'
import { hrefOf } from '../../src/html/index-links.ts'
import { BatchCounter, type BatchSummary, indexPage } from '../../src/index.ts'

const context = { asOf: '2026-01-01', year: null, purpose: null }

function resultOf(unit: string, rate: string, file = `${unit}.txt`): AuditResult {
  const text = `${unit}\n2023年度部门整体支出绩效自评报告\n\n一、预算执行情况\n\n全年预算1320.50万元，全年执行1260.60万元，预算执行率${rate}。\n`
  return audit(ingestText(new TextEncoder().encode(text), { name: file, sha256: '' }), context)
}

const unread = audit(ingestText(new Uint8Array(0), { name: '包.zip/空.txt', sha256: '' }), context)

function batchOf(results: readonly AuditResult[], cross: readonly CrossFinding[] = []): BatchSummary {
  const counter = new BatchCounter()
  for (const result of results) counter.take(result)
  return counter.finish(cross)
}

const [wrong, right] = ['95.64%', '95.46%']
const batch = batchOf([resultOf('临河县财政局', wrong), resultOf('临河县司法局', right), unread, resultOf('临河县教育局', wrong)])
const page = indexPage(batch, (file) => ({ page: `校核页/${file}.html`, letter: `退回意见/${file}.docx` }), {
  asOf: '2026-01-01',
  files: [{ label: '问题清单.xlsx', path: '问题清单.xlsx' }],
})

const rowsOf = (text: string): string[] => text.match(/<tr data-found.*?<\/tr>/gs) ?? []

describe('the page of a batch', () => {
  it('has a row for each report and for each file that gave none, in the order of the batch', () => {
    const rows = rowsOf(page)
    expect(rows.map((row) => /[^>/]+\.txt/.exec(row)?.[0])).toEqual(['临河县财政局.txt', '临河县司法局.txt', '空.txt', '临河县教育局.txt'])
    expect(rows.map((row) => /data-found="([^"]*)"/.exec(row)?.[1])).toEqual(['error', 'nothing', 'unread', 'error'])
  })

  it('leads to the results of each file and of the batch', () => {
    expect(rowsOf(page)[3]).toContain(`href="${hrefOf('校核页/3.html')}"`)
    expect(rowsOf(page)[3]).toContain('退回意见</a>')
    expect(rowsOf(page)[3]).not.toContain('批注副本')
    expect(page).toContain(`href="${hrefOf('问题清单.xlsx')}"`)
  })

  it('never lets a file that was not read look clean', () => {
    expect(rowsOf(page)[2]).toContain('未能校核')
    expect(rowsOf(page)[2]).not.toMatch(/>0</)
    expect(page).toMatch(/id="unread">未能校核的文件.*空\.txt.*文件是空的（0 字节）/s)
  })

  it('names what several units have in common', () => {
    expect(page).toMatch(/id="recurring">共性问题.*比率与所列数据不符.*临河县财政局、临河县教育局/s)
    expect(indexPage(batchOf([resultOf('临河县财政局', wrong)]), () => ({}))).not.toContain('共性问题')
  })

  it('names both reports of what they share, with the way to each', () => {
    const cross: CrossFinding = {
      ...(resultOf('临河县财政局', wrong).findings[0] as Finding),
      file: '临河县教育局.txt',
      other: { file: '临河县财政局.txt', report: 0, line: 6 },
    }
    const text = indexPage(batchOf([resultOf('临河县财政局', wrong), resultOf('临河县教育局', right)], [cross]), (file) => ({
      page: `${file}.html`,
    }))
    expect(text).toMatch(/报告之间的问题.*href="1\.html">临河县教育局\.txt.*href="0\.html">临河县财政局\.txt<\/a> 第6行/s)
  })

  it('has a table for each plot', () => {
    expect(page.match(/<svg class="plot"/g)).toHaveLength(3)
    expect(page.match(/<figure.*?看表格.*?<\/figure>/gs)).toHaveLength(3)
  })

  it('of nothing says so', () => {
    expect(indexPage(batchOf([]), () => ({}))).toContain('这一批没有文件')
    expect(indexPage(batchOf([resultOf('临河县司法局', right)]), () => ({}))).toContain('没有发现问题')
  })

  it('allows itself nothing but its own style and script', () => {
    expect(page).toContain('default-src &#39;none&#39;')
    expect(page).not.toMatch(/ style=|<script src|https?:\/\//)
  })
})

it('what documents are called stays text', () => {
  const evil = '"><img src=x onerror=alert(1)>\u202e\ud800'
  const result = resultOf('临河县财政局', wrong, evil)
  const reports = result.reports.map((report) => ({ ...report, unit: evil }))
  const text = indexPage(
    batchOf([
      { ...result, reports },
      { ...unread, file: evil },
    ]),
    () => ({ page: `javascript:alert(1)/../${evil}` }),
  )
  expect(text).not.toMatch(/<img|\u202e|\ud800|href="javascript:/)
})

it('an address leads below the folder of the page', () => {
  expect(hrefOf('校核页/甲 1.html')).toBe('%E6%A0%A1%E6%A0%B8%E9%A1%B5/%E7%94%B2%201.html')
  expect(hrefOf('../../etc/passwd')).toBe('etc/passwd')
  expect(hrefOf('//x.invalid/a')).toBe('x.invalid/a')
  expect(hrefOf('javascript:alert(1)')).toBe('javascript%3Aalert(1)')
})

describe('units of a batch', () => {
  it('are added up over their reports, in the order of the batch', () => {
    const lines = unitLines(
      batchOf([resultOf('乙县财政局', wrong, 'a.txt'), resultOf('甲县财政局', right), resultOf('乙县财政局', wrong, 'b.txt')]),
    )
    expect(lines.map(({ unit, reports, counts }) => [unit, reports, counts.error])).toEqual([
      ['乙县财政局', 2, 2],
      ['甲县财政局', 1, 0],
    ])
  })

  it('are drawn all while they are few; else those with the most errors, in the order of the batch', () => {
    const unit = (name: string, error: number, warning = 0) => ({
      unit: name,
      reports: 1,
      counts: { error, warning, info: 0 },
      numbers: 1,
      inRelations: 1,
    })
    const units = [unit('a', 0, 9), unit('b', 2), unit('c', 0), unit('d', 5)]
    expect(unitsToDraw(units, 4)).toEqual(units)
    expect(unitsToDraw(units, 3).map((line) => line.unit)).toEqual(['a', 'b', 'd'])
    expect(unitsToDraw(units, 1).map((line) => line.unit)).toEqual(['d'])
  })
})
