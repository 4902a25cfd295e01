/** Old workbooks record by record: what LibreOffice does not write, or not in this way. */
import { describe, expect, test } from 'vitest'
import { ingest, type SourceDocument } from '../../src/index.ts'
import { linesOf } from './workbook-parts.ts'

type Bytes = readonly number[]

const u16 = (value: number): Bytes => [value & 255, (value >> 8) & 255]
const u32 = (value: number): Bytes => [...u16(value & 0xffff), ...u16(value >>> 16)]
const f64 = (value: number): Bytes => [...new Uint8Array(new Float64Array([value]).buffer)]
const utf16 = (text: string): Bytes => [...text].flatMap((letter) => u16(letter.charCodeAt(0)))
const record = (id: number, ...data: Bytes): Bytes => [...u16(id), ...u16(data.length), ...data]
const begin = (version = 0x600, kind = 5) => record(0x809, ...u16(version), ...u16(kind), ...u32(0), ...u32(0), ...u32(0))
const end = record(0x0a)
const wide = (text: string): Bytes => [...u16(text.length), 1, ...utf16(text)]
const cell = (id: number, row: number, column: number, style: number, ...data: Bytes) =>
  record(id, ...u16(row), ...u16(column), ...u16(style), ...data)
const number = (row: number, column: number, value: number, style = 0) => cell(0x203, row, column, style, ...f64(value))
const shared = (row: number, column: number, index: number) => cell(0xfd, row, column, 0, ...u32(index))
const formula = (row: number, column: number, result: Bytes, tokens: Bytes) =>
  cell(0x06, row, column, 0, ...result, ...u16(0), ...u32(0), ...u16(tokens.length), ...tokens)
const format = (id: number, code: string) => record(0x41e, ...u16(id), ...wide(code))
const style = (id: number) => record(0xe0, ...u16(0), ...u16(id))

interface SheetRecords {
  readonly name: string
  readonly state?: number
  readonly records: readonly Bytes[]
}

/** Sheets behind the records that stand before them; `name` writes a sheet's name. */
function stream(
  globals: readonly Bytes[],
  sheets: readonly SheetRecords[],
  version = 0x600,
  name = (text: string): Bytes => [text.length, 1, ...utf16(text)],
) {
  const bodies = sheets.map(({ records }) => [begin(version, 0x10), ...records, end].flat())
  const listed = (starts: readonly number[]) =>
    sheets.map((sheet, i) => record(0x85, ...u32(starts[i] ?? 0), sheet.state ?? 0, 0, ...name(sheet.name)))
  const front = (starts: readonly number[]) => [begin(version), ...globals, ...listed(starts), end].flat()
  let at = front([]).length
  const starts = bodies.map((body) => {
    at += body.length
    return at - body.length
  })
  return [...front(starts), ...bodies.flat()]
}

const SECTOR = 512

/** The container: a header, one sector of allocation, one of names, then the stream. */
function oleFile(content: Bytes, name = 'Workbook'): Uint8Array {
  const size = Math.max(4096, content.length)
  const sectors = Math.ceil(size / SECTOR)
  const file = new Uint8Array(SECTOR * (3 + sectors))
  const view = new DataView(file.buffer)
  file.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1])
  view.setUint16(30, 9, true)
  view.setUint32(44, 1, true)
  view.setUint32(48, 1, true)
  view.setUint32(56, 4096, true)
  view.setUint32(60, 0xfffffffe, true)
  view.setUint32(68, 0xfffffffe, true)
  for (let i = 0; i < 109; i++) view.setUint32(76 + 4 * i, i === 0 ? 0 : 0xffffffff, true)
  const table = SECTOR
  for (let i = 0; i < SECTOR / 4; i++) view.setUint32(table + 4 * i, 0xffffffff, true)
  view.setUint32(table, 0xfffffffd, true)
  view.setUint32(table + 4, 0xfffffffe, true)
  for (let i = 0; i < sectors; i++) view.setUint32(table + 4 * (2 + i), i + 1 < sectors ? 3 + i : 0xfffffffe, true)
  for (const [i, [entry, kind, start, length]] of [['Root Entry', 5, 0xfffffffe, 0] as const, [name, 2, 2, size] as const].entries()) {
    const at = 2 * SECTOR + 128 * i
    file.set(utf16(entry), at)
    view.setUint16(at + 64, 2 * (entry.length + 1), true)
    file[at + 66] = kind
    view.setUint32(at + 116, start, true)
    view.setUint32(at + 120, length, true)
  }
  file.set(content, 3 * SECTOR)
  return file
}

const read = (file: Uint8Array): Promise<SourceDocument> => ingest(file, { name: 'a.xls', sha256: '' })

