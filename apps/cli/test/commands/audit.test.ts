import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { fakeEngine } from '../../../../packages/runner/test/fakes/engine.ts'
import { aFolder } from '../../../../packages/runner/test/fakes/folder.ts'
import { aCrossFinding } from '../../../../packages/runner/test/fakes/results.ts'
import { run } from '../../src/run.ts'
import { aHost, type HostOptions } from '../fakes/host.ts'

describe('the exit code', () => {
  const files = { 'clean.txt': '支出12万元', 'error.txt': '支出[[12]]万元', 'warning.txt': '支出{{12}}万元', 'empty.txt': '' }

  it.each([
    [['clean.txt'], 'error', 0],
    [['error.txt'], 'error', 1],
    [['warning.txt'], 'error', 0],
    [['warning.txt'], 'warning', 1],
    [['error.txt'], 'never', 0],
    [['clean.txt', 'error.txt'], 'error', 1],
    [['error.txt', 'empty.txt'], 'error', 2],
    [['clean.txt', 'missing.txt'], 'never', 2],
  ])('%j with --fail-on %s is %i', async (names, failOn, code) => {
    const folder = aFolder(files)
    expect((await audit([...names.map(folder.at), '--fail-on', failOn])).code).toBe(code)
  })

  it('is 2 for a wrong option, with one line and nothing on stdout', async () => {
    const { code, out, err } = await audit(['a.txt', '--fromat', 'json'])
    expect({ code, out, lines: err.trim().split('\n').length }).toEqual({ code: 2, out: '', lines: 1 })
  })
})

describe('broken inputs', () => {
  it('each give one line without a stack, and the batch goes on', async () => {
    const folder = aFolder({
      '1空.txt': '',
      '2二进制.txt': 'a\0b',
      '4坏.txt': '!throw',
      '5好.txt': '支出[[12]]万元',
    })
    const { code, out, err } = await audit([folder.path, folder.at('没有.txt'), folder.at('附件.docx'), '--format', 'json'])
    const lines = out.trim().split('\n')
    expect(code).toBe(2)
    expect(lines).toHaveLength(6 + 1)
    expect(lines.slice(0, -1).map((line) => JSON.parse(line).problems.map((one: { code: string }) => one.code))).toEqual([
      ['file.empty'],
      ['file.binary'],
      ['file.unreadable'],
      [],
      ['file.not-found'],
      ['file.not-found'],
    ])
    expect(err.trim().split('\n')).toHaveLength(5)
    expect(err + out).not.toMatch(/\bat .*:\d+:\d+/)
  })
})

describe('json', () => {
  it('is one result a line, in the order given, and a line of totals for a batch', async () => {
    const folder = aFolder({ 'b.txt': '[[1]]', 'a.txt': '{{2}}' })
    const { out } = await audit([folder.at('b.txt'), folder.at('a.txt'), '--format', 'json', '--year', '2023'])
    const [first, second, batch, ...rest] = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(first).toMatchObject({
      file: folder.at('b.txt'),
      context: { asOf: '2024-03-31', year: 2023, purpose: null },
      findings: [{ severity: 'error' }],
    })
    expect(first.sha256).toMatch(/^[0-9a-f]{64}$/)
    expect(second.findings[0].severity).toBe('warning')
    expect(batch).toEqual({ batch: { files: 2, reports: 2, findings: 2, problems: 0, crossFile: [] } })
    expect(rest).toEqual([])
  })

  it('of a single file has no line of totals', async () => {
    const folder = aFolder({ 'a.txt': '[[1]]' })
    expect((await audit([folder.at('a.txt'), '--format', 'json'])).out.trim().split('\n')).toHaveLength(1)
  })

  it('takes standard input', async () => {
    const { out, code } = await audit(['-', '--format', 'json'], { stdin: '支出[[12]]万元' })
    expect(JSON.parse(out)).toMatchObject({ file: '-', findings: [{ severity: 'error' }] })
    expect(code).toBe(1)
  })
})

describe('findings between reports', () => {
  const files = { 'a.txt': '1', 'b.txt': '2' }
  const engine = async () => ({
    ...fakeEngine,
    compare: (reports: readonly { readonly file: string }[]) =>
      reports.length > 1 ? [aCrossFinding({ file: reports[1]?.file ?? '' })] : [],
  })

  it('stand in the line of totals, in the file of totals, and in the readable totals', async () => {
    const folder = aFolder(files)
    const line = (await audit([folder.path, '--format', 'json'], { engine })).out.trim().split('\n').at(-1) ?? ''
    expect(JSON.parse(line).batch.crossFile).toMatchObject([{ check: 'copied-passage', file: folder.at('b.txt') }])
    expect((await audit([folder.path], { engine })).out).toContain('报告之间的问题 1 个')
    await audit([folder.path, '--format', 'json', '--out', `${folder.at('结果')}/`], { engine })
    expect(JSON.parse(readFileSync(folder.at('结果/batch.json'), 'utf8')).batch.crossFile).toHaveLength(1)
  })

  it('count for --fail-on warning', async () => {
    const folder = aFolder(files)
    expect((await audit([folder.path], { engine })).code).toBe(0)
    expect((await audit([folder.path, '--fail-on', 'warning'], { engine })).code).toBe(1)
  })

  it('are not looked for in a single file', async () => {
    const folder = aFolder({ 'a.txt': '1' })
    expect((await audit([folder.path], { engine })).out).not.toContain('报告之间')
  })
})

