/** Excel's binary workbooks up to 2003, and WPS's .et, which are the same. */
import { PackageRefused } from '@jiheng/ooxml'
import type { Limits } from '../../limits.ts'
import { CellBudget, type Grid, type Workbook } from '../grid.ts'
import { oleStream } from './ole-stream.ts'
import { readXlsSheet } from './read-sheet.ts'
import { readGlobals, type XlsSheet } from './workbook-globals.ts'

/** Throws PackageRefused. */
export function readXls(bytes: Uint8Array, limits: Limits): Workbook {
  const stream = oleStream(bytes, ['Workbook', 'Book'])
  if (!stream) throw new PackageRefused('damaged')
  const globals = readGlobals(stream)
  const budget = new CellBudget(limits.maxCells)
  const starts = [...new Set(globals.sheets.map(({ start }) => start))].sort((a, b) => a - b)
  // Each byte is read for one sheet only, however many sheets claim it.
  const endOf = ({ start }: XlsSheet) => starts[starts.indexOf(start) + 1]
  const grids: Grid[] = []
  for (const sheet of globals.sheets) {
    if (budget.cutAt !== null) break
    if (sheet.isWorksheet) grids.push(readXlsSheet(stream.subarray(0, endOf(sheet)), sheet, globals, budget))
  }
  return { grids, cutAt: budget.cutAt }
}