describe('an old workbook', () => {
  test('shows short numbers, runs of them, errors and truth in their formats', async () => {
    const globals = [format(164, '0.00%'), style(0), style(164), style(31)]
    const rows = [
      cell(0x204, 0, 0, 0, ...wide('项目')),
      cell(0x204, 0, 1, 0, ...u16(2), 0, 0x41, 0xe9),
      cell(0x204, 0, 2, 0, ...wide('丙')),
      cell(0x204, 0, 3, 0, ...wide('丁')),
      cell(0x204, 1, 0, 0, ...wide('甲')),
      // 96.44 hundredths of a percent as whole hundredths; a run of two; the front of a float.
      cell(0x27e, 1, 1, 1, ...u32(96 * 4 + 3)),
      record(0xbd, ...u16(1), ...u16(2), ...u16(0), ...u32(-5 * 4 + 2), ...u16(2), ...u32(45047 * 4 + 2), ...u16(3)),
      cell(0x204, 2, 0, 0, ...wide('乙')),
      cell(0x27e, 2, 1, 0, ...u32(0x40590000)),
      cell(0x205, 2, 2, 0, 42, 1),
      cell(0x205, 2, 3, 0, 1, 0),
    ]
    const document = await read(oleFile(stream(globals, [{ name: 'Sheet1', records: rows }])))
    expect(document.file.format).toBe('xls')
    expect(linesOf(document)).toEqual(['项目 | Aé | 丙 | 丁', '甲 | 96.00% | -5 | 2023年5月1日', '乙 | 100 | #N/A | TRUE'])
  })

  test('shared strings go on over records, wide here and narrow there, with runs and readings between', async () => {
    const strings = [
      record(0xfc, ...u32(3), ...u32(3), ...u16(4), 1, ...utf16('基本')),
      record(0x3c, 1, ...utf16('支出'), ...u16(6), 0x0c, ...u16(1), ...u32(4), 0x41, 0x42, 0x43),
      record(0x3c, 0, 0x44, 0x45, 0x46, ...u32(7), ...u32(9)),
      record(0x3c, ...u16(2), 1, ...utf16('末尾')),
    ]
    const document = await read(
      oleFile(
        stream(strings, [
          { name: 'Sheet1', records: [shared(0, 0, 0), shared(0, 1, 1), shared(1, 0, 2), shared(1, 1, 9), number(1, 1, 1)] },
        ]),
      ),
    )
    expect(linesOf(document)).toEqual(['基本支出 | ABCDEF', '末尾 | 1'])
  })

  test('formulas: shared ones, those of other sheets, words as results, charts between', async () => {
    const ref = (code: number, row: number, column: number): Bytes => [code, ...u16(row), ...u16((column & 0xff) | 0xc000)]
    const inShared: Bytes = [...ref(0x4c, 0, 0xff), 0x1e, ...u16(2), 0x05]
    const pointer: Bytes = [0x01, ...u16(0), ...u16(1)]
    const globals = [record(0x1ae, ...u16(2), ...u16(0x0401)), record(0x17, ...u16(1), ...u16(0), ...u16(1), ...u16(1)), style(0)]
    const rows = [
      number(0, 0, 1.5),
      formula(0, 1, f64(3), pointer),
      record(0x4bc, ...u16(0), ...u16(1), 1, 1, 0, 2, ...u16(inShared.length), ...inShared),
      begin(0x600, 0x20),
      number(9, 9, 99),
      end,
      number(1, 0, 2.5),
      formula(1, 1, f64(5), pointer),
      formula(2, 0, [0, 0, 0, 0, 0, 0, 0xff, 0xff], [0x17, 1, 0, 0x41]),
      record(0x207, ...wide('合计')),
      formula(2, 1, f64(8), [0x5a, ...u16(0), ...u16(0), ...u16(0xc000)]),
      formula(3, 0, [2, 0, 7, 0, 0, 0, 0xff, 0xff], []),
      number(3, 1, 0.25),
    ]
    const document = await read(
      oleFile(
        stream(globals, [
          { name: '表', records: rows },
          { name: '底 稿', state: 2, records: [number(0, 0, 8)] },
        ]),
      ),
    )
    expect(linesOf(document)).toEqual(['1.5 | 3', '2.5 | 5', '合计 | 8', '#DIV/0! | 0.25'])
    expect(document.sheets[0]?.formulas.map(({ cell, formula }) => `${cell} ${formula}`)).toEqual(['B1 A1*2', 'B2 A2*2', "B3 '底 稿'!A1"])
    expect(document.problems.map(({ code, at }) => [code, at.at(-1)])).toEqual([['sheet.hidden', '底 稿']])
  })

  test('before 1997: words in a Chinese code page', async () => {
    const gb = (...bytes: Bytes): Bytes => [...u16(bytes.length), ...bytes]
    const rows = [
      cell(0x204, 0, 0, 0, ...gb(0xba, 0xcf, 0xbc, 0xc6)),
      number(0, 1, 0.5, 0),
      cell(0x204, 1, 0, 0, ...gb(0x41)),
      number(1, 1, 2),
    ]
    const globals = [record(0x42, ...u16(936)), record(0x41e, ...u16(164), 5, 0x30, 0x2e, 0x30, 0x30, 0x25), style(164)]
    const content = stream(globals, [{ name: 'A', records: rows }], 0x500, (text) => [
      text.length,
      ...[...text].map((letter) => letter.charCodeAt(0)),
    ])
    expect(linesOf(await read(oleFile(content, 'Book')))).toEqual(['合计 | 50.00%', 'A | 200.00%'])
  })

  test('a password, a cut and noise are told', async () => {
    const codes = async (file: Uint8Array) => (await read(file)).problems.map(({ code }) => code)
    const whole = stream([style(0)], [{ name: 'S', records: [number(0, 0, 1), number(0, 1, 2)] }])
    expect(await codes(oleFile(stream([record(0x2f, ...u16(1))], [])))).toEqual(['file.encrypted'])
    expect(await codes(oleFile(whole).subarray(0, 3 * SECTOR))).toEqual(['file.damaged'])
    expect(await codes(oleFile(whole.slice(20)))).toEqual(['file.damaged'])
    expect(await codes(oleFile(whole.slice(0, -30)))).toEqual(['file.damaged'])
  })

  test('a chain of sectors that goes round ends', async () => {
    const file = oleFile(stream([style(0)], [{ name: 'S', records: [number(0, 0, 1), number(0, 1, 2)] }]))
    const view = new DataView(file.buffer)
    view.setUint32(SECTOR + 8, 2, true)
    view.setUint32(2 * SECTOR + 128 + 120, 0xffffffff, true)
    expect((await read(file)).problems.map(({ code }) => code)).toEqual(['file.damaged'])
  })
})
