import { chmodSync, existsSync, readdirSync, readFileSync } from 'node:fs'
import { setTimeout as after } from 'node:timers/promises'
import { ingest } from '@jiheng/ingest'
import { Document, LevelFormat, Packer, Paragraph, Table, TableCell, TableRow } from 'docx'
import { describe, expect, it, onTestFinished, vi } from 'vitest'
import { findProgram } from '../../src/programs/find-program.ts'
import { convert } from '../../src/programs/libreoffice.ts'
import { runProgram } from '../../src/programs/run-program.ts'
import { aFolder, type Folder } from '../fakes/folder.ts'

const soffice = findProgram(['soffice', 'libreoffice'])

describe.skipIf(soffice === null)("Word's old formats by LibreOffice", () => {
  it.each(['doc', 'rtf', 'odt'] as const)(
    '%s keeps its words and merged cells, and leaves nothing behind',
    { timeout: 60_000 },
    async (format) => {
      const folder = aFolder({ 'in.docx': await aReport() })
      const old = await written(folder, format)
      await within(folder, async () => {
        const document = await ingest(
          old,
          { name: `a.${format}`, sha256: '' },
          { convert: (bytes, from, file) => convert(bytes, from, file, 60_000) },
        )
        expect(document.file.format).toBe(format)
        expect(document.problems).toEqual([])
        const blocks = document.reports.flatMap((report) => report.blocks)
        const words = blocks.flatMap((block) => ('text' in block ? [block.text] : []))
        expect(words.map((text) => text.replace(/^.?[、?]/, ''))).toEqual([
          '基本情况',
          '全年预算820.00万元，执行780.00万元。',
          '资金情况',
          '完毕。',
        ])
        // LibreOffice itself loses numbers when it writes .doc and .rtf.
        if (format === 'odt') expect(blocks.flatMap((block) => (block.kind === 'heading' ? [block.number] : []))).toEqual(['一、', '二、'])
        const table = blocks.find((block) => block.kind === 'table')
        expect(table?.rows.map((row) => row.map(({ text }) => text))).toEqual([
          ['合计', ''],
          ['820.00', '780.00'],
        ])
        expect(table?.rows[0]?.[0]?.colSpan).toBe(2)
      })
    },
  )

  it('a broken file is not converted, and said so', { timeout: 60_000 }, async () => {
    const folder = aFolder()
    await within(folder, async () => {
      const junk = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.from('支出12万元\n'.repeat(200))])
      expect(await convert(junk, 'doc', 'a.doc', 60_000)).toEqual({
        problem: { code: 'file.not-converted', at: ['a.doc'], details: { format: 'doc', reason: 'failed', seconds: 60 } },
      })
    })
  })
})

describe('without LibreOffice', () => {
  it('rtf is said to need it; a doc is read as words', async () => {
    const options = { convert: (bytes: Uint8Array, from: 'doc' | 'rtf' | 'odt', file: string) => convert(bytes, from, file, 1000, null) }
    const { problems, reports } = await ingest(Buffer.from('{\\rtf1 100}'), { name: 'a.rtf', sha256: '' }, options)
    expect(problems).toMatchObject([{ code: 'file.not-converted', at: ['a.rtf'], details: { format: 'rtf', reason: 'missing' } }])
    expect(reports).toEqual([])
  })

  it('nothing on the path is nothing found', () => {
    expect(findProgram(['soffice'], [], '/nowhere:')).toBeNull()
  })
})

