/**
 * Total rows of tables. Which rows a total adds up is not always said (levels, 其中, subtotals), so several readings are tried;
 * a reading that holds in another column of the same table is known to be the right one.
 */
import { ALL_FUNDS_ROW, DONE_ROLES } from '@jiheng/vocabulary'
import type { ClaimSet } from '../../claims/claim-set.ts'
import type { Figure } from '../../claims/figure.ts'
import type { Column, TableReading, TableRow } from '../../claims/from-table.ts'
import { plainName } from '../../claims/table-cell.ts'
import { judge } from '../../graph/judge.ts'
import type { NewRelation } from '../recogniser.ts'
import { type Equation, type Side, side } from '../relation.ts'
import { accountsTablesOf, isCoded } from './accounts-tables.ts'
import { cite } from './identity-relation.ts'
import { levelOf } from './table-levels.ts'
import { areNearlyWhole } from './table-nearly-whole.ts'
import { familiesOf } from './table-parents.ts'
import { isAddable } from './table-view.ts'

const UNNUMBERED = 9

interface Group {
  readonly total: TableRow
  readonly rows: readonly TableRow[]
  /** Total row right above the rows: 总计 may go on from 本年合计. */
  readonly carried: TableRow | null
  /** Rows of the same table under another head, above: the 预算执行率 row of a form. */
  readonly elsewhere: readonly TableRow[]
  /** 小计 rows above, which a last 合计 adds up. */
  readonly subtotals: readonly TableRow[]
}

export function recogniseTableTotals(set: ClaimSet): NewRelation[] {
  // What a total adds up is known there by the codes.
  const coded = new Set(accountsTablesOf(set).flatMap(({ kind, table }) => (isCoded(kind) ? [table.block] : [])))
  return set.tables.flatMap((whole, at) => {
    if (coded.has(whole.block)) return []
    return whole.sides.flatMap((table) => {
      const children = childrenOf(set, table)
      return groupsOf(table).flatMap((group) => relationsOf(set, table, withFunds(set, group, at), children))
    })
  })
}

/** Tables of one form stand right behind each other. */
const TABLES_BACK = 3

/** A form may score its money in a table of its own, above the indicators that its 总分 adds up. */
function withFunds(set: ClaimSet, group: Group, at: number): Group {
  if (group.elsewhere.length > 0 || !hasScore(set, group.total)) return group
  const funds = scoredFundsAbove(set, at)
  return funds === null ? group : { ...group, elsewhere: [funds] }
}

/** The row that scores the money of a form, in one of the tables right above this one. */
export function scoredFundsAbove(set: ClaimSet, at: number): TableRow | null {
  for (let back = at - 1; back >= Math.max(0, at - TABLES_BACK); back--) {
    const row = set.tables[back]?.rows.find(({ name, figures }) => figures.length > 0 && ALL_FUNDS_ROW.test(plainName(name)))
    if (row !== undefined) return hasScore(set, row) ? row : null
  }
  return null
}

const hasScore = (set: ClaimSet, row: TableRow): boolean =>
  row.figures.some((index) => index >= 0 && set.figures[index]?.claim.role === 'score' && set.figures[index]?.dimension === 'point')

/** Rows that are known to be parts of a row above them. */
function childrenOf(set: ClaimSet, table: TableReading): ReadonlySet<TableRow> {
  return new Set(familiesOf(set, table).flatMap(({ children }) => children))
}

/** Runs of item rows with the total row below or above them. */
function groupsOf(table: TableReading): Group[] {
  const groups: Group[] = []
  let rows: TableRow[] = []
  let above: TableRow | null = null
  let carried: TableRow | null = null
  let elsewhere: TableRow[] = []
  let done: TableRow[] = []
  const close = (): void => {
    if (above !== null && rows.length >= 2) groups.push({ total: above, rows, carried: null, elsewhere: [], subtotals: [] })
    done.push(...rows)
    above = null
    rows = []
  }
  let subtotals: TableRow[] = []
  let loose: TableRow[] = []
  for (const row of table.rows) {
    if (row.kind === 'total' && !/小\s*计/.test(row.label) && subtotals.length >= 2)
      groups.push({ total: row, rows: [...subtotals, ...loose], carried: null, elsewhere: [], subtotals })
    if (row.kind === 'total' && /小\s*计/.test(row.label)) {
      subtotals.push(row)
      loose = []
    } else if (row.kind === 'item') loose.push(row)
    if (row.kind === 'head') {
      close()
      subtotals = []
      loose = []
      if (done.length > 0) elsewhere = [...elsewhere, ...done]
      done = []
      carried = null
    } else if (row.kind === 'total') {
      if (above === null && (rows.length >= 2 || (rows.length === 1 && carried !== null))) {
        groups.push({ total: row, rows, carried, elsewhere, subtotals: [] })
        done.push(...rows)
        rows = []
        carried = row
      } else {
        close()
        above = row
        carried = row
      }
    } else rows.push(row)
  }
  close()
  return groups
}

