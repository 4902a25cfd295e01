/** From a table as found to the block that is handed over. */
import type { Block, Cell } from '../source-document.ts'
import { originOf, type Source, tidy } from '../tidy/tidy-text.ts'
import { joinBrokenRows } from './broken-rows.ts'
import { type Labelled, labelRows } from './header-rows.ts'
import { isEmptyCell, type RawCell, type RawRow, type RawTable } from './raw-table.ts'
import { statedUnit, statedUnitInRow } from './table-unit.ts'

type Table = Extract<Block, { kind: 'table' }>

/** `captions` are the squeezed short lines directly above, the nearest first. */
export function finishTable(source: Source, table: RawTable, captions: readonly string[]): Table {
  const whole = table.isMarked ? table.rows : joinBrokenRows(source.clean, table.rows, table.isWrapped)
  const rows = whole.map((row) => row.cells.map((cell, column) => toCell(source, row, cell, row.spans?.[column])))
  const words = rows.map((row) => row.map((cell) => cell.text.replaceAll(' ', '')))
  const { from: start, line, page } = table.first
  const place = { start, end: endOf(table), line, page }
  return {
    kind: 'table',
    rows,
    ...withMergedHeads(labelRows(words), rows),
    unit: captionUnit(captions) ?? rowUnit(words),
    at: originOf(source, place, source.text.slice(place.start, place.end)),
  }
}

/** A cell of the head that reaches down over rows makes them rows of the head. */
function withMergedHeads(labelled: Labelled, rows: readonly (readonly Cell[])[]): Labelled {
  let head = labelled.headerRows
  for (let row = 0; row < head && row < rows.length; row++) {
    for (const { rowSpan, text } of rows[row] as readonly Cell[]) if (rowSpan > 1 && text !== '') head = Math.max(head, row + rowSpan)
  }
  head = Math.min(head, rows.length - 1)
  if (head <= labelled.headerRows) return labelled
  const within = Array.from({ length: head - labelled.headerRows }, (_, i) => labelled.headerRows + i)
  return { headerRows: head, labelRows: [...new Set([...labelled.labelRows, ...within])].sort((a, b) => a - b) }
}

/** A row may begin and end with empty cells: its tabs belong to the table. */
function endOf({ last, rows }: RawTable): number {
  return Math.max(last.end, rows.at(-1)?.cells.at(-1)?.at(-1) ?? 0)
}

const SINGLE: readonly [rows: number, columns: number] = [1, 1]

function toCell(source: Source, row: RawRow, cell: RawCell, [rowSpan, colSpan] = SINGLE): Cell {
  const start = cell[0] ?? 0
  const place = { start, end: cell.at(-1) ?? start, line: row.line.line, page: row.line.page }
  if (isEmptyCell(cell)) return { text: '', rowSpan, colSpan, at: originOf(source, place, '') }
  const { text, at } = tidy(source, cell, place)
  return { text, rowSpan, colSpan, at }
}

function captionUnit(captions: readonly string[]): Table['unit'] {
  for (const caption of captions) {
    const unit = statedUnit(caption)
    if (unit) return unit
  }
  return null
}

function rowUnit(words: readonly (readonly string[])[]): Table['unit'] {
  for (const row of words.slice(0, 3)) {
    for (const cell of row) {
      const unit = statedUnitInRow(cell)
      if (unit) return unit
    }
  }
  return null
}
