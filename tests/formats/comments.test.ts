/** Word's neighbour opens the sender's file with our comments in it, and finds them at the same words. */
import { audit } from '@jiheng/audit'
import { ingest } from '@jiheng/ingest'
import { openPackage, readXmlPart } from '@jiheng/ooxml'
import { commentedCopy, commentedDocx, withoutOurComments } from '@jiheng/report'
import { describe, expect, test } from 'vitest'
import { corpusReports } from '../../bench/formats/corpus.ts'
import { makeDocx } from '../../bench/formats/make-docx.ts'
import { readZip } from '../../bench/formats/make-zip.ts'
import { hasOffice, saveAs } from '../../bench/formats/with-office.ts'
import { sampled } from '../setup/breadth.ts'

const names = sampled(['003-jinshui-2021.txt', '308-lixi-2023.txt', '000-pingdingshan-2022.txt', '004-shandan-2023.txt'], 2)
const context = { asOf: '2026-01-01', year: null, purpose: null }
const FILE = { name: '报告.docx', sha256: '' }

describe('every report of the corpus as a Word file with comments', () => {
  test('is marked in full, audited with the same result, and comes back byte for byte', async () => {
    for (const [nth, report] of sampled([...corpusReports().values()], 5, 4).entries()) {
      const bytes = await makeDocx(report)
      const document = await ingest(bytes, FILE)
      const result = audit(document, context)
      const copy = await commentedDocx(bytes, { document, result })
      expect([report.file.name, copy.marked, copy.unplaced]).toEqual([report.file.name, result.findings.length, []])
      if (nth % 6 === 0) expect(audit(await ingest(copy.bytes, FILE), context).findings).toEqual(result.findings)
      const back = await withoutOurComments(copy.bytes)
      for (const [at, { name, content }] of readZip(bytes).entries()) expect(readZip(back)[at], name).toEqual({ name, content })
    }
  }, 120_000)
})

describe.skipIf(!hasOffice && !process.env.CI)('through LibreOffice', () => {
  test('its own files take comments, and it keeps them at the same words', async () => {
    const made = new Map<string, Uint8Array>()
    for (const name of names)
      made.set(name, await makeDocx(corpusReports().get(name) as NonNullable<ReturnType<ReturnType<typeof corpusReports>['get']>>))
    const own = saveAs(made, 'docx', 'docx')
    const copies = new Map<string, Uint8Array>()
    for (const [name, bytes] of own) {
      const document = await ingest(bytes, FILE)
      const result = audit(document, context)
      expect(result.findings.length).toBeGreaterThan(1)
      const copy = await commentedDocx(bytes, { document, result })
      expect(copy.unplaced).toEqual([])
      const back = await withoutOurComments(copy.bytes)
      expect(readZip(back)).toEqual(readZip(bytes))
      copies.set(name, copy.bytes)
    }
    const saved = saveAs(copies, 'docx', 'docx')
    for (const [name, bytes] of copies) expect(await commentsIn(saved.get(name) as Uint8Array), name).toEqual(await commentsIn(bytes))
  }, 180_000)

  test('a plain copy of a text keeps them, too', async () => {
    const copies = new Map<string, Uint8Array>()
    for (const name of names) {
      const document = corpusReports().get(name) as NonNullable<ReturnType<ReturnType<typeof corpusReports>['get']>>
      copies.set(name, (await commentedCopy({ document, result: audit(document, context) })).bytes)
    }
    const saved = saveAs(copies, 'docx', 'docx')
    for (const [name, bytes] of copies) expect(await commentsIn(saved.get(name) as Uint8Array), name).toEqual(await commentsIn(bytes))
  }, 180_000)
})

/** Of our author: the first line of each comment and the words between its marks, in the order of the document. */
async function commentsIn(bytes: Uint8Array): Promise<readonly string[]> {
  const pack = await openPackage(bytes)
  const titles = new Map<string, string>()
  let [id, isOurs, paragraphs] = ['', false, 0]
  const comments = {
    open: (name: string, at: Readonly<Record<string, string>>) => {
      if (name === 'comment') [id, isOurs, paragraphs] = [at.id ?? '', at.author === '绩衡校核', 0]
      if (name === 'p') paragraphs++
    },
    close: () => {},
    text: (text: string) => {
      if (isOurs && paragraphs === 1) titles.set(id, (titles.get(id) ?? '') + text)
    },
  }
  await readXmlPart(pack, 'word/comments.xml', comments, 100)
  const words = new Map<string, string>()
  const open = new Set<string>()
  let isText = false
  const document = {
    open: (name: string, at: Readonly<Record<string, string>>) => {
      if (name === 'commentRangeStart') open.add(at.id ?? '')
      if (name === 'commentRangeStart') words.set(at.id ?? '', '')
      if (name === 'commentRangeEnd') open.delete(at.id ?? '')
      isText = name === 't'
    },
    close: () => {
      isText = false
    },
    text: (text: string) => {
      if (isText) for (const one of open) words.set(one, (words.get(one) ?? '') + text)
    },
  }
  await readXmlPart(pack, 'word/document.xml', document, 100)
  return [...titles].map(([one, title]) => `${title}：${words.get(one)}`).sort()
}
