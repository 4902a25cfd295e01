import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { attributeAt, charactersOf, PackageRefused, readXml, scanXml, splice, type Tag } from '../src/index.ts'

/** What the scanner says, as the reader of events would say it. */
function scanned(xml: string): readonly string[] {
  const events: string[] = []
  scanXml(xml, {
    open: (tag) => events.push(`<${tag.local}`),
    close: (tag) => events.push(`>${tag.local}`),
    text: (start, end, isCdata) => add(events, charactersOf(xml.slice(start, end), isCdata).text),
  })
  return events.filter((event) => event !== '#')
}

function read(xml: string): readonly string[] {
  const events: string[] = []
  readXml(
    xml,
    { open: (name) => events.push(`<${name}`), close: (name) => events.push(`>${name}`), text: (text) => add(events, text) },
    100,
  )
  return events.filter((event) => event !== '#')
}

function add(events: string[], text: string): void {
  if (events.at(-1)?.startsWith('#')) events[events.length - 1] += text
  else events.push(`#${text}`)
}

describe('tags with their places', () => {
  it('are cut out of the text as they are written', () => {
    const xml = '<?xml version="1.0"?><!-- <x> --><w:a w:b="1 > 0"><w:c d=\'"\' /><![CDATA[<e>]]></w:a >'
    const found: string[] = []
    const take = ({ start, end }: Tag): number => found.push(xml.slice(start, end))
    scanXml(xml, { open: take, close: take, text: (start, end) => found.push(xml.slice(start, end)) })
    expect(found).toEqual(['<w:a w:b="1 > 0">', "<w:c d='\"' />", "<w:c d='\"' />", '<e>', '</w:a >'])
  })

  it('attributes are found by their names without prefix', () => {
    const xml = '<w:a x:val="1" w:id = \'&lt;2\'/>'
    let id: string | null = null
    scanXml(xml, { open: (tag) => (id = attributeAt(xml, tag, 'id')), close: () => {} })
    expect(id).toBe('<2')
  })

  it.each(['<a', '<a><b></a>', '<!DOCTYPE a><a/>', 'x', ''])('%j is refused or says nothing', (xml) => {
    const events: string[] = []
    try {
      scanXml(xml, { open: (tag) => events.push(tag.name), close: () => {} })
    } catch (error) {
      expect(error).toBeInstanceOf(PackageRefused)
    }
    expect(events).toEqual([])
  })

  it('says what the reader of events says, whatever the XML', () => {
    const text = fc.constantFrom(
      '支出',
      ' ',
      '\r\n',
      '&amp;',
      '&#x1F600;',
      '&#10;',
      '>',
      '"',
      "'",
      '<!-- <p> -->',
      '<![CDATA[&<]]>',
      '<?pi <x?>',
      '\u{20000}',
    )
    const { tree } = fc.letrec<{ tree: string }>((tie) => ({
      tree: fc.oneof(
        { depthSize: 'small' },
        text,
        fc
          .tuple(fc.constantFrom('w:p', 'r', 'a:t'), fc.constantFrom('', ' a="1>2"', " w:b='/'"), fc.array(tie('tree'), { maxLength: 4 }))
          .map(([name, attributes, inside]) =>
            inside.length === 0 ? `<${name}${attributes}/>` : `<${name}${attributes}>${inside.join('')}</${name}>`,
          ),
      ),
    }))
    fc.assert(
      fc.property(tree, (inside) => {
        const xml = `<root>${inside}</root>`
        expect(scanned(xml)).toEqual(read(xml))
      }),
    )
  })
})

describe('characters as written', () => {
  it('every character leads to where it begins', () => {
    const written = 'a&amp;b\r\nc&#x1F600;d'
    const { text, written: at } = charactersOf(written)
    expect(text).toBe('a&b\nc😀d')
    expect(Array.from({ length: text.length + 1 }, (_, offset) => at(offset))).toEqual([0, 1, 6, 7, 9, 10, 10, 19, 20])
  })

  it('in CDATA a reference is what it looks like', () => {
    expect(charactersOf('&amp;\r\n', true).text).toBe('&amp;\n')
  })
})

describe('splicing', () => {
  it('replaces stretches, inserts in the order given, and leaves the rest', () => {
    const edits = [
      { start: 4, end: 5, text: '五' },
      { start: 1, end: 1, text: 'x' },
      { start: 1, end: 1, text: 'y' },
      { start: 1, end: 3, text: '' },
    ]
    expect(splice('abcdef', edits)).toBe('axyd五f')
    expect(() => splice('abc', [...edits.slice(3), { start: 2, end: 3, text: '' }])).toThrow(/overlap/)
  })
})
