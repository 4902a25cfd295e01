import { execFileSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, statSync, symlinkSync, truncateSync } from 'node:fs'
import { describe, expect, it, onTestFinished } from 'vitest'
import { type Member, makeZip, packedMegabytes } from '../../../../bench/formats/make-zip.ts'
import { withMembers } from '../../src/inputs/members.ts'
import { tempFolder } from '../../src/inputs/temp-folder.ts'
import { unpack } from '../../src/inputs/unpack.ts'
import { findProgram } from '../../src/programs/find-program.ts'
import { aFolder, type Folder } from '../fakes/folder.ts'

const MB = 1024 * 1024
const sevenZip = findProgram(['7zz', '7z', '7za'])
const text = (name: string, content = '支出12万元'): Member => ({ name, content })

describe('a zip', () => {
  it('stands for its members, in folders and archives of its own, named by their way', async () => {
    const inner = makeZip([text('丙.txt')])
    const { inputs, skipped } = await expanded({
      'a.zip': makeZip([text('甲.txt'), text('下级/乙.txt'), { name: '下级/c.zip', content: inner }, text('图.jpg'), text('.hidden.txt')]),
    })
    expect(inputs).toEqual(['a.zip/甲.txt', 'a.zip/下级/c.zip/丙.txt', 'a.zip/下级/乙.txt'])
    expect(skipped).toEqual(expect.arrayContaining(['unsupported a.zip/图.jpg', 'hidden a.zip/.hidden.txt']))
  })

  it('with names of Chinese Windows', async () => {
    const name = Buffer.from('bef6cbe3b1a8b8e62e747874', 'hex')
    expect((await expanded({ 'a.zip': makeZip([{ name, content: 'x' }]) })).inputs).toEqual(['a.zip/决算报告.txt'])
  })

  it('with names longer than the disk takes: each keeps its file and its end', async () => {
    const name = '部门整体支出绩效自评报告'.repeat(12)
    const { inputs } = await expanded({ 'a.zip': makeZip([text(`${name}1.txt`), text(`${name}2.txt`)]) })
    expect(inputs).toHaveLength(2)
    expect(new Set(inputs).size).toBe(2)
    for (const input of inputs) expect(input).toMatch(/^a\.zip\/部门整体支出.*\.txt$/)
  })

  it('in a zip in a zip in a zip is the last; what is deeper is said to be', async () => {
    let zip = makeZip([text('甲.txt')])
    for (let depth = 0; depth < 4; depth++) zip = makeZip([{ name: `${depth}.zip`, content: zip }, text(`${depth}.txt`)])
    expect((await expanded({ 'a.zip': zip })).inputs).toEqual([
      'a.zip/3.txt',
      'a.zip/3.zip/2.txt',
      'a.zip/3.zip/2.zip/1.txt',
      'file.unsafe too-deep a.zip/3.zip/2.zip/1.zip',
    ])
  })

  it('with nothing to read says so', async () => {
    expect((await expanded({ 'a.zip': makeZip([]) })).inputs).toEqual(['input.no-match a.zip'])
    expect((await expanded({ 'a.zip': makeZip([text('图.jpg')]) })).inputs).toEqual(['input.no-match a.zip'])
  })
})