interface Selection {
  readonly name: string
  readonly rows: readonly TableRow[]
}

function relationsOf(set: ClaimSet, table: TableReading, group: Group, children: ReadonlySet<TableRow>): NewRelation[] {
  const carries = isCarriedOver(group)
  const own = carries ? [] : group.subtotals.length > 0 ? subtotalSelections(group) : selectionsOf(group.rows)
  const selections = [...own, ...withoutChildren(group, children), ...carriedSelections(group)]
  const columns = group.total.figures
    .map((figure, column) => (figure >= 0 ? column : -1))
    .filter(
      (column) => column >= 0 && isAddable(set.figures[group.total.figures[column] as number] as Figure, columnOf(table, group, column)),
    )
  const passes = new Map<string, number>()
  const equations = new Map<number, { name: string; equation: Equation; holds: boolean }[]>()
  for (const column of columns) {
    const total = group.total.figures[column] as number
    const tried: { name: string; equation: Equation; holds: boolean }[] = []
    for (const { name, rows } of selections) {
      const parts = [
        ...rows.map((row) => row.figures[column] ?? -1),
        ...(name === ELSEWHERE ? pointsElsewhere(set, group, total) : []),
      ].filter((index) => index >= 0 && (set.figures[index] as Figure).dimension === (set.figures[total] as Figure).dimension)
      if (parts.length < 2) continue
      for (const right of sidesFor(set, parts)) {
        const equation: Equation = { form: 'linear', left: side([total]), right }
        const holds = judge(equation, set.figures)?.holds === true
        if (holds) passes.set(name, (passes.get(name) ?? 0) + 1)
        tried.push({ name, equation, holds })
      }
    }
    equations.set(column, tried)
  }
  const relations: NewRelation[] = []
  const isFlat = own.length === 1 && group.carried === null && group.subtotals.length === 0
  // Several columns of which none adds up were cut some other way; one column has to be believed.
  const flat = isFlat && (equations.size < 2 || passes.size > 0)
  const bothOff =
    isFlat &&
    passes.size === 0 &&
    areNearlyWhole(
      set,
      group.rows,
      [...equations.values()].flatMap(([first]) => first?.equation ?? []),
    )
  for (const [column, tried] of equations) {
    const total = group.total.figures[column] as number
    const figure = set.figures[total] as Figure
    if (tried.length === 0) continue
    const proven = tried.filter(({ name, holds }) => holds || (passes.get(name) ?? 0) > 0)
    const isScore = figure.claim.role === 'score'
    const isWeight = figure.claim.role === 'weight'
    relations.push({
      kind: 'sum',
      finding: isScore ? 'score-total' : isWeight ? 'weight-total' : 'sum',
      accused: total,
      readings: (proven.length > 0 ? proven : tried).map(({ name, equation }) => ({ say: `${name}相加`, equation })),
      source: { by: 'table', ref: `合计行（${columnOf(table, group, column)?.text ?? ''}）`, ...identityOfRows(table, group, figure) },
      certainty:
        (proven.length > 0 || flat || carries) && !(isScore && isListOfWholes(table, group)) ? 'error' : bothOff ? 'warning' : 'question',
      ...(bothOff ? { guard: 'slip' as const } : {}),
    })
  }
  return relations
}

const TAKEN_OFF = /扣分|减分/

/** All parts together; rows of points taken off, 扣分项 1, may also be printed without their minus. */
function sidesFor(set: ClaimSet, parts: readonly number[]): Side[] {
  const isTaken = (index: number): boolean => {
    const figure = set.figures[index] as Figure
    return figure.claim.role === 'score' && figure.value.coefficient > 0n && TAKEN_OFF.test(figure.claim.label)
  }
  const taken = parts.filter(isTaken)
  return taken.length === 0
    ? [side(parts)]
    : [
        side(
          parts.filter((part) => !isTaken(part)),
          taken,
        ),
        side(parts),
      ]
}

