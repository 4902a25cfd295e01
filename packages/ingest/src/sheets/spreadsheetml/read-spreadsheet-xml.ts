/** Workbook, Worksheet, Table, Row, Cell, Data: the XML of Excel 2003. */
import { type Attributes, readXml } from '@jiheng/ooxml'
import type { Limits } from '../../limits.ts'
import { MAX_COLUMNS, MAX_ROWS } from '../cell-names.ts'
import { CellBudget, type Grid, GridBuilder, type Workbook } from '../grid.ts'
import { savedValue } from '../shown/digits.ts'
import { GENERAL, type NumberFormat, numberFormat, shownNumber, shownText } from '../shown/shown-number.ts'
import { formatCode } from './named-formats.ts'
import { formulaByNames } from './relative-formula.ts'

/** Formatted words inside a cell are HTML of a few levels. */
const MAX_DEPTH = 128

/** Throws PackageRefused. */
export function readSpreadsheetXml(xml: string, limits: Limits): Workbook {
  const reader = new SpreadsheetReader(new CellBudget(limits.maxCells))
  const handler = {
    open: (tag: string, at: Attributes) => reader.open(tag, at),
    close: (tag: string) => reader.close(tag),
    text: (text: string) => reader.text(text),
  }
  readXml(xml.trimStart(), handler, MAX_DEPTH)
  return { grids: reader.grids, cutAt: reader.budget.cutAt }
}

class SpreadsheetReader {
  readonly grids: Grid[] = []
  readonly budget: CellBudget
  readonly #formats = new Map<string, NumberFormat>()
  #style = ''
  #grid: GridBuilder | null = null
  #isHidden = false
  #row = -1
  #nextRow = 0
  #column = -1
  #cell: Attributes | null = null
  #type = ''
  #data: string[] = []
  #isData = false
  #isOption = false
  #option = ''

  constructor(budget: CellBudget) {
    this.budget = budget
  }

  open(tag: string, at: Attributes): void {
    if (tag === 'Style') this.#style = at.ID ?? ''
    else if (tag === 'NumberFormat') this.#formats.set(this.#style, numberFormat(formatCode(at.Format ?? '')))
    else if (tag === 'Worksheet') this.#openSheet(at)
    else if (tag === 'Row') this.#openRow(at)
    else if (tag === 'Column') this.#openColumn(at)
    else if (tag === 'Cell') this.#openCell(at)
    else if (tag === 'Data' && this.#cell) {
      this.#type = at.Type ?? ''
      this.#isData = true
    } else if (tag === 'Visible') this.#isOption = true
  }

  text(text: string): void {
    if (this.#isData) this.#data.push(text)
    if (this.#isOption) this.#option += text
  }

  close(tag: string): void {
    if (tag === 'Data') this.#isData = false
    else if (tag === 'Cell' && this.#cell) this.#closeCell(this.#cell)
    else if (tag === 'Visible') this.#closeVisible()
    else if (tag === 'Worksheet' && this.#grid) {
      this.grids.push(this.#grid.finish(this.#isHidden))
      this.#grid = null
    }
  }

  #openSheet(at: Attributes): void {
    this.#grid = new GridBuilder(at.Name ?? '', this.budget)
    this.#isHidden = false
    this.#row = -1
    this.#nextRow = 0
    this.#column = -1
  }

  #closeVisible(): void {
    this.#isHidden ||= /hidden/i.test(this.#option)
    this.#isOption = false
    this.#option = ''
  }

  #openColumn(at: Attributes): void {
    const first = indexOf(at.Index, this.#column + 1)
    this.#column = first + countOf(at.Span)
    if (at.Hidden === '1') this.#grid?.hideColumns(first, this.#column)
  }

  #openRow(at: Attributes): void {
    this.#row = indexOf(at.Index, this.#nextRow)
    this.#nextRow = this.#row + countOf(at.Span) + 1
    this.#column = -1
    if (at.Hidden === '1') this.#grid?.hideRows(this.#row, this.#nextRow - 1)
  }

  #openCell(at: Attributes): void {
    this.#column = indexOf(at.Index, this.#column + 1)
    this.#cell = at
    this.#type = ''
    this.#data = []
  }

  #closeCell(at: Attributes): void {
    const [row, column] = [this.#row, this.#column]
    const across = countOf(at.MergeAcross)
    const down = countOf(at.MergeDown)
    this.#cell = null
    this.#column += across
    if (!this.#grid || this.#grid.isFull || row < 0 || row >= MAX_ROWS || column >= MAX_COLUMNS) return
    this.#grid.merge({ top: row, left: column, bottom: Math.min(row + down, MAX_ROWS), right: Math.min(column + across, MAX_COLUMNS) })
    const formula = at.Formula === undefined || at.ArrayRange !== undefined ? null : formulaByNames(at.Formula, row, column)
    this.#grid.add({ row, column, ...this.#content(this.#formats.get(at.StyleID ?? 'Default') ?? GENERAL), formula })
  }

  #content(format: NumberFormat): { text: string; value: string | null } {
    const data = this.#data.join('')
    switch (this.#type) {
      case 'Number':
        return { text: shownNumber(data.trim(), format), value: format.isDate ? null : savedValue(data.trim()) }
      case 'DateTime':
        return { text: shownNumber(String(serialOf(data) ?? data), format.isDate ? format : SHORT_DATE), value: null }
      case 'Boolean':
        return { text: data.trim() === '1' ? 'TRUE' : 'FALSE', value: null }
      default:
        return { text: shownText(data, format), value: null }
    }
  }
}

const SHORT_DATE = numberFormat('yyyy/m/d')

/** Indexes count from 1. */
function indexOf(written: string | undefined, next: number): number {
  const index = Number(written ?? next + 1) - 1
  return Number.isInteger(index) && index >= 0 && index < MAX_ROWS ? index : next
}

function countOf(written: string | undefined): number {
  const count = Number(written ?? 0)
  return Number.isInteger(count) && count > 0 ? Math.min(count, MAX_ROWS) : 0
}

/** Days since the end of 1899, of `2023-05-01T00:00:00.000`. */
function serialOf(data: string): number | null {
  const match = /^(\d{4})-(\d\d)-(\d\d)(?:T(\d\d):(\d\d):(\d\d(?:\.\d+)?))?/.exec(data.trim())
  if (!match) return null
  const [year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0] = match.slice(1).map((part) => Number(part ?? 0))
  const days = (Date.UTC(year, month - 1, day) - Date.UTC(1899, 11, 30)) / 86_400_000
  return days + (hour * 3600 + minute * 60 + second) / 86_400
}
