import { describe, expect, it } from 'vitest'
import { type Member, makeZip, packedMegabytes } from '../../../bench/formats/make-zip.ts'
import { openPackage, PackageRefused } from '../src/index.ts'

const MB = 1024 * 1024

describe('an honest package', () => {
  it('gives its parts, packed or stored, by names without regard to case', async () => {
    const pack = await openPackage(
      makeZip([
        { name: 'word/document.xml', content: '支出' },
        { name: 'mimetype', content: 'x', stored: true },
      ]),
    )
    expect(pack.entries.map(({ name, size }) => [name, size])).toEqual([
      ['word/document.xml', 6],
      ['mimetype', 1],
    ])
    expect(new TextDecoder().decode(await pack.read('Word/Document.XML'))).toBe('支出')
    expect(pack.has('nothing')).toBe(false)
  })

  it('keeps two parts whose names differ only in case', async () => {
    const pack = await openPackage(
      makeZip([
        { name: 'A.txt', content: '1' },
        { name: 'a.txt', content: '2' },
      ]),
    )
    expect([await textOf(pack, 'A.txt'), await textOf(pack, 'a.txt')]).toEqual(['1', '2'])
  })

  it('names are UTF-8 or GB18030, whatever the flag says', async () => {
    const gb = Buffer.from('c4eab1a82e747874', 'hex')
    const { entries } = await openPackage(
      makeZip([
        { name: '决算.txt', content: '1', saysUtf8: true },
        { name: '预算.txt', content: '1' },
        { name: gb, content: '1' },
        { name: '甲\\乙.txt', content: '1' },
      ]),
    )
    expect(entries.map(({ name }) => name)).toEqual(['决算.txt', '预算.txt', '年报.txt', '甲/乙.txt'])
  })

  it('folders are no parts; links are told', async () => {
    const { entries, dropped } = await openPackage(
      makeZip([
        { name: 'a/', content: '' },
        { name: 'a/link.txt', content: '/etc/passwd', mode: 0o120777 },
        { name: 'a/b.txt', content: '1', mode: 0o100644 },
      ]),
    )
    expect(entries.map(({ name, isLink }) => [name, isLink])).toEqual([
      ['a/link.txt', true],
      ['a/b.txt', false],
    ])
    expect(dropped).toEqual([])
  })
})

describe('names that lead out of the package', () => {
  it.each(['../a.txt', 'a/../../b.txt', '/etc/passwd', 'C:\\a.txt', '..\\a.txt', 'c:a.txt', '..', './'.repeat(2), 'a\0.txt'])(
    '%j is dropped and told',
    async (name) => {
      const { entries, dropped } = await openPackage(
        makeZip([
          { name, content: 'x' },
          { name: 'good.txt', content: 'x' },
        ]),
      )
      expect(entries.map((entry) => entry.name)).toEqual(['good.txt'])
      expect(dropped).toHaveLength(name.endsWith('/') ? 0 : 1)
    },
  )

  it('a name that is taken is dropped and told', async () => {
    const pack = await openPackage(
      makeZip([
        { name: 'a', content: '1' },
        { name: './a', content: '2' },
      ]),
    )
    expect([pack.dropped, await textOf(pack, 'a')]).toEqual([['./a'], '1'])
  })
})

