/** A folder as a bureau receives it: thirty files in many formats, three of them broken. */
import { spawnSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import type { AuditResult } from '@jiheng/audit'
import type { SourceDocument } from '@jiheng/ingest'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { corpusReports } from '../../bench/formats/corpus.ts'
import { makeDocx } from '../../bench/formats/make-docx.ts'
import { makePdf } from '../../bench/formats/make-pdf.ts'
import { makeXlsx } from '../../bench/formats/make-xlsx.ts'
import { makeZip } from '../../bench/formats/make-zip.ts'
import { hasOffice, saveAs } from '../../bench/formats/with-office.ts'
import { bundleFile, bundleWhenStale } from '../../scripts/bootstrap/bundle.mjs'
import { readingOf } from '../formats/compare.ts'

const folder = mkdtempSync(join(tmpdir(), 'jiheng-mixed-'))
const reports = [...corpusReports()]
const encoder = new TextEncoder()
/** Path in the folder, as the command names it, to the report that it holds. */
const held = new Map<string, SourceDocument>()

const report = (at: number): SourceDocument => (reports[at] as (typeof reports)[number])[1]
const textOf = (at: number): Uint8Array =>
  encoder.encode(
    report(at)
      .reports.map(({ blocks }) => blocks.map((block) => block.at.original).join('\n'))
      .join('\n\n\n'),
  )

function put(path: string, bytes: Uint8Array, at?: number): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true })
  writeFileSync(join(folder, path), bytes)
  if (at !== undefined) held.set(path, report(at))
}

beforeAll(async () => {
  if (!hasOffice) return
  await bundleWhenStale()
  for (let at = 7; at < 15; at++) put(`科室/${at}.docx`, await makeDocx(report(at)), at)
  for (let at = 0; at < 5; at++) put(`${at}.pdf`, makePdf(report(at)), at)
  for (const at of [1, 3, 15, 16]) put(`表/${at}.xlsx`, await makeXlsx(report(at)), at)
  const files = new Map([[0, await makeDocx(report(17))]].map(([at, bytes]) => [String(at), bytes as Uint8Array]))
  for (const to of ['doc', 'rtf', 'odt', 'html']) put(`旧/17.${to}`, saveAs(files, 'docx', to).get('0') as Uint8Array, 17)
  put('旧/18.xls', saveAs(new Map([['0', await makeXlsx(report(18))]]), 'xlsx', 'xls').get('0') as Uint8Array, 18)
  // Names lie: an Excel file with the name of a Word file, a Word file that says it is a text.
  put('19.docx', await makeXlsx(report(19)), 19)
  put('20.txt', await makeDocx(report(20)), 20)
  put('21.md', textOf(21))
  put(
    '报送包.zip',
    makeZip([
      { name: '甲局/自评报告.docx', content: await makeDocx(report(22)), saysUtf8: true },
      { name: '乙局/自评报告.pdf', content: makePdf(report(23)), saysUtf8: true },
    ]),
  )
  held.set('报送包.zip/甲局/自评报告.docx', report(22))
  held.set('报送包.zip/乙局/自评报告.pdf', report(23))
  put('坏/没传完.docx', (await makeDocx(report(24))).slice(0, 4000))
  put('坏/不是.pdf', encoder.encode('%PDF-1.7\n这里什么也没有'))
  put('坏/带密码.docx', encrypted())
  put('坏/说明.png', Uint8Array.from([0x89, 0x50, 0x4e, 0x47]))
}, 120_000)

afterAll(() => rmSync(folder, { recursive: true, force: true }))

describe.skipIf(!hasOffice)('thirty files, three broken', () => {
  test('each is audited or said to be broken, and what is found is what is found in the text', { timeout: 120_000 }, () => {
    const run = spawnSync(process.execPath, [bundleFile, 'audit', '.', '--format', 'json'], {
      cwd: folder,
      encoding: 'utf8',
      maxBuffer: 256 * 1024 * 1024,
    })
    const lines = run.stdout
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
    const batch = lines.pop().batch
    const results = new Map((lines as AuditResult[]).map((result) => [result.file, result]))
    expect(batch).toMatchObject({ files: 30, crossFile: expect.any(Array) })
    expect(run.status).toBe(2)
    expect(problemsOf(results, '坏/没传完.docx')).toEqual(['file.damaged'])
    expect(problemsOf(results, '坏/不是.pdf')).toEqual(['file.damaged'])
    expect(problemsOf(results, '坏/带密码.docx')).toEqual(['file.encrypted'])
    expect(run.stderr).toContain('说明.png')
    for (const [name, document] of held) {
      const result = results.get(name)
      expect(result?.problems, name).toEqual([])
      expect(
        result?.findings.map(({ check, computation }) => `${check} ${computation}`),
        name,
      ).toEqual(
        readingOf(document).findings.map((finding) => {
          const [, check, , , computation] = finding.split(' | ')
          return `${check} ${computation}`
        }),
      )
    }
  })

  test('for people: where it is in the way of each format, and what could not be read stands at the end', { timeout: 120_000 }, () => {
    const run = spawnSync(process.execPath, [bundleFile, 'audit', '.'], { cwd: folder, encoding: 'utf8', maxBuffer: 256 * 1024 * 1024 })
    expect(run.stdout).toMatch(/== 科室\/8\.docx =+/)
    expect(run.stdout).toMatch(/第\d+页/)
    expect(run.stdout).toMatch(/工作表“[^”]+” [A-Z]+\d+/)
    expect(run.stdout).toContain('未能校核的文件 3 个')
    expect(run.stdout).toContain('文件有密码，无法打开')
  })
})

const problemsOf = (results: ReadonlyMap<string, AuditResult>, name: string): unknown => results.get(name)?.problems.map(({ code }) => code)

/** The container that Office puts an encrypted file in: its directory names the encrypted package. */
function encrypted(): Uint8Array {
  const bytes = Buffer.alloc(4096)
  Buffer.from('d0cf11e0a1b11ae1', 'hex').copy(bytes)
  bytes.writeUInt16LE(9, 30)
  bytes.writeUInt32LE(0, 48)
  bytes.write('EncryptedPackage\0', 512, 'utf16le')
  return new Uint8Array(bytes)
}
