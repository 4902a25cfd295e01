/** Spreadsheets and pages made to hurt: each ends soon, in a problem or in what can be read. */
import { describe, expect, test } from 'vitest'
import { makeZip } from '../../../../bench/formats/make-zip.ts'
import { ingest } from '../../src/index.ts'
import { bookFile, linesOf, readBook, readRows } from './workbook-parts.ts'

const utf8 = (text: string) => new TextEncoder().encode(text)
const read = (bytes: Uint8Array) => ingest(bytes, { name: 'a', sha256: '' })
const codes = async (bytes: Uint8Array) => (await read(bytes)).problems.map(({ code, details }) => [code, details.reason ?? details.of])

describe('workbooks', () => {
  test('the corners of the largest sheet are four cells', async () => {
    const rows =
      '<row r="1"><c r="A1"><v>1</v></c><c r="XFD1"><v>2</v></c></row><row r="1048576"><c r="A1048576"><v>3</v></c><c r="XFD1048576"><v>4</v></c></row>'
    expect(linesOf(await readRows(rows))).toEqual(['P 1 2', 'P 3 4'])
  })

  test('cells outside any sheet are none', async () => {
    expect(linesOf(await readRows('<row r="1"><c r="XFE1"><v>1</v></c><c r="A9999999"><v>1</v></c><c r="B1"><v>7</v></c></row>'))).toEqual([
      'P 7',
    ])
  })

  test('more cells than the limit are cut, and named', async () => {
    const rows = Array.from({ length: 50 }, (_, i) => `<row r="${i + 1}"><c><v>${i}</v></c><c><v>1</v></c></row>`).join('')
    const document = await readBook({ sheets: [{ name: '大', rows }] }, { maxCells: 20 })
    expect(document.problems).toEqual([{ code: 'document.too-many-blocks', at: ['a.xlsx', '大'], details: { limit: 20, of: 'cells' } }])
    expect(linesOf(document)).toHaveLength(10)
  })

  test('a diagonal of cells is no square of slots', async () => {
    const name = (i: number) => String.fromCharCode(65 + Math.floor(i / 26), 65 + (i % 26))
    const rows = Array.from(
      { length: 600 },
      (_, i) => `<row r="${i + 1}"><c r="A${i + 1}"><v>1</v></c><c r="${name(i)}${i + 1}"><v>2</v></c></row>`,
    ).join('')
    const document = await readBook({ sheets: [{ name: 'S', rows }] }, { maxCells: 10_000 })
    expect(document.problems.map(({ code }) => code)).toEqual(['document.too-many-blocks'])
  })

  test('a long text that every cell shares is not written without end', async () => {
    const rows = '<row><c t="s"><v>0</v></c><c t="s"><v>0</v></c></row>'.repeat(2000)
    const document = await readBook({ sheets: [{ name: 'S', rows }], strings: `<si><t>${'字'.repeat(100_000)}</t></si>` })
    expect(document.problems.map(({ code }) => code)).toEqual(['document.too-many-blocks'])
    expect(document.reports[0]?.blocks[0]?.at.original.length).toBeLessThan(17_000_000)
  })

  test('a long formula that every cell shares is not copied without end', async () => {
    const shared = '<c><f t="shared" si="0"/><v>1</v></c>'
    const first = `<c><f t="shared" si="0" ref="A1:A9">${'B1+'.repeat(2500)}1</f><v>1</v></c>`
    const document = await readRows(`<row>${first}${shared}</row>${`<row>${shared}${shared}</row>`.repeat(3000)}`)
    const characters = document.sheets.flatMap(({ formulas }) => formulas).reduce((sum, { formula }) => sum + formula.length, 0)
    expect(characters).toBeLessThan(17_000_000)
  })

  test('document types, depth and broken XML refuse the file', async () => {
    expect(await codes(bookFile({ sheets: [{ name: 'S', rows: '' }], prolog: '<!DOCTYPE a [<!ENTITY b "c">]>' }))).toEqual([
      ['file.unsafe', 'doctype'],
    ])
    expect(await codes(bookFile({ sheets: [{ name: 'S', rows: '<x>'.repeat(5000) + '</x>'.repeat(5000) }] }))).toEqual([
      ['file.unsafe', 'too-deep'],
    ])
    expect(await codes(bookFile({ sheets: [{ name: 'S', rows: '<row>' }] }))).toEqual([['file.damaged', 'bad-xml']])
  })

  test('a sheet that is listed many times is read once', async () => {
    const rows = '<row><c><v>1</v></c><c><v>2</v></c></row><row><c><v>3</v></c><c><v>4</v></c></row>'
    const file = bookFile({ sheets: [{ name: 'S', rows }], listing: '<sheet name="S" sheetId="1" r:id="s0"/>'.repeat(1000) })
    expect(linesOf(await read(file))).toEqual(['1 | 2', '3 | 4'])
  })

  test('a workbook without sheets has nothing to read', async () => {
    expect(await codes(bookFile({ sheets: [] }))).toEqual([['document.nothing-to-read', undefined]])
  })

  test('repeated rows of OpenDocument are counted, not copied', async () => {
    const cell =
      '<table:table-cell table:number-columns-repeated="16384" office:value-type="float" office:value="1"><text:p>1</text:p></table:table-cell>'
    const body = `<table:table table:name="a"><table:table-row table:number-rows-repeated="1048576">${cell}</table:table-row></table:table>`
    const content = `<office:document-content xmlns:office="o" xmlns:table="t" xmlns:text="x"><office:body><office:spreadsheet>${body}</office:spreadsheet></office:body></office:document-content>`
    const zip = makeZip([
      { name: 'mimetype', content: 'application/vnd.oasis.opendocument.spreadsheet', stored: true },
      { name: 'content.xml', content },
    ])
    const { problems } = await ingest(zip, { name: 'a.ods', sha256: '' }, { limits: { maxCells: 5000 } })
    expect(problems).toEqual([{ code: 'document.too-many-blocks', at: ['a.ods', 'a'], details: { limit: 5000, of: 'cells' } }])
  })

  test('old workbooks of noise are damaged and nothing worse', async () => {
    const ole = new Uint8Array(8192)
    ole.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])
    const view = new DataView(ole.buffer)
    view.setUint16(30, 9, true)
    for (let at = 44; at < 8192; at += 4) view.setUint32(at, (at * 2_654_435_761) % 16, true)
    const name = [...'Workbook'].flatMap((letter) => [letter.charCodeAt(0), 0])
    const directory = (view.getUint32(48, true) + 1) * 512
    ole.set([...name, 0, 0], directory)
    view.setUint16(directory + 64, 18, true)
    ole[directory + 66] = 2
    view.setUint32(directory + 120, 0xffffffff, true)
    expect(await codes(ole)).toEqual([['file.damaged', 'damaged']])
  })
})

