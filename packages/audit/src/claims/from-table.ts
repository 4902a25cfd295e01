/** Claims of tables: every figure gets the head of its column and the label of its row. */

import { type Block, type Cell, toOriginal } from '@jiheng/ingest'
import {
  decimal,
  dimensionOf,
  multiply,
  type PrintedNumber,
  scanCell,
  scanNumbers,
  type UnitId,
  unitById,
  unitsBySymbol,
} from '@jiheng/quantity'
import {
  type ConceptId,
  conceptAtEnd,
  PLAIN_COLUMN,
  type Role,
  rateAtEnd,
  roleAtEnd,
  SCOPE_WORDS,
  type Scope,
  TOTAL_ROW,
  UNIT_COLUMN,
  WITHIN_ROW,
} from '@jiheng/vocabulary'
import type { Figure } from './figure.ts'
import { isExactly, lineFinder, readText, type TextContext } from './from-text.ts'
import { reduce } from './read-phrase.ts'

type Table = Extract<Block, { kind: 'table' }>

export interface Column {
  readonly text: string
  readonly role: Role | null
  readonly concept: ConceptId | null
  readonly rateName: string | null
  readonly scope: Scope | null
  readonly unit: UnitId | null
  readonly isUnit: boolean
  readonly isPlain: boolean
  readonly isWithin: boolean
  readonly isTotal: boolean
  readonly period: string | null
}

export interface TableRow {
  readonly index: number
  /** Which run of head rows this row stands under. */
  readonly head: number
  readonly label: string
  /** Text cells before the first figure, in order, with their columns. */
  readonly labels: readonly { readonly column: number; readonly text: string }[]
  /** Figure index by column, -1 where there is none. */
  readonly figures: readonly number[]
  readonly kind: 'item' | 'total' | 'within' | 'head'
  /** Points that a label cell carries: 产出指标（40分）. Figure index or -1. */
  readonly groupWeight: number
  readonly groupColumn: number
}

export interface TableReading {
  readonly block: number
  readonly section: number
  readonly heads: readonly (readonly Column[])[]
  readonly rows: readonly TableRow[]
}

/** A cell this long is running text. */
const WORDY = 16
const MAX_FIGURE_CELL = 40

export function readTable(table: Table, context: TextContext): { reading: TableReading; idle: number } {
  const lineOf = lineFinder(table.at)
  const heads: Column[][] = []
  const rows: TableRow[] = []
  let idle = 0
  let pending: (readonly Cell[])[] = []
  for (const [index, cells] of table.rows.entries()) {
    const isHead = index < table.headerRows || looksLikeHead(cells)
    if (isHead) {
      pending.push(cells)
      rows.push({ index, head: heads.length, label: '', labels: [], figures: [], kind: 'head', groupWeight: -1, groupColumn: -1 })
      continue
    }
    if (pending.length > 0) {
      heads.push(readHead(pending, table.unit))
      pending = []
    }
    const head = heads.at(-1) ?? []
    const read = readRow(table, cells, index, heads.length - 1, head, context, lineOf)
    idle += read.idle
    rows.push(read.row)
  }
  return { reading: { block: context.block, section: context.section, heads, rows }, idle }
}

/** A row without figures whose cells name roles, rates or concepts. */
function looksLikeHead(cells: readonly Cell[]): boolean {
  let words = 0
  let named = 0
  for (const cell of cells) {
    const text = bare(cell.text).replace(/[（(][^（()）]*[）)]/g, '')
    if (text === '') continue
    words++
    if (soleFigure(cell.text) !== null || text.length > 24) return false
    if (namesColumn(text)) named++
  }
  return words >= 2 && named >= 2 && named * 2 >= words
}

function namesColumn(text: string): boolean {
  return (
    PLAIN_COLUMN.test(text) ||
    UNIT_COLUMN.test(text) ||
    /^(?:合计|小计|总计|金额|数量|单价|人数|占比|比重|完成情况|一级指标|二级指标|三级指标|指标|项目|其中.*)$/.test(text) ||
    (roleAtEnd(text)?.word.length ?? 0) >= 2 ||
    rateAtEnd(text) !== null ||
    conceptAtEnd(text) !== null
  )
}

const bare = (text: string): string => text.replace(/\s/g, '')

