import { toOriginal } from '@jiheng/vocabulary'
import { describe, expect, test } from 'vitest'
import { ingest, ingestText } from '../src/index.ts'
import { blocksOf, outline, read, readReport, rowsOf, tableOf } from './helpers.ts'

const FILE = { name: 'a.txt', sha256: 'abc' }
const utf8 = (text: string) => new TextEncoder().encode(text)
const codes = (bytes: Uint8Array) => ingestText(bytes, FILE).problems.map(({ code }) => code)

function utf16(text: string, endian: 'le' | 'be', mark = true): Uint8Array {
  const units = mark ? `\ufeff${text}` : text
  const bytes = new Uint8Array(units.length * 2)
  const view = new DataView(bytes.buffer)
  for (let i = 0; i < units.length; i++) view.setUint16(i * 2, units.charCodeAt(i), endian === 'le')
  return bytes
}

/** 一、基本情况\n预算100万元。 in GB18030. */
const GB = Uint8Array.from([
  ...[0xd2, 0xbb, 0xa1, 0xa2, 0xbb, 0xf9, 0xb1, 0xbe, 0xc7, 0xe9, 0xbf, 0xf6, 0x0a],
  ...[0xd4, 0xa4, 0xcb, 0xe3, 0x31, 0x30, 0x30, 0xcd, 0xf2, 0xd4, 0xaa, 0xa1, 0xa3],
])

describe('bytes', () => {
  const text = '一、基本情况\n预算100万元。'

  test('UTF-8, UTF-16 and GB18030 give the same blocks', () => {
    const expected = ['H2 一、|基本情况', 'P 预算100万元。']
    for (const bytes of [utf8(text), utf8(`\ufeff${text}`), utf16(text, 'le'), utf16(text, 'be'), utf16(text, 'le', false), GB]) {
      const { reports, problems } = ingestText(bytes, FILE)
      expect(problems).toEqual([])
      expect(reports[0]?.blocks.map((block) => ('text' in block ? block.text : ''))).toEqual(['基本情况', '预算100万元。'])
    }
    expect(outline(text)).toEqual(expected)
  })

  test('offsets count from behind the byte order mark', () => {
    expect(ingestText(utf8(`\ufeff${text}`), FILE).reports[0]?.blocks[0]?.at.start).toBe(0)
  })

  test('an empty file is empty, a file of blanks has nothing to read', () => {
    expect(codes(new Uint8Array())).toEqual(['file.empty'])
    expect(codes(utf8(' \n\t\n\u3000\n'))).toEqual(['document.nothing-to-read'])
  })

  test.each([
    ['a zip that is cut off', [0x50, 0x4b, 3, 4, 1, 2], 'file.damaged'],
    ['a picture', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a], 'file.picture'],
    ['an archive', [0x52, 0x61, 0x72, 0x21, 0x1a, 7, 0], 'file.unsupported-format'],
    ['some program', [1, 0, 0, 0, 7, 0, 255, 0, 0, 9], 'file.binary'],
    ['zeros', Array<number>(5000).fill(0), 'file.binary'],
  ])('what is no document is named, whatever the file is called: %s', async (_, bytes, code) => {
    const { problems, reports } = await ingest(Uint8Array.from(bytes), FILE)
    expect(problems.map((problem) => problem.code)).toEqual([code])
    expect(reports).toEqual([])
  })

  test('a few broken bytes are reported and the rest is read', () => {
    const broken = utf8('一、基本情况\n预算100万元，支出90万元，执行率90%，资金使用合规。')
    broken[30] = 0xff
    const { reports, problems } = ingestText(broken, FILE)
    expect(problems).toMatchObject([{ code: 'text.partly-undecodable', at: ['a.txt', 2] }])
    expect(reports[0]?.blocks).toHaveLength(2)
  })

  test('a file cut in the middle of a character is read', () => {
    const bytes = utf8('一、基本情况\n预算一百万元')
    expect(codes(bytes.subarray(0, bytes.length - 1))).toEqual(['text.partly-undecodable'])
  })

  test('noise is undecodable, not a report', () => {
    const noise = Uint8Array.from({ length: 3000 }, (_, i) => 128 + ((i * 7919 + (i >> 3) * 104729) % 127))
    const { reports, problems } = ingestText(noise, FILE)
    expect(reports).toEqual([])
    expect(problems.map(({ code }) => code)).toEqual(['text.undecodable'])
  })
})