describe('a hostile package', () => {
  it('600 MB of zeros in one part: refused at the limit, in little memory', async () => {
    const pack = await openPackage(makeZip([{ name: 'a.xml', content: packedMegabytes(600), isPacked: true, size: 600 * MB }]))
    const before = process.resourceUsage().maxRSS
    expect(await refusalOf(pack.stream('a.xml', () => {}))).toBe('entry-too-large')
    expect((process.resourceUsage().maxRSS - before) / 1024).toBeLessThan(120)
  })

  it('parts that are each within the limit but not together', async () => {
    const members = Array.from({ length: 20 }, (_, i): Member => ({ name: `${i}.xml`, content: Buffer.alloc(MB) }))
    const pack = await openPackage(makeZip(members), { maxTotalBytes: 10 * MB })
    const refused: (string | null)[] = []
    for (const { name } of pack.entries) refused.push(await refusalOf(pack.read(name)))
    expect(refused.filter((reason) => reason === null)).toHaveLength(10)
    expect(new Set(refused.slice(10))).toEqual(new Set(['too-large']))
  })

  it.each([
    ['too small', 100],
    ['too large', 1_000_000],
    ['nothing', 0],
  ])('a part that says it is %s', async (_, size) => {
    const pack = await openPackage(makeZip([{ name: 'a', content: Buffer.alloc(5000), size }]))
    expect(await refusalOf(pack.read('a'))).toBe('lying-size')
  })

  it('a stored part that lies about its size', async () => {
    expect(await refusalOf(openPackage(makeZip([{ name: 'a', content: 'abc', stored: true, size: 2 ** 31 }])))).toBe('lying-size')
  })

  it('parts on the same bytes', async () => {
    const members: Member[] = [
      { name: 'a', content: Buffer.alloc(5000) },
      { name: 'b', content: Buffer.alloc(5000), over: 0 },
    ]
    expect(await refusalOf(openPackage(makeZip(members)))).toBe('overlap')
  })

  it('100,000 parts, told from the directory alone', async () => {
    const members = Array.from({ length: 100_000 }, (_, i): Member => ({ name: String(i), content: '', stored: true }))
    const zip = makeZip(members)
    const started = performance.now()
    expect(await refusalOf(openPackage(zip))).toBe('too-many-entries')
    expect(performance.now() - started).toBeLessThan(1000)
  })

  it('more parts than it says', async () => {
    const zip = Buffer.from(makeZip(Array.from({ length: 6000 }, (_, i): Member => ({ name: String(i), content: '', stored: true }))))
    zip.writeUInt16LE(3, zip.length - 12)
    zip.writeUInt16LE(3, zip.length - 14)
    expect(['damaged', 'too-many-entries', null]).toContain(await refusalOf(openPackage(zip)))
  })

  it('an encrypted part', async () => {
    const pack = await openPackage(makeZip([{ name: 'a', content: 'abc', isEncrypted: true }]))
    expect(pack.entries[0]?.isEncrypted).toBe(true)
    expect(await refusalOf(pack.read('a'))).toBe('encrypted')
  })
})

describe('a damaged package', () => {
  const good = makeZip([{ name: 'a', content: '支出'.repeat(500) }])

  it('cut off anywhere is refused', async () => {
    for (let length = 0; length < good.length; length += 3) expect(await refusalOf(openPackage(good.subarray(0, length)))).toBe('damaged')
  })

  it('a wrong checksum is not passed over', async () => {
    const pack = await openPackage(makeZip([{ name: 'a', content: '支出', crc: 1 }]))
    expect(await refusalOf(pack.read('a'))).toBe('damaged')
  })

  it('a part that is not there', async () => {
    expect(await refusalOf((await openPackage(good)).read('b'))).toBe('damaged')
  })

  it('one wrong bit anywhere is refused or makes no difference', async () => {
    const pack = await openPackage(good)
    const right = await textOf(pack, 'a')
    for (let at = 0; at < good.length; at++) {
      const bad = Buffer.from(good)
      bad[at] = (bad[at] ?? 0) ^ 4
      const read = await openPackage(bad)
        .then(
          (opened) => textOf(opened, opened.entries[0]?.name ?? ''),
          (error) => error,
        )
        .catch((error: unknown) => error)
      if (!(read instanceof PackageRefused)) expect(read).toBe(right)
    }
  })
})

const textOf = async (pack: Awaited<ReturnType<typeof openPackage>>, name: string): Promise<string> =>
  new TextDecoder().decode(await pack.read(name))

/** null when nothing was refused. Any other error is thrown on. */
async function refusalOf(work: Promise<unknown>): Promise<string | null> {
  try {
    await work
    return null
  } catch (error) {
    if (error instanceof PackageRefused) return error.reason
    throw error
  }
}
