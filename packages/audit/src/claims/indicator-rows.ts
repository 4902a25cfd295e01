/**
 * The rows of indicator tables: what was aimed at, what was reached, points, reasons. Found once a report, on demand; many checks read them.
 * Head rows, totals, subtotals and tables with two sides hold no indicator; rows of money in the same form stand apart.
 */
import type { Cell } from '@jiheng/ingest'
import type { Comparator } from '@jiheng/quantity'
import { TOTAL_ROW } from '@jiheng/vocabulary'
import type { ClaimSet } from './claim-set.ts'
import type { Figure } from './figure.ts'
import { type IndicatorColumns, indicatorColumns, isFundsHead } from './indicator-columns.ts'
import { signOf } from './indicator-sign.ts'
import { bare, isName } from './table-cell.ts'
import type { TableReading } from './table-reading.ts'
import type { TableRow } from './table-row.ts'

export type { IndicatorColumns } from './indicator-columns.ts'

/** A cell of value: its words, and its figure where it is one figure and nothing else. */
export interface ValueCell {
  readonly column: number
  /** Without white space. */
  readonly text: string
  readonly figure: Figure | null
}

export interface WordCell {
  readonly column: number
  readonly text: string
}

export interface IndicatorRow {
  readonly block: number
  /** Row of the block's table. */
  readonly row: number
  /** 一级, 二级 … as printed, outermost first; blanks of merged cells are filled from above, '' where nothing is known. */
  readonly levels: readonly string[]
  /** The indicator itself: the innermost name. */
  readonly name: string
  /** Null where the table has no such column or the cell is blank, "—" or "/"; so for all below. */
  readonly target: ValueCell | null
  readonly actual: ValueCell | null
  readonly weight: ValueCell | null
  readonly score: ValueCell | null
  readonly reason: WordCell | null
  readonly measure: WordCell | null
  readonly note: WordCell | null
  readonly rule: WordCell | null
  /** Which way the target is meant, from its own sign or the column 指标性质; null where nothing is printed. */
  readonly sign: Comparator | null
  /** The row says that it is qualitative: 定性. */
  readonly isQualitative: boolean
  readonly unit: string
}

export interface FundsRow {
  readonly block: number
  readonly row: number
  readonly name: string
  readonly figures: readonly Figure[]
}

export interface IndicatorTable {
  readonly block: number
  /** Which run of head rows of the block's table it stands under. */
  readonly head: number
  readonly columns: IndicatorColumns
  readonly rows: readonly IndicatorRow[]
  /** Subtotals: rows of an upper level with points of their own. */
  readonly groups: readonly IndicatorRow[]
  /** 偏差大或目标未完成原因分析: a row below that gives the reasons of the whole table, blank or filled; null where there is none. */
  readonly reasonRow: { readonly row: number; readonly text: string } | null
  /** Money of the same form, printed above the indicators. */
  readonly funds: readonly FundsRow[]
}

/** Rows below the indicators that answer a question in words. */
const NOT_INDICATOR =
  /^(?:评价结论|自评结论|存在(?:的)?(?:主要)?问题|改进措施|整改措施|备注|说明|注|填[报表写]|联系|审核|项目负责人|财务负责人|年度总体目标|总体目标|总得分|自评得分|自评等级|自评结果|评价等级|等级|换算得分|最终得分|加分|扣分|得分)|(?:扣分|加分|得分)$/

/** The title of a row of reasons. */
const REASON_ROW = /^.{0,14}(?:偏差|偏离|未完成|未达标|扣分).{0,8}(?:原因|说明).{0,10}$|^原因分析.{0,10}$/

const found = new WeakMap<ClaimSet, readonly IndicatorTable[]>()

export function indicatorTables(set: ClaimSet): readonly IndicatorTable[] {
  const known = found.get(set)
  if (known !== undefined) return known
  const tables = set.tables.flatMap((table) => (table.sides.length > 1 ? [] : tablesOf(set, table)))
  found.set(set, tables)
  return tables
}

export const indicatorRows = (set: ClaimSet): readonly IndicatorRow[] => indicatorTables(set).flatMap((table) => table.rows)

function tablesOf(set: ClaimSet, table: TableReading): IndicatorTable[] {
  const block = set.report.blocks[table.block]
  if (block?.kind !== 'table') return []
  const byHead = new Map<number, TableRow[]>()
  for (const row of table.rows) {
    if (row.kind === 'head' || row.head < 0) continue
    const rows = byHead.get(row.head)
    if (rows === undefined) byHead.set(row.head, [row])
    else rows.push(row)
  }
  const tables: IndicatorTable[] = []
  let funds: FundsRow[] = []
  for (const [at, head] of table.heads.entries()) {
    const columns = indicatorColumns(head)
    if (columns === null) {
      if (isFundsHead(head)) funds = fundsOf(set, table.block, byHead.get(at) ?? [])
      continue
    }
    const read = rowsOf(set, table.block, columns, byHead.get(at) ?? [], block.rows)
    if (read.rows.length > 0) tables.push({ block: table.block, head: at, columns, ...read, funds })
    funds = []
  }
  return tables
}

