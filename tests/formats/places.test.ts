/** What a finding accuses stands in the file at the place that the quote names. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { audit, type Quote } from '@jiheng/audit'
import { ingest } from '@jiheng/ingest'
import { openPackage, readXmlPart } from '@jiheng/ooxml'
import { readXlsx } from 'hucre/xlsx'
import { describe, expect, test } from 'vitest'
import { corpusReports } from '../../bench/formats/corpus.ts'
import { makeDocx } from '../../bench/formats/make-docx.ts'
import { makePdf } from '../../bench/formats/make-pdf.ts'
import { makeXlsx } from '../../bench/formats/make-xlsx.ts'

const names = ['002-xushui-2023.txt', '003-jinshui-2021.txt', '004-shandan-2023.txt', '308-lixi-2023.txt']
const reports = names.map((name) => corpusReports().get(name) as NonNullable<ReturnType<ReturnType<typeof corpusReports>['get']>>)

/** First accused words of every finding, one line each. */
async function accusedIn(bytes: Uint8Array): Promise<readonly { readonly quote: Quote; readonly words: string }[]> {
  const result = audit(await ingest(bytes, { name: 'report', sha256: '' }), { asOf: null, year: null, purpose: null })
  const quotes = result.findings.flatMap((finding) => finding.quotes.slice(0, 1))
  return quotes.map((quote) => ({
    quote,
    words: bare(quote.text.slice(quote.start - quote.textStart, quote.end - quote.textStart).split(/[\n\t]/)[0] ?? ''),
  }))
}

const bare = (text: string): string => text.replace(/\s/g, '')

describe('places of what is accused', () => {
  test('Word: the paragraph holds the words', async () => {
    for (const report of reports) {
      const bytes = await makeDocx(report)
      const paragraphs = await paragraphsOf(bytes)
      const accused = await accusedIn(bytes)
      expect(accused.length).toBeGreaterThan(1)
      for (const { quote, words } of accused) {
        expect(quote.line).toBeUndefined()
        expect(bare(paragraphs[quote.paragraph ?? -1] ?? ''), quote.text).toContain(words)
      }
    }
  })

  test('Excel: the cell holds the words or the number', async () => {
    for (const report of reports) {
      const bytes = await makeXlsx(report)
      const { sheets } = await readXlsx(bytes)
      for (const { quote, words } of await accusedIn(bytes)) {
        const [sheet = '', cell = ''] = quote.cell?.split('!') ?? []
        const [, letters = '', row = ''] = /^([A-Z]+)(\d+)$/.exec(cell) ?? []
        const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
        const value = sheets.find(({ name }) => name === sheet)?.rows[Number(row) - 1]?.[column]
        const isThere =
          typeof value === 'number'
            ? Number.parseFloat(words.replaceAll(',', '')) === Number((words.includes('%') ? value * 100 : value).toPrecision(12))
            : bare(String(value)).includes(words)
        expect(isThere, `${quote.cell} holds ${value}, accused is ${words}`).toBe(true)
      }
    }
  })

  const hasPoppler = spawnSync('pdftotext', ['-v']).status === 0

  test.skipIf(!hasPoppler && !process.env.CI)('PDF: another reader finds the words in the box on the page', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'jiheng-places-'))
    try {
      const [report] = reports.slice(0, 1)
      const bytes = makePdf(report as NonNullable<typeof report>)
      writeFileSync(join(folder, 'a.pdf'), bytes)
      for (const { quote, words } of await accusedIn(bytes)) {
        const [left, bottom, right, top] = quote.box ?? [0, 0, 0, 0]
        const a4 = 841.89
        const area = ['-x', left - 1, '-y', a4 - top - 2, '-W', right - left + 2, '-H', top - bottom + 4].map((part) =>
          typeof part === 'number' ? String(Math.round(part)) : part,
        )
        const page = String(quote.page)
        const { stdout } = spawnSync('pdftotext', ['-f', page, '-l', page, ...area, join(folder, 'a.pdf'), '-'], { encoding: 'utf8' })
        expect(bare(stdout), quote.text).toContain(words.slice(0, 4))
      }
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  })
})

/** Text of every paragraph of the document, in order of the opening tags. */
async function paragraphsOf(bytes: Uint8Array): Promise<readonly string[]> {
  const paragraphs: string[] = []
  const open: number[] = []
  let isText = false
  const handler = {
    open: (name: string) => {
      if (name === 'p') open.push(paragraphs.push('') - 1)
      isText = name === 't'
    },
    close: (name: string) => {
      if (name === 'p') open.pop()
      isText = false
    },
    text: (text: string) => {
      const at = open.at(-1)
      if (isText && at !== undefined) paragraphs[at] += text
    },
  }
  await readXmlPart(await openPackage(bytes), 'word/document.xml', handler, 100)
  return paragraphs
}
