/** One worksheet: cells with their formats and formulas, merges, what is hidden. */
import { type Attributes, type Package, readXmlPart } from '@jiheng/ooxml'
import { type CellPosition, MAX_COLUMNS, MAX_ROWS, readCellName, readRange } from '../cell-names.ts'
import { type CellBudget, type Grid, GridBuilder } from '../grid.ts'
import { SharedFormulas } from '../shared-formulas.ts'
import { savedValue } from '../shown/digits.ts'
import { type NumberFormat, shownNumber, shownText } from '../shown/shown-number.ts'
import { RichText, unescaped } from './shared-strings.ts'
import type { CellFormats } from './styles.ts'
import { isTrue, type SheetPartName } from './workbook-parts.ts'
import { MAX_XML_DEPTH } from './xml-depth.ts'

/** What all sheets of a workbook share. */
export interface SheetContext {
  readonly strings: readonly string[]
  readonly formats: CellFormats
  readonly is1904: boolean
  readonly budget: CellBudget
}

/** Rejects with PackageRefused. */
export async function readSheet(pack: Package, { name, part, isHidden }: SheetPartName, context: SheetContext): Promise<Grid> {
  const reader = new SheetReader(name, context)
  const handler = {
    open: (tag: string, at: Attributes) => reader.open(tag, at),
    close: (tag: string) => reader.close(tag),
    text: (text: string) => reader.text(text),
  }
  await readXmlPart(pack, part, handler, MAX_XML_DEPTH)
  return reader.grid.finish(isHidden)
}

class SheetReader {
  readonly grid: GridBuilder
  readonly #context: SheetContext
  readonly #shared = new SharedFormulas()
  readonly #inline = new RichText()
  /** Where the next row and cell stand if they do not say. */
  #row = -1
  #column = -1
  #cell: Attributes | null = null
  #formulaAt: Attributes | null = null
  #formula = ''
  #value = ''
  #into: 'value' | 'formula' | null = null

  constructor(name: string, context: SheetContext) {
    this.grid = new GridBuilder(name, context.budget)
    this.#context = context
  }

  open(tag: string, at: Attributes): void {
    switch (tag) {
      case 'row':
        this.#openRow(at)
        return
      case 'c':
        this.#openCell(at)
        return
      case 'v':
        this.#into = 'value'
        return
      case 'f':
        this.#into = 'formula'
        this.#formulaAt = at
        return
      case 'col':
        if (isTrue(at.hidden)) this.grid.hideColumns(Number(at.min) - 1, Number(at.max) - 1)
        return
      case 'mergeCell': {
        const range = readRange(at.ref ?? '')
        if (range) this.grid.merge(range)
        return
      }
      default:
        if (this.#cell) this.#inline.open(tag)
    }
  }

  close(tag: string): void {
    if (tag === 'v' || tag === 'f') this.#into = null
    else if (tag === 'c' && this.#cell) this.#closeCell(this.#cell)
    else if (this.#cell) this.#inline.close(tag)
  }

  text(text: string): void {
    if (this.#into === 'value') this.#value += text
    else if (this.#into === 'formula') this.#formula += text
    else if (this.#cell) this.#inline.text(text)
  }

  #openRow(at: Attributes): void {
    const row = Number(at.r ?? this.#row + 2) - 1
    this.#row = Number.isInteger(row) && row >= 0 ? row : this.#row + 1
    this.#column = -1
    if (isTrue(at.hidden)) this.grid.hideRows(this.#row, this.#row)
  }

  #openCell(at: Attributes): void {
    this.#cell = at
    this.#formulaAt = null
    this.#formula = ''
    this.#value = ''
    this.#inline.take()
  }

  #closeCell(at: Attributes): void {
    this.#cell = null
    const place = this.#place(at)
    if (!place || this.grid.isFull) return
    const { text, value } = this.#content(at)
    this.grid.add({ ...place, text, value, formula: this.#formulaOf(place) })
  }

  #place(at: Attributes): CellPosition | null {
    const place = at.r === undefined ? { row: this.#row, column: this.#column + 1 } : readCellName(at.r)
    if (place) this.#column = place.column
    return place && place.row >= 0 && place.row < MAX_ROWS && place.column < MAX_COLUMNS ? place : null
  }

  #content(at: Attributes): { text: string; value: string | null } {
    const format = this.#context.formats(Number(at.s ?? 0))
    switch (at.t) {
      case 's':
        return words(this.#context.strings[Number(this.#value)] ?? '', format)
      case 'inlineStr':
        return words(this.#inline.take(), format)
      case 'str':
        return words(unescaped(this.#value), format)
      case 'b':
        return { text: this.#value === '' ? '' : isTrue(this.#value) ? 'TRUE' : 'FALSE', value: null }
      case 'e':
      case 'd':
        return { text: this.#value, value: null }
      default:
        return this.#number(format)
    }
  }

  #number(format: NumberFormat): { text: string; value: string | null } {
    if (this.#value.trim() === '') return { text: '', value: null }
    const number = this.#value.trim()
    return { text: shownNumber(number, format, this.#context.is1904), value: format.isDate ? null : savedValue(number) }
  }

  /** Formulas that fill several cells at once are no plain ones. */
  #formulaOf({ row, column }: CellPosition): string | null {
    const at = this.#formulaAt
    const type = at?.t ?? 'normal'
    if (!at || type === 'array' || type === 'dataTable') return null
    const id = at.si
    if (type !== 'shared' || id === undefined) return this.#formula || null
    if (this.#formula === '') return this.#shared.at(id, row, column)
    this.#shared.define(id, row, column, this.#formula)
    return this.#formula
  }
}

const words = (text: string, format: NumberFormat) => ({ text: shownText(text, format), value: null })
