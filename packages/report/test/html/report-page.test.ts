import { type AuditResult, audit, type Finding } from '@jiheng/audit'
import { ingestText, type SourceDocument } from '@jiheng/ingest'
import { describe, expect, test } from 'vitest'
import { corpusReports } from '../../../../bench/formats/corpus.ts'
import { reportPage } from '../../src/html/report-page.ts'
import { finding, quote } from './marked-text.ts'

const context = { asOf: '2026-01-01', year: null, purpose: null }
const read = (text: string, name = '自评报告.txt') => ingestText(new TextEncoder().encode(text), { name, sha256: 'abc' })

/** The result of an audit with these findings in place of its own. */
function audited(document: SourceDocument, findings: readonly Finding[]) {
  const result = audit(document, context)
  const reports = result.reports.map((report, at) => ({ ...report, findings: at === 0 ? findings : [] }))
  return { document, result: { ...result, reports, findings } satisfies AuditResult }
}

const marksIn = (page: string) => [...page.matchAll(/<a class="m [^>]*><mark>(.*?)<\/mark>/g)].map(([, words]) => words)

describe('the page of a report', () => {
  test('marks the accused words in headings, behind their number, and in paragraphs', () => {
    const document = read('一、支出情况\n本年支出12万元，其中基本支出7万元。\n')
    const [heading, paragraph] = document.reports[0]?.blocks.map((block) => block.at.original) ?? []
    expect([heading, paragraph]).toEqual(['一、支出情况', '本年支出12万元，其中基本支出7万元。'])
    const findings = [
      finding('a', [quote(0, 2)]),
      finding('b', [quote(2, 4)]),
      finding('c', [quote(4, 6, { block: 1 }), quote(15, 16, { block: 1 })]),
    ]
    const page = reportPage(audited(document, findings))
    expect(marksIn(page)).toEqual(['一、', '支出', '12'])
    expect(page).toContain('<span class="q" data-q="3">7</span>')
  })

  test('words of a document are never markup', () => {
    const hostile = '支出<img src=x onerror=alert(1)>"\'</script><style>&amp;12万元'
    const document = read(`一、情况\n${hostile}\n`, '"><script>alert(2)</script>.txt')
    const at = document.reports[0]?.blocks[1]?.at.original ?? ''
    const accused = at.indexOf('<img')
    const page = reportPage(
      audited(document, [
        finding('a', [quote(accused, accused + 10, { block: 1, text: at })], { message: hostile, title: hostile, expected: hostile }),
      ]),
    )
    expect(page.match(/<script/g)).toHaveLength(1)
    expect(page.match(/<style/g)).toHaveLength(1)
    expect(page).not.toMatch(/<img/)
    expect(marksIn(page)).toEqual(['&lt;img src=x'])
  })

  test('the gravest stand first, then the order of the document', () => {
    const document = read('一、情况\n甲支出12万元。\n乙支出13万元。\n')
    const findings = [
      finding('a', [quote(0, 1, { block: 1 })], { severity: 'info' }),
      finding('b', [quote(0, 1, { block: 2 })]),
      finding('c', [quote(1, 3, { block: 1 })]),
    ]
    const page = reportPage(audited(document, findings))
    expect([...page.matchAll(/<article class="finding" id="(\w+)" data-number="(\d)"/g)].map(([, id, number]) => `${id}${number}`)).toEqual(
      ['c1', 'b2', 'a3'],
    )
  })

  test('without findings it says so and what was covered', () => {
    const page = reportPage(audited(read('一、情况\n本年支出12万元。\n'), []))
    expect(page).toContain('未发现问题')
    expect(page).toContain('数字 1 个')
    expect(page).not.toContain('id="findings"')
  })

  test('a document without figures is not called clean', () => {
    const page = reportPage(audited(read('请见附件\n'), []))
    expect(page).toContain('没有可以核对的数字')
    expect(page).not.toContain('未发现问题')
  })

  test('a file that was not read is not taken for a clean one', () => {
    const document = read('', '空.txt')
    const page = reportPage({ document, result: audit(document, context) })
    expect(page).toContain('这个文件没有校核')
    expect(page).toContain('文件是空的')
    expect(page).not.toContain('未发现问题')
  })

  test('links only to what is there', () => {
    for (const [name, document] of corpusReports()) {
      const page = reportPage({ document, result: audit(document, context) })
      const ids = [...page.matchAll(/ id="([^"]*)"/g)].map(([, id]) => id)
      expect(new Set(ids).size, name).toBe(ids.length)
      const known = new Set(ids)
      const lost = [...page.matchAll(/href="#([^"]*)"/g)].map(([, id]) => id).filter((id) => !known.has(id as string))
      // Where a file could be read whole there is no word of what was not.
      expect(lost, name).toEqual([])
    }
  })

  test('every accused word of every report is marked, and is the word that stands there', () => {
    for (const [name, document] of corpusReports()) {
      const result = audit(document, context)
      const page = reportPage({ document, result })
      for (const [at] of result.findings.entries()) expect(page, `${name} ${at + 1}`).toContain(`id="m${at + 1}"`)
    }
  })

  test('the same result gives the same page, and its policy fits its script and style', () => {
    const given = audited(read('一、情况\n本年支出12万元。\n'), [finding('a', [quote(4, 6, { block: 1 })])])
    expect(reportPage(given)).toBe(reportPage(given))
    expect(reportPage(given)).not.toMatch(/ style="| on\w+="|https?:\/\/(?!www\.w3\.org)/)
  })
})