/** The figure of a cell that holds one figure and nothing else but a comparator or a hedge. */
function soleFigure(text: string): PrintedNumber | null {
  if (text.length >= MAX_FIGURE_CELL) return null
  const found = scanCell(text)
  const only = found[0]
  if (only === undefined || found.length !== 1 || only.form !== 'digits') return null
  const rest = (text.slice(0, only.start) + text.slice(only.end)).replace(/[\s≥≤<>＜＞=＝﹥﹤（）()*＊]/g, '')
  return rest === '' || (only.compare !== null && rest.length <= 4) || (only.quantity.hedge !== undefined && rest.length <= 3) ? only : null
}

function readHead(rows: readonly (readonly Cell[])[], tableUnit: UnitId | null): Column[] {
  const width = Math.max(...rows.map((cells) => cells.length))
  const columns: Column[] = []
  const unit = unitInLabelHead(rows) ?? tableUnit
  const carried: string[] = rows.map(() => '')
  for (let column = 0; column < width; column++) {
    const parts: string[] = []
    for (const [level, cells] of rows.entries()) {
      const text = bare(cells[column]?.text ?? '')
      const isLast = level === rows.length - 1
      if (text !== '') carried[level] = text
      // A merged head cell leaves blanks to its right; upper levels reach over them, the lowest does not.
      const used = text !== '' ? text : isLast ? '' : (carried[level] ?? '')
      if (used !== '' && parts.at(-1) !== used) parts.push(used)
    }
    columns.push(readColumn(parts, unit))
  }
  return columns
}

/** "项目资金（万元）" over the labels gives the unit of the whole form. */
function unitInLabelHead(rows: readonly (readonly Cell[])[]): UnitId | null {
  for (const cells of rows) {
    const inner = /[（(](?:单位[:：])?([^（()）]{1,4})[）)]$/.exec(bare(cells[0]?.text ?? ''))?.[1]
    const found = inner === undefined ? undefined : unitsBySymbol(inner)[0]
    if (found !== undefined) return found.id
  }
  return null
}

function readColumn(parts: readonly string[], tableUnit: UnitId | null): Column {
  const full = parts.join('')
  let unit: UnitId | null = null
  const text = full.replace(/[（(]([^（()）]{1,12})[）)]/g, (whole, inner: string) => {
    const found = unitsBySymbol(inner.replace(/^单位[:：]/, ''))[0]
    if (found === undefined) return /^[A-Za-z0-9/÷×=+\-①-⑩]+$/.test(inner) ? '' : whole
    unit = found.id
    return ''
  })
  const last = (parts.at(-1) ?? '').replace(/[（(].*?[）)]/g, '')
  const rate = rateAtEnd(text)
  const role = rate === null ? (roleAtEnd(last) ?? roleAtEnd(text)) : null
  const rest = role === null ? text : text.slice(0, Math.max(0, text.length - role.word.length))
  const scope = SCOPE_WORDS.find(([word]) => text.includes(word))?.[1] ?? null
  return {
    text,
    role: rate !== null || /占比|比重|比例$/.test(last) ? (rate !== null ? 'rate' : 'share') : (role?.role ?? null),
    concept: conceptAtEnd(rest)?.concept ?? conceptAtEnd(text)?.concept ?? null,
    rateName: rate?.name ?? null,
    scope,
    unit:
      unit ??
      (rate !== null || /占比|比重|百分比/.test(last) || /[%％]/.test(full)
        ? 'percent'
        : role !== null && (role.role === 'weight' || role.role === 'score')
          ? 'point'
          : tableUnit),
    isUnit: UNIT_COLUMN.test(last),
    isPlain: PLAIN_COLUMN.test(last),
    isWithin: WITHIN_ROW.test(last) || parts.some((part) => /^其中/.test(part)),
    isTotal: /^(?:合计|总计|小计|总额|合计数)$/.test(last),
    period: /(?:19|20)\d{2}|上年|本年/.exec(text)?.[0] ?? null,
  }
}

