/** What stands before the sheets of an old workbook: their names, the styles, the shared strings. */
import { PackageRefused } from '@jiheng/ooxml'
import { type CellFormats, formatsOf } from '../xlsx/styles.ts'
import { RECORD, recordAt, type XlsRecord } from './records.ts'
import { narrowText, sharedTable, WIDE_TEXT, type XlsText } from './strings.ts'

export interface Globals {
  readonly sheets: readonly XlsSheet[]
  readonly strings: readonly string[]
  readonly formats: CellFormats
  readonly is1904: boolean
  readonly text: XlsText
  /** Since 1997: formulas are read from these only. */
  readonly isModern: boolean
  /** By the number that a formula gives; null for other workbooks and for several sheets at once. */
  readonly sheetName: (index: number) => string | null
}

export interface XlsSheet {
  readonly name: string
  readonly start: number
  readonly isHidden: boolean
  readonly isWorksheet: boolean
}

const SINCE_1997 = 0x600

/** Throws PackageRefused. */
export function readGlobals(stream: Uint8Array): Globals {
  const begin = recordAt(stream, 0)
  if (begin?.id !== RECORD.begin || begin.data.byteLength < 4) throw new PackageRefused('damaged', 'Workbook')
  const isModern = begin.data.getUint16(0, true) >= SINCE_1997
  const reader = new GlobalsReader(stream, isModern)
  for (let record = recordAt(stream, begin.next); record; record = recordAt(stream, record.next)) {
    if (record.id === RECORD.end) return reader.finish()
    reader.take(record)
  }
  throw new PackageRefused('damaged', 'Workbook')
}

class GlobalsReader {
  readonly #stream: Uint8Array
  readonly #isModern: boolean
  #text: XlsText
  #is1904 = false
  #strings: readonly string[] = []
  readonly #sheets: XlsSheet[] = []
  readonly #codes = new Map<number, string>()
  readonly #styles: number[] = []
  /** Of each workbook that formulas lead to: whether it is this one. */
  readonly #books: boolean[] = []
  #references: DataView | null = null

  constructor(stream: Uint8Array, isModern: boolean) {
    this.#stream = stream
    this.#isModern = isModern
    this.#text = isModern ? WIDE_TEXT : narrowText(936)
  }

  take(record: XlsRecord): void {
    const { id, data } = record
    if (id === RECORD.password) throw new PackageRefused('encrypted')
    if (id === RECORD.strings && data.byteLength >= 8) this.#strings = sharedTable(this.#stream, record)
    else if (data.byteLength < 2) return
    else if (id === RECORD.is1904) this.#is1904 = data.getUint16(0, true) === 1
    else if (id === RECORD.codePage && !this.#isModern) this.#text = narrowText(data.getUint16(0, true))
    else if (id === RECORD.sheet && data.byteLength >= 8) this.#sheet(data)
    else if (id === RECORD.format) this.#codes.set(data.getUint16(0, true), this.#text.read(data, 2, this.#isModern ? 2 : 1))
    else if (id === RECORD.style && data.byteLength >= 4) this.#styles.push(data.getUint16(2, true))
    else if (id === RECORD.book) this.#books.push(data.byteLength === 4 && data.getUint16(2, true) === 0x0401)
    else if (id === RECORD.externSheet) this.#references = data
  }

  #sheet(data: DataView): void {
    this.#sheets.push({
      name: this.#text.read(data, 6, 1),
      start: data.getUint32(0, true),
      isHidden: (data.getUint8(4) & 3) !== 0,
      isWorksheet: data.getUint8(5) === 0,
    })
  }

  finish(): Globals {
    return {
      sheets: this.#sheets,
      strings: this.#strings,
      formats: formatsOf(this.#styles, this.#codes),
      is1904: this.#is1904,
      text: this.#text,
      isModern: this.#isModern,
      sheetName: (index) => this.#nameOf(index),
    }
  }

  #nameOf(index: number): string | null {
    const data = this.#references
    const at = 2 + 6 * index
    if (!data || at + 6 > data.byteLength || !this.#books[data.getUint16(at, true)]) return null
    const first = data.getUint16(at + 2, true)
    return first === data.getUint16(at + 4, true) ? (this.#sheets[first]?.name ?? null) : null
  }
}
