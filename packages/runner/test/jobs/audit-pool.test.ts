import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs'
import { describe, expect, it, onTestFinished } from 'vitest'
import { type AuditPool, openAuditPool, openPool, type PoolOptions } from '../../src/jobs/audit-pool.ts'
import { AuditStopped } from '../../src/jobs/children.ts'
import type { Outcome, Task } from '../../src/jobs/protocol.ts'
import { noRules } from '../../src/jobs/rules-for-audit.ts'
import { bundled } from '../fakes/bundle.ts'
import { fakeEngine } from '../fakes/engine.ts'
import { aFolder, type Folder } from '../fakes/folder.ts'
import { processesWith, seesProcesses, until } from '../fakes/processes.ts'

const fake = bundled('fake', 'child.mjs')
const real = bundled('real', 'child.mjs')

const task: Task = { context: { asOf: null, year: null, purpose: null }, order: null, rules: noRules, keepsDocument: true }
const goOn = { stop: new AbortController().signal }
const reasonOf = ({ result }: Outcome) => result.problems[0]?.details ?? null

describe('a pool', () => {
  it('gives the result and the document, and needs no file to audit that once more', async () => {
    const { pool } = aPool()
    const first = await pool.run(aText('a', '[[1]] {{2}}'), task, goOn)
    expect(first.document?.reports[0]?.blocks).toHaveLength(1)
    if (first.document === null) return
    const again = await pool.auditDocument(first.document, { ...task, keepsDocument: false }, goOn)
    expect(again).toEqual({ ...first, document: null })
  })

  it.each([
    ['!exit', {}, { reason: 'crash' }],
    ['!killed', {}, { reason: 'crash' }],
    ['!hang', { timeoutMs: 1500 }, { reason: 'timeout', seconds: 2 }],
    ['!memory', { memoryMb: 64 }, { reason: 'memory', memoryMb: 64 }],
    ['!buffers', { memoryMb: 64 }, { reason: 'memory', memoryMb: 64 }],
    ['!throw', {}, { reason: 'bug', message: 'planned' }],
  ])('a file that does %s is an outcome with a problem, and the next file is audited', async (text, options, details) => {
    const { pool } = aPool({ children: 1, ...options })
    const [bad, good] = await Promise.all([pool.run(aText('bad', text), task, goOn), pool.run(aText('good', '[[1]]'), task, goOn)])
    expect(reasonOf(bad)).toEqual(details)
    expect(bad.document).toMatchObject({ file: { name: 'bad.txt' }, reports: [], problems: [{ code: 'file.unreadable' }] })
    expect([reasonOf(good), good.result.findings.length]).toEqual([null, 1])
  })

  it('a kept document that the engine fails on is an outcome of the same file', async () => {
    const { pool } = aPool()
    const document = await fakeEngine.ingest(new TextEncoder().encode('!exit'), { name: 'a.txt', sha256: 'abc' })
    expect((await pool.auditDocument(document, task, goOn)).result).toMatchObject({
      file: 'a.txt',
      sha256: 'abc',
      problems: [{ code: 'file.unreadable', details: { reason: 'crash' } }],
    })
  })

  it('with one child ends its jobs in the order in which they came', async () => {
    const { pool } = aPool({ children: 1 })
    const ended: string[] = []
    const texts = ['!slow', '[[1]]', '!exit', '!slow', '!throw', '[[2]]']
    await Promise.all(texts.map((text, at) => pool.run(aText(String(at), text), task, goOn).then(({ result }) => ended.push(result.file))))
    expect(ended).toEqual(['0.txt', '1.txt', '2.txt', '3.txt', '4.txt', '5.txt'])
  })

  it('a short file does not wait behind a long one', async () => {
    const { pool } = aPool({ children: 2 })
    const stop = new AbortController()
    const long = pool.run(aText('long', '!hang'), task, { stop: stop.signal })
    const short = await Promise.all(['a', 'b', 'c'].map((name) => pool.run(aText(name, '[[1]]'), task, goOn)))
    expect(short.map(({ result }) => result.findings.length)).toEqual([1, 1, 1])
    stop.abort()
    await expect(long).rejects.toThrow(AuditStopped)
  })

  it('a job that is stopped ends the child that has it in hand, with its temporary files; those behind it go on', async () => {
    const { pool, folder } = aPool({ children: 1 })
    await pool.run(aText('warm', ''), task, goOn)
    const [before] = temporary(folder)
    const stop = new AbortController()
    const stopped = pool.run(aText('long', '!hang'), task, { stop: stop.signal })
    const behind = pool.run(aText('behind', '[[1]]'), task, goOn)
    setTimeout(() => stop.abort(), 200)
    await expect(stopped).rejects.toThrow(AuditStopped)
    expect((await behind).result.findings).toHaveLength(1)
    await until(() => !temporary(folder).includes(String(before)), 'the end of the temporary files')
    expect(temporary(folder)).toHaveLength(1)
  })

  it('a job that is stopped before its turn costs the others nothing', async () => {
    const { pool, folder } = aPool({ children: 1 })
    const stop = new AbortController()
    const first = pool.run(aText('first', '!slow'), task, goOn)
    const waiting = pool.run(aText('waiting', '[[1]]'), task, { stop: stop.signal })
    const child = temporary(folder)
    stop.abort()
    await expect(waiting).rejects.toThrow(AuditStopped)
    expect(reasonOf(await first)).toBeNull()
    expect(temporary(folder)).toEqual(child)
    await expect(pool.run(aText('late', ''), task, { stop: stop.signal })).rejects.toThrow(AuditStopped)
  })

  it('many jobs on one signal are stopped at once, and no child is started for them any more', async () => {
    const { pool, folder } = aPool({ children: 1 })
    const stop = new AbortController()
    const jobs = Array.from({ length: 20 }, () =>
      pool.run(aText('a', '!hang'), task, { stop: stop.signal }).catch((error: unknown) => error),
    )
    const before = temporary(folder)
    stop.abort()
    expect(temporary(folder)).toEqual(before)
    for (const job of await Promise.all(jobs)) expect(job).toBeInstanceOf(AuditStopped)
    await until(() => temporary(folder).length === 0, 'the end of the temporary files')
  })

  it('that can start no child says so of each file, and stands', async () => {
    const { pool } = aPool({ folder: aFolder().at('missing') })
    for (const name of ['a', 'b']) expect(reasonOf(await pool.run(aText(name, ''), task, goOn))).toMatchObject({ reason: 'bug' })
  })

  it('starts no child before there is work, and keeps it for the next', async () => {
    const { pool, folder } = aPool({ children: 2 })
    expect(temporary(folder)).toEqual([])
    for (const name of ['a', 'b', 'c']) await pool.run(aText(name, ''), task, goOn)
    expect(temporary(folder)).toHaveLength(1)
  })

  it('replaces a child that had its number of files', async () => {
    const folder = aFolder()
    const pool = openPool({ ...optionsIn(folder), children: 1, jobsHeld: 1, jobsEach: 2 }, async () => fakeEngine)
    onTestFinished(pool.close)
    const seen = new Set<string>()
    for (const name of ['a', 'b', 'c', 'd', 'e']) {
      const running = pool.run(aText(name, '[[1]]'), task, goOn)
      for (const one of temporary(folder)) seen.add(one)
      expect((await running).result.findings).toHaveLength(1)
    }
    expect(seen.size).toBe(3)
  })

  it('that is closed ends every child, gives up every job and leaves no file', async () => {
    const { pool, folder } = aPool({ children: 2 })
    const jobs = ['!hang', '!hang', '[[1]]'].map((text) => pool.run(aText('a', text), task, goOn).catch((error: unknown) => error))
    await until(() => temporary(folder).length === 2, 'two children')
    if (seesProcesses) expect(processesWith(fake())).toHaveLength(2)
    await pool.close()
    for (const job of await Promise.all(jobs)) expect(job).toBeInstanceOf(AuditStopped)
    if (seesProcesses) expect(processesWith(fake())).toEqual([])
    expect(readdirSync(folder.path)).toEqual([])
    await expect(pool.run(aText('a', ''), task, goOn)).rejects.toThrow(AuditStopped)
  })

  it.skipIf(!seesProcesses)('ends the converter of a file that is stopped, and removes what it wrote', { timeout: 30_000 }, async () => {
    const bin = aFolder({ soffice: `#!/bin/sh\nsleep 300 &\necho $! > "$(dirname "$0")/started"\nsleep 300\n` })
    chmodSync(bin.at('soffice'), 0o755)
    const { PATH } = process.env
    process.env.PATH = `${bin.path}:${PATH}`
    onTestFinished(() => {
      process.env.PATH = PATH
    })
    const { pool, folder } = aPool({ workerPath: real(), children: 1 })
    const stop = new AbortController()
    const input = { kind: 'content' as const, name: 'a.rtf', content: new TextEncoder().encode('{\\rtf1 100}') }
    const job = pool.run(input, task, { stop: stop.signal })
    const started = () => (existsSync(bin.at('started')) ? readFileSync(bin.at('started'), 'utf8').trim() : '')
    await until(() => started() !== '', 'the converter')
    stop.abort()
    await expect(job).rejects.toThrow(AuditStopped)
    await until(() => !isRunning(started()), 'the end of the converter')
    await until(() => temporary(folder).length === 0, 'the end of the temporary files')
  })
})

/** What the temporary folder of the pool holds: a folder for each child. */
function temporary({ path }: Folder): readonly string[] {
  return readdirSync(path).flatMap((name) => readdirSync(`${path}/${name}`))
}

function isRunning(pid: string): boolean {
  return existsSync(`/proc/${pid}/status`) && !/^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'))
}

const aText = (name: string, text: string) => ({ kind: 'content' as const, name: `${name}.txt`, content: new TextEncoder().encode(text) })

const optionsIn = (folder: Folder): PoolOptions => {
  mkdirSync(folder.path, { recursive: true })
  return { workerPath: fake(), children: 2, timeoutMs: 20_000, memoryMb: 512, folder: folder.path }
}

function aPool(options: Partial<PoolOptions> = {}): { readonly pool: AuditPool; readonly folder: Folder } {
  const folder = aFolder()
  const pool = openAuditPool({ ...optionsIn(folder), ...options })
  onTestFinished(pool.close)
  return { pool, folder }
}
