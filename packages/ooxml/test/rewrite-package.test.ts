import { execFileSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Member, makeZip } from '../../../bench/formats/make-zip.ts'
import { openPackage, PackageRefused, partText, rewritePackage, writePackage } from '../src/index.ts'
import { entryRecords, withDescriptors } from './zip-records.ts'

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text)

const members: readonly Member[] = [
  { name: '[Content_Types].xml', content: '<Types/>' },
  { name: 'mimetype', content: 'application/zip', stored: true },
  { name: 'word/document.xml', content: '支出'.repeat(900) },
  { name: Buffer.from('c4eab1a82e747874', 'hex'), content: '年报', mode: 0o100644 },
  { name: 'word/media/1.png', content: Buffer.alloc(3000, 7) },
]

describe('a package with one part changed', () => {
  it('has all other entries byte for byte: headers, packed bytes, order', async () => {
    const zip = makeZip(members)
    const changed = rewritePackage(zip, new Map([['word/document.xml', bytesOf('收入')]]))
    expect(await textOf(changed, 'word/document.xml')).toBe('收入')
    const [before, after] = [entryRecords(zip), entryRecords(changed)]
    expect(after.map(({ name }) => name)).toEqual(before.map(({ name }) => name))
    for (const [at, entry] of after.entries()) {
      if (entry.name === 'word/document.xml') continue
      expect(entry.local).toEqual(before[at]?.local)
      expect(entry.central).toEqual(before[at]?.central)
    }
  })

  it('nothing changed is the same file', () => {
    const zip = makeZip(members)
    expect(Buffer.from(rewritePackage(zip, new Map()))).toEqual(Buffer.from(zip))
  })

  it('keeps the comment of the zip, extra fields, dates, and sizes that stand behind the data', async () => {
    const zip = withDescriptors(members, { comment: '归档', extra: Buffer.from('5554050001a1b2c3d4', 'hex') })
    const changed = rewritePackage(zip, new Map([['mimetype', bytesOf('x')]]))
    const [before, after] = [entryRecords(zip), entryRecords(changed)]
    for (const [at, entry] of after.entries()) if (entry.name !== 'mimetype') expect(entry.local).toEqual(before[at]?.local)
    expect(Buffer.from(changed).subarray(-6).toString()).toBe('归档')
    for (const { name } of (await openPackage(zip)).entries)
      expect(await textOf(changed, name)).toBe(name === 'mimetype' ? 'x' : await textOf(zip, name))
  })

  it('takes a part out, and puts a new one at the end', async () => {
    const zip = makeZip(members)
    const changed = rewritePackage(
      zip,
      new Map<string, Uint8Array | null>([
        ['WORD/Document.xml', null],
        ['word/批注.xml', bytesOf('新')],
      ]),
    )
    const { entries } = await openPackage(changed)
    expect(entries.map(({ name }) => name)).toEqual(['[Content_Types].xml', 'mimetype', '年报.txt', 'word/media/1.png', 'word/批注.xml'])
    expect(await textOf(changed, 'word/批注.xml')).toBe('新')
    expect(entryRecords(rewritePackage(changed, new Map([['word/批注.xml', null]]))).length).toBe(4)
  })

  it('another program agrees', () => {
    const folder = mkdtempSync(join(tmpdir(), 'jiheng-zip-'))
    try {
      const zip = withDescriptors(members.slice(0, 3), { comment: 'x', extra: Buffer.alloc(0) })
      writeFileSync(join(folder, 'a.zip'), rewritePackage(zip, new Map([['word/document.xml', bytesOf('收入'.repeat(5000))]])))
      const said = execFileSync(process.execPath, ['-e', CHECK, join(folder, 'a.zip')], { encoding: 'utf8' })
      expect(said.trim()).toBe('30000')
    } finally {
      rmSync(folder, { recursive: true, force: true })
    }
  })

  it('random members and changes: what was asked for, and nothing else', async () => {
    const content = fc.string({ unit: 'grapheme', maxLength: 60 })
    const file = fc.dictionary(fc.stringMatching(/^[a-z]{1,3}$/), content, { minKeys: 1, maxKeys: 6, noNullPrototype: true })
    await fc.assert(
      fc.asyncProperty(
        file,
        fc.dictionary(fc.stringMatching(/^[a-z]{1,3}$/), fc.option(content), { noNullPrototype: true }),
        async (old, changes) => {
          const zip = makeZip(Object.entries(old).map(([name, text]) => ({ name, content: text })))
          const changed = rewritePackage(
            zip,
            new Map(Object.entries(changes).map(([name, text]) => [name, text === null ? null : bytesOf(text)])),
          )
          const expected = new Map(Object.entries(old))
          for (const [name, text] of Object.entries(changes)) {
            if (text === null) expected.delete(name)
            else expected.set(name, text)
          }
          const { entries } = await openPackage(changed)
          expect(new Set(entries.map(({ name }) => name))).toEqual(new Set(expected.keys()))
          for (const [name, text] of expected) expect(await textOf(changed, name)).toBe(text)
        },
      ),
    )
  })
})

