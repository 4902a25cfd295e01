/** What of a workbook is out of sight. */
import type { Problem } from '@jiheng/vocabulary'
import { columnName } from './cell-names.ts'
import type { Grid } from './grid.ts'

/** Hidden sheets are not read; hidden rows and columns that hold something are, and named. */
export function hiddenProblems(grids: readonly Grid[], file: string): readonly Problem[] {
  return grids.flatMap((grid): Problem[] => {
    if (grid.cells.length === 0) return []
    return grid.isHidden ? [{ code: 'sheet.hidden', at: [file, grid.name], details: {} }] : hiddenLines(grid, file)
  })
}

function hiddenLines({ name, cells, isHiddenRow, isHiddenColumn }: Grid, file: string): Problem[] {
  const rows = new Set(cells.filter(({ row }) => isHiddenRow(row)).map(({ row }) => row))
  const columns = new Set(cells.filter(({ column }) => isHiddenColumn(column)).map(({ column }) => column))
  if (rows.size === 0 && columns.size === 0) return []
  const details: Record<string, string> = {}
  if (rows.size > 0) details.rows = ranges(rows, (row) => String(row + 1))
  if (columns.size > 0) details.columns = ranges(columns, columnName)
  return [{ code: 'sheet.hidden-lines', at: [file, name], details }]
}

const MOST_RANGES = 50

/** 5-8,10 */
function ranges(numbers: ReadonlySet<number>, nameOf: (at: number) => string): string {
  const found: [number, number][] = []
  for (const at of [...numbers].sort((a, b) => a - b)) {
    const open = found.at(-1)
    if (open && at === open[1] + 1) open[1] = at
    else found.push([at, at])
  }
  const shown = found.slice(0, MOST_RANGES).map(([first, last]) => (first === last ? nameOf(first) : `${nameOf(first)}-${nameOf(last)}`))
  return shown.join(',') + (found.length > MOST_RANGES ? ',…' : '')
}
