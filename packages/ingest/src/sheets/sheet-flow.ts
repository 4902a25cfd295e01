/** Spreadsheets of every format as one running text: the visible sheets in order, their lines and tables. */
import type { Problem } from '@jiheng/vocabulary'
import { type Flow, FlowWriter, type SpottedWord, writeTable } from '../flow.ts'
import type { Limits } from '../limits.ts'
import type { Grid, Workbook } from './grid.ts'
import { hiddenProblems } from './hidden.ts'
import { type ShownRow, shownRows } from './merged-rows.ts'
import { sheetCaption } from './sheet-name.ts'
import { type SheetPart, sheetParts } from './sheet-parts.ts'
import { linesOf, sheetTable } from './sheet-table.ts'
import { sheetsOf } from './sheet-values.ts'

export function sheetFlow({ grids, cutAt }: Workbook, file: string, limits: Limits): Flow {
  const writer = new SheetWriter(limits.maxCells)
  for (const grid of grids) if (!grid.isHidden) writer.sheet(grid)
  for (const problem of hiddenProblems(grids, file)) writer.flow.problem(problem)
  const cut = cutAt ?? writer.cutAt
  if (cut !== null) writer.flow.problem(tooMany(file, cut, limits.maxCells))
  const { places, ...flow } = writer.flow.finish()
  return { ...flow, places, sheets: sheetsOf(grids, places) }
}

const tooMany = (file: string, sheet: string, limit: number): Problem => ({
  code: 'document.too-many-blocks',
  at: [file, sheet],
  details: { limit, of: 'cells' },
})

class SheetWriter {
  readonly flow = new FlowWriter()
  cutAt: string | null = null
  #slots: number

  constructor(mostSlots: number) {
    this.#slots = mostSlots
  }

  sheet(grid: Grid): void {
    const parts = sheetParts(shownRows(grid))
    if (parts.length === 0) return
    if (this.flow.length > 0) this.flow.write('\n')
    const caption = sheetCaption(grid.name, parts)
    if (caption !== null) {
      this.flow.write(caption, { kind: 'cell', sheet: grid.name, cell: 'A1' })
      this.flow.write('\n\n')
    }
    for (const part of parts) this.#part(grid.name, part)
  }

  #part(sheet: string, part: SheetPart): void {
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
    const { draft, slots, isCut } = sheetTable(sheet, rows, this.#slots)
    this.#slots -= slots
    if (isCut) this.cutAt ??= sheet
    if (draft.rows.length > 0) writeTable(this.flow, draft)
  }
}

const APART: SpottedWord = { text: '\u3000' }

function sideBySide(cells: readonly (readonly SpottedWord[][])[]): SpottedWord[] {
  return cells.flatMap((lines, i) => (i > 0 ? [APART, ...lines.flat()] : lines.flat()))
}