function fundsOf(set: ClaimSet, block: number, rows: readonly TableRow[]): FundsRow[] {
  return rows.flatMap((row) => {
    const figures = row.figures.flatMap((index) => set.figures[index] ?? [])
    return figures.length === 0 ? [] : [{ block, row: row.index, name: row.name, figures }]
  })
}

function rowsOf(
  set: ClaimSet,
  block: number,
  columns: IndicatorColumns,
  rows: readonly TableRow[],
  cells: readonly (readonly Cell[])[],
): Pick<IndicatorTable, 'rows' | 'groups' | 'reasonRow'> {
  const indicators: IndicatorRow[] = []
  const groups: IndicatorRow[] = []
  let reasonRow: IndicatorTable['reasonRow'] = null
  let levels = columns.names.map(() => '')
  let shared: { readonly text: WordCell; readonly until: number } | null = null
  for (const row of rows) {
    if (row.kind === 'total') continue
    const own = cells[row.index] ?? []
    const title = bare(own[0]?.text ?? '')
    if (REASON_ROW.test(title)) {
      const text = own
        .slice(1)
        .map((cell) => bare(cell.text))
        .join('')
      if (reasonRow === null || isBlank(reasonRow.text)) reasonRow = { row: row.index, text }
      continue
    }
    const printed = columns.names.map((column) => bare(own[column]?.text ?? ''))
    levels = carry(levels, printed)
    if (printed.some((text) => TOTAL_ROW.test(text))) continue
    const alone = readRow(set, block, columns, row, own, levels)
    const span = own[columns.reason]?.rowSpan ?? 1
    if (alone.reason !== null && span > 1) shared = { text: alone.reason, until: row.index + span }
    // One reason may be merged over several rows.
    const read = alone.reason === null && shared !== null && row.index < shared.until ? { ...alone, reason: shared.text } : alone
    const hasName = printed.some((text) => isName(text))
    if (NOT_INDICATOR.test(printed.find((text) => text !== '') ?? '') || NOT_INDICATOR.test(read.name)) continue
    const values = [read.target, read.actual, read.weight, read.score].filter((cell) => cell !== null)
    // A row without a name of its own continues merged cells, and counts only with values of its own.
    if (read.name === '' || values.length < (hasName ? 1 : 2)) continue
    if (isGroup(columns, printed, read)) groups.push(read)
    else indicators.push(read)
  }
  return { rows: indicators, groups, reasonRow }
}

/** A new name of an upper level ends the names below it. */
function carry(before: readonly string[], printed: readonly string[]): string[] {
  const first = printed.findIndex((text) => text !== '')
  return printed.map((text, level) => (text !== '' ? text : first >= 0 && level > first ? '' : (before[level] ?? '')))
}

/** Points of an upper level: its innermost name is blank and nothing was aimed at or reached. */
function isGroup(columns: IndicatorColumns, printed: readonly string[], row: IndicatorRow): boolean {
  if (columns.names.length < 2 || printed.at(-1) !== '' || printed.every((text) => text === '')) return false
  return row.target === null && row.actual === null && (columns.target >= 0 || columns.actual >= 0 || columns.reason >= 0)
}

function readRow(
  set: ClaimSet,
  block: number,
  columns: IndicatorColumns,
  row: TableRow,
  cells: readonly Cell[],
  levels: readonly string[],
): IndicatorRow {
  const words = (column: number): WordCell | null => {
    const text = column < 0 ? '' : bare(cells[column]?.text ?? '')
    return isBlank(text) ? null : { column, text }
  }
  const value = (column: number): ValueCell | null => {
    const cell = words(column)
    return cell === null ? null : { ...cell, figure: set.figures[row.figures[column] ?? -1] ?? null }
  }
  const target = value(columns.target)
  const nature = words(columns.nature)?.text ?? ''
  const unit = words(columns.unit)?.text ?? ''
  return {
    block,
    row: row.index,
    levels,
    name: levels.findLast((level) => level !== '') ?? '',
    target,
    actual: value(columns.actual),
    weight: value(columns.weight),
    score: value(columns.score),
    reason: words(columns.reason),
    measure: words(columns.measure),
    note: words(columns.note) ?? strayWords(columns, cells),
    rule: words(columns.rule),
    sign: signOf(target?.text ?? '', target?.figure?.compare ?? null, nature),
    isQualitative: /定性/.test(nature + unit),
    unit,
  }
}

/** A remark that was pushed out of its column, behind the points. */
function strayWords(columns: IndicatorColumns, cells: readonly Cell[]): WordCell | null {
  const beyond = [...cells.keys()].slice(columns.width)
  for (const column of [...columns.unnamed, ...beyond]) {
    const text = bare(cells[column]?.text ?? '')
    if (/[\u4e00-\u9fff]{3}/.test(text)) return { column, text }
  }
  return null
}

/** Blank, or a stroke that says the same. */
export const isBlank = (text: string): boolean => /^[—–\-－/／\\_…·.]*$/.test(text)
