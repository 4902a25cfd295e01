/** A table of HTML as the cells and merges of a grid. */
import { type CellBudget, type Grid, GridBuilder } from '../sheets/grid.ts'
import type { HtmlElement, HtmlNode } from './tree.ts'

const MOST_COLUMNS = 512
const MOST_ROWS = 65_534

/** `linesOf` gives the lines of a cell. */
export function tableGrid(table: HtmlElement, linesOf: (cell: HtmlElement) => readonly string[], budget: CellBudget): Grid {
  const grid = new GridBuilder('', budget)
  const rows = rowsOf(table)
  /** Of each column, the last row that a cell from above takes. */
  const taken = new Int32Array(MOST_COLUMNS).fill(-1)
  for (const [row, cells] of rows.entries()) {
    let column = 0
    for (const cell of cells) {
      while (column < MOST_COLUMNS && (taken[column] as number) >= row) column++
      if (column >= MOST_COLUMNS) break
      const right = Math.min(column + spanOf(cell, 'colspan', MOST_COLUMNS), MOST_COLUMNS) - 1
      const bottom = Math.min(row + spanOf(cell, 'rowspan', MOST_ROWS), rows.length) - 1
      grid.add({ row, column, text: linesOf(cell).join('\n'), value: null, formula: null })
      grid.merge({ top: row, left: column, bottom, right })
      taken.fill(bottom, column, right + 1)
      column = right + 1
    }
  }
  return grid.finish(false)
}

/** Through thead, tbody and whatever else stands between; rows of tables inside are not its own. */
export function rowsOf(table: HtmlElement): readonly (readonly HtmlElement[])[] {
  const rows: HtmlElement[][] = []
  const visit = (nodes: readonly HtmlNode[]): void => {
    for (const node of nodes) {
      if (typeof node === 'string' || node.tag === 'table') continue
      if (node.tag === 'tr') rows.push(cellsOf(node))
      else visit(node.children)
    }
  }
  visit(table.children)
  return rows
}

function cellsOf(row: HtmlElement): HtmlElement[] {
  return row.children.filter((node): node is HtmlElement => typeof node !== 'string' && (node.tag === 'td' || node.tag === 'th'))
}

function spanOf({ attributes }: HtmlElement, name: 'colspan' | 'rowspan', most: number): number {
  const span = Number(attributes[name] ?? 1)
  // A rowspan of 0 reaches to the end of its part of the table.
  if (span === 0 && name === 'rowspan') return most
  return Number.isInteger(span) && span > 0 ? Math.min(span, most) : 1
}
