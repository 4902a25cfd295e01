/** Claims of tables: every figure gets the head of its column and the name of its row. */
import type { Block, Cell } from '@jiheng/ingest'
import { type PrintedNumber, type UnitId, unitsBySymbol } from '@jiheng/quantity'
import { conceptAtEnd, rateAtEnd, roleAtEnd, TOTAL_ROW } from '@jiheng/vocabulary'
import { lineFinder, readText } from './from-text.ts'
import { bare, isName, plainName, pointsIn, soleFigure, withUnitCell } from './table-cell.ts'
import { addFigure, type CellPlace, type Meaning } from './table-figure.ts'
import { type Column, looksLikeHead, readHead, standsAsHead } from './table-head.ts'
import type { TableReading } from './table-reading.ts'
import { type GroupPoints, kindOf, numbersColumns, type RowLabel, type TableRow } from './table-row.ts'
import { sidesOf } from './table-sides.ts'
import type { TableUnits } from './table-units.ts'
import type { TextContext } from './text-context.ts'

export type { Column } from './table-head.ts'
export type { TableReading } from './table-reading.ts'
export type { TableRow } from './table-row.ts'

type Table = Extract<Block, { kind: 'table' }>

/** A cell this long is running text. */
const WORDY = 16
/** A rate, an amount, points, or a number of many. */
const SAYS_SOMETHING = /\d(?:%|万?元|分)|\d{2}(?:人|户|件|份|家|次|项|个|场|台|名)/
/** A remark this long may say something of its own. */
const SHORT_REMARK = 4

interface Reader {
  readonly table: Table
  readonly context: TextContext
  readonly lineOf: (offset: number) => number
  idle: number
}

export function readTable(table: Table, context: TextContext, units: TableUnits): { reading: TableReading; idle: number } {
  const reader: Reader = { table, context, lineOf: lineFinder(table.at), idle: 0 }
  const heads: Column[][] = []
  const rows: TableRow[] = []
  let pending: (readonly Cell[])[] = []
  let printed = ''
  const opens = table.headerRows === 0 && standsAsHead(table.rows)
  for (const [index, cells] of table.rows.entries()) {
    if (index < table.headerRows || (opens && index === 0) || looksLikeHead(cells)) {
      pending.push(cells)
      continue
    }
    if (pending.length > 0) {
      const text = pending.map((row) => row.map((cell) => bare(cell.text)).join('\t')).join('\n')
      // A head that is printed again on the next page opens nothing new.
      if (text !== printed) {
        for (const offset of pending.keys()) rows.push(headRow(index - pending.length + offset, heads.length))
        heads.push(readHead(pending, units))
        printed = text
      }
      pending = []
    }
    if (heads.length > 0 && numbersColumns(cells)) {
      rows.push(headRow(index, heads.length - 1))
      continue
    }
    rows.push(readRow(reader, cells, index, heads.length - 1, heads.at(-1) ?? []))
  }
  const whole = { block: context.block, section: context.section, heads, rows }
  return { reading: { ...whole, sides: sidesOf(whole) }, idle: reader.idle }
}

function headRow(index: number, head: number): TableRow {
  return { index, head, name: '', label: '', labels: [], figures: [], kind: 'head', words: '', points: [] }
}

function readRow(reader: Reader, cells: readonly Cell[], index: number, headIndex: number, head: readonly Column[]): TableRow {
  const labels: RowLabel[] = []
  const figures: number[] = cells.map(() => -1)
  const words: string[] = []
  const groups: GroupPoints[] = []
  const unitCell = unitCellOf(cells, head)
  const numeric = cells.map((cell, column) => (head[column]?.isName === true ? null : soleFigure(cell.text)))
  for (const [column, cell] of cells.entries()) {
    const number = numeric[column] ?? null
    const text = bare(cell.text)
    if (text === '') continue
    const meaning = head[column]
    if (number === null) {
      const points = isValueColumn(meaning) ? null : pointsIn(cell)
      if (points !== null) {
        const figure = addFigure(points, groupMeaning(cell, points), placeOf(reader, cell, index, column), reader.context)
        groups.push({ column, figure })
      } else if (meaning?.isRule !== true && isRunning(text, meaning)) reader.idle += readWords(reader, cell)
      // 合计 also stands in the column of the codes.
      if (isValueColumn(meaning) && !(meaning?.isPlain === true && TOTAL_ROW.test(text))) words.push(text)
      else labels.push({ column, text })
      continue
    }
    if (meaning?.isPlain === true) {
      reader.idle++
      continue
    }
    const whole = meaning !== undefined && takesRowUnit(meaning) ? (withUnitCell(cell.text, number, unitCell) ?? number) : number
    const named = describe(reader.table, head, column, whole, unitOf(unitCell), nameOf(labels, cells, column, numeric, head))
    figures[column] = addFigure(whole, named, placeOf(reader, cell, index, column), reader.context)
  }
  const first = figures.findIndex((figure) => figure >= 0)
  const before = labels.filter((label) => first < 0 || label.column < first)
  const name = before.findLast((label) => isName(label.text))?.text ?? before.at(-1)?.text ?? ''
  return {
    index,
    head: headIndex,
    name,
    label: before.map(({ text }) => text).join(''),
    labels,
    figures,
    kind: kindOf(before),
    words: words.join(' '),
    points: groups,
  }
}

/** Running text: long, or a remark that prints an amount, a rate or points (按执行率98.18%计算, 扣1分). */
function isRunning(text: string, column: Column | undefined): boolean {
  if (!/\d/.test(text)) return false
  return text.length >= WORDY || (column?.isPlain === true && text.length >= SHORT_REMARK && SAYS_SOMETHING.test(text))
}

