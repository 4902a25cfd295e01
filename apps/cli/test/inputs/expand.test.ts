import { execFileSync } from 'node:child_process'
import { symlinkSync } from 'node:fs'
import { tempFolder } from '@jiheng/runner'
import { describe, expect, it, onTestFinished } from 'vitest'
import { aFolder, type Folder } from '../../../../packages/runner/test/fakes/folder.ts'
import { expand } from '../../src/inputs/expand.ts'

const tree = {
  '2023/甲.txt': 'x',
  '2023/乙.md': 'x',
  '2023/附件.docx': 'x',
  '2023/照片.jpg': 'x',
  '2023/.DS_Store': 'x',
  '2023/~$甲.txt': 'x',
  '2023/说明': 'x',
  '2023/程序': '\x7fELF\0\0',
  '2023/下级/丙.TXT': 'x',
  '2022/甲.txt': 'x',
}

describe('what FILE stands for', () => {
  it('a folder is walked in a fixed order; what is left out is told with the reason', async () => {
    const folder = aFolder(tree)
    const { inputs, skipped } = await named(folder, ['2023'])
    expect(inputs).toEqual(['2023/乙.md', '2023/甲.txt', '2023/说明', '2023/附件.docx', '2023/下级/丙.TXT'])
    expect(skipped).toEqual(
      expect.arrayContaining(['hidden 2023/.DS_Store', 'hidden 2023/~$甲.txt', 'unsupported 2023/照片.jpg', 'not-text 2023/程序']),
    )
    expect(skipped).toHaveLength(4)
  })

  it('a pattern is expanded when the shell did not', async () => {
    const folder = aFolder(tree)
    expect((await named(folder, ['*/甲.txt'])).inputs).toEqual(['2022/甲.txt', '2023/甲.txt'])
    expect((await named(folder, ['**/*.txt'])).inputs).toEqual(['2022/甲.txt', '2023/~$甲.txt', '2023/甲.txt'])
    expect((await named(folder, ['**/[丙]*'])).inputs).toEqual(['2023/下级/丙.TXT'])
    expect((await named(folder, ['202?'])).inputs).toHaveLength(6)
    expect((await named(folder, ['2023/**'])).inputs).toEqual((await named(folder, ['2023'])).inputs)
  })

  it('a file whose name looks like a pattern is that file', async () => {
    const folder = aFolder({ '[2023]报告.txt': 'x', '2报告.txt': 'x' })
    expect((await named(folder, ['[2023]报告.txt'])).inputs).toEqual(['[2023]报告.txt'])
  })

  it('a file named twice is taken once', async () => {
    const folder = aFolder(tree)
    const { inputs, skipped } = await named(folder, ['2022/甲.txt', '2022', '2022/*.txt'])
    expect(inputs).toEqual(['2022/甲.txt'])
    expect(skipped).toEqual(['repeated 2022/甲.txt', 'repeated 2022/甲.txt'])
  })

  it('what is not there, or leads to nothing, keeps its place as a problem', async () => {
    const folder = aFolder({ '空/x.jpg': 'x', 'a.txt': 'x' })
    const { inputs } = await named(folder, ['没有.txt', 'a.txt', '空', '*.md', 'a.txt/b'])
    expect(inputs).toEqual(['file.not-found 没有.txt', 'a.txt', 'input.no-match 空', 'input.no-match *.md', 'file.not-found a.txt/b'])
  })

  it('results of an earlier run are not taken for reports', async () => {
    const folder = aFolder({ 'a.txt': 'x', '结果/a.txt': 'x' })
    const { inputs, skipped } = await named(folder, ['.'], '结果')
    expect(inputs).toEqual(['a.txt'])
    expect(skipped).toEqual(['result-folder 结果'])
  })

  it('nor are those of an earlier run', async () => {
    const folder = aFolder({
      'a.txt': '1',
      '旧/index.html': '1',
      '旧/results.jsonl': '1',
      '旧/批注副本/a.docx': '1',
      '网页/index.html': '1',
    })
    expect(await named(folder, ['.'])).toEqual({ inputs: ['a.txt', '网页/index.html'], skipped: ['result-folder 旧'] })
  })

  it('a link to a folder is not followed, so no walk goes round in circles', async () => {
    const folder = aFolder({ 'a/x.txt': 'x' })
    symlinkSync(folder.path, folder.at('a/回'))
    symlinkSync(folder.at('无'), folder.at('a/断'))
    const { inputs, skipped } = await named(folder, ['a', '**/*.txt'])
    expect(inputs).toEqual(['a/x.txt'])
    expect(skipped).toEqual(['linked-folder a/回', 'not-a-file a/断', 'repeated a/x.txt'])
  })

  it('standard input and pipes are read at once', async () => {
    const folder = aFolder()
    const stdin = async function* () {
      yield new TextEncoder().encode('支出')
    }
    const { inputs } = await expand(['-'], { ...options(null), stdin })
    expect(inputs).toMatchObject([{ kind: 'content', name: '-' }])
    if (process.platform === 'win32') return
    execFileSync('mkfifo', [folder.at('pipe')])
    execFileSync('sh', ['-c', 'echo x > "$1" &', 'sh', folder.at('pipe')], { stdio: 'ignore' })
    expect((await expand([folder.at('pipe')], options(null))).inputs).toMatchObject([{ kind: 'content', content: Buffer.from('x\n') }])
  })

  it('an endless stream ends at the limit', async () => {
    const stdin = async function* () {
      for (;;) yield new Uint8Array(1024 * 1024)
    }
    expect((await expand(['-'], { ...options(null), stdin })).inputs).toMatchObject([
      { kind: 'unread', problem: { code: 'file.too-large' } },
    ])
  })
})

async function named(folder: Folder, files: readonly string[], out: string | null = null) {
  const within = (path: string) => path.replace(`${folder.path}/`, '')
  const found = await expand(
    files.map((file) => folder.at(file)),
    options(out === null ? null : folder.at(out)),
  )
  return {
    inputs: found.inputs.map((input) => (input.kind === 'unread' ? `${input.problem.code} ${within(input.name)}` : within(input.name))),
    skipped: found.skipped.map((one) => `${one.reason} ${within(one.path)}`),
  }
}

function options(resultFolder: string | null) {
  const temp = tempFolder()
  onTestFinished(temp.remove)
  return { resultFolder, makeFolder: temp.make, isWindows: false, stdin: async function* (): AsyncGenerator<Uint8Array> {} }
}