function readRow(
  table: Table,
  cells: readonly Cell[],
  index: number,
  headIndex: number,
  head: readonly Column[],
  context: TextContext,
  lineOf: (offset: number) => number,
): { row: TableRow; idle: number } {
  let idle = 0
  const labels: { column: number; text: string }[] = []
  const figures: number[] = cells.map(() => -1)
  let groupWeight = -1
  let groupColumn = -1
  const rowUnit = unitOfRow(cells, head)
  const numeric = cells.map((cell) => soleFigure(cell.text))
  const firstFigure = numeric.findIndex(
    (number, column) => number !== null && !(head[column]?.isPlain ?? false) && !isRowNumber(cells, column, head),
  )
  for (const [column, cell] of cells.entries()) {
    const number = numeric[column] ?? null
    const text = bare(cell.text)
    if (number === null) {
      if (text === '') continue
      const points = pointsIn(cell)
      if (points !== null && groupWeight < 0) {
        groupWeight = addFigure(
          points,
          cell,
          column,
          index,
          {
            label: bare(cell.text.slice(0, points.start)).replace(/[（(]$/, ''),
            role: 'weight',
            unit: 'point',
            concept: null,
            rateName: null,
            scope: null,
            period: null,
          },
          table,
          context,
          lineOf,
        )
        groupColumn = column
      } else if (text.length >= WORDY && /\d/.test(text))
        idle += readText({ text: cell.text, at: cell.at }, { ...context, offset: cell.at.start - table.at.start })
      if (firstFigure < 0 || column < firstFigure) labels.push({ column, text })
      continue
    }
    const meaning = head[column]
    if (meaning?.isPlain === true || isRowNumber(cells, column, head)) {
      idle++
      continue
    }
    const left = leftLabel(cells, column, numeric)
    const label = labelOf(labels, left)
    const named = describe(meaning, head[column - 1], left, number, rowUnit, label)
    if (named === null) {
      idle++
      continue
    }
    figures[column] = addFigure(number, cell, column, index, named, table, context, lineOf)
  }
  const label = labels.map(({ text }) => text).join('')
  const last = labels.at(-1)?.text ?? ''
  const kind = labels.some(({ text }) => TOTAL_ROW.test(text))
    ? 'total'
    : WITHIN_ROW.test(last) || WITHIN_ROW.test(labels[0]?.text ?? '')
      ? 'within'
      : 'item'
  return { row: { index, head: headIndex, label, labels, figures, kind, groupWeight, groupColumn }, idle }
}

/** 序号 columns that have no head, or one that says so. */
function isRowNumber(cells: readonly Cell[], column: number, head: readonly Column[]): boolean {
  return column === 0 && (head[0]?.isPlain ?? false) && /^\d{1,3}$/.test(bare(cells[0]?.text ?? ''))
}

function leftLabel(cells: readonly Cell[], column: number, numeric: readonly (PrintedNumber | null)[]): string {
  for (let at = column - 1; at >= 0; at--) {
    const text = bare(cells[at]?.text ?? '')
    if (numeric[at] !== null) return ''
    if (text !== '') return text
  }
  return ''
}

function labelOf(labels: readonly { text: string }[], left: string): string {
  return left !== '' ? left : (labels.at(-1)?.text ?? '')
}

function unitOfRow(cells: readonly Cell[], head: readonly Column[]): UnitId | null {
  const column = head.findIndex((meaning) => meaning.isUnit)
  if (column < 0) return null
  return unitsBySymbol(bare(cells[column]?.text ?? ''))[0]?.id ?? null
}

interface Meaning {
  readonly label: string
  readonly role: Role
  readonly unit: UnitId
  readonly concept: ConceptId | null
  readonly rateName: string | null
  readonly scope: Scope | null
  readonly period: string | null
}

/** Role, unit and concept of a cell from its column and row; null when nothing says what it is. */
function describe(
  column: Column | undefined,
  before: Column | undefined,
  left: string,
  number: PrintedNumber,
  rowUnit: UnitId | null,
  label: string,
): Meaning | null {
  const printed = number.quantity.unit
  const own = left === '' ? null : roleAtEnd(left)
  const leftRate = left === '' ? null : rateAtEnd(left)
  const labelConcept = conceptAtEnd(label.replace(/[（()）“”"]/g, ''))?.concept ?? null
  if (column === undefined || (column.text === '' && column.unit === null)) {
    // A head that was lost: the score stands right of the weight. Otherwise the cell to the left may name it.
    if (before?.role === 'weight') return { label, role: 'score', unit: 'point', concept: null, rateName: null, scope: null, period: null }
    if (leftRate !== null)
      return {
        label: left,
        role: 'rate',
        unit: printed === 'none' ? 'percent' : printed,
        concept: null,
        rateName: leftRate.name,
        scope: null,
        period: null,
      }
    if (own !== null && own.word.length >= 2)
      return {
        label: left,
        role: own.role,
        unit: printed === 'none' && (own.role === 'score' || own.role === 'weight') ? 'point' : printed,
        concept: labelConcept,
        rateName: null,
        scope: null,
        period: null,
      }
    return { label, role: 'amount', unit: printed, concept: labelConcept, rateName: null, scope: null, period: null }
  }
  const isTarget = column.role === 'target' || column.role === 'actual'
  const unit = printed !== 'none' ? printed : isTarget ? (rowUnit ?? 'none') : (column.unit ?? 'none')
  const formLabel =
    own !== null &&
    column.role === null &&
    own.word.length >= 2 &&
    bare(left) === own.word &&
    (own.role === 'score' || own.role === 'weight')
  if (formLabel)
    return {
      label: left,
      role: own.role,
      unit: printed === 'none' ? 'point' : printed,
      concept: null,
      rateName: null,
      scope: null,
      period: null,
    }
  const role = column.role ?? own?.role ?? 'amount'
  return {
    label: label === '' ? column.text : label,
    role: unit === 'percent' && role === 'amount' ? 'rate' : role,
    unit: (role === 'weight' || role === 'score') && unit !== 'percent' ? 'point' : unit,
    concept: column.role !== 'rate' ? (labelConcept ?? column.concept) : column.concept,
    rateName: column.rateName ?? rateAtEnd(label)?.name ?? null,
    scope: column.scope,
    period: column.period,
  }
}

/** "产出指标（40分）", "预算执行（10）": the points of a group inside its label. */
function pointsIn(cell: Cell): PrintedNumber | null {
  const found = scanNumbers(cell.text)
  const number = found.at(-1)
  if (number === undefined || found.length !== 1) return null
  const before = cell.text.charAt(number.start - 1)
  const after = cell.text.charAt(number.end)
  if (!(before === '（' || before === '(') || !(after === '）' || after === ')')) return null
  return number.quantity.unit === 'point' ? number : null
}

function addFigure(
  number: PrintedNumber,
  cell: Cell,
  column: number,
  row: number,
  meaning: Meaning,
  table: Table,
  context: TextContext,
  lineOf: (offset: number) => number,
): number {
  const index = context.figures.length
  const unit = unitById(meaning.unit) ?? unitById('none')
  if (unit === null) return -1
  const offset = cell.at.start - table.at.start
  const start = toOriginal(cell.at, number.figureStart, 'start') + offset
  const dimension = dimensionOf(unit.id) as string
  const factor = decimal(unit.factor)
  const precision = number.quantity.precision
  const isExact = isExactly(dimension)
  const printedPlace = multiply(decimal(precision === 'exact' ? '1' : precision.place), factor)
  const phrase =
    meaning.concept === null
      ? ''
      : reduce(meaning.label.replace(/^[一二三四五六七八九十\d]+[、.．]|^[（(][一二三四五六七八九十\d]+[）)]/, ''), context.isSelf)
  const aliasLength = phrase === '' ? 0 : (conceptAtEnd(phrase.replace(/[（()）“”"]/g, ''))?.length ?? 0)
  const qualifier = phrase.replace(/[（()）“”"]/g, '').slice(0, Math.max(0, phrase.replace(/[（()）“”"]/g, '').length - aliasLength))
  context.figures.push({
    index,
    claim: {
      id: `c${index}`,
      who: qualifier === '' ? null : qualifier,
      concept: meaning.concept,
      label: meaning.label,
      role: meaning.role,
      period: null,
      scope: meaning.scope,
      quantity: { ...number.quantity, unit: unit.id, precision: isExact ? 'exact' : precision === 'exact' ? { place: '1' } : precision },
      anchor: {
        report: context.report,
        block: context.block,
        start,
        end: toOriginal(cell.at, number.figureEnd, 'end') + offset,
        line: lineOf(start),
        cell: `${row + 1},${column + 1}`,
      },
      confidence: meaning.concept !== null || meaning.role !== 'amount' ? 0.9 : 0.6,
    },
    seat: { kind: 'cell', row, column },
    value: multiply(number.amount, factor),
    dimension,
    ownPlace: printedPlace,
    place: isExact ? null : printedPlace,
    lead: meaning.label,
    tail: '',
    announcesTotal: false,
    direction: null,
    against: null,
    qualifier,
    ownLabel: true,
    subject: -1,
    rateName: meaning.rateName,
    compare: number.compare,
    section: context.section,
    periodKey:
      meaning.period === null || meaning.period === '本年' || meaning.period === String(context.year)
        ? ''
        : meaning.period === '上年' || meaning.period === String((context.year ?? 0) - 1)
          ? 'last'
          : meaning.period,
  })
  return index
}