describe.skipIf(process.platform === 'win32')('a program', () => {
  it('that hangs is ended after its time, with what it started', async () => {
    const folder = aFolder({ soffice: `#!/bin/sh\nsleep 300 &\necho $! > "$(dirname "$0")/pid"\nsleep 300\n` })
    await within(folder, async () => {
      const started = performance.now()
      expect(await convert(Buffer.from('x'), 'doc', 'a.doc', 500, script(folder, 'soffice'))).toMatchObject({
        problem: { code: 'file.not-converted', details: { reason: 'timeout' } },
      })
      expect(performance.now() - started).toBeLessThan(5000)
      await after(100)
      expect(isRunning(Number(readFileSync(folder.at('pid'), 'utf8')))).toBe(false)
    })
  })

  it('that fails, or says all is well and writes nothing, is one that failed', async () => {
    const folder = aFolder({ failing: '#!/bin/sh\nexit 3\n', silent: '#!/bin/sh\nexit 0\n' })
    await within(folder, async () => {
      for (const name of ['failing', 'silent', 'missing']) {
        expect(await convert(Buffer.from('x'), 'doc', 'a.doc', 5000, script(folder, name))).toMatchObject({
          problem: { code: 'file.not-converted', details: { reason: 'failed' } },
        })
      }
    })
  })

  it('that is run is told of no secret of ours', async () => {
    vi.stubEnv('DATABASE_URL', 'postgres://someone:secret@127.0.0.1/jiheng')
    onTestFinished(() => void vi.unstubAllEnvs())
    const folder = aFolder({ told: '#!/bin/sh\nexec env\n' })
    const { out } = await runProgram(script(folder, 'told'), [], 5000)
    expect(out).toContain('PATH=')
    expect(out).not.toContain('secret')
  })

  it('that writes without end fills no memory', async () => {
    const folder = aFolder({ yes: '#!/bin/sh\nexec yes\n' })
    const { out, isLate } = await runProgram(script(folder, 'yes'), [], 500)
    expect(isLate).toBe(true)
    expect(out.length).toBeLessThanOrEqual(8 * 1024 * 1024)
  })

  it('that leaves something behind holding its output is not waited for', async () => {
    const folder = aFolder({ leaving: '#!/bin/sh\nsetsid sleep 5 &\nexit 4\n' })
    const started = performance.now()
    expect(await runProgram(script(folder, 'leaving'), [], 20_000)).toMatchObject({ code: 4, isLate: false })
    expect(performance.now() - started).toBeLessThan(3000)
  })
})

function script({ at }: Folder, name: string): string {
  if (existsSync(at(name))) chmodSync(at(name), 0o755)
  return at(name)
}

/** Temporary files and HOME are in the folder meanwhile; no temporary file is left in the end. */
async function within(folder: Folder, work: () => Promise<void>): Promise<void> {
  const { TMPDIR, HOME } = process.env
  Object.assign(process.env, { TMPDIR: folder.path, HOME: folder.path })
  const before = readdirSync(folder.path)
  try {
    await work()
    expect(readdirSync(folder.path).filter((name) => name !== 'pid' && !before.includes(name))).toEqual([])
  } finally {
    if (TMPDIR === undefined) delete process.env.TMPDIR
    else process.env.TMPDIR = TMPDIR
    process.env.HOME = HOME
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return !/^State:\s+Z/m.test(existsSync(`/proc/${pid}/status`) ? readFileSync(`/proc/${pid}/status`, 'utf8') : '')
  } catch {
    return false
  }
}

async function written(folder: Folder, format: string): Promise<Uint8Array> {
  const profile = `-env:UserInstallation=file://${folder.at('profile')}`
  await runProgram(
    String(soffice),
    ['--headless', profile, '--convert-to', format, '--outdir', folder.at('out'), folder.at('in.docx')],
    60_000,
  )
  return readFileSync(folder.at(`out/in.${format}`))
}

function aReport(): Promise<Buffer> {
  const levels = [{ level: 0, format: LevelFormat.CHINESE_COUNTING, text: '%1、' }]
  const heading = (text: string) => new Paragraph({ text, numbering: { reference: 'n', level: 0 } })
  const cell = (text: string, columnSpan = 1) => new TableCell({ columnSpan, children: [new Paragraph(text)] })
  const rows = [new TableRow({ children: [cell('合计', 2)] }), new TableRow({ children: [cell('820.00'), cell('780.00')] })]
  const children = [
    heading('基本情况'),
    new Paragraph('全年预算820.00万元，执行780.00万元。'),
    heading('资金情况'),
    new Table({ rows, columnWidths: [4000, 4000] }),
    new Paragraph('完毕。'),
  ]
  return Packer.toBuffer(new Document({ numbering: { config: [{ reference: 'n', levels }] }, sections: [{ children }] }))
}
