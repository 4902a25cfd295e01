/** Documents made where the file is at hand, at once or later, without what people dismissed; and archives, by the engine as it is. */
import { readdirSync, readFileSync } from 'node:fs'
import { relative } from 'node:path'
import type { Finding } from '@jiheng/audit'
import { ingestText } from '@jiheng/ingest'
import { openPackage } from '@jiheng/ooxml'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { makeDocx } from '../../../../bench/formats/make-docx.ts'
import { makeZip, packedMegabytes } from '../../../../bench/formats/make-zip.ts'
import type { Input } from '../../src/inputs/input.ts'
import { type AuditPool, openAuditPool } from '../../src/jobs/audit-pool.ts'
import type { Outcome, Task } from '../../src/jobs/protocol.ts'
import { noRules } from '../../src/jobs/rules-for-audit.ts'
import type { Order, ProductKind, Products } from '../../src/products/order.ts'
import { findProgram } from '../../src/programs/find-program.ts'
import { runProgram } from '../../src/programs/run-program.ts'
import { bundled } from '../fakes/bundle.ts'
import { aFolder, type Folder } from '../fakes/folder.ts'

const child = bundled('real', 'child.mjs')
const soffice = findProgram(['soffice', 'libreoffice'])
const goOn = { stop: new AbortController().signal }
const MB = 1024 * 1024

let pool: AuditPool
beforeAll(() => {
  pool = openAuditPool({ workerPath: child(), children: 1, timeoutMs: 60_000, memoryMb: 512, folder: null })
})
afterAll(() => pool.close())

/** Two faults that have nothing to do with each other. */
const report = `2023年度青石县水利局部门整体支出绩效自评报告

一、预算执行情况

全年预算820.00万元，执行780.00万元，执行率85.12%。

二、支出结构

支出合计500.00万元，其中：基本支出300.00万元，项目支出150.00万元。
`

const aTask = (order: Order | null, keepsDocument = true): Task => ({
  context: { asOf: '2024-03-31', year: null, purpose: null },
  order,
  rules: noRules,
  keepsDocument,
})
const anOrder = (folder: Folder, kinds: readonly ProductKind[], leftOut: readonly string[] = []): Order => ({
  kinds,
  folder: folder.path,
  date: '2024-03-31',
  back: '',
  leftOut,
})

describe('documents of a file', () => {
  it('show no finding that was dismissed, whichever they are; the result keeps it', async () => {
    const input = await aWordFile()
    const { result } = await pool.run(input, aTask(null), goOn)
    expect(result.findings).toHaveLength(2)
    const [dismissed, kept] = result.findings as readonly [Finding, Finding]

    const whole = await pool.run(input, aTask(anOrder(aFolder(), ['word-copy', 'letter', 'page'])), goOn)
    for (const text of await textsOf(whole.products)) for (const { title } of result.findings) expect(text).toContain(title)

    const filtered = await pool.run(input, aTask(anOrder(aFolder(), ['word-copy', 'letter', 'page'], [dismissed.id])), goOn)
    expect(filtered.result).toEqual(whole.result)
    const texts = await textsOf(filtered.products)
    expect(texts).toHaveLength(3)
    for (const text of texts) {
      expect(text).toContain(kept.title)
      expect(text).not.toContain(dismissed.title)
    }
    expect(texts[0]).toContain('差错 1，疑点 0，提示 0')
  })

  it('made later are the same bytes as those made at once', async () => {
    const input = await aWordFile()
    const kinds = ['word-copy', 'letter', 'page'] as const
    const first = await pool.run(input, aTask(anOrder(aFolder(), kinds)), goOn)
    const later = await pool.make({ input, ...kept(first) }, aTask(anOrder(aFolder(), kinds)), goOn)
    expect(later.failures).toEqual([])
    expect(bytesOf(later)).toEqual(bytesOf(first.products))
  })

  it('are not made of another file than the one that was audited, nor of one that is gone', async () => {
    const audited = kept(await pool.run(aText(report), aTask(null), goOn))
    const task = aTask(anOrder(aFolder(), ['word-copy']))
    const other = await pool.make({ input: aText(`${report}。`), ...audited }, task, goOn)
    expect(other).toMatchObject({ made: [], failures: [{ code: 'output.not-made', at: ['报告.txt'], details: { what: 'word-copy' } }] })
    const gone: Input = { kind: 'file', name: '报告.txt', path: aFolder().at('gone'), bytes: 1 }
    expect(await pool.make({ input: gone, ...audited }, task, goOn)).toMatchObject({ made: [], failures: [{ code: 'file.not-found' }] })
  })

  it.skipIf(soffice === null)('of an old format leave out the same findings', { timeout: 90_000 }, async () => {
    const folder = aFolder({ 'in.docx': await asDocx() })
    const profile = `-env:UserInstallation=file://${folder.at('profile')}`
    await runProgram(String(soffice), ['--headless', profile, '--convert-to', 'rtf', '--outdir', folder.path, folder.at('in.docx')], 60_000)
    const input: Input = { kind: 'content', name: '报告.rtf', content: readFileSync(folder.at('in.rtf')) }
    const first = await pool.run(input, aTask(null), goOn)
    const [dismissed, other] = first.result.findings
    const later = await pool.make({ input, ...kept(first) }, aTask(anOrder(aFolder(), ['copy'], [String(dismissed?.id)])), goOn)
    const [comments] = await textsOf(later)
    expect(comments).toContain(other?.title)
    expect(comments).not.toContain(dismissed?.title)
  })
})

