/** Marked copies of PDFs from the programs that reports come from: the marks lie on the accused words, and nothing else is changed. */
import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type AuditResult, audit, type Finding } from '@jiheng/audit'
import { type Block, ingest, type SourceDocument } from '@jiheng/ingest'
import { annotatedPdf } from '@jiheng/report'
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs'
import { describe, expect, test } from 'vitest'
import { corpusReports } from '../../bench/formats/corpus.ts'
import { makeDocx } from '../../bench/formats/make-docx.ts'
import { makePdf } from '../../bench/formats/make-pdf.ts'
import { hasOffice, saveAs } from '../../bench/formats/with-office.ts'
import { Pages, skipPages } from '../pages/browser.ts'
import { sampled } from '../setup/breadth.ts'

const hasPoppler = spawnSync('pdftotext', ['-v']).status === 0
const skip = !hasPoppler && !process.env.CI
const reports = corpusReports()
const reportOf = (name: string): SourceDocument => reports.get(name) as SourceDocument
const names = ['000-pingdingshan-2022.txt', '002-xushui-2023.txt', '003-jinshui-2021.txt', '004-shandan-2023.txt', '308-lixi-2023.txt']

describe.skipIf(skip)('the marked copy of a PDF', () => {
  test.each(sampled(names, 1, 2))('by a typesetter: %s', { timeout: 60_000 }, async (name) => {
    await expectMarked(makePdf(reportOf(name)))
  })

  test.skipIf(!hasOffice)('saved by LibreOffice', { timeout: 120_000 }, async () => {
    const made = new Map<string, Uint8Array>()
    for (const name of sampled(names.slice(2, 4), 1)) made.set(name, await makeDocx(reportOf(name)))
    for (const bytes of saveAs(made, 'docx', 'pdf').values()) await expectMarked(bytes)
  })

  test.skipIf(skipPages)('printed by Chromium', { timeout: 60_000 }, async () => {
    const browser = await Pages.start()
    try {
      const { page } = await browser.open(asPage(reportOf('004-shandan-2023.txt')))
      await expectMarked(new Uint8Array(await page.pdf({ format: 'A4', landscape: true, tagged: true, outline: true })))
    } finally {
      await browser.stop()
    }
  })
})

async function expectMarked(bytes: Uint8Array): Promise<void> {
  const { document, result } = await audited(bytes)
  expect(result.findings.length).toBeGreaterThan(1)
  const copy = await annotatedPdf(bytes, { document, result }, { date: '2026-01-01' })
  expect(copy.unplaced).toEqual([])
  expect(copy.marked).toBe(result.findings.length)
  expect(Buffer.compare(copy.bytes.subarray(0, bytes.length), bytes)).toBe(0)
  expect((await annotatedPdf(bytes, { document, result }, { date: '2026-01-01' })).bytes).toEqual(copy.bytes)
  expect((await audited(copy.bytes)).result.findings).toEqual(result.findings)
  await inFolder(async (path) => {
    writeFileSync(path('before'), bytes)
    writeFileSync(path('after'), copy.bytes)
    expect(textOf(path('after'))).toEqual(textOf(path('before')))
    const marks = await marksIn(copy.bytes)
    expect(marks.length).toBeGreaterThan(1)
    for (const mark of marks) expectOnWords(mark, result, path('after'))
    for (const finding of result.findings) expect(marks.some(({ note }) => tells(note, finding))).toBe(true)
  })
}

async function audited(bytes: Uint8Array): Promise<{ readonly document: SourceDocument; readonly result: AuditResult }> {
  const document = await ingest(bytes, { name: 'report.pdf', sha256: '' })
  return { document, result: audit(document, { asOf: '2026-01-01', year: null, purpose: null }) }
}

interface SeenMark {
  readonly page: number
  /** Left, top, right, bottom, in points from the upper left corner of the page as it is shown. */
  readonly boxes: readonly (readonly number[])[]
  readonly note: string
}