describe('a hostile zip', () => {
  it('names that lead out, and links, are told and written nowhere', async () => {
    const members = [text('../x1.txt'), text('/tmp/x2.txt'), text('C:\\x3.txt'), text('a/../../x4.txt'), text('good.txt')]
    const link: Member = { name: 'l.txt', content: '/etc/passwd', mode: 0o120777 }
    const { inputs, folder } = await expanded({ 'a.zip': makeZip([...members, link]) })
    expect(inputs).toEqual([
      'file.unsafe bad-name a.zip/../x1.txt',
      'file.unsafe bad-name a.zip//tmp/x2.txt',
      'file.unsafe bad-name a.zip/C:/x3.txt',
      'file.unsafe bad-name a.zip/a/../../x4.txt',
      'file.unsafe link a.zip/l.txt',
      'a.zip/good.txt',
    ])
    expect(readdirSync(folder.path)).toEqual(['a.zip'])
    expect(existsSync('/tmp/x2.txt')).toBe(false)
  })

  it.each<[string, () => Uint8Array, readonly string[]]>([
    [
      '600 MB of zeros',
      () => makeZip([bomb('b.txt', 600), text('good.txt')]),
      ['file.unsafe entry-too-large a.zip/b.txt', 'a.zip/good.txt'],
    ],
    [
      'a wrong size',
      () => makeZip([{ ...text('b.txt'), size: 3 }, text('good.txt')]),
      ['file.unsafe lying-size a.zip/b.txt', 'a.zip/good.txt'],
    ],
    [
      'a wrong checksum',
      () => makeZip([{ ...text('b.txt'), crc: 3 }, text('good.txt')]),
      ['file.damaged damaged a.zip/b.txt', 'a.zip/good.txt'],
    ],
    ['members on the same bytes', () => makeZip([text('a.txt'), { ...text('b.txt'), over: 0 }]), ['file.unsafe overlap a.zip']],
    [
      '100,000 members',
      () => makeZip(Array.from({ length: 100_000 }, (_, i) => ({ ...text(`${i}.txt`, ''), stored: true }))),
      ['file.unsafe too-many-entries a.zip'],
    ],
    [
      'one member with a password',
      () => makeZip([{ ...text('b.txt'), isEncrypted: true }, text('good.txt')]),
      ['file.encrypted a.zip/b.txt', 'a.zip/good.txt'],
    ],
    [
      'all with a password',
      () =>
        makeZip([
          { ...text('a.txt'), isEncrypted: true },
          { ...text('b.txt'), isEncrypted: true },
        ]),
      ['file.encrypted a.zip'],
    ],
    ['a file where a folder should be', () => makeZip([text('a'), text('a/b.txt')]), ['file.unreadable EEXIST a.zip/a/b.txt', 'a.zip/a']],
  ])('%s', async (_, make, said) => {
    const zip = make()
    const before = process.resourceUsage().maxRSS / 1024
    const started = performance.now()
    expect((await expanded({ 'a.zip': zip })).inputs).toEqual(said)
    expect(performance.now() - started).toBeLessThan(10_000)
    expect(process.resourceUsage().maxRSS / 1024 - before).toBeLessThan(300)
  })

  it('archives in an archive share its limits', async () => {
    const many = makeZip(Array.from({ length: 1500 }, (_, i) => text(`${i}.txt`, '')))
    const folders = await expanded({ 'a.zip': makeZip(['b', 'c', 'd', 'e'].map((name) => ({ name: `${name}.zip`, content: many }))) })
    expect(folders.inputs.filter((input) => input.endsWith('.txt'))).toHaveLength(4500)
    expect(folders.inputs).toContain('file.unsafe too-many-entries a.zip/e.zip')
  })

  it('what one of them took is missing to the next', async () => {
    const folder = aFolder({ 'a.zip': makeZip([text('1.txt', 'x'.repeat(600)), text('2.txt', 'x'.repeat(600))]) })
    const budget = { entries: 3, bytes: 1500 }
    mkdirSync(folder.at('1'))
    mkdirSync(folder.at('2'))
    expect((await unpack(folder.at('a.zip'), 'zip', 'a.zip', folder.at('1'), budget)).problems).toEqual([])
    expect(budget).toEqual({ entries: 1, bytes: 300 })
    const { problems } = await unpack(folder.at('a.zip'), 'zip', 'a.zip', folder.at('2'), { ...budget, entries: 2 })
    expect(problems).toEqual([{ code: 'file.unsafe', at: ['a.zip/1.txt'], details: { reason: 'too-large' } }])
    expect((await unpack(folder.at('a.zip'), 'zip', 'a.zip', folder.at('2'), budget)).problems).toMatchObject([
      { details: { reason: 'too-many-entries' } },
    ])
  })

  it('larger than the limit is not opened', async () => {
    const folder = aFolder({ 'a.zip': makeZip([text('a.txt')]) })
    truncateSync(folder.at('a.zip'), 600 * MB)
    // No directory at its end: no archive for us, and as a file beyond the limit.
    expect((await expandedIn(folder)).inputs).toEqual(['a.zip'])
  })
})

describe.skipIf(sevenZip === null)('7z', () => {
  it('stands for its members; links are told', async () => {
    const { inputs } = await expandedIn(sevenZipOf({ '甲.txt': 'x', '下级/乙.txt': 'x' }, [], true))
    expect(inputs).toEqual(['file.unsafe link a.7z/link.txt', 'a.7z/甲.txt', 'a.7z/下级/乙.txt'])
  })

  it.each([[['-pabc']], [['-pabc', '-mhe=on']]])('with a password (%j) is said to have one, at once', async (options) => {
    const started = performance.now()
    expect((await expandedIn(sevenZipOf({ 'a.txt': 'x' }, options))).inputs).toEqual(['file.encrypted a.7z'])
    expect(performance.now() - started).toBeLessThan(5000)
  })

  it('that is cut off or empty', async () => {
    const folder = sevenZipOf({ 'a.txt': 'x'.repeat(1000) })
    truncateSync(folder.at('a.7z'), 100)
    expect((await expandedIn(folder)).inputs).toEqual(['file.damaged 7z a.7z'])
  })

  it('rar is not written by any free program: a broken one is said to be broken', async () => {
    expect((await expanded({ 'a.rar': 'Rar!\x1a\x07\x00xxxx' })).inputs).toEqual(['file.damaged rar a.rar'])
  })
})

const bomb = (name: string, megabytes: number): Member => ({
  name,
  content: packedMegabytes(megabytes),
  isPacked: true,
  size: megabytes * MB,
})

const expanded = (files: Readonly<Record<string, Uint8Array | string>>) => expandedIn(aFolder(files))

async function expandedIn(folder: Folder) {
  const temp = tempFolder()
  onTestFinished(temp.remove)
  const within = (path: string): string => path.replace(`${folder.path}/`, '')
  const inputs: string[] = []
  const skipped: string[] = []
  const files = readdirSync(folder.path).filter((name) => /^a\./.test(name))
  const named = files.map((name) => ({
    input: { kind: 'file' as const, name, path: folder.at(name), bytes: statSync(folder.at(name)).size },
  }))
  for await (const found of withMembers(named, { resultFolder: null, makeFolder: temp.make })) {
    if ('skipped' in found) skipped.push(`${found.skipped.reason} ${within(found.skipped.path)}`)
    else if (found.input.kind === 'unread') {
      const { name, problem } = found.input
      inputs.push([problem.code, problem.details.reason, within(name)].filter(Boolean).join(' '))
    } else inputs.push(within(found.input.name))
    if ('input' in found && found.input.kind === 'file') expect(statSync(found.input.path).isFile(), found.input.name).toBe(true)
  }
  return { folder, inputs, skipped }
}

function sevenZipOf(files: Readonly<Record<string, string>>, options: readonly string[] = [], withLink = false): Folder {
  const source = aFolder(files)
  if (withLink) symlinkSync('/etc/passwd', source.at('link.txt'))
  const folder = aFolder()
  execFileSync(String(sevenZip), ['a', '-snl', ...options, folder.at('a.7z'), '.'], { cwd: source.path, stdio: 'ignore' })
  return folder
}
