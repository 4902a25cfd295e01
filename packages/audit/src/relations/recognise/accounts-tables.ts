/**
 * The public accounts tables of a department (部门决算公开表) inside a report: found by their title and the words of their heads, never by their number.
 * A table whose kind stands twice in a report may be another unit's or another year's: it is checked by itself and compared with nothing.
 */
import type { ClaimSet } from '../../claims/claim-set.ts'
import type { Figure } from '../../claims/figure.ts'
import type { Column, TableReading, TableRow } from '../../claims/from-table.ts'
import { isPlainFigure } from './table-view.ts'

export type AccountsKind =
  | 'income-and-spending'
  | 'income'
  | 'spending'
  | 'appropriation'
  | 'general'
  | 'basic'
  | 'three-public'
  | 'funds'
  | 'state-capital'

/** Whose rows are known by classification codes. */
export const isCoded = (kind: AccountsKind): boolean =>
  kind !== 'income-and-spending' && kind !== 'appropriation' && kind !== 'three-public'

export interface AccountsTable {
  readonly kind: AccountsKind
  readonly table: TableReading
  /** Unit and year that stand above it; '' where none is printed. */
  readonly unit: string
  readonly year: string
}

/** Longer titles first: they end like the shorter ones. `says`: words that its heads or rows must hold. */
const TITLES: readonly (readonly [kind: AccountsKind, title: RegExp, says: readonly RegExp[]])[] = [
  ['appropriation', /财政拨款(?:收入支出|收支)决算总表$/, [/本年收入合计/, /本年支出合计/, /一般公共预算财政拨款/]],
  ['income-and-spending', /(?:收入支出|收支)决算总表$/, [/本年收入合计/, /本年支出合计/]],
  ['funds', /政府性基金(?:预算)?(?:财政拨款)?(?:收入支出|收支|支出)决算表$/, [/本年收入/, /本年支出|支出/, /年末结转/]],
  ['state-capital', /国有资本经营(?:预算)?(?:财政拨款)?(?:收入支出|收支|支出)决算表$/, [/支出/, /项目支出/]],
  ['three-public', /三公.{0,12}决算表$/, [/出国/, /接待/]],
  ['basic', /基本支出决算(?:明细)?表$/, [/人员经费/, /公用经费/]],
  ['general', /一般公共预算财政拨款支出决算(?:明细)?表$/, [/基本支出/, /项目支出/]],
  ['income', /(?<!拨款|基金|预算)收入决算(?:总)?表$/, [/本年收入/, /财政拨款收入/]],
  ['spending', /(?<!拨款|收入|经费|基本|项目|预算)支出决算(?:总)?表$/, [/基本支出/, /项目支出/]],
]
/** A title stands at most this many blocks above its table: its number and the line of unit and measure may come between. */
const MAX_ABOVE = 4
const MAX_TITLE = 60
/** Rows before the head that may hold the title, the unit and the measure. */
const MAX_LOOSE_ROWS = 4

