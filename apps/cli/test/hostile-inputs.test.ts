import { chmodSync, mkdirSync, readdirSync, truncateSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { makeZip, packedMegabytes } from '../../../bench/formats/make-zip.ts'
import { bundled, runBundle } from '../../../packages/runner/test/fakes/bundle.ts'
import { aFolder, type Folder } from '../../../packages/runner/test/fakes/folder.ts'

const bundle = bundled('real')
const MB = 1024 * 1024
const document = (content: string | Uint8Array, rest = {}) => makeZip([{ name: 'word/document.xml', content, ...rest }])
const encrypted = Buffer.alloc(1536)
Buffer.from('d0cf11e0a1b11ae1', 'hex').copy(encrypted)
encrypted.writeUInt16LE(9, 30)
encrypted.write('EncryptedPackage', 512, 'utf16le')

const files = {
  '01空.docx': '',
  '02炸弹.docx': document(packedMegabytes(600, 32), { isPacked: true, size: 600 * MB }),
  '03实体.docx': document('<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'),
  '04深.docx': document('<a>'.repeat(100_000)),
  '05截断.docx': document('<a/>'.repeat(500)).subarray(0, 90),
  '06密码.docx': encrypted,
  '07密码.zip': makeZip([{ name: 'a.txt', content: 'x', isEncrypted: true }]),
  '08程序.docx': Buffer.from('\x7fELF\x02\0\0\0\0', 'latin1'),
  '09图.docx': Buffer.from('89504e470d0a1a0a', 'hex'),
  '10谎.docx': document('<a/>'.repeat(500), { size: 7 }),
  '11乱.pdf': '%PDF-1.7\n%%EOF',
  '12好.txt': '全年预算820.00万元，执行780.00万元，执行率95.12%。',
}

const says: readonly (readonly [start: string, words: string])[] = [
  ['01空.docx', '0 字节'],
  ['02炸弹.docx', '展开后过大'],
  ['03实体.docx', 'DOCTYPE'],
  ['04深.docx', '层次过深'],
  ['05截断.docx', '没有传完'],
  ['06密码.docx', '有密码'],
  ['07密码.zip', '有密码'],
  ['08程序.docx', '二进制'],
  ['09图.docx', '图片'],
  ['10谎.docx', '与标明的不符'],
  ['11乱.pdf', '损坏'],
]

describe('hostile and broken files', () => {
  it('each give one line of their own, in order, in bounded time, and the others go on', { timeout: 60_000 }, async () => {
    const folder = aFolder(files)
    const started = performance.now()
    const { code, out, err } = await runBundle(bundle(), ['audit', '.', '--format', 'json'], { cwd: folder.path })
    const lines = err.trim().split('\n')
    expect(lines, err).toHaveLength(says.length)
    for (const [at, [start, words]] of says.entries()) {
      expect(lines[at]).toMatch(new RegExp(`^${start}：`))
      expect(lines[at]).toContain(words)
    }
    expect(new Set(lines.map((line) => line.replace(/^[^：]*/, ''))).size).toBe(says.length - 2)
    expect(out.trim().split('\n')).toHaveLength(says.length + 2)
    expect(code).toBe(2)
    expect(performance.now() - started).toBeLessThan(30_000)
  })

  it('a text of 2 GB, and what may not be opened', { timeout: 60_000 }, async () => {
    const folder = aFolder({ '大.txt': 'x', '关.txt': 'x', '好.txt': '支出12万元' })
    truncateSync(folder.at('大.txt'), 2048 * MB)
    chmodSync(folder.at('关.txt'), 0)
    const { err, code } = await audit(folder, ['大.txt', '关.txt', '好.txt', '--format', 'json'])
    expect(err).toContain('大.txt：文件超过 256 MB 的上限（2048 MB）')
    if (process.getuid?.() !== 0) expect(err).toContain('关.txt：没有读取权限')
    expect(code).toBe(2)
  })
})

describe('names that steer a terminal', () => {
  const names = ['\x1b[31m红\x1b]0;x\x07.txt', '甲\n乙.txt', '丙\u202etxt.exe.txt', '丁\r戊.txt']

  it.skipIf(process.platform === 'win32').each(['pretty', 'json'])('are shown without steering it, as %s', async (format) => {
    const folder = aFolder(
      Object.fromEntries(
        names.flatMap((name, i) => [
          [name, '支出12万元'],
          [`${i}/${name}`, ''],
        ]),
      ),
    )
    mkdirSync(folder.at('空\x1b[2J'))
    const { out, err } = await audit(folder, ['.', '空\x1b[2J', '没有\x1b[31m.txt', '--format', format])
    expectSafe(out, err)
    expect(out + err).toContain('\\x1b')
  })

  it('also in archives and their members', async () => {
    const members = names.map((name) => ({ name, content: '' }))
    const folder = aFolder({ '\x1b[31ma.zip': makeZip([...members, { name: '../\x1b[2J.txt', content: '' }]) })
    expect(readdirSync(folder.path)).toHaveLength(1)
    for (const format of ['pretty', 'json']) {
      const { out, err } = await audit(folder, ['.', '--format', format])
      expectSafe(out, err)
      expect(out + err).toContain('\\x1b')
    }
  })
})

const audit = (folder: Folder, words: readonly string[]) =>
  runBundle(bundle(), ['audit', ...words], { cwd: folder.path, env: { TMPDIR: folder.path } })

function expectSafe(...texts: readonly string[]): void {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not be there
  for (const text of texts) expect(text).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069]/)
}