function placeOf(reader: Reader, cell: Cell, row: number, column: number): CellPlace {
  return { cell, row, column, tableStart: reader.table.at.start, lineOf: reader.lineOf }
}

function readWords(reader: Reader, cell: Cell): number {
  const offset = cell.at.start - reader.table.at.start
  const lineOf = (inCell: number): number => reader.lineOf(inCell + offset)
  return readText({ text: cell.text, at: cell.at, lineOf }, { ...reader.context, offset })
}

/** Columns whose words are values or remarks and never the name of the row. */
function isValueColumn(column: Column | undefined): boolean {
  if (column === undefined || column.isName) return false
  if (column.role !== null || column.isUnit || column.isRule || column.isDeduction || column.isPrice || column.isCount) return true
  return /备注|说明|原因|措施|性质|编码|代码|编号/.test(column.text)
}

/** The name that a figure stands under: the name cell to its left, or that of the row. */
function nameOf(
  labels: readonly RowLabel[],
  cells: readonly Cell[],
  column: number,
  numeric: readonly (PrintedNumber | null)[],
  head: readonly Column[],
): string {
  for (let at = column - 1; at >= 0 && numeric[at] === null; at--) {
    const text = bare(cells[at]?.text ?? '')
    if (text !== '' && isName(text) && !isValueColumn(head[at])) return text
  }
  return labels.findLast((label) => isName(label.text))?.text ?? labels.at(-1)?.text ?? ''
}

function unitCellOf(cells: readonly Cell[], head: readonly Column[]): string {
  const column = head.findIndex((meaning) => meaning.isUnit)
  return column < 0 ? '' : bare(cells[column]?.text ?? '')
}

const unitOf = (unitCell: string): UnitId | null => unitsBySymbol(unitCell)[0]?.id ?? null

function groupMeaning(cell: Cell, points: PrintedNumber): Meaning {
  return { ...NOTHING, label: bare(cell.text.slice(0, points.start)).replace(/[（(]$/, ''), role: 'weight', unit: 'point' }
}

const NOTHING = { concept: null, rateName: null, scope: null, period: null }

/** Role, unit and concept of a cell from its column and the name it stands under. */
function describe(
  table: Table,
  head: readonly Column[],
  at: number,
  number: PrintedNumber,
  rowUnit: UnitId | null,
  label: string,
): Meaning {
  const column = head[at]
  if (column === undefined || column.text === '') return describeBare(table, head[at - 1], number, label)
  const printed = number.quantity.unit
  const own = ownRole(label)
  const points = own !== null && own.word === label && (own.role === 'score' || own.role === 'weight')
  if (points && column.role === null) return { ...NOTHING, label, role: own.role, unit: printed === 'none' ? 'point' : printed }
  const isTarget = column.role === 'target' || column.role === 'actual'
  const unit =
    printed !== 'none' ? printed : takesRowUnit(column) ? (rowUnit ?? (isTarget ? null : column.unit) ?? 'none') : (column.unit ?? 'none')
  const role = column.role ?? own?.role ?? 'amount'
  const isPoints = role === 'weight' || role === 'score'
  return {
    label: label === '' ? column.text : label,
    role: unit === 'percent' && role === 'amount' ? 'rate' : role,
    unit: isPoints && unit !== 'percent' ? 'point' : unit,
    concept: isPoints ? null : column.role !== 'rate' ? (conceptOf(label) ?? column.concept) : (column.concept ?? conceptOf(label)),
    rateName: column.rateName ?? rateAtEnd(label)?.name ?? null,
    scope: column.scope,
    period: column.period,
  }
}

/** Targets and results are in the unit of their row; so is a year's column (指标 | 单位 | 2022年 | 2021年). */
const takesRowUnit = ({ role, ownUnit, isCount, isPrice, isTotal, text }: Column): boolean =>
  role === 'target' || role === 'actual' || (role === null && !ownUnit && !isCount && !isPrice && !isTotal && text !== '')

/** A head that was lost: the score stands right of the weight. Otherwise the cell to the left may name the figure. */
function describeBare(table: Table, before: Column | undefined, number: PrintedNumber, label: string): Meaning {
  const printed = number.quantity.unit
  if (before?.role === 'weight') return { ...NOTHING, label, role: 'score', unit: printed === 'none' ? 'point' : printed }
  const rate = rateAtEnd(label)
  if (rate !== null && (printed === 'percent' || /率$/.test(label)))
    return { ...NOTHING, label, role: 'rate', unit: printed === 'none' ? 'percent' : printed, rateName: rate.name }
  const own = ownRole(label)
  if (own !== null) {
    const isPoints = own.role === 'score' || own.role === 'weight'
    return { ...NOTHING, label, role: own.role, unit: printed === 'none' && isPoints ? 'point' : printed, concept: conceptOf(label) }
  }
  const unit = printed === 'none' && table.unit !== null && label !== '' ? table.unit : printed
  return { ...NOTHING, label, role: unit === 'percent' ? 'rate' : 'amount', unit, concept: conceptOf(label) }
}

/** The role that a row's name says; an indicator's name says none. */
function ownRole(label: string): ReturnType<typeof roleAtEnd> {
  const found = roleAtEnd(label)
  return found === null || found.word === '指标' || found.word.length < 2 ? null : found
}

const conceptOf = (label: string): Meaning['concept'] => conceptAtEnd(plainName(label))?.concept ?? null
