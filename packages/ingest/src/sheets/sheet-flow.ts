/** Spreadsheets of every format as one running text: the visible sheets in order, their lines and tables. */
import type { Problem } from '@jiheng/vocabulary'
import type { Flow } from '../flow.ts'
import type { Limits } from '../limits.ts'
import type { Grid, Workbook } from './grid.ts'
import { hiddenProblems } from './hidden.ts'
import { shownRows } from './merged-rows.ts'
import { PartWriter } from './part-writer.ts'
import { sheetCaption } from './sheet-name.ts'
import { sheetParts } from './sheet-parts.ts'
import { sheetsOf } from './sheet-values.ts'

export function sheetFlow({ grids, cutAt }: Workbook, file: string, limits: Limits): Flow {
  const writer = new PartWriter(limits.maxCells)
  for (const grid of grids) if (!grid.isHidden) writeSheet(writer, grid)
  for (const problem of hiddenProblems(grids, file)) writer.flow.problem(problem)
  const cut = cutAt ?? writer.cutAt
  if (cut !== null) writer.flow.problem(tooManyCells([file, cut], limits))
  const { places, ...flow } = writer.flow.finish()
  return { ...flow, places, sheets: sheetsOf(grids, places) }
}

export const tooManyCells = (at: Problem['at'], { maxCells }: Limits): Problem => ({
  code: 'document.too-many-blocks',
  at,
  details: { limit: maxCells, of: 'cells' },
})

function writeSheet(writer: PartWriter, grid: Grid): void {
  const parts = sheetParts(shownRows(grid))
  if (parts.length === 0) return
  const { flow } = writer
  if (flow.length > 0) flow.write('\n')
  const caption = sheetCaption(grid.name, parts)
  if (caption !== null) {
    flow.write(caption, { kind: 'cell', sheet: grid.name, cell: 'A1' })
    flow.write('\n\n')
  }
  for (const part of parts) writer.part(grid.name, part)
}
