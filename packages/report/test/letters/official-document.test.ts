import { openPackage } from '@jiheng/ooxml'
import { describe, expect, it } from 'vitest'
import { officialDocument } from '../../src/letters/official-document.ts'
import type { Piece } from '../../src/letters/piece.ts'

const pieces: readonly Piece[] = [
  { kind: 'title', lines: ['关于某事的通报'] },
  { kind: 'paragraph', text: '附件：表' },
  { kind: 'signature', lines: ['经办人：', '日　期：'] },
  { kind: 'annex', label: '附件', title: '表' },
  {
    kind: 'table',
    columns: [
      { head: '序号', width: 20 },
      { head: '单位', width: 100 },
    ],
    rows: [['1', '第一行\n第二行']],
  },
]

async function partsOf(bytes: Uint8Array): Promise<ReadonlyMap<string, string>> {
  const { entries, read } = await openPackage(bytes)
  const parts = new Map<string, string>()
  for (const { name } of entries) parts.set(name, new TextDecoder().decode(await read(name)))
  return parts
}

describe('an official document', () => {
  it('bears its mark at the head of odd and even pages, and none where there is none', async () => {
    const marked = [...(await partsOf(await officialDocument(pieces, { title: '通报', mark: '（初稿）' })))]
    expect(marked.filter(([name, text]) => /header\d/.test(name) && text.includes('（初稿）'))).toHaveLength(2)
    const plain = [...(await partsOf(await officialDocument(pieces, { title: '通报' })))]
    expect(plain.filter(([name]) => /header\d/.test(name))).toEqual([])
  })

  it('numbers its pages outside: right on odd ones, left on even ones', async () => {
    const parts = await partsOf(await officialDocument(pieces, { title: '通报' }))
    const footers = [...parts].filter(([name]) => /word\/footer\d/.test(name)).map(([, text]) => text)
    expect(footers.map((text) => /w:jc w:val="(\w+)"/.exec(text)?.[1]).sort()).toEqual(['left', 'right'])
    for (const text of footers) expect(text).toMatch(/— .*PAGE.* —/s)
    expect(parts.get('word/settings.xml')).toContain('w:evenAndOddHeaders')
  })

  it('repeats the head of a table, tears no row, and keeps the lines of a cell', async () => {
    const text = (await partsOf(await officialDocument(pieces, { title: '通报' }))).get('word/document.xml') ?? ''
    expect(text.match(/<w:tblHeader\/>/g)).toHaveLength(1)
    expect(text.match(/<w:cantSplit\/>/g)).toHaveLength(2)
    expect(text).toMatch(/第一行<\/w:t><\/w:r><\/w:p><w:p>.*第二行/)
  })

  it('keeps the day that it was given and asks no clock', async () => {
    const dated = await partsOf(await officialDocument(pieces, { title: '<通报>', date: '2026-01-01' }))
    expect(dated.get('docProps/core.xml')).toContain('2026-01-01T00:00:00Z')
    expect(dated.get('docProps/core.xml')).toContain('&lt;通报&gt;')
    const open = await partsOf(await officialDocument(pieces, { title: '通报' }))
    expect([...open.values()].join('')).not.toMatch(/\d{4}-\d{2}-\d{2}T/)
  })
})
