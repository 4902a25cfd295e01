/** A table of the document as a table of the page: merged cells, rows that name columns, marks in cells. */
import type { Block, Cell } from '@jiheng/ingest'
import type { MarkWriter } from './mark-writer.ts'
import { type BlockMarks, stretchesOf } from './marks.ts'
import { html, type Markup } from './markup.ts'

type Table = Extract<Block, { kind: 'table' }>

export interface TablePart {
  readonly markup: Markup
  readonly rows: number
}

/** Rows of one part: a browser lays out a table as a whole, so a long one is cut where no merged cell stands. */
const PART_ROWS = 60
/** Columns from which a table scrolls in a box of its own instead of being squeezed. */
const WIDE_COLUMNS = 6

export function documentTable(table: Table, marks: BlockMarks, writer: MarkWriter): readonly TablePart[] {
  const { rows } = table
  const columns = rows.reduce((most, row) => Math.max(most, row.length), 0)
  const ends = partsOf(rows)
  const widths = ends.length > 1 ? widthsOf(rows, columns) : null
  return ends.map((to, at) => {
    const from = at === 0 ? 0 : (ends[at - 1] as number)
    return { rows: to - from, markup: partOf(table, from, to, columns, widths, marks, writer) }
  })
}

function partOf(
  table: Table,
  from: number,
  to: number,
  columns: number,
  widths: readonly number[] | null,
  marks: BlockMarks,
  writer: MarkWriter,
): Markup {
  const labels = new Set([...Array.from({ length: table.headerRows }, (_, row) => row), ...table.labelRows])
  const covered = new Set<string>()
  const lines: Markup[] = []
  for (let row = from; row < to; row++) {
    const cells = table.rows[row] as readonly Cell[]
    // Where only labels follow there is nothing that they name.
    const names = labels.has(row) && !labels.has(row + 1) ? row + 1 < to : labels.has(row) && row + 1 < to
    const written = cells.map((cell, column) => {
      if (covered.has(`${row} ${column}`) && cell.text === '') return null
      const rowSpan = clamp(cell.rowSpan, to - row)
      const colSpan = clamp(cell.colSpan, columns - column)
      for (let r = row; r < row + rowSpan; r++) {
        for (let c = column; c < column + colSpan; c++) covered.add(`${r} ${c}`)
      }
      const words = writer.text(cell.text, stretchesOf(marks, cell.at, cell.text.length, cell.at.start - table.at.start))
      const spans = html`${rowSpan > 1 ? html` rowspan="${rowSpan}"` : null}${colSpan > 1 ? html` colspan="${colSpan}"` : null}`
      if (names && cell.text !== '') return html`<th scope="col"${spans}>${words}</th>`
      const look = labels.has(row) ? html` class="label"` : isFigure(cell.text) ? html` class="figure"` : null
      return html`<td${look}${spans}>${words}</td>`
    })
    lines.push(html`<tr>${written}</tr>
`)
  }
  const cols = widths === null ? null : html`<colgroup>${widths.map((width) => html`<col class="w${width}">`)}</colgroup>`
  const wide = columns >= WIDE_COLUMNS
  const name = from === 0 ? '表格' : '表格（续）'
  const size = `${wide ? ` wide c${Math.min(4, Math.ceil(columns / 6))}` : ''}${widths === null ? '' : ' even'}`
  const box = html`<table class="t${size}">${cols}<tbody>${lines}</tbody></table>`
  return wide
    ? html`<div class="table" tabindex="0" role="region" aria-label="${name}">${box}</div>`
    : html`<div class="table">${box}</div>`
}

/** Ends of parts, exclusive. */
function partsOf(rows: readonly (readonly Cell[])[]): readonly number[] {
  const ends: number[] = []
  let [start, reach] = [0, 0]
  for (const [at, row] of rows.entries()) {
    if (at - start >= PART_ROWS && (reach <= at || at - start >= 4 * PART_ROWS)) {
      ends.push(at)
      start = at
    }
    for (const { rowSpan } of row) reach = Math.max(reach, at + Math.min(rowSpan, rows.length))
  }
  ends.push(rows.length)
  return ends
}

/** Shares of the width in steps of 2 %, so that the columns of all parts of one table stand below each other. */
function widthsOf(rows: readonly (readonly Cell[])[], columns: number): readonly number[] {
  const sums = Array.from({ length: columns }, () => ({ length: 0, cells: 0 }))
  for (const row of rows) {
    for (const [column, { text, colSpan }] of row.entries()) {
      const sum = sums[column]
      if (colSpan > 1 || text === '' || sum === undefined) continue
      sum.length += Math.min(60, text.length)
      sum.cells++
    }
  }
  const weights = sums.map(({ length, cells }) => Math.max(4, Math.min(24, cells === 0 ? 0 : length / cells)))
  const whole = weights.reduce((sum, weight) => sum + weight, 0)
  return weights.map((weight) => Math.max(1, Math.min(50, Math.round((weight / whole) * 50))))
}

const clamp = (span: number, most: number): number => Math.max(1, Math.min(span, most))

/** A figure alone in its cell stands to the right, as people print it. */
const isFigure = (text: string): boolean => text.length < 24 && /^[-+−(（]?[\d０-９][\d,，.．]*[)）]?\s?[%％‰]?$/.test(text)
