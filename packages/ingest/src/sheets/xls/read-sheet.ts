/** One sheet of an old workbook. */
import { PackageRefused } from '@jiheng/ooxml'
import { type CellBudget, type Grid, GridBuilder } from '../grid.ts'
import { savedValue } from '../shown/digits.ts'
import { shownNumber, shownText } from '../shown/shown-number.ts'
import { formulaText } from './formula-tokens.ts'
import { RECORD, recordAt } from './records.ts'
import { errorName, shortNumber } from './saved-values.ts'
import type { Globals, XlsSheet } from './workbook-globals.ts'

/** Throws PackageRefused when the sheet has no end. */
export function readXlsSheet(stream: Uint8Array, sheet: XlsSheet, globals: Globals, budget: CellBudget): Grid {
  const reader = new XlsSheetReader(sheet, globals, budget)
  let depth = 0
  for (let record = recordAt(stream, sheet.start); record && !reader.grid.isFull; record = recordAt(stream, record.next)) {
    // A chart inside the sheet has records of its own.
    if (record.id === RECORD.begin) depth++
    else if (record.id === RECORD.end && --depth <= 0) return reader.finish()
    else if (depth === 1) reader.take(record.id, record.data)
  }
  if (!reader.grid.isFull) throw new PackageRefused('damaged', sheet.name)
  return reader.finish()
}

interface OpenFormula {
  readonly row: number
  readonly column: number
  readonly style: number
  readonly tokens: DataView
}

/** The result of a formula that is text comes in the next record. */
type Result = { readonly number: number } | { readonly words: string } | 'in-next-record'

class XlsSheetReader {
  readonly grid: GridBuilder
  readonly #globals: Globals
  readonly #isHidden: boolean
  /** By the cell that the formulas name: row and column of the first one. */
  readonly #shared = new Map<string, DataView>()
  #open: OpenFormula | null = null
  /** Formulas wait for a shared one, which follows the first cell that uses it. */
  readonly #waiting: (OpenFormula & { readonly result: Exclude<Result, 'in-next-record'> })[] = []

  constructor({ name, isHidden }: XlsSheet, globals: Globals, budget: CellBudget) {
    this.grid = new GridBuilder(name, budget)
    this.#globals = globals
    this.#isHidden = isHidden
  }

