/** An Office workbook (ECMA-376). */
import type { Package } from '@jiheng/ooxml'
import type { Limits } from '../../limits.ts'
import { CellBudget, type Grid, type Workbook } from '../grid.ts'
import { readSheet } from './read-sheet.ts'
import { sharedStrings } from './shared-strings.ts'
import { cellFormats } from './styles.ts'
import { workbookParts } from './workbook-parts.ts'

/** Rejects with PackageRefused. */
export async function readXlsx(pack: Package, limits: Limits): Promise<Workbook> {
  const parts = await workbookParts(pack)
  const budget = new CellBudget(limits.maxCells)
  const context = {
    strings: await sharedStrings(pack, parts.sharedStrings),
    formats: await cellFormats(pack, parts.styles),
    is1904: parts.is1904,
    budget,
  }
  const grids: Grid[] = []
  for (const sheet of parts.sheets) {
    if (budget.cutAt !== null) break
    grids.push(await readSheet(pack, sheet, context))
  }
  return { grids, cutAt: budget.cutAt }
}
