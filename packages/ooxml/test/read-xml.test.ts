import { describe, expect, it } from 'vitest'
import { makeZip } from '../../../bench/formats/make-zip.ts'
import { openPackage, PackageRefused, readXml, readXmlPart, relationshipsOf } from '../src/index.ts'

describe('XML as events', () => {
  it('names come without prefixes, text in pieces, entities decoded', () => {
    expect(eventsOf('<w:p xmlns:w="x" w:val="1" id="2">a&lt;&#x652f;<![CDATA[<b>]]><w:t/></w:p>')).toEqual([
      '<p val=1 id=2',
      'a<支',
      '<b>',
      '<t',
      '>t',
      '>p',
    ])
  })

  it.each([
    ['UTF-8', Buffer.from('<a>支出</a>')],
    ['UTF-8 with a mark', Buffer.from('\ufeff<a>支出</a>')],
    ['UTF-16', Buffer.from('\ufeff<a>支出</a>', 'utf16le')],
    ['UTF-16, the other way round', Buffer.from('\ufeff<a>支出</a>', 'utf16le').swap16()],
  ])('%s', async (_, content) => {
    expect(await eventsOfPart(content)).toEqual(['<a', '支出', '>a'])
  })

  it('a part of many pieces is one text', async () => {
    const long = '支出'.repeat(100_000)
    expect(await eventsOfPart(Buffer.from(`<a>${long}</a>`))).toEqual(['<a', long, '>a'])
  })
})

describe('hostile XML', () => {
  const laughs = `<!DOCTYPE a [<!ENTITY l "ha">${Array.from({ length: 9 }, (_, i) => `<!ENTITY l${i} "${`&l${i - 1 < 0 ? '' : i - 1};`.repeat(10)}">`).join('')}]><a>&l8;</a>`

  it.each([
    ['an entity bomb', laughs, 'doctype'],
    ['an entity of another file', '<!DOCTYPE a SYSTEM "file:///etc/passwd"><a/>', 'doctype'],
    ['an unknown entity', '<a>&l9;</a>', 'bad-xml'],
    ['100,000 elements in each other', '<a>'.repeat(100_000), 'too-deep'],
    ['no root', '', 'bad-xml'],
    ['a cut', '<a><b>', 'bad-xml'],
    ['two roots', '<a/><b/>', 'bad-xml'],
    ['tags across each other', '<a><b></a></b>', 'bad-xml'],
    ['an attribute twice', '<a b="1" b="2"/>', 'bad-xml'],
    ['a control character', '<a>\u0001</a>', 'bad-xml'],
  ])('%s is refused', (_, xml, reason) => {
    expect(refusalOf(() => eventsOf(xml))).toBe(reason)
  })

  it('as many levels as are allowed are not too many', () => {
    expect(refusalOf(() => eventsOf('<a>'.repeat(512) + '</a>'.repeat(512)))).toBeNull()
  })

  it.each([
    ['attributes of one element', (n: number) => `<a ${Array.from({ length: n }, (_, i) => `a${i}="${i}"`).join(' ')}/>`],
    ['characters of an attribute', (n: number) => `<a b="${'x'.repeat(n * 10)}"/>`],
    ['characters of a text', (n: number) => `<a>${'x&amp;'.repeat(n)}</a>`],
    ['elements', (n: number) => `<a>${'<b/>'.repeat(n)}</a>`],
    ['characters of a name', (n: number) => `<${'x'.repeat(n * 10)}/>`],
  ])('200,000 %s take a moment', (_, make) => {
    const started = process.cpuUsage()
    expect(refusalOf(() => eventsOf(make(200_000)))).toBeNull()
    const { user, system } = process.cpuUsage(started)
    expect((user + system) / 1000).toBeLessThan(3000)
  })

  it('attributes named after parts of JavaScript are attributes', () => {
    expect(eventsOf('<a constructor="1" __proto__="2" toString="3"/>')[0]).toMatch(/constructor=1.*toString=3/)
    expect(({} as Record<string, unknown>).val).toBeUndefined()
  })
})

describe('relationships', () => {
  const rels = (inner: string): string => `<Relationships>${inner}</Relationships>`
  const open = (parts: Readonly<Record<string, string>>) =>
    openPackage(makeZip(Object.entries(parts).map(([name, content]) => ({ name, content }))))

  it('lead to parts beside, above and from the root, never out of the package', async () => {
    const pack = await open({
      'a/_rels/b.xml.rels': rels(
        [
          '<Relationship Id="1" Type="http://x/styles" Target="styles.xml"/>',
          '<Relationship Id="2" Type="http://x/media" Target="../m/1.png"/>',
          '<Relationship Id="3" Type="http://x/theme" Target="/t.xml"/>',
          '<Relationship Id="4" Type="http://x/link" Target="file:///etc/passwd" TargetMode="External"/>',
          '<Relationship Id="5" Type="http://x/up" Target="../../../../etc/passwd"/>',
          '<Relationship/>',
        ].join(''),
      ),
    })
    expect((await relationshipsOf(pack, 'a/b.xml')).map(({ type, target }) => `${type} ${target}`)).toEqual([
      'styles a/styles.xml',
      'media m/1.png',
      'theme t.xml',
      'link null',
      'up etc/passwd',
      ' a',
    ])
    expect(await relationshipsOf(pack, '')).toEqual([])
  })
})

function eventsOf(xml: string): string[] {
  const { events, handler } = listener()
  readXml(xml, handler, 512)
  return events
}

async function eventsOfPart(content: Uint8Array): Promise<string[]> {
  const { events, handler } = listener()
  await readXmlPart(await openPackage(makeZip([{ name: 'a.xml', content }])), 'a.xml', handler, 512)
  return events
}

function listener() {
  const events: string[] = []
  const handler = {
    open: (name: string, at: Readonly<Record<string, string>>): void => {
      const attributes = Object.entries(at).filter(([key]) => key !== 'w')
      events.push(`<${name}${attributes.map(([key, value]) => ` ${key}=${value}`).join('')}`)
    },
    close: (name: string): void => void events.push(`>${name}`),
    text: (text: string): void => void events.push(text),
  }
  return { events, handler }
}

function refusalOf(work: () => unknown): string | null {
  try {
    work()
    return null
  } catch (error) {
    if (error instanceof PackageRefused) return error.reason
    throw error
  }
}