const bareTitle = (text: string): string =>
  text
    .replace(/[\s“”"'《》]/g, '')
    .replace(/[（(][^（()）]{0,20}[）)]$/, '')
    .replace(/^.{0,12}[:：]/, '')

export function accountsTablesOf(set: ClaimSet): AccountsTable[] {
  return set.tables.flatMap((table) => {
    const above = linesAbove(set, table)
    for (const line of above) {
      const found = line.length > MAX_TITLE ? undefined : TITLES.find(([, title]) => title.test(bareTitle(line)))
      if (found === undefined) continue
      const words = wordsOf(table)
      if (!found[2].every((says) => says.test(words))) return []
      return [{ kind: found[0], table, unit: unitAbove(above), year: /(?:19|20)\d{2}/.exec(line)?.[0] ?? '' }]
    }
    return []
  })
}

/** Lines between this table and the block before it that is no title line, the nearest first; rows before the head of the table as well. */
function linesAbove(set: ClaimSet, table: TableReading): string[] {
  const { blocks } = set.report
  const lines: string[] = []
  const own = blocks[table.block]
  if (own?.kind === 'table')
    for (const row of own.rows.slice(0, MAX_LOOSE_ROWS)) {
      const texts = row.map((cell) => cell.text).filter((text) => text !== '')
      if (texts.length > 2) break
      lines.push(...texts)
    }
  for (let at = table.block - 1; at >= Math.max(0, table.block - MAX_ABOVE); at--) {
    const block = blocks[at]
    if (block === undefined || block.kind === 'table') break
    const text = block.kind === 'attachment' ? block.title : block.text
    if (text.length > MAX_TITLE) break
    lines.push(text)
  }
  return lines
}

function unitAbove(lines: readonly string[]): string {
  for (const line of lines) {
    const found = /(?:公开部门|编制单位|填报单位|部门|单位)(?:名称)?[:：]\s*([^\s:：]{3,30})/.exec(line)?.[1]
    if (found !== undefined && !/元$/.test(found)) return found
  }
  return ''
}

function wordsOf(table: TableReading): string {
  const heads = table.heads.flatMap((head) => head.map(({ text }) => text))
  const labels = table.rows.flatMap((row) => row.labels.map(({ text }) => text))
  return [...heads, ...labels].join(' ')
}

/** The one table of each kind; what stands twice, or under another unit or year than the others, is left out. */
export function uniqueAccounts(tables: readonly AccountsTable[]): ReadonlyMap<AccountsKind, AccountsTable> {
  const unique = new Map<AccountsKind, AccountsTable>()
  const twice = new Set<AccountsKind>()
  for (const found of tables) {
    if (unique.has(found.kind)) twice.add(found.kind)
    unique.set(found.kind, found)
  }
  for (const kind of twice) unique.delete(kind)
  const [units, years] = [new Set<string>(), new Set<string>()]
  for (const { unit, year } of unique.values()) {
    if (unit !== '') units.add(unit)
    if (year !== '') years.add(year)
  }
  return units.size > 1 || years.size > 1 ? new Map() : unique
}

/** A printed amount as it stands; null for anything else. */
export function amountAt(set: ClaimSet, row: TableRow | undefined, column: number): Figure | null {
  const figure = set.figures[row?.figures[column] ?? -1]
  return figure !== undefined && figure.dimension === 'money' && isPlainFigure(figure) ? figure : null
}

/** The first amount from a column on, up to another column or to the next label. */
export function amountAfter(set: ClaimSet, row: TableRow, from: number, to?: number): Figure | null {
  const end = to ?? row.labels.find(({ column }) => column > from)?.column ?? row.figures.length
  for (let column = from; column < end; column++) {
    const figure = amountAt(set, row, column)
    if (figure !== null) return figure
  }
  return null
}

/** The first amount right of a label. */
export function labelled(set: ClaimSet, table: TableReading, name: RegExp): Figure | null {
  for (const row of table.rows) {
    const label = row.labels.find(({ text }) => name.test(text.replace(/\s/g, '')))
    if (label !== undefined) return amountAfter(set, row, label.column)
  }
  return null
}

/** The column under the last head of a table whose words end so; -1 where none or more than one does. */
export function columnNamed(table: TableReading, name: RegExp): number {
  const columns: readonly Column[] = table.heads.at(-1) ?? []
  const found = columns.flatMap(({ text, isPlain }, at) => (!isPlain && name.test(text.replace(/[“”"]/g, '')) ? [at] : []))
  return found.length === 1 ? (found[0] as number) : -1
}

/** The row 合计, which holds the whole table. */
export function totalRow(table: TableReading): TableRow | undefined {
  return table.rows.find((row) => row.kind === 'total' && row.labels.some(({ text }) => /^[合总]\s*计$/.test(text)))
}

export interface CodedRow {
  readonly code: string
  readonly row: TableRow
  readonly from: number
  /** Column of the next code in the same row, or the width. */
  readonly to: number
}

/**
 * Rows and half rows that start with a classification code of three, five or seven digits. None where a code stands twice:
 * 类, 款 and 项 may have a column each, and then the first of them says too little.
 */
export function codedRows(set: ClaimSet, table: TableReading): CodedRow[] {
  const block = set.report.blocks[table.block]
  if (block?.kind !== 'table') return []
  const rows = table.rows.flatMap((row) => {
    if (row.kind === 'head') return []
    const cells = block.rows[row.index] ?? []
    const codes = cells.flatMap(({ text }, column) => {
      const code = (row.figures[column] ?? -1) >= 0 ? undefined : /^(\d{7}|\d{5}|\d{3})(?!\d)/.exec(text.trim())?.[1]
      return code === undefined ? [] : [{ code, column }]
    })
    return codes.map(({ code, column }, at) => ({ code, row, from: column, to: codes[at + 1]?.column ?? cells.length }))
  })
  return new Set(rows.map(({ code }) => code)).size === rows.length ? rows : []
}

/** Labels that stand in one column, each with its row: one side of 收入 | 支出. */
export interface SideEntry {
  readonly name: string
  readonly row: TableRow
}

export function sideBelow(table: TableReading, last: RegExp): { column: number; entries: SideEntry[] } | null {
  const at = table.rows.findIndex((row) => row.labels.some(({ text }) => last.test(text)))
  const column = table.rows[at]?.labels.find(({ text }) => last.test(text))?.column
  if (column === undefined) return null
  const entries = table.rows.flatMap((row) => {
    const label = row.labels.find((one) => one.column === column)
    return label === undefined ? [] : [{ name: label.text.replace(/\s/g, ''), row }]
  })
  return { column, entries }
}