describe('an archive', () => {
  it('comes as its members, written into the folder that was given', async () => {
    const inner = makeZip([{ name: '丙.txt', content: 'x' }])
    const folder = aFolder({
      'a.zip': makeZip([
        { name: '甲.txt', content: 'x' },
        { name: '下级/c.zip', content: inner },
        { name: '照片.jpg', content: 'x' },
      ]),
    })
    const to = aFolder()
    const { inputs, skipped } = await pool.expandArchive(folder.at('a.zip'), '报送.zip', to.path, goOn)
    expect(inputs.map(({ name }) => name)).toEqual(['报送.zip/甲.txt', '报送.zip/下级/c.zip/丙.txt'])
    for (const input of inputs) expect(input.kind === 'file' && relative(to.path, input.path)).toMatch(/^\d/)
    expect(skipped).toEqual([{ path: '报送.zip/照片.jpg', reason: 'unsupported' }])
  })

  it('that would swell is refused, and this process has not read it', async () => {
    const bomb = { name: 'b.txt', content: packedMegabytes(600), isPacked: true, size: 600 * MB }
    const folder = aFolder({ 'a.zip': makeZip([bomb, { name: 'good.txt', content: 'x' }]) })
    const before = process.resourceUsage().maxRSS / 1024
    const { inputs } = await pool.expandArchive(folder.at('a.zip'), 'a.zip', aFolder().path, goOn)
    expect(inputs).toMatchObject([
      { kind: 'unread', name: 'a.zip/b.txt', problem: { code: 'file.unsafe' } },
      { kind: 'file', name: 'a.zip/good.txt' },
    ])
    expect(process.resourceUsage().maxRSS / 1024 - before).toBeLessThan(50)
  })

  it('that is none is the file itself; one that is not there is a problem', async () => {
    const folder = aFolder({ '甲.txt': 'x' })
    expect((await pool.expandArchive(folder.at('甲.txt'), '甲.txt', aFolder().path, goOn)).inputs).toMatchObject([
      { kind: 'file', name: '甲.txt', path: folder.at('甲.txt'), bytes: 1 },
    ])
    expect((await pool.expandArchive(folder.at('乙.zip'), '乙.zip', aFolder().path, goOn)).inputs).toMatchObject([
      { kind: 'unread', name: '乙.zip', problem: { code: 'file.not-found' } },
    ])
  })

  it('that cannot be written out is said to be so, and nothing hangs', async () => {
    const folder = aFolder({ 'a.zip': makeZip([{ name: '甲.txt', content: 'x' }]) })
    const { inputs } = await pool.expandArchive(folder.at('a.zip'), 'a.zip', folder.at('missing'), goOn)
    expect(inputs).toMatchObject([{ kind: 'unread', name: 'a.zip', problem: { code: 'file.unreadable', details: { reason: 'bug' } } }])
    expect(readdirSync(folder.path)).toEqual(['a.zip'])
  })
})

const aText = (text: string): Input => ({ kind: 'content', name: '报告.txt', content: new TextEncoder().encode(text) })
const asDocx = () => makeDocx(ingestText(new TextEncoder().encode(report), { name: '', sha256: '' }))
const aWordFile = async (): Promise<Input> => ({ kind: 'content', name: '报告.docx', content: await asDocx() })

function kept({ document, result }: Outcome) {
  if (document === null) throw new Error('no document was kept')
  return { document, result }
}

const bytesOf = ({ made }: Products) => made.map(({ path }) => readFileSync(path))

/** Comments of a copy, the body of a letter, a page: where findings are told. */
function textsOf({ made }: Products): Promise<readonly string[]> {
  return Promise.all(
    made.map(async ({ kind, path }) => {
      const bytes = readFileSync(path)
      if (kind === 'page') return plain(bytes.toString('utf8'))
      const pack = await openPackage(bytes)
      const part = await pack.read(kind === 'letter' ? 'word/document.xml' : 'word/comments.xml')
      return plain(new TextDecoder().decode(part))
    }),
  )
}

/** Without the marks between pieces of one line. */
const plain = (markup: string): string => markup.replaceAll(/<(?!w:comment )[^>]*>/g, '')