async function marksIn(bytes: Uint8Array): Promise<readonly SeenMark[]> {
  const task = getDocument({ data: new Uint8Array(bytes), verbosity: 0 })
  const opened = await task.promise
  const marks: SeenMark[] = []
  for (let number = 1; number <= opened.numPages; number++) {
    const page = await opened.getPage(number)
    const { height } = page.getViewport({ scale: 1 })
    for (const { subtype, quadPoints, contentsObj } of await page.getAnnotations()) {
      if (subtype !== 'Highlight') continue
      const corners: readonly number[] = [...quadPoints]
      const boxes = Array.from({ length: corners.length / 8 }, (_, i) => corners.slice(8 * i, 8 * i + 8)).map(
        ([left = 0, top = 0, right = 0, , , bottom = 0]) => [left, height - top, right, height - bottom],
      )
      marks.push({ page: number, boxes, note: contentsObj.str })
    }
  }
  await task.destroy()
  return marks
}

/** The words under the mark, as another program reads them there, are the accused ones of a finding that the note tells. */
function expectOnWords({ page, boxes, note }: SeenMark, { findings }: AuditResult, file: string): void {
  const seen = bare(boxes.map((box) => wordsIn(file, page, box)).join(''))
  const accused = findings.filter((finding) => tells(note, finding)).map(accusedWords)
  const isThere = accused.some((words) => isAlike(seen, words) || (goesOver(words, seen) && seen.length > 3))
  expect(isThere, `${seen} is marked, accused is ${accused.join(' or ')}`).toBe(true)
}

/** A letter that reaches into the box from each side is seen, too; radicals that some fonts give out for characters are read in two ways. */
function isAlike(seen: string, words: string): boolean {
  return seen.length <= words.length + 2 && words.split(/[\u2e80-\u2fdf]/).every((part) => seen.includes(part))
}

/** The other part of the words stands on another page. */
const goesOver = (words: string, seen: string): boolean => words.startsWith(seen.slice(0, -1)) || words.endsWith(seen.slice(1))

const tells = (note: string, { title, message }: Finding): boolean =>
  note.includes(title) && note.includes(message.split('\n')[0]?.slice(0, 200) ?? '')

function accusedWords({ quotes }: Finding): string {
  const [quote] = quotes
  return bare(quote?.text.slice(quote.start - quote.textStart, quote.end - quote.textStart) ?? '')
}

/** Blanks, and letters that programs write in two ways. */
const bare = (text: string): string => text.normalize('NFKC').replace(/[\s\f]/g, '')

function wordsIn(file: string, page: number, [left = 0, top = 0, right = 0, bottom = 0]: readonly number[]): string {
  const area = { x: Math.floor(left), y: Math.floor(top), W: Math.ceil(right) - Math.floor(left), H: Math.ceil(bottom - top) }
  const options = Object.entries(area).flatMap(([name, value]) => [`-${name}`, String(value)])
  return spawnSync('pdftotext', ['-f', `${page}`, '-l', `${page}`, ...options, file, '-'], { encoding: 'utf8' }).stdout
}

function textOf(file: string): readonly string[] {
  const { stdout, stderr } = spawnSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8', maxBuffer: 1 << 26 })
  return [stdout, stderr]
}

async function inFolder(use: (path: (name: string) => string) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'jiheng-copies-'))
  try {
    await use((name) => join(folder, `${name}.pdf`))
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

function asPage({ reports: all }: SourceDocument): string {
  const blocks = all.flatMap((report) => report.blocks).map(asElement)
  return `<!doctype html><meta charset="utf-8"><style>body { font: 12pt/1.8 "Noto Serif CJK SC" } td { border: 1px solid }</style>${blocks.join('\n')}`
}

function asElement(block: Block): string {
  switch (block.kind) {
    case 'heading':
      return `<h2>${escaped(`${block.number ?? ''}${block.text}`)}</h2>`
    case 'paragraph':
      return `<p>${escaped(block.text)}</p>`
    case 'attachment':
      return `<p>${escaped(block.title)}</p>`
    case 'table':
      return `<table>${block.rows.map((row) => `<tr>${row.map(({ text }) => `<td>${escaped(text)}</td>`).join('')}</tr>`).join('')}</table>`
  }
}

const escaped = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
