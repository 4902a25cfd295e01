import { audit } from '@jiheng/audit'
import { ingest, ingestText } from '@jiheng/ingest'
import { commentedCopy, wordCopy } from '@jiheng/report'
import { describe, expect, test } from 'vitest'
import { corpusReports } from '../../../../../bench/formats/corpus.ts'
import { makePdf } from '../../../../../bench/formats/make-pdf.ts'
import { makeXlsx } from '../../../../../bench/formats/make-xlsx.ts'
import { accusing, anchoredIn, ofFindings, partOf, resultOf } from './word-file.ts'

const context = { asOf: '2026-01-01', year: null, purpose: null }
const reports = ['002-xushui-2023.txt', '004-shandan-2023.txt', '308-lixi-2023.txt']
  .map((name) => corpusReports().get(name))
  .filter((one) => one !== undefined)

describe('a plain Word copy of what is no Word file', () => {
  test('text, workbooks and pages: every finding stands at its words', async () => {
    for (const report of reports) {
      const documents = [report, await ingest(await makeXlsx(report), FILE), await ingest(makePdf(report), FILE)]
      for (const document of documents) {
        const result = audit(document, context)
        const copy = await commentedCopy({ document, result })
        expect([copy.marked, copy.unplaced]).toEqual([result.findings.length, []])
        const found = ofFindings(await anchoredIn(copy.bytes)).map(bare)
        const accused = result.findings.map(({ quotes: [quote] }) =>
          quote ? quote.text.slice(quote.start - quote.textStart, quote.end - quote.textStart) : '',
        )
        for (const [at, words] of accused.entries()) expect(found[at]).toContain(bare(words))
      }
    }
  })

  test('says the same words: what is read from it gives the claims and findings of the text', async () => {
    for (const report of reports) {
      const copy = wordCopy(report)
      const again = audit(await ingest(copy.bytes, { name: 'a.docx', sha256: '' }), context)
      const messages = (result: typeof again) => result.findings.map(({ check, message }) => `${check} ${message}`)
      expect(messages(again)).toEqual(messages(audit(report, context)))
    }
  })

  test('names the file it was made from, and is the same every time', async () => {
    const document = ingestText(new TextEncoder().encode('一、情况\n执行率为95%。\n'), { name: '甲<乙>.txt', sha256: '' })
    const [first, second] = [wordCopy(document), wordCopy(document)]
    expect(first.bytes).toEqual(second.bytes)
    expect(await partOf(first.bytes, 'word/document.xml')).toContain('由“甲&lt;乙&gt;.txt”转成，供批注用；版式以原件为准。')
  })

  test('merged cells are merged, short rows reach to the edge, and no words are lost', async () => {
    const html =
      '<table><tr><td rowspan="2">项目</td><td colspan="2">预算</td><td>率</td></tr><tr><td>年初</td><td>全年</td><td>完成</td></tr><tr><td>基本</td><td>100</td><td>120</td><td>95%</td></tr></table><p>正文。</p>'
    const document = await ingest(new TextEncoder().encode(`<html><body>${html}</body></html>`), { name: 'a.html', sha256: '' })
    const copy = wordCopy(document)
    const again = await ingest(copy.bytes, { name: 'a.docx', sha256: '' })
    const table = again.reports[0]?.blocks.find(({ kind }) => kind === 'table')
    expect(
      table?.kind === 'table' && table.rows.map((row) => row.map(({ text, rowSpan, colSpan }) => `${text} ${rowSpan}x${colSpan}`)),
    ).toEqual([
      ['项目 2x1', '预算 1x2', ' 1x1', '率 1x1'],
      [' 1x1', '年初 1x1', '全年 1x1', '完成 1x1'],
      ['基本 1x1', '100 1x1', '120 1x1', '95% 1x1'],
    ])
  })

  test('a table that is wider than Word allows is written line by line', async () => {
    const cells = Array.from({ length: 80 }, (_, at) => `列${at}`)
    const document = await ingest(new TextEncoder().encode(`${cells.join(',')}\n${cells.map((_, at) => at).join(',')}\n`), {
      name: 'a.csv',
      sha256: '',
    })
    const xml = await partOf(wordCopy(document).bytes, 'word/document.xml')
    expect(xml).not.toContain('<w:tbl>')
    expect(xml).toContain('列79')
  })

  test('characters that XML cannot hold leave their places where they are', async () => {
    const document = ingestText(new TextEncoder().encode('一、情况\n执行\u0001率\u0008为95%。\n'), { name: 'a.txt', sha256: '' })
    const [report] = document.reports
    const block = report?.blocks.findIndex(({ at }) => at.original.includes('95%')) ?? 0
    const original = report?.blocks[block]?.at.original ?? ''
    const start = original.indexOf('率')
    const finding = accusing({ report: 0, block, start, end: original.indexOf('%') + 1, textStart: 0, text: original }, 0)
    const copy = await commentedCopy({ document, result: resultOf(document, [finding]) })
    expect(ofFindings(await anchoredIn(copy.bytes)).map(bare)).toEqual(['率为95%'])
  })
})

const FILE = { name: '报告', sha256: '' }

/** Cells are set apart by ends of paragraphs in the copy. */
const bare = (text: string): string => text.replace(/[\s/\p{Cc}]/gu, '')