describe('pages', () => {
  test.each([
    ['elements deep inside each other', `<html>${'<div>'.repeat(100_000)}一`, [['file.unsafe', 'too-deep']]],
    ['a long attribute', `<html><p title="${'a'.repeat(5_000_000)}">一、概况</p>`, []],
    [
      'cells that claim a million columns and rows',
      `<html><p>一、概况</p><table><tr><td colspan="1000000">甲<td rowspan=1000000>乙</tr>${'<tr><td>1<td>2</tr>'.repeat(2000)}</table>`,
      [],
    ],
    ['close tags that close nothing', `<html>${'<font>'.repeat(900)}${'</b>'.repeat(200_000)}一、概况`, []],
    ['tables inside tables', `<html>${'<table><tr><td>'.repeat(300)}一、概况`, []],
    ['brackets that open no tag', `<html><p>一、概况</p>${'<'.repeat(500_000)}`, []],
  ])('%s', async (_, html, problems) => {
    expect(await codes(utf8(html))).toEqual(problems)
  })
})

describe('comma-separated values', () => {
  test('quotes that are never closed cost no square', async () => {
    const text = 'a,b,c\n'.repeat(500) + '"a,b,c\n'.repeat(20_000)
    expect((await read(utf8(text))).file.format).toBe('csv')
  })
})
