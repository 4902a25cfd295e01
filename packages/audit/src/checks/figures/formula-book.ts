/** A workbook as formulas see it: numbers by sheet, and which cells show something that is no number. */
import type { SourceDocument } from '@jiheng/ingest'
import type { Decimal } from '@jiheng/quantity'
import { type ColumnNumbers, cellNameOf, positionOf, SheetNumbers } from './formula-numbers.ts'
import type { RangeReference } from './formula-parse.ts'
import { TextPlaces } from './formula-places.ts'

type Workbook = Pick<SourceDocument, 'reports' | 'places' | 'sheets'>

/** A date is a number to the program, but none that is kept. */
const DATE = /^\d{2,4}\s*[-/.年]\s*\d|^\d{1,2}:\d\d|^\d{1,2}月|^\d{1,2}-[A-Z][a-z]{2}/

export class FormulaBook {
  readonly places: TextPlaces
  readonly #sheets: ReadonlyMap<string, { readonly hidden: boolean; readonly numbers: SheetNumbers }>
  /** Cells that show words, by sheet. */
  readonly #words = new Map<string, Set<string>>()
  /** Rows of dates, by sheet and column, in order of the text. */
  readonly #dates = new Map<string, number[]>()

  constructor(document: Workbook) {
    this.places = new TextPlaces(document)
    this.#sheets = new Map(document.sheets.map((sheet) => [sheet.name, { hidden: sheet.hidden, numbers: new SheetNumbers(sheet) }]))
    const values = new Map(document.sheets.map((sheet) => [sheet.name, sheet.values]))
    for (const { start, spot } of document.places) {
      if (spot.kind === 'cell' && values.get(spot.sheet)?.[spot.cell] === undefined) this.#addWords(spot.sheet, spot.cell, start)
    }
  }

  #addWords(sheet: string, cell: string, start: number): void {
    const words = this.#words.get(sheet) ?? new Set<string>()
    this.#words.set(sheet, words.add(cell))
    const text = this.places.at(start)?.cell?.text
    const at = text !== undefined && DATE.test(text) ? positionOf(cell) : null
    if (!at) return
    const key = `${at.column}!${sheet}`
    const rows = this.#dates.get(key)
    if (rows) rows.push(at.row)
    else this.#dates.set(key, [at.row])
  }

  hasSheet(name: string): boolean {
    return this.#sheets.has(name)
  }

  /** A blank cell counts as zero; null where something stands that is no number, or may stand. */
  number(sheet: string, row: number, column: number): Decimal | 'blank' | null {
    const found = this.#sheets.get(sheet)
    const number = found?.numbers.at(row, column)
    if (number) return number
    return !found || found.hidden || this.#words.get(sheet)?.has(cellNameOf(row, column)) ? null : 'blank'
  }

  /** Columns of numbers within the range; null when it holds dates. */
  columns(sheet: string, { top, left, bottom, right }: RangeReference): readonly ColumnNumbers[] | null {
    const numbers = this.#sheets.get(sheet)?.numbers
    if (!numbers) return null
    return this.#holdsDates(sheet, top, left, bottom, right) ? null : numbers.columns(left, right)
  }

  /** What looking at a range of several columns costs. */
  width(sheet: string): number {
    return this.#sheets.get(sheet)?.numbers.width ?? 0
  }

  #holdsDates(sheet: string, top: number, left: number, bottom: number, right: number): boolean {
    if (this.#dates.size === 0) return false
    for (let column = left; column <= right; column++) {
      if (this.#dates.get(`${column}!${sheet}`)?.some((row) => row >= top && row <= bottom)) return true
    }
    return false
  }
}
