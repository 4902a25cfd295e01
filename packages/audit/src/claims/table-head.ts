/** Heads of tables: which rows are heads, and what each column holds. */
import type { Cell } from '@jiheng/ingest'
import { dimensionOf, type UnitId, unitsBySymbol } from '@jiheng/quantity'
import {
  COUNT_COLUMN,
  type ConceptId,
  conceptAtEnd,
  DEDUCTION_COLUMN,
  NAME_COLUMN,
  PLAIN_COLUMN,
  PRICE_COLUMN,
  type Role,
  RULE_COLUMN,
  rateAtEnd,
  roleAtEnd,
  SCOPE_WORDS,
  type Scope,
  UNIT_COLUMN,
  WITHIN_ROW,
} from '@jiheng/vocabulary'
import { bare, soleFigure } from './table-cell.ts'
import type { TableUnits } from './table-units.ts'

export interface Column {
  readonly text: string
  readonly role: Role | null
  readonly concept: ConceptId | null
  readonly rateName: string | null
  readonly scope: Scope | null
  readonly unit: UnitId | null
  /** The unit is printed in this head and not taken from the table. */
  readonly ownUnit: boolean
  readonly isUnit: boolean
  readonly isPlain: boolean
  /** The column names the rows; a figure in it is part of a name. */
  readonly isName: boolean
  /** The column holds the rule by which points are given. */
  readonly isRule: boolean
  readonly isPrice: boolean
  /** Things counted, or another measure with its unit in the head: never the names of the rows. */
  readonly isCount: boolean
  readonly isDeduction: boolean
  readonly isWithin: boolean
  readonly isTotal: boolean
  readonly period: string | null
}

const INDICATOR_NAME = /^(?:[一二三四]级|主要|具体|关键|核心)?(?:评价|绩效|考核)?指标(?:名称)?$/
const SHARE = /占比|比重|(?<!增减|调整|变动|下降|增长|压减)比例$/

/** A row without figures whose cells name roles, rates or concepts. */
export function looksLikeHead(cells: readonly Cell[]): boolean {
  let words = 0
  let named = 0
  for (const cell of cells) {
    const whole = bare(cell.text)
    const text = whole.replace(/[（(][^（()）]*[）)]/g, '')
    if (text === '') continue
    words++
    if (text.length > 24 || soleFigure(cell.text) !== null) return false
    if (namesColumn(text) || endsInUnit(whole)) named++
  }
  return words >= 2 && named >= 2 && named * 2 >= words
}

/** "自然屯（个）", "有效问卷（份）". */
function endsInUnit(text: string): boolean {
  const inner = /[（(]([^（()）\d]{1,4})[）)]$/.exec(text)?.[1]
  return inner !== undefined && unitsBySymbol(inner).length > 0
}

/** The first row of a table without a head that is known: words alone, and below them a name and figures in each row. */
export function standsAsHead(rows: readonly (readonly Cell[])[]): boolean {
  const [first, ...below] = rows
  if (first === undefined || first.length < 3 || below.length < 2) return false
  if (!first.every(({ text }) => isShortName(bare(text)))) return false
  return below.slice(0, ROWS_BELOW).every((cells) => {
    const [name, ...values] = cells
    const figures = values.filter(({ text }) => soleFigure(text) !== null || /^[—－-]{1,3}$/.test(bare(text)))
    return cells.length === first.length && name !== undefined && soleFigure(name.text) === null && figures.length === values.length
  })
}

const ROWS_BELOW = 3
const isShortName = (text: string): boolean => text !== '' && text.length <= 16 && !/[:：。；]|^\d/.test(text)

function namesColumn(text: string): boolean {
  return (
    PLAIN_COLUMN.test(text) ||
    UNIT_COLUMN.test(text) ||
    DEDUCTION_COLUMN.test(text) ||
    /^(?:合计|小计|总计|金额|数量|单价|人数|占比|比重|完成情况|一级指标|二级指标|三级指标|指标|项目|其中.*)$/.test(text) ||
    (roleAtEnd(text)?.word.length ?? 0) >= 2 ||
    rateAtEnd(text) !== null ||
    conceptAtEnd(text) !== null
  )
}

/** One column for each cell of the head rows; upper levels reach over the blanks to their right. */
export function readHead(rows: readonly (readonly Cell[])[], units: TableUnits): Column[] {
  const width = Math.max(...rows.map((cells) => cells.length))
  const columns: Column[] = []
  const unit = { ...units, main: unitInLabelHead(rows) ?? units.main }
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
    columns.push(readColumn(parts, unit, columns.length > 0 && columns.some((before) => !/序号/.test(before.text))))
  }
  return withActuals(withPrices(columns))
}

/** 标准 is a rule beside points and a price elsewhere. */
function withPrices(columns: Column[]): Column[] {
  if (columns.some((column) => column.role === 'weight' || column.role === 'score')) return columns
  return columns.map((column) => (column.text === '标准' ? { ...column, isRule: false, isPlain: false, isPrice: true } : column))
}

