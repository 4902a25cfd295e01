/** Comma-separated values: one sheet of words. */
import type { Problem } from '@jiheng/vocabulary'
import { decode } from '../decode.ts'
import type { ReadFlow } from '../flow.ts'
import { csvSeparator } from '../formats/csv-shape.ts'
import type { Limits } from '../limits.ts'
import type { Reading } from '../reader.ts'
import { MAX_COLUMNS, MAX_ROWS } from '../sheets/cell-names.ts'
import { csvRecords } from '../sheets/csv-records.ts'
import { CellBudget, GridBuilder, type Workbook } from '../sheets/grid.ts'
import { sheetFlow } from '../sheets/sheet-flow.ts'
import { withinBytes } from './text.ts'

export function readCsv(bytes: Uint8Array, { file, limits }: Reading): ReadFlow {
  const { part, problems } = withinBytes(bytes, file, limits.maxBytes)
  const decoded = decode(part, file)
  if (decoded.text === null) return { refused: decoded.problems[0] as Problem }
  const flow = sheetFlow(workbookOf(decoded.text, limits), file, limits)
  return { ...flow, problems: [...problems, ...decoded.problems, ...flow.problems] }
}

function workbookOf(text: string, limits: Limits): Workbook {
  const budget = new CellBudget(limits.maxCells)
  const grid = new GridBuilder('', budget)
  const records = csvRecords(text, csvSeparator(text) ?? ',', MAX_ROWS)
  for (const [row, fields] of records.entries()) {
    if (grid.isFull) break
    for (const [column, field] of fields.slice(0, MAX_COLUMNS).entries()) {
      grid.add({ row, column, text: asShown(field), value: null, formula: null })
    }
  }
  return { grids: [grid.finish(false)], cutAt: budget.cutAt }
}

/** `="00123"` keeps a spreadsheet from reading a number. */
const asShown = (field: string): string => /^="(.*)"$/s.exec(field)?.[1] ?? field