const GRAND_TOTAL = /总\s*计$/
const CARRIED_ROW = /结转|结余|上缴|弥补|分配/

/** 本年收入合计, then 使用结余 and 年初结转, then 总计: the words say that the total goes on from the one above. */
function isCarriedOver(group: Group): boolean {
  return (
    group.carried !== null &&
    GRAND_TOTAL.test(group.total.name) &&
    !GRAND_TOTAL.test(group.carried.name) &&
    group.rows.every((row) => CARRIED_ROW.test(row.name))
  )
}

const ELSEWHERE = '各行（含表内另列的得分）'

/** The total above the rows goes on; points of rows under another head count as well. */
function carriedSelections(group: Group): Selection[] {
  const items = group.rows.filter((row) => row.kind !== 'within')
  // 一、二、三、 below 年初结转和结余 only divide it.
  const unnumbered = items.filter((row) => levelOf(row) === null)
  const following = unnumbered.length === 0 || unnumbered.length === items.length ? [items] : [items, unnumbered]
  const { carried } = group
  const selections: Selection[] =
    carried === null ? [] : following.map((rows) => ({ name: '上一合计与其后各行', rows: [carried, ...rows] }))
  return group.elsewhere.length === 0 ? selections : [...selections, { name: ELSEWHERE, rows: items }]
}

/** Figures of the same role in the rows above, one a row. */
function pointsElsewhere(set: ClaimSet, group: Group, total: number): number[] {
  const role = (set.figures[total] as Figure).claim.role
  if (role !== 'score' && role !== 'weight') return []
  return group.elsewhere.flatMap((row) =>
    row.figures
      .filter(
        (index) => index >= 0 && (set.figures[index] as Figure).claim.role === role && (set.figures[index] as Figure).dimension === 'point',
      )
      .slice(0, 1),
  )
}

const columnOf = (table: TableReading, group: Group, column: number): Column | undefined => table.heads[group.total.head]?.[column]

/** Amounts of projects or of tasks that a total row adds up (framework ID-11, ID-38). */
function identityOfRows(table: TableReading, group: Group, total: Figure): { citation?: string } {
  if (total.dimension !== 'money') return {}
  const heads = (table.heads[group.total.head] ?? []).map(({ text }) => text)
  if (heads.some((text) => /任务/.test(text))) return { citation: cite('ID-38') }
  return heads.some((text) => /项目(?:支出)?名称$/.test(text)) ? { citation: cite('ID-11') } : {}
}

/** Projects with their money and a score each: the score in the 合计 row may be an average. */
function isListOfWholes(table: TableReading, group: Group): boolean {
  const columns = table.heads[group.total.head] ?? []
  return !columns.some((column) => column.role === 'weight') && columns.some((column) => DONE_ROLES.has(column.role ?? 'score'))
}

/** A last 合计 adds up the 小计 rows, and rows that stand behind the last of them. */
function subtotalSelections(group: Group): Selection[] {
  return [
    { name: '各小计', rows: group.subtotals },
    { name: '各小计与其后各行', rows: group.rows },
  ]
}

function withoutChildren(group: Group, children: ReadonlySet<TableRow>): Selection[] {
  const rows = group.rows.filter((row) => !children.has(row))
  return rows.length === group.rows.length ? [] : [{ name: '不含下级的各行', rows }]
}

function selectionsOf(rows: readonly TableRow[]): Selection[] {
  const items = rows.filter((row) => row.kind !== 'within' && row.figures.some((figure) => figure >= 0))
  const levels = items.map((row) => levelOf(row)?.rank ?? UNNUMBERED)
  const distinct = [...new Set(levels)].sort((a, b) => a - b)
  const hasWithin = rows.some((row) => row.kind === 'within')
  const all: Selection = { name: '各行', rows: items }
  if (distinct.length <= 1 && !hasWithin) return [all]
  const selections: Selection[] = []
  for (const level of distinct)
    selections.push({ name: `第 ${distinct.indexOf(level) + 1} 级各行`, rows: items.filter((_, at) => levels[at] === level) })
  selections.push(all)
  if (hasWithin) {
    // Rows after 其中 may go on being part of it until the level changes.
    const outer: TableRow[] = []
    let inside = false
    for (const row of rows) {
      if (row.kind === 'within') inside = true
      else if (inside && levelOf(row) === null) continue
      else {
        inside = false
        outer.push(row)
      }
    }
    selections.push({ name: '其中以外各行', rows: outer })
  }
  return selections
}