/** Where the rule has a column of its own and nothing else is the actual value, 指标值 is what was reached. */
function withActuals(columns: Column[]): Column[] {
  if (!columns.some((column) => column.isRule) || columns.some((column) => column.role === 'actual')) return columns
  if (columns.filter((column) => column.role === 'target').length !== 1) return columns
  return columns.map((column) => (column.role === 'target' && /指标值$/.test(column.text) ? { ...column, role: 'actual' } : column))
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

function readColumn(parts: readonly string[], units: TableUnits, hasNames: boolean): Column {
  const full = parts.join('')
  const { text, unit } = unitInHead(full)
  const last = (parts.at(-1) ?? '').replace(/[（(].*?[）)]/g, '')
  const isRule = RULE_COLUMN.test(last)
  // 单位 in front is the organisation, behind the names it is the measure.
  const isUnit = UNIT_COLUMN.test(last) && (hasNames || last !== '单位')
  const isName = !isUnit && NAME_COLUMN.test(last)
  const rate = isRule || isName ? null : rateAtEnd(text)
  const found = rate !== null || isRule || isName ? null : (roleAtEnd(last) ?? roleAtEnd(text))
  const role = found === null || (found.word === '指标' && INDICATOR_NAME.test(last)) ? null : found
  const rest = role === null ? text : text.slice(0, Math.max(0, text.length - role.word.length))
  const isShare = rate === null && SHARE.test(last)
  return {
    text,
    role: rate !== null ? 'rate' : isShare ? 'share' : (role?.role ?? null),
    concept: conceptAtEnd(rest)?.concept ?? conceptAtEnd(text)?.concept ?? null,
    rateName: rate?.name ?? null,
    scope: SCOPE_WORDS.find(([word]) => text.includes(word))?.[1] ?? null,
    unit: unit ?? (rate !== null || isShare || /百分比|[%％]/.test(full) ? 'percent' : impliedUnit(last, role?.role ?? null, units)),
    ownUnit: unit !== null,
    isUnit,
    isPlain: PLAIN_COLUMN.test(last) || isRule,
    isName,
    isRule,
    isPrice: PRICE_COLUMN.test(last) && !isRule,
    isCount: COUNT_COLUMN.test(last) || (unit !== null && hasNames),
    isDeduction: DEDUCTION_COLUMN.test(last),
    isWithin: WITHIN_ROW.test(last) || parts.some((part) => /^其中/.test(part)),
    isTotal: /^(?:合计|总计|小计|总额|合计数)$/.test(last),
    period: /(?:19|20)\d{2}|上年|去年|本年/.exec(text)?.[0]?.replace('去年', '上年') ?? null,
  }
}

/** "发放金额（万元）" without its unit, and the unit; letters of column formulas go as well. */
function unitInHead(full: string): { text: string; unit: UnitId | null } {
  let unit: UnitId | null = null
  const text = full.replace(/[（(]([^（()）]{1,12})[）)]/g, (whole, inner: string) => {
    // 执行率（B/A，%）: how the column is computed, and its unit.
    const parts = inner.split(/[，,、；;]/).filter((part) => !COLUMN_FORMULA.test(part))
    if (parts.length === 0) return ''
    const [only = ''] = parts
    const found =
      parts.length > 1 ? undefined : (unitsBySymbol(only.replace(/^单位[:：]/, ''))[0] ?? unitsBySymbol(only.replace(/[/／].*$/, ''))[0])
    if (found === undefined) return whole
    unit = found.id
    return ''
  })
  return { text, unit }
}

const COLUMN_FORMULA = /^\s*[A-Za-z0-9/÷×*=+\-①-⑩]+(?:×100[%％])?\s*$/

function impliedUnit(last: string, role: Role | null, { main, counts }: TableUnits): UnitId | null {
  if (role === 'weight' || role === 'score' || DEDUCTION_COLUMN.test(last)) return 'point'
  const isMoney = main !== null && dimensionOf(main) === 'money'
  if (COUNT_COLUMN.test(last) || (counts.length > 0 && /数$/.test(last))) return countedIn(last, counts) ?? (isMoney ? null : main)
  return isMoney && PRICE_COLUMN.test(last) ? null : main
}

/** 计划户数 counts 户; 项目数 counts 项 where the table says so. */
function countedIn(last: string, counts: readonly UnitId[]): UnitId | null {
  const own = /编制数$/.test(last) ? '人' : (/([人户件台次]|人次|户次)数?$/.exec(last)?.[1] ?? '')
  const stated = counts.find((unit) => last.includes(unit.replace(/^each:/, '')))
  return stated ?? unitsBySymbol(own)[0]?.id ?? (counts.length === 1 ? (counts[0] ?? null) : null)
}
