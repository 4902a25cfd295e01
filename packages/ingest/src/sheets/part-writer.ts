/** Writes the lines and tables of sheets into the running text. */
import { FlowWriter, type SpottedWord, writeTable } from '../flow.ts'
import type { ShownRow } from './merged-rows.ts'
import type { SheetPart } from './sheet-parts.ts'
import { linesOf, sheetTable } from './sheet-table.ts'

export class PartWriter {
  readonly flow = new FlowWriter()
  /** The sheet whose tables had more slots than were left; null when none had. */
  cutAt: string | null = null
  #slots: number

  constructor(mostSlots: number) {
    this.#slots = mostSlots
  }

  part(sheet: string, part: SheetPart): void {
    if (part.gap) this.flow.write('\n')
    if (part.kind === 'line') this.#line(sheet, part.row)
    else this.#table(sheet, part.rows)
  }

  /** Lines of a cell are lines; cells side by side are one. */
  #line(sheet: string, { cells }: ShownRow): void {
    const written = cells.map(({ cell }) => linesOf(sheet, cell))
    const lines = written.length === 1 ? (written[0] as SpottedWord[][]) : [sideBySide(written)]
    for (const words of lines) {
      for (const { text, spot } of words) this.flow.write(text.replace(/[\t\v\f\u0085]/g, ' '), spot)
      this.flow.write('\n')
    }
  }

  #table(sheet: string, rows: readonly ShownRow[]): void {
    const { rows: drafts, slots, isCut } = sheetTable(sheet, rows, this.#slots)
    this.#slots -= slots
    if (isCut) this.cutAt ??= sheet
    if (slots > 0) writeTable(this.flow, { rows: drafts })
  }
}

const APART: SpottedWord = { text: '\u3000\u3000' }

function sideBySide(cells: readonly (readonly SpottedWord[][])[]): SpottedWord[] {
  return cells.flatMap((lines, i) => (i > 0 ? [APART, ...lines.flat()] : lines.flat()))
}