describe('readable output', () => {
  it('says on stderr what was left out of a folder when it is one file, and in the totals of a batch', async () => {
    const folder = aFolder({ 'a.txt': '1', 'b.ppt': 'x' })
    expect((await audit([folder.path])).err).toContain('b.ppt')
    writeFileSync(folder.at('c.txt'), '1')
    const { out, err } = await audit([folder.path])
    expect(err).toBe('')
    expect(out).toContain('未校核 1 个（格式暂不支持）')
  })

  it('has colour on a terminal only', async () => {
    const folder = aFolder({ 'a.txt': '[[1]]' })
    expect((await audit([folder.at('a.txt')], { terminalColumns: 80 })).out).toContain('\x1b[')
    expect((await audit([folder.at('a.txt')])).out).not.toContain('\x1b')
  })
})

describe('--out', () => {
  it('is a file for one input', async () => {
    const folder = aFolder({ 'a.txt': '[[1]]' })
    const { out, err, code } = await audit([folder.at('a.txt'), '--format', 'json', '--out', folder.at('新/a.json')])
    expect({ out, code }).toEqual({ out: '', code: 1 })
    expect(err).toContain('结果已写入')
    expect(JSON.parse(readFileSync(folder.at('新/a.json'), 'utf8')).findings).toHaveLength(1)
  })

  it('is a folder for several, with the totals beside the results', async () => {
    const folder = aFolder({ 'x/甲.txt': '[[1]]', 'y/甲.txt': '2' })
    await audit([folder.at('x'), folder.at('y'), '--format', 'json', '--out', folder.at('结果')])
    expect(readdirSync(folder.at('结果')).sort()).toEqual(['batch.json', 'x-甲.json', 'y-甲.json'])
    expect(JSON.parse(readFileSync(folder.at('结果/batch.json'), 'utf8')).batch.files).toBe(2)
  })

  it('takes readable text as well, without colour even on a terminal', async () => {
    const folder = aFolder({ 'a.txt': '[[1]]', 'b.txt': '2' })
    const { out } = await audit([folder.path, '--out', `${folder.at('结果')}/`], { terminalColumns: 80 })
    expect(readFileSync(folder.at('结果/a.txt'), 'utf8')).toMatch(/^== .*差错 1/s)
    expect(readFileSync(folder.at('结果/a.txt'), 'utf8')).not.toContain('\x1b')
    expect(out).toContain('合计')
  })

  it('never overwrites an input', async () => {
    const folder = aFolder({ 'a.txt': '[[1]]', 'b.txt': '2' })
    const one = await audit([folder.at('a.txt'), '--out', folder.at('a.txt')])
    const both = await audit([folder.at('a.txt'), folder.at('b.txt'), '--out', folder.path])
    expect([one.code, both.code]).toEqual([2, 2])
    expect(one.err).toContain('结果会覆盖要校核的文件')
    expect(readFileSync(folder.at('a.txt'), 'utf8')).toBe('[[1]]')
    expect(existsSync(folder.at('batch.json'))).toBe(false)
  })

  it('that cannot be written is one line and exit code 2', async () => {
    const folder = aFolder({ 'a.txt': '1', 'b.txt': '2', taken: 'x' })
    mkdirSync(folder.at('结果/a.json'), { recursive: true })
    const asFile = await audit([folder.at('a.txt'), folder.at('b.txt'), '--out', folder.at('taken')])
    const blocked = await audit([folder.at('a.txt'), folder.at('b.txt'), '--format', 'json', '--out', folder.at('结果')])
    const under = await audit([folder.at('a.txt'), '--out', folder.at('taken/x.json')])
    for (const { code, err } of [asFile, blocked, under]) {
      expect(code).toBe(2)
      expect(err).toMatch(/^--out：不能写到.*\n$/)
    }
  })
})

describe('stopping', () => {
  it('says how far it came and leaves with 130', async () => {
    const folder = aFolder({ 'a.txt': '1', 'b.txt': '2', 'c.txt': '3' })
    const heard = aHost({
      engine: async () => ({
        ...fakeEngine,
        ingest: (bytes, source) => {
          if (source.name.endsWith('b.txt')) heard.stop()
          return fakeEngine.ingest(bytes, source)
        },
      }),
    })
    expect(await run(['audit', folder.path, '--format', 'json'], heard.host)).toBe(130)
    expect(heard.out().trim().split('\n')).toHaveLength(2)
    expect(heard.err()).toContain('已中断：完成 2 / 3 个文件')
  })
})

async function audit(words: readonly string[], options: HostOptions = {}) {
  const { host, out, err } = aHost(options)
  const code = await run(['audit', ...words], host)
  return { code, out: out(), err: err() }
}
