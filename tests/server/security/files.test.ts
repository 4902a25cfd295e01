/** Files that mean harm: in their names, in their contents, in what is made of them again. */
import { existsSync, readdirSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { apiRoot } from '@jiheng/contract'
import { openPackage } from '@jiheng/ooxml'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { report } from '../../../apps/server/test/support/reports.ts'
import { type Person, type RunningServer, serversOn } from '../../../apps/server/test/support/running-server.ts'
import { newBatch, send, whenDone } from '../../../apps/server/test/support/workbench.ts'
import { makeZip, packedMegabytes } from '../../../bench/formats/make-zip.ts'
import { bundled } from '../../../packages/runner/test/fakes/bundle.ts'
import { embedded } from './embedded.ts'
import { filesThatAsk } from './files-that-ask.ts'

const child = bundled('real', 'child.mjs')
const text = (words: string) => new TextEncoder().encode(words)

// On one database: what is done with a file has nothing to do with it.
describe('a hostile file', () => {
  const start = serversOn(embedded)
  let one: RunningServer
  let reviewer: Person
  let asked: string[]
  let listener: Server
  let outside: string

  beforeAll(async () => {
    one = await start({ childPath: child(), settings: { workers: 2 } })
    reviewer = await one.addPerson('审核人员', ['document.read', 'batch.manage', 'finding.dismiss', 'output.make'], null)
    asked = []
    listener = createServer((request, response) => {
      asked.push(request.url ?? '')
      response.end()
    })
    await new Promise<void>((resolve) => listener.listen(0, '127.0.0.1', resolve))
    outside = `http://127.0.0.1:${(listener.address() as AddressInfo).port}`
  }, 60_000)
  afterAll(() => listener?.close())

  const batchOf = () => newBatch(reviewer.client, one.bureau)

  it('names that lead out, run, break lines or hide their end are words, and nothing is written beside the data', async () => {
    const bench = await batchOf()
    const names = [
      '../../../../tmp/jiheng-escaped.txt',
      '..\\..\\jiheng-escaped.txt',
      '/etc/jiheng-escaped.txt',
      'C:\\windows\\jiheng-escaped.txt',
      '<img src=x onerror=alert(1)>.txt',
      'a\r\nset-cookie: x=1.txt',
      '"; filename="evil.html',
      '\u202egpj.exe.txt',
      '=HYPERLINK("http://x").txt',
      `${'长'.repeat(900)}.txt`,
      'CON.txt',
      '.htaccess',
    ]
    for (const [at, name] of names.entries()) await send(bench, name, report(`测试县第${at}局`))
    const items = await whenDone(bench)
    expect(items).toHaveLength(names.length)
    for (const { id, fileName, folder } of items) {
      expect(fileName).not.toMatch(/[\\/\r\n\u202e]/)
      expect(`/${folder}/`).not.toContain('/../')
      const answer = await reviewer.client.open('documents.file', { params: { document: id } })
      const disposition = answer.headers.get('content-disposition') ?? ''
      expect(disposition).toMatch(/^attachment; filename="[\w. -]*"; filename\*=UTF-8''[^\s"<>;]*$/)
      expect(answer.headers.get('set-cookie')).toBeNull()
      expect(answer.headers.get('x-content-type-options')).toBe('nosniff')
      expect(answer.headers.get('content-type')).not.toMatch(/html|svg|xml|javascript/)
      await answer.arrayBuffer()
    }
    for (const path of ['/tmp/jiheng-escaped.txt', '/etc/jiheng-escaped.txt']) expect(existsSync(path)).toBe(false)
    expect(readdirSync(join(one.folder, '..')).filter((name) => name.includes('escaped'))).toEqual([])
  }, 60_000)

  it('members of an archive lead nowhere either', async () => {
    const bench = await batchOf()
    const bad = ['../../escaped.txt', '/tmp/jiheng-escaped.txt', '..\\..\\escaped.txt', 'good/../../../escaped.txt']
    const members = [...bad, '报送包/水利局.txt'].map((name, at) => ({ name, content: report(`测试县第${at}局`) }))
    await send(bench, '报送包.zip', makeZip([...members, { name: 'link.txt', content: '/etc/passwd', mode: 0o120777 }]))
    const items = await whenDone(bench)
    expect(items.map(({ fileName }) => fileName)).toContain('水利局.txt')
    for (const { folder, sha256, state } of items) {
      expect(`/${folder}/`).not.toContain('/../')
      if (state === 'done') expect(existsSync(one.server.container.vault.path(sha256))).toBe(true)
    }
    expect(existsSync('/tmp/jiheng-escaped.txt')).toBe(false)
    expect(JSON.stringify(items)).not.toContain('root:')
  }, 60_000)

  it('a bomb, and archives in archives, cost only themselves', async () => {
    const bench = await batchOf()
    const zeros = { content: packedMegabytes(600), isPacked: true, size: 600 * 1024 * 1024 }
    await send(bench, '炸弹.zip', makeZip(Array.from({ length: 4 }, (_, at) => ({ name: `${at}.txt`, ...zeros }))))
    let deep = makeZip([{ name: '底.txt', content: report('测试县水利局') }])
    for (let at = 0; at < 30; at++) deep = makeZip([{ name: `${at}.zip`, content: deep }])
    await send(bench, '很深.zip', deep)
    await send(bench, '好的.txt', report('测试县农业局'))
    const items = await whenDone(bench, 90)
    expect(items.find(({ fileName }) => fileName === '好的.txt')?.state).toBe('done')
    expect(items.filter(({ state, bytes }) => state === 'done' && bytes > 1024 * 1024)).toEqual([])
    expect((await fetch(`${one.server.address}${apiRoot}/ready`)).status).toBe(200)
  }, 120_000)

  it('words that a spreadsheet would take for formulas stay words', async () => {
    const bench = await batchOf()
    await send(bench, '=cmd|calc!A1.txt', report('=HYPERLINK("http://x","测试县财政局")'))
    await whenDone(bench)
    const params = { batch: bench.batch }
    const csv = await (await reviewer.client.open('batches.output', { params: { ...params, kind: 'csv' } })).text()
    const cells = csv.split(/[\r\n]+/).flatMap((line) => line.split(/","|^\ufeff?"|"$/))
    expect(csv).toContain('cmd|calc')
    expect(cells.filter((cell) => /^\s*[=+@\t]/.test(cell))).toEqual([])
    const xlsx = await (await reviewer.client.open('batches.output', { params: { ...params, kind: 'list' } })).arrayBuffer()
    const sheets = (await partsOf(new Uint8Array(xlsx))).join('')
    expect(sheets).toContain('cmd|calc')
    expect(sheets).not.toMatch(/<f[ >]/)
  }, 60_000)

  describe('contents that ask outside', () => {
    it('are never answered to, neither when they are read nor when something is made of them', async () => {
      const bench = await batchOf()
      for (const { name, bytes } of await filesThatAsk(outside)) await send(bench, name, bytes)
      const items = await whenDone(bench, 90)
      expect(items.filter(({ state }) => state === 'done').length).toBeGreaterThanOrEqual(3)
      for (const { id, state } of items.filter((item) => item.state === 'done')) {
        expect(state).toBe('done')
        for (const kind of ['copy', 'word', 'letter', 'page'] as const)
          await reviewer.client.open('documents.output', { params: { document: id, kind } }).then(
            (answer) => answer.arrayBuffer(),
            () => null,
          )
        await reviewer.client.call('documents.view', { params: { document: id } })
      }
      expect(asked).toEqual([])
    }, 180_000)
  })

  it('an empty file, one that is too large, and one that is not ours to give are refused in words', async () => {
    const bench = await batchOf()
    await expect(send(bench, '空.txt', text(''))).rejects.toMatchObject({ problem: { code: 'file.empty' } })
    const small = await start({ childPath: child(), settings: { workers: 0, maxFileBytes: 1024 * 1024 } })
    const person = await small.addPerson('接收人员', ['document.read', 'batch.manage'], null)
    const other = await newBatch(person.client, small.bureau)
    await expect(send(other, '大.txt', new Uint8Array(3 * 1024 * 1024))).rejects.toMatchObject({ problem: { status: 413 } })
    expect((await person.client.call('documents.list', {})).items).toEqual([])
  }, 60_000)
})

/** Every part of a package as text. */
async function partsOf(bytes: Uint8Array): Promise<readonly string[]> {
  const { entries, read } = await openPackage(bytes)
  return Promise.all(
    entries.filter(({ name }) => name.endsWith('.xml')).map(async ({ name }) => new TextDecoder().decode(await read(name))),
  )
}
