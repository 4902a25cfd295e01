/** A spreadsheet of OpenDocument: it holds what each cell shows, ready to read. */
import { type Attributes, type Package, PackageRefused, readXmlPart } from '@jiheng/ooxml'
import type { Limits } from '../../limits.ts'
import { MAX_COLUMNS, MAX_ROWS } from '../cell-names.ts'
import { CellBudget, type Grid, GridBuilder, type Workbook } from '../grid.ts'
import { savedValue } from '../shown/digits.ts'
import { formulaByNames } from './formula-by-names.ts'

const MAX_DEPTH = 128
const MANIFEST = 'META-INF/manifest.xml'

/** Rejects with PackageRefused. */
export async function readOds(pack: Package, limits: Limits): Promise<Workbook> {
  if (await isEncrypted(pack)) throw new PackageRefused('encrypted')
  const reader = new OdsReader(new CellBudget(limits.maxCells))
  const handler = {
    open: (tag: string, at: Attributes) => reader.open(tag, at),
    close: (tag: string) => reader.close(tag),
    text: (text: string) => reader.text(text),
  }
  await readXmlPart(pack, 'content.xml', handler, MAX_DEPTH)
  return { grids: reader.grids, cutAt: reader.budget.cutAt }
}

async function isEncrypted(pack: Package): Promise<boolean> {
  let found = false
  if (!pack.has(MANIFEST)) return false
  const open = (tag: string): void => {
    if (tag === 'encryption-data') found = true
  }
  await readXmlPart(pack, MANIFEST, { open, close: () => {} }, MAX_DEPTH)
  return found
}

/** Inside a cell, but no words of it. */
const NOT_SHOWN = new Set(['annotation', 'shapes', 'frame', 'custom-shape', 'object', 'rect', 'line', 'g'])

class OdsReader {
  readonly grids: Grid[] = []
  readonly budget: CellBudget
  readonly #hiddenStyles = new Set<string>()
  #style = ''
  #grid: GridBuilder | null = null
  #isHidden = false
  #row = 0
  #rows = 1
  #column = 0
  #cells: RepeatedCell[] = []
  #cell: Attributes | null = null
  #lines: string[] = []
  #notShown = 0

  constructor(budget: CellBudget) {
    this.budget = budget
  }

  open(tag: string, at: Attributes): void {
    if (NOT_SHOWN.has(tag) && this.#grid) this.#notShown++
    if (this.#notShown > 0) return
    switch (tag) {
      case 'style':
        this.#style = at.name ?? ''
        return
      case 'table-properties':
        if (at.display === 'false') this.#hiddenStyles.add(this.#style)
        return
      case 'table':
        this.#openSheet(at)
        return
      case 'table-column':
        this.#column += this.#hide(at, 'number-columns-repeated', this.#column, MAX_COLUMNS, (from, to) =>
          this.#grid?.hideColumns(from, to),
        )
        return
      case 'table-row':
        this.#openRow(at)
        return
      case 'table-cell':
      case 'covered-table-cell':
        this.#cell = at
        this.#lines = []
        return
      default:
        this.#openWords(tag, at)
    }
  }

  close(tag: string): void {
    if (NOT_SHOWN.has(tag) && this.#grid) this.#notShown--
    if (this.#notShown > 0) return
    if (tag === 'table-cell' || tag === 'covered-table-cell') this.#closeCell(tag)
    else if (tag === 'table-row') this.#closeRow()
    else if (tag === 'table' && this.#grid) {
      this.grids.push(this.#grid.finish(this.#isHidden))
      this.#grid = null
    }
  }

  text(text: string): void {
    if (this.#cell && this.#lines.length > 0 && this.#notShown === 0) this.#append(text)
  }

  #openWords(tag: string, at: Attributes): void {
    if (!this.#cell) return
    if (tag === 'p' || tag === 'h') this.#lines.push('')
    else if (tag === 's') this.#append(' '.repeat(countOf(at.c, 1000)))
    else if (tag === 'tab') this.#append(' ')
    else if (tag === 'line-break') this.#append('\n')
  }

  #append(text: string): void {
    if (this.#lines.length > 0) this.#lines[this.#lines.length - 1] += text
  }

  #openSheet(at: Attributes): void {
    this.#grid = new GridBuilder(at.name ?? '', this.budget)
    this.#isHidden = this.#hiddenStyles.has(at['style-name'] ?? '')
    this.#row = 0
    this.#column = 0
  }

  #hide(at: Attributes, repeated: string, from: number, most: number, hide: (from: number, to: number) => void): number {
    const count = countOf(at[repeated], most)
    if (/^(collapse|filter)$/.test(at.visibility ?? '')) hide(from, from + count - 1)
    return count
  }

  #openRow(at: Attributes): void {
    this.#rows = this.#hide(at, 'number-rows-repeated', this.#row, MAX_ROWS, (from, to) => this.#grid?.hideRows(from, to))
    this.#column = 0
    this.#cells = []
  }

  #closeCell(tag: string): void {
    const at = this.#cell
    this.#cell = null
    if (!at) return
    const count = countOf(at['number-columns-repeated'], MAX_COLUMNS)
    const text = this.#lines.join('\n')
    const value = amountOf(at)
    if (tag === 'table-cell' && (text !== '' || value !== null)) {
      this.#cells.push({
        column: this.#column,
        count,
        text,
        value,
        formula: at.formula === undefined ? null : formulaByNames(at.formula),
      })
    }
    this.#merge(at)
    this.#column += count
  }

  #merge(at: Attributes): void {
    const across = countOf(at['number-columns-spanned'], MAX_COLUMNS)
    const down = countOf(at['number-rows-spanned'], MAX_ROWS)
    this.#grid?.merge({ top: this.#row, left: this.#column, bottom: this.#row + down - 1, right: this.#column + across - 1 })
  }

  #closeRow(): void {
    const rows = this.#cells.length > 0 ? this.#rows : 0
    for (let i = 0; i < rows && !this.budget.cutAt && this.#row + i < MAX_ROWS; i++) {
      for (const { column, count, text, value, formula } of this.#cells) {
        for (let j = 0; j < count && column + j < MAX_COLUMNS && !this.budget.cutAt; j++) {
          this.#grid?.add({ row: this.#row + i, column: column + j, text, value, formula })
        }
      }
    }
    this.#row += this.#rows
  }
}

/** A cell that stands for several alike, side by side. */
interface RepeatedCell {
  readonly column: number
  readonly count: number
  readonly text: string
  readonly value: string | null
  readonly formula: string | null
}

function countOf(written: string | undefined, most: number): number {
  const count = Number(written ?? 1)
  return Number.isInteger(count) && count > 0 ? Math.min(count, most) : 1
}

function amountOf(at: Attributes): string | null {
  if (!/^(float|percentage|currency)$/.test(at['value-type'] ?? '')) return null
  return savedValue(at.value ?? '')
}
