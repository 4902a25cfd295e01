import { existsSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import type { Outputs } from '@jiheng/runner'
import { describe, expect, it } from 'vitest'
import { fakeEngine } from '../../../../packages/runner/test/fakes/engine.ts'
import { aFolder } from '../../../../packages/runner/test/fakes/folder.ts'
import { fakeOutputs } from '../../../../packages/runner/test/fakes/outputs.ts'
import { run } from '../../src/run.ts'
import { aHost, type HostOptions } from '../fakes/host.ts'

const files = { '甲.txt': '支出[[12]]万元', '乙.txt': '支出{{12}}万元，[[3]]', '空.txt': '' }

describe('documents', () => {
  it('everything goes into one folder, with an index that leads to it', async () => {
    const folder = aFolder(files)
    const { code, err, out } = await audit([folder.at('甲.txt'), folder.at('乙.txt'), '--format', 'all', '--out', folder.at('结果')])
    expect(code).toBe(1)
    expect(treeOf(folder.at('结果'))).toEqual([
      'index.html',
      'results.jsonl',
      'results.sarif',
      '批注副本/乙.docx',
      '批注副本/甲.docx',
      '校核页/乙.html',
      '校核页/甲.html',
      '退回意见/乙.docx',
      '退回意见/甲.docx',
      '通报初稿.docx',
      '问题清单.xlsx',
    ])
    const read = (name: string) => readFileSync(folder.at(`结果/${name}`), 'utf8')
    expect(read('批注副本/乙.docx')).toBe('copy with comments: 2')
    expect(read('问题清单.xlsx')).toBe('list of 3')
    expect(read('results.sarif')).toBe('sarif: 1 2')
    expect(read('results.jsonl').trim().split('\n')).toHaveLength(3)
    const [first] = JSON.parse(read('index.html'))
    expect(first.page).toBe('校核页/甲.html')
    expect(Object.keys(first).sort()).toEqual(['copy', 'letter', 'page'])
    expect(err).toContain('index.html')
    expect(out).toContain('合计')
  })

  it('of one file are one file', async () => {
    const folder = aFolder(files)
    for (const [format, content] of [
      ['html', 'page of 1\n'],
      ['docx', 'copy with comments: 1'],
      ['letter', 'letter on 1'],
      ['xlsx', 'list of 1'],
      ['sarif', 'sarif: 1'],
    ] as const) {
      await audit([folder.at('甲.txt'), '--format', format, '--out', folder.at(`新/a.${format}`)])
      expect(readFileSync(folder.at(`新/a.${format}`), 'utf8')).toBe(content)
    }
    expect(readdirSync(folder.at('新'))).toHaveLength(5)
  })

  it('of several files are a folder, with what concerns them all', async () => {
    const folder = aFolder(files)
    const inputs = [folder.at('甲.txt'), folder.at('乙.txt')]
    await audit([...inputs, '--format', 'html', '--out', folder.at('页')])
    await audit([...inputs, '--format', 'letter', '--out', folder.at('信')])
    await audit([...inputs, '--format', 'xlsx', '--out', folder.at('清单.xlsx')])
    expect(treeOf(folder.at('页'))).toEqual(['index.html', '乙.html', '甲.html'])
    expect(treeOf(folder.at('信'))).toEqual(['乙（退回意见）.docx', '甲（退回意见）.docx', '通报初稿.docx'])
    expect(readFileSync(folder.at('清单.xlsx'), 'utf8')).toBe('list of 3')
  })

  it('are told from those that an earlier run has left', async () => {
    const folder = aFolder(files)
    const both = await audit([folder.at('甲.txt'), folder.at('乙.txt'), '--format', 'all', '--out', folder.at('结果')])
    expect(both.err).not.toContain('不是这次的结果')
    writeFileSync(folder.at('结果/退回意见/~$甲.docx'), 'open in Word')
    const one = await audit([folder.at('甲.txt'), '--format', 'all', '--out', folder.at('结果')])
    expect(one.err).toContain('另有 3 个文件不是这次的结果')
    expect(existsSync(folder.at('结果/退回意见/乙.docx'))).toBe(true)
  })

  it('of one kind leave those of another in the same folder alone', async () => {
    const folder = aFolder({ ...files, '信/甲.docx': '别的' })
    await audit([folder.at('甲.txt'), '--format', 'docx', '--out', folder.at('信')])
    await audit([folder.at('甲.txt'), '--format', 'letter', '--out', folder.at('信')])
    expect(readFileSync(folder.at('信/甲.docx'), 'utf8')).toBe('copy with comments: 1')
    expect(readFileSync(folder.at('信/甲（退回意见）.docx'), 'utf8')).toBe('letter on 1')
  })

  it('never take the place of an input that a link leads to', async () => {
    const folder = aFolder({ '送/a.docx': '1', '果/x': '' })
    symlinkSync(folder.at('送/a.docx'), folder.at('果/a.docx'))
    const { code, err } = await audit([folder.at('送/a.docx'), '--format', 'docx', '--out', folder.at('果')])
    expect({ code, content: readFileSync(folder.at('送/a.docx'), 'utf8') }).toEqual({ code: 2, content: '1' })
    expect(err).toContain('结果会覆盖要校核的文件')
  })

  it('with macros keep the name that Word opens them by', async () => {
    const folder = aFolder(files)
    const commentedCopy: Outputs['commentedCopy'] = async () => ({ bytes: new Uint8Array(1), marked: 0, unplaced: [], extension: 'docm' })
    const outputs = async () => ({ ...fakeOutputs, commentedCopy })
    await audit([folder.at('甲.txt'), '--format', 'docx', '--out', `${folder.at('夹')}/`], { outputs })
    expect(treeOf(folder.at('夹'))).toEqual(['甲.docm'])
    const { code, err } = await audit([folder.at('甲.txt'), '--format', 'docx', '--out', folder.at('a.docx')], { outputs })
    expect({ code, there: existsSync(folder.at('a.docx')) }).toEqual({ code: 2, there: false })
    expect(err).toContain('请把扩展名改为 .docm')
    await audit([folder.at('甲.txt'), '--format', 'docx', '--out', folder.at('a.docm')], { outputs })
    expect(existsSync(folder.at('a.docm'))).toBe(true)
  })

  it('that a terminal cannot show need a place', async () => {
    const folder = aFolder(files)
    for (const words of [
      ['--format', 'docx'],
      ['--format', 'all'],
      ['--format', 'html', folder.at('乙.txt')],
    ]) {
      const { code, out, err } = await audit([folder.at('甲.txt'), ...words])
      expect({ code, out }).toEqual({ code: 2, out: '' })
      expect(err).toContain('需要用 --out 指定')
    }
    expect((await audit([folder.at('甲.txt'), '--format', 'html'])).out).toBe('page of 1\n')
    expect((await audit([folder.at('甲.txt'), folder.at('乙.txt'), '--format', 'sarif'])).out).toBe('sarif: 1 2')
  })

  it('that cannot be made are told, and the others are there', async () => {
    const folder = aFolder(files)
    const outputs = async () => ({
      ...fakeOutputs,
      returnOpinion: async () => {
        throw new Error('planned')
      },
    })
    const one = await audit([folder.at('甲.txt'), '--format', 'all', '--out', folder.at('结果')], { outputs })
    expect(one.code).toBe(2)
    expect(one.err).toContain('退回意见没有生成（planned）')
    expect(existsSync(folder.at('结果/校核页/甲.html'))).toBe(true)
    const pdf = await audit([folder.at('甲.txt'), '--format', 'pdf', '--out', folder.at('甲.pdf')])
    expect(pdf.err).toContain('不是 PDF')
    expect(pdf.err).not.toContain('已写入')
    const pdfs = await audit([folder.at('甲.txt'), folder.at('乙.txt'), '--format', 'pdf', '--out', folder.at('批')])
    expect(pdfs.err).not.toContain('已写入')
    expect(existsSync(folder.at('甲.pdf'))).toBe(false)
  })

  it('of a file that could not be read are a page that says why', async () => {
    const folder = aFolder(files)
    const { code, err } = await audit([folder.path, '--format', 'all', '--out', `${folder.at('结果')}/`])
    expect(code).toBe(2)
    expect(err).toMatch(/^[^\n]*空\.txt：文件是空的[^\n]*\n[^\n]*已写入[^\n]*\n[^\n]*先看[^\n]*\n$/)
    expect(treeOf(folder.at('结果')).filter((name) => name.includes('空'))).toEqual(['校核页/空.html'])
  })

  it('never take the place of an input', async () => {
    const folder = aFolder({ 'a.docx': '1', 'b.docx': '2' })
    const { code, err } = await audit([folder.path, '--format', 'docx', '--out', folder.path])
    expect(code).toBe(2)
    expect(err).toContain('结果会覆盖要校核的文件')
    expect(readFileSync(folder.at('a.docx'), 'utf8')).toBe('1')
  })

  it('leave nothing half made when the run is stopped', async () => {
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
    expect(await run(['audit', folder.path, '--format', 'html', '--out', folder.at('结果')], heard.host)).toBe(130)
    expect(treeOf(folder.at('结果'))).toEqual(['a.html', 'b.html'])
  })
})

function treeOf(folder: string): readonly string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => `${entry.parentPath}/${entry.name}`.slice(folder.length + 1))
    .sort()
}

async function audit(words: readonly string[], options: HostOptions = {}) {
  const { host, out, err } = aHost(options)
  const code = await run(['audit', ...words], host)
  return { code, out: out(), err: err() }
}
