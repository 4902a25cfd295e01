/** What a workbook with formulas holds besides its words: every number, hidden ones too, and each formula beside its shown result. */
import type { Place } from '@jiheng/vocabulary'
import type { Formula, Sheet } from '../source-document.ts'
import { cellName } from './cell-names.ts'
import type { Grid } from './grid.ts'

/** Empty without formulas. `places` tell where each cell stands in the running text. */
export function sheetsOf(grids: readonly Grid[], places: readonly Place[]): readonly Sheet[] {
  if (!grids.some(({ cells }) => cells.some(({ formula }) => formula !== null))) return []
  const shown = stretches(places)
  return grids.map(({ name, isHidden, cells }): Sheet => {
    const values: Record<string, string> = {}
    const formulas: Formula[] = []
    for (const { row, column, value, formula } of cells) {
      const cell = cellName(row, column)
      if (value !== null) values[cell] = value
      const stretch = formula === null ? undefined : shown.get(name)?.get(cell)
      if (formula !== null && stretch) formulas.push({ cell, formula, value, ...stretch })
    }
    return { name, hidden: isHidden, values, formulas }
  })
}

type Stretch = Pick<Place, 'start' | 'end'>

function stretches(places: readonly Place[]): ReadonlyMap<string, ReadonlyMap<string, Stretch>> {
  const sheets = new Map<string, Map<string, Stretch>>()
  for (const { start, end, spot } of places) {
    if (spot.kind !== 'cell') continue
    const cells = sheets.get(spot.sheet) ?? new Map<string, Stretch>()
    const above = cells.get(spot.cell)
    // The lines of a cell follow each other; the name of the sheet, which has the place of A1, stands apart.
    cells.set(spot.cell, { start: above && above.end + 1 === start ? above.start : start, end })
    sheets.set(spot.sheet, cells)
  }
  return sheets
}
