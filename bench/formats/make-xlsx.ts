/** A document as a workbook: a row a paragraph, a row a row of a table, amounts as numbers with formats. */
import type { Block, Cell, SourceDocument } from '@jiheng/ingest'
import { type CellValue, type MergeRange, type WriteSheet, writeXlsx } from 'hucre/xlsx'

/** Attachments with tables get sheets of their own, as offices do it. */
export function makeXlsx({ reports }: Pick<SourceDocument, 'reports'>): Promise<Uint8Array> {
  const sheets: SheetMaker[] = [new SheetMaker('Sheet1')]
  for (const [i, { blocks }] of reports.entries()) {
    if (i > 0) sheets.at(-1)?.blank(2)
    for (const block of blocks) {
      if (block.kind === 'attachment' && sheets.at(-1)?.hasTable) sheets.push(new SheetMaker(`Sheet${sheets.length + 1}`))
      sheets.at(-1)?.add(block)
    }
  }
  return writeXlsx({ sheets: sheets.map((sheet) => sheet.finish()) })
}

/** Columns that a paragraph is merged over. */
const PAGE_COLUMNS = 8

class SheetMaker {
  readonly #name: string
  readonly #rows: CellValue[][] = []
  readonly #cells: NonNullable<WriteSheet['cells']> = new Map()
  readonly #merges: MergeRange[] = []
  hasTable = false

  constructor(name: string) {
    this.#name = name
  }

  blank(count: number): void {
    for (let i = 0; i < count; i++) this.#rows.push([null])
  }

  add(block: Block): void {
    if (block.kind !== 'table') {
      this.#merges.push({ startRow: this.#rows.length, startCol: 0, endRow: this.#rows.length, endCol: PAGE_COLUMNS - 1 })
      this.#rows.push([wordsOf(block)])
      return
    }
    this.hasTable = true
    this.blank(1)
    const top = this.#rows.length
    for (const [i, cells] of block.rows.entries()) {
      this.#rows.push(cells.map(() => null))
      for (const [column, cell] of cells.entries()) this.#cell(top + i, column, cell)
    }
    this.blank(1)
  }

  #cell(row: number, column: number, { text, rowSpan, colSpan }: Cell): void {
    if (text === '') return
    const number = numberOf(text)
    if (number === null) (this.#rows[row] as CellValue[])[column] = text
    else this.#cells.set(`${row},${column}`, { value: number.value, type: 'number', style: { numFmt: number.format } })
    if (rowSpan > 1 || colSpan > 1) {
      this.#merges.push({ startRow: row, startCol: column, endRow: row + rowSpan - 1, endCol: column + colSpan - 1 })
    }
  }

  finish(): WriteSheet {
    return { name: this.#name, rows: this.#rows, cells: this.#cells, merges: this.#merges }
  }
}

function wordsOf(block: Exclude<Block, { kind: 'table' }>): string {
  if (block.kind === 'attachment') return block.title
  return wideGaps(block.kind === 'heading' && block.number !== null ? block.number + block.text : block.text)
}

/** A blank beside Chinese characters that tidying kept was a wide one. */
const wideGaps = (text: string): string => text.replace(/(?<=[\u2e80-\uffef]) | (?=[\u2e80-\uffef])/g, '\u3000\u3000')

/** The number and the format that show exactly this text; null when none does. */
function numberOf(text: string): { value: number; format: string } | null {
  const match = /^(-?)(\d{1,3}(?:,\d{3})+|0|[1-9]\d*)(?:\.(\d+))?(%?)$/.exec(text)
  if (!match || text.replace(/\D/g, '').length > 14 || /^-[0.]+%?$/.test(text)) return null
  const [, sign = '', whole = '', part = '', percent = ''] = match
  const places = part.length
  const plain = `${sign}${whole.replaceAll(',', '')}.${part || '0'}`
  const value = percent ? Number(`${plain}e-2`) : Number(plain)
  return { value, format: `${whole.includes(',') ? '#,##0' : '0'}${places > 0 ? `.${'0'.repeat(places)}` : ''}${percent}` }
}
