/**
 * Total rows of tables. Which rows a total adds up is not always said (levels, 其中, subtotals), so several readings are tried;
 * a reading that holds in another column of the same table is known to be the right one.
 */
import type { ClaimSet } from '../../claims/claim-set.ts'
import type { Figure } from '../../claims/figure.ts'
import type { TableReading, TableRow } from '../../claims/from-table.ts'
import { judge } from '../../graph/judge.ts'
import type { NewRelation } from '../recogniser.ts'
import { type Equation, side } from '../relation.ts'

interface Group {
  readonly total: TableRow
  readonly rows: readonly TableRow[]
  /** Total row right above the rows: 总计 may go on from 本年合计. */
  readonly carried: TableRow | null
  /** Rows of the same table under another head, above: the 预算执行率 row of a form. */
  readonly elsewhere: readonly TableRow[]
}

export function recogniseTableTotals(set: ClaimSet): NewRelation[] {
  return set.tables.flatMap((table) => groupsOf(table).flatMap((group) => relationsOf(set, table, group)))
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
    if (above !== null && rows.length >= 2) groups.push({ total: above, rows, carried: null, elsewhere: [] })
    done.push(...rows)
    above = null
    rows = []
  }
  for (const row of table.rows) {
    if (row.kind === 'head') {
      close()
      if (done.length > 0) elsewhere = [...elsewhere, ...done]
      done = []
      carried = null
    } else if (row.kind === 'total') {
      if (rows.length >= 2 && above === null) {
        groups.push({ total: row, rows, carried, elsewhere })
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

function relationsOf(set: ClaimSet, table: TableReading, group: Group): NewRelation[] {
  const selections = [...selectionsOf(group.rows), ...carriedSelections(group)]
  const columns = group.total.figures
    .map((figure, column) => (figure >= 0 ? column : -1))
    .filter((column) => column >= 0 && adds(set, group.total.figures[column] as number))
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
      const equation: Equation = { form: 'linear', left: side([total]), right: side(parts) }
      const holds = judge(equation, set.figures)?.holds === true
      if (holds) passes.set(name, (passes.get(name) ?? 0) + 1)
      tried.push({ name, equation, holds })
    }
    equations.set(column, tried)
  }
  const relations: NewRelation[] = []
  const flat = selectionsOf(group.rows).length === 1 && group.carried === null
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
      source: { by: 'table', ref: `合计行（${table.heads[group.total.head]?.[column]?.text ?? ''}）` },
      certainty: proven.length > 0 || flat ? 'error' : 'question',
    })
  }
  return relations
}

const ELSEWHERE = '各行（含表内另列的得分）'

/** The total above the rows goes on; points of rows under another head count as well. */
function carriedSelections(group: Group): Selection[] {
  const items = group.rows.filter((row) => row.kind !== 'within')
  const selections: Selection[] = group.carried === null ? [] : [{ name: '上一合计与其后各行', rows: [group.carried, ...items] }]
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

/** Rates, shares and prices are not added; a share column is. */
function adds(set: ClaimSet, index: number): boolean {
  const figure = set.figures[index] as Figure
  if (figure.claim.role === 'rate' || figure.claim.role === 'change-rate' || figure.compare !== null) return false
  return figure.dimension !== 'ratio' || figure.claim.role === 'share'
}

function selectionsOf(rows: readonly TableRow[]): Selection[] {
  const items = rows.filter((row) => row.kind !== 'within' && row.figures.some((figure) => figure >= 0))
  const levels = items.map(levelOf)
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
      else if (inside && levelOf(row) === 9) continue
      else {
        inside = false
        outer.push(row)
      }
    }
    selections.push({ name: '其中以外各行', rows: outer })
  }
  return selections
}

/** Level of a row by its code length or numbering; 9 when it has neither. */
function levelOf(row: TableRow): number {
  const label = row.labels[0]?.text ?? ''
  const code = /^(\d{3}|\d{5}|\d{7})(?!\d)/.exec(label)
  if (code !== null) return code[0].length
  if (/^[一二三四五六七八九十]+[、.．]/.test(label)) return 1
  if (/^[（(][一二三四五六七八九十]+[）)]/.test(label)) return 2
  if (/^\d+[.、．]/.test(label)) return 4
  if (/^[（(]\d+[）)]/.test(label)) return 6
  return 9
}
