/** Tables with two or three sides, each with names and figures of its own: 收入项目 | 决算数 | 支出项目 | 决算数. */
import { isName } from './table-cell.ts'
import type { Column } from './table-head.ts'
import type { TableReading } from './table-reading.ts'
import { kindOf, type TableRow } from './table-row.ts'

/** 收入 | 支出（按功能分类） | 支出（按经济分类）. */
const MAX_SIDES = 3

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
  const width = head.length / starts.length
  if (starts.length < 2 || starts.length > MAX_SIDES || starts.some((start, at) => start !== at * width)) return []
  const values = head.slice(1, width)
  const isRepeated = (start: number): boolean => values.every((column, at) => column.text === head[start + 1 + at]?.text)
  return starts.every(isRepeated) ? starts : []
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