describe('limits', () => {
  test('bytes: the front is read, without half a character', () => {
    const { reports, problems } = ingestText(utf8('预算执行率'.repeat(10)), FILE, { maxBytes: 31 })
    expect(problems).toMatchObject([{ code: 'file.too-large', details: { limit: 31 } }])
    expect(reports[0]?.blocks[0]).toMatchObject({ text: '预算执行率'.repeat(2) })
  })

  test('line length: a long line is cut behind a mark and nothing is lost', () => {
    const text = `${'预算一百万元，'.repeat(20)}支出九十万元。`
    const { reports, problems } = read(text, { maxLineLength: 50 })
    expect(problems).toMatchObject([{ code: 'text.line-too-long', at: ['report.txt', 1] }])
    const texts = reports[0]?.blocks.map((block) => ('text' in block ? block.text : '')) ?? []
    expect(texts.join('')).toBe(text)
    expect(texts.every((one) => one.length <= 50 && /[，。]$/.test(one))).toBe(true)
  })

  test('blocks, lines and cells: as many as allowed stay', () => {
    expect(read('一。\n二。\n三。\n', { maxBlocks: 2 })).toMatchObject({
      reports: [{ blocks: [{ text: '一。' }, { text: '二。' }] }],
      problems: [{ code: 'document.too-many-blocks', at: ['report.txt', 3], details: { of: 'blocks' } }],
    })
    expect(read('一。\n二。\n三。\n', { maxLines: 1 }).problems).toMatchObject([
      { code: 'document.too-many-blocks', details: { of: 'lines' } },
    ])
    const cells = read('指标\t得分\n甲\t1\n乙\t2\n', { maxCells: 4 })
    expect(cells.problems).toMatchObject([{ code: 'document.too-many-blocks', at: ['report.txt', 3], details: { of: 'cells' } }])
    expect(cells.reports[0]?.blocks[0]).toMatchObject({ rows: [{}, {}] })
  })

  test('a line of very many tabs is text', () => {
    expect(outline('a\tb\tc\td\ne\tf\tg\th\n')).toEqual(['T 2x4'])
    expect(read('a\tb\tc\td\ne\tf\tg\th\n', { maxColumns: 2 }).reports[0]?.blocks.map(({ kind }) => kind)).toEqual([
      'paragraph',
      'paragraph',
    ])
  })
})

describe('places', () => {
  test('lines count as in an editor: \\r\\n once, form feeds not at all', () => {
    const lines = blocksOf('一。\r\n\r\n二。\f三。\n四。\u2028五。\r六。').map((block) => [block.at.original, block.at.line])
    expect(lines).toEqual([
      ['一。', 1],
      ['二。', 3],
      ['三。', 3],
      ['四。', 4],
      ['五。', 4],
      ['六。', 5],
    ])
  })

  test('pages count where form feeds mark them', () => {
    expect(blocksOf('一。\n\f二。\n').map((block) => block.at.page)).toEqual([1, 2])
    expect(blocksOf('一。\n二。\n').map((block) => block.at.page)).toEqual([undefined, undefined])
  })

  test('a heading starts with its number, its text maps behind it', () => {
    const [heading] = blocksOf('  （二） 预算 执行\n')
    expect(heading).toMatchObject({ kind: 'heading', number: '（二）', text: '预算执行', at: { start: 2, original: '（二） 预算 执行' } })
    expect(heading && toOriginal(heading.at, 0, 'start')).toBe(4)
    expect(heading && toOriginal(heading.at, 2, 'end')).toBe(6)
    expect(heading && toOriginal(heading.at, 2, 'start')).toBe(7)
    expect(heading && toOriginal(heading.at, 4, 'end')).toBe(9)
  })

  test('untouched text needs no segments', () => {
    expect(blocksOf('预算100万元。')[0]?.at).toEqual({ start: 0, end: 8, line: 1, original: '预算100万元。', segments: [] })
  })

  test('a joined cell leads to both of its pieces', () => {
    const table = tableOf('指标\t分值\t得分\n结转结\t5\t5\n余率\t\t\n合计\t5\t5\n'.replace('余率', '\f余率'))
    expect(rowsOf(table)).toEqual(['指标 | 分值 | 得分', '结转结余率 | 5 | 5', '合计 | 5 | 5'])
    const cell = table.rows[1]?.[0]
    expect(cell?.at.original).toBe('结转结\t5\t5\n\f余率')
    expect(cell && toOriginal(cell.at, 3, 'start')).toBe(9)
  })
})

test('file facts are handed through', () => {
  expect(ingestText(utf8('一。'), FILE).file).toEqual({ name: 'a.txt', bytes: 6, sha256: 'abc', format: 'text' })
  expect(readReport('一。')).toMatchObject({ title: null, unit: null, year: null, kind: 'unknown' })
})