describe('a new package', () => {
  it('holds its parts in their order, and is the same every time', async () => {
    const parts = new Map([
      ['b.xml', bytesOf('乙')],
      ['甲.xml', bytesOf('甲')],
    ])
    const zip = writePackage(parts)
    expect((await openPackage(zip)).entries.map(({ name }) => name)).toEqual(['b.xml', '甲.xml'])
    expect(await textOf(zip, '甲.xml')).toBe('甲')
    expect(writePackage(parts)).toEqual(zip)
  })
})

describe('a damaged package is refused, never half written', () => {
  const zip = makeZip(members.slice(0, 3))
  const change = new Map([['mimetype', bytesOf('x')]])

  it('cut off anywhere', () => {
    for (let length = 0; length < zip.length; length += 5)
      expect(() => rewritePackage(zip.subarray(0, length), change)).toThrow(PackageRefused)
  })

  it('with one wrong byte in its directory: refused, or another zip', () => {
    const directory = Buffer.from(zip).indexOf('PK\x01\x02', 0, 'latin1')
    for (let at = directory; at < zip.length; at++) {
      for (const bit of [1, 128]) {
        const bad = Buffer.from(zip)
        bad[at] = (bad[at] ?? 0) ^ bit
        try {
          rewritePackage(bad, change)
        } catch (error) {
          expect(error).toBeInstanceOf(PackageRefused)
        }
      }
    }
  })

  it('entries on the same bytes', () => {
    const shared = makeZip([
      { name: 'a', content: 'x' },
      { name: 'b', content: 'x', over: 0 },
    ])
    expect(() => rewritePackage(shared, change)).toThrow(/overlap/)
  })
})

describe('a part as text', () => {
  it.each([
    ['UTF-8', Buffer.from('<a>支出</a>')],
    ['UTF-8 with a mark', Buffer.from('\ufeff<a>支出</a>')],
    ['UTF-16', Buffer.from('\ufeff<a>支出\u{20000}</a>', 'utf16le')],
    ['UTF-16, the other order', Buffer.from('\ufeff<a>支出</a>', 'utf16le').swap16()],
  ])('%s comes back as it was', (_, bytes) => {
    const { text, toBytes } = partText(bytes, 'a.xml')
    expect(text).toContain('<a>支出')
    expect(Buffer.from(toBytes(text))).toEqual(bytes)
  })

  it('bytes that are no text are refused: they could not be written back', () => {
    expect(() => partText(Buffer.from([0x3c, 0x61, 0xff, 0x3e]), 'a.xml')).toThrow(PackageRefused)
    expect(() => partText(Buffer.from([0xff, 0xfe, 0x3c]), 'a.xml')).toThrow(PackageRefused)
  })
})

/** By the library that the tests of formats do not use: the size of the member, inflated and checked. */
const CHECK = `const {fromBuffer}=require('yauzl');fromBuffer(require('fs').readFileSync(process.argv[1]),{lazyEntries:true},(e,z)=>{if(e)throw e;z.on('entry',(n)=>{if(n.fileName!=='word/document.xml')return z.readEntry();z.openReadStream(n,(e,s)=>{if(e)throw e;let l=0;s.on('data',(d)=>l+=d.length).on('end',()=>console.log(l))})});z.readEntry()})`

const textOf = async (zip: Uint8Array, name: string): Promise<string> => new TextDecoder().decode(await (await openPackage(zip)).read(name))
