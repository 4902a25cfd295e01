/** Tables with two sides, each with names and figures of its own: 收入项目 | 决算数 | 支出项目 | 决算数. */
import { isName } from './table-cell.ts'
import type { Column } from './table-head.ts'
import type { TableReading } from './table-reading.ts'
import { kindOf, type TableRow } from './table-row.ts'

type Whole = Omit<TableReading, 'sides'>

/** One reading for each side; the table itself where it has one side only. */
export function sidesOf(whole: Whole): TableReading[] {
  const alone: TableReading = { ...whole, sides: [] }
  const heads = whole.heads
  const first = heads[0]
  if (heads.length !== 1 || first === undefined) return [alone]
  const starts = startsOf(first, whole.rows)
  if (starts.length < 2) return [alone]
  return starts.map((start, at) => {
    const end = starts[at + 1] ?? first.length
    return { ...whole, rows: whole.rows.map((row) => rowWithin(row, start, end)), sides: [] }
  })
}

/** Columns where a side begins: a column of names right of figures, under the same heads as the first. */
function startsOf(head: readonly Column[], rows: readonly TableRow[]): number[] {
  const names = head.map((_, column) => column).filter((column) => isNameColumn(head, rows, column))
  const starts = names.filter((column, at) => at === 0 || column > (names[at - 1] as number) + 1)
  if (starts.length !== 2 || starts[0] !== 0) return []
  const [left, right] = [0, starts[1] as number]
  return right * 2 === head.length && head.slice(1, right).every((column, at) => column.text === head[right + 1 + at]?.text)
    ? [left, right]
    : []
}

/** Most rows have a name there, and none a figure. */
function isNameColumn(head: readonly Column[], rows: readonly TableRow[], column: number): boolean {
  if (head[column]?.role !== null || head[column]?.isPlain === true) return false
  let named = 0
  let items = 0
  for (const row of rows) {
    if (row.kind === 'head') continue
    items++
    if ((row.figures[column] ?? -1) >= 0) return false
    if (row.labels.some((label) => label.column === column && isName(label.text))) named++
  }
  return items >= 2 && named * 2 > items
}

function rowWithin(row: TableRow, start: number, end: number): TableRow {
  if (row.kind === 'head') return row
  const labels = row.labels.filter(({ column }) => column >= start && column < end)
  const figures = row.figures.map((figure, column) => (column >= start && column < end ? figure : -1))
  const name = labels.findLast(({ text }) => isName(text))?.text ?? ''
  return { ...row, labels, figures, name, label: labels.map(({ text }) => text).join(''), kind: kindOf(labels) }
}