  take(id: number, data: DataView): void {
    if (SHORTEST[id] === undefined || data.byteLength < SHORTEST[id]) return
    switch (id) {
      case RECORD.row:
        if (data.getUint16(12, true) & 0x20) this.grid.hideRows(data.getUint16(0, true), data.getUint16(0, true))
        return
      case RECORD.columns:
        if (data.getUint16(8, true) & 1) this.grid.hideColumns(data.getUint16(0, true), data.getUint16(2, true))
        return
      case RECORD.merges:
        this.#merges(data)
        return
      case RECORD.sharedFormula:
        this.#shareFormula(data)
        return
      case RECORD.string:
        if (this.#open) this.#closeFormula(this.#open, { words: this.#globals.text.read(data, 0, 2) })
        return
      default:
        this.#cells(id, data)
    }
  }

  finish(): Grid {
    for (const formula of this.#waiting) this.#addFormula(formula)
    return this.grid.finish(this.#isHidden)
  }

  #cells(id: number, data: DataView): void {
    const [row, column, style] = [data.getUint16(0, true), data.getUint16(2, true), data.getUint16(4, true)]
    switch (id) {
      case RECORD.number:
        this.#number(row, column, style, data.getFloat64(6, true))
        return
      case RECORD.shortNumber:
        this.#number(row, column, style, shortNumber(data.getUint32(6, true)))
        return
      case RECORD.numbers:
        for (let i = 0; 4 + 6 * i + 8 <= data.byteLength; i++) {
          this.#number(row, column + i, data.getUint16(4 + 6 * i, true), shortNumber(data.getUint32(6 + 6 * i, true)))
        }
        return
      case RECORD.sharedLabel:
        this.#words(row, column, style, this.#globals.strings[data.getUint32(6, true)] ?? '')
        return
      case RECORD.label:
      case RECORD.richLabel:
        this.#words(row, column, style, this.#globals.text.read(data, 6, 2))
        return
      case RECORD.truthOrError:
        this.#words(row, column, style, truthOrError(data.getUint8(6), data.getUint8(7) === 1))
        return
      case RECORD.formula:
        this.#formula({ row, column, style, tokens: this.#tokensOf(data) }, data)
    }
  }

  #number(row: number, column: number, style: number, number: number): void {
    this.grid.add({ row, column, ...this.#shownNumber(style, number), formula: null })
  }

  #shownNumber(style: number, number: number): { text: string; value: string | null } {
    const format = this.#globals.formats(style)
    const saved = String(number)
    return { text: shownNumber(saved, format, this.#globals.is1904), value: format.isDate ? null : savedValue(saved) }
  }

  #words(row: number, column: number, style: number, words: string): void {
    this.grid.add({ row, column, text: shownText(words, this.#globals.formats(style)), value: null, formula: null })
  }

  #merges(data: DataView): void {
    for (let at = 2; at + 8 <= data.byteLength; at += 8) {
      const [top = 0, bottom = 0, left = 0, right = 0] = [0, 2, 4, 6].map((offset) => data.getUint16(at + offset, true))
      if (top <= bottom && left <= right) this.grid.merge({ top, left, bottom, right })
    }
  }

  #tokensOf(data: DataView): DataView {
    const length = Math.min(this.#globals.isModern ? data.getUint16(20, true) : 0, data.byteLength - 22)
    return new DataView(data.buffer, data.byteOffset + 22, length)
  }

  #formula(open: OpenFormula, data: DataView): void {
    this.#open = null
    const result = resultOf(data)
    if (result === 'in-next-record') this.#open = open
    else this.#closeFormula(open, result)
  }

  #closeFormula(open: OpenFormula, result: Exclude<Result, 'in-next-record'>): void {
    this.#open = null
    if (open.tokens.byteLength > 0 && open.tokens.getUint8(0) === SHARED) this.#waiting.push({ ...open, result })
    else this.#addFormula({ ...open, result })
  }

  #addFormula({ row, column, style, tokens, result }: OpenFormula & { result: Exclude<Result, 'in-next-record'> }): void {
    const content = 'words' in result ? { text: result.words, value: null } : this.#shownNumber(style, result.number)
    this.grid.add({ row, column, ...content, formula: this.#formulaText(row, column, tokens) })
  }

  #formulaText(row: number, column: number, tokens: DataView): string | null {
    if (tokens.byteLength === 0) return null
    const context = { row, column, sheetName: this.#globals.sheetName }
    if (tokens.getUint8(0) !== SHARED) return formulaText(tokens, context)
    const shared = tokens.byteLength < 5 ? null : this.#shared.get(`${tokens.getUint16(1, true)},${tokens.getUint16(3, true)}`)
    return shared ? formulaText(shared, context) : null
  }

  #shareFormula(data: DataView): void {
    const length = Math.min(data.getUint16(8, true), data.byteLength - 10)
    this.#shared.set(`${data.getUint16(0, true)},${data.getUint8(4)}`, new DataView(data.buffer, data.byteOffset + 10, length))
  }
}

/** The token of a formula that is written elsewhere. */
const SHARED = 1

/** Bytes that a record of each kind has at least. */
const SHORTEST: Readonly<Record<number, number>> = {
  [RECORD.row]: 14,
  [RECORD.columns]: 10,
  [RECORD.merges]: 2,
  [RECORD.sharedFormula]: 10,
  [RECORD.string]: 2,
  [RECORD.number]: 14,
  [RECORD.shortNumber]: 10,
  [RECORD.numbers]: 10,
  [RECORD.sharedLabel]: 10,
  [RECORD.label]: 8,
  [RECORD.richLabel]: 8,
  [RECORD.truthOrError]: 8,
  [RECORD.formula]: 22,
}

function resultOf(data: DataView): Result {
  if (data.getUint16(12, true) !== 0xffff) return { number: data.getFloat64(6, true) }
  const kind = data.getUint8(6)
  if (kind === 0) return 'in-next-record'
  return { words: kind === 3 ? '' : truthOrError(data.getUint8(8), kind === 2) }
}

function truthOrError(code: number, isError: boolean): string {
  return isError ? errorName(code) : code === 1 ? 'TRUE' : 'FALSE'
}
