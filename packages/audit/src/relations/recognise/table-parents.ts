/**
 * Rows that stand over their parts without being called 合计: 三公经费 over 1. 2. 3., 年度资金总额 over 其中：财政资金 and 其他资金.
 * Numbering, 其中 and the form's own words propose the parts; the other columns of the same rows must bear it out.
 */
import { ALL_FUNDS_ROW, FUND_PART_ROW } from '@jiheng/vocabulary'
import type { ClaimSet } from '../../claims/claim-set.ts'
import type { Figure } from '../../claims/figure.ts'
import type { TableReading, TableRow } from '../../claims/from-table.ts'
import { plainName } from '../../claims/table-cell.ts'
import type { NewRelation } from '../recogniser.ts'
import { type Equation, side } from '../relation.ts'
import { levelOf } from './table-levels.ts'
import { cellOf, type Demand, isAddable, isProven, type Stretch, stretchesOfSide, type Tried, tryAll } from './table-view.ts'

export interface Family {
  readonly parent: TableRow
  readonly children: readonly TableRow[]
  readonly tried: readonly Tried[]
}

/** Rows that a parent may have without any total row; longer runs are lists of something else. */
const MAX_CHILDREN = 40
const BY_WORDS: Demand = { places: 0, digits: 0, share: 0.5 }
const BY_NUMBERS: Demand = { places: 1, digits: 3, share: 0.5 }
const BY_WITHIN: Demand = { places: 2, digits: 5, share: 0.6, countsCopies: true }
const BY_RUN: Demand = { places: 2, digits: 6, share: 0.6 }

export function recogniseTableParents(set: ClaimSet): NewRelation[] {
  const relations: NewRelation[] = []
  for (const table of set.tables.flatMap(({ sides }) => sides)) {
    for (const { parent, children, tried } of familiesOf(set, table)) {
      for (const { equation } of tried) {
        if (equation.form !== 'linear') continue
        relations.push({
          kind: 'sum',
          finding: 'sum',
          accused: equation.left.plus[0] as number,
          certainty: 'error',
          readings: [{ say: '下列各行相加', equation }],
          source: { by: 'table', ref: `${parent.name} = ${children.map((row) => row.name.slice(0, 12)).join(' + ')}`.slice(0, 80) },
        })
      }
    }
  }
  return relations
}

/** Asked by those who look for parents, and by those who look for totals. */
const familiesKnown = new WeakMap<TableReading, readonly Family[]>()

/** Every row of a side of a table whose parts are known, with its sums column by column. */
export function familiesOf(set: ClaimSet, table: TableReading): readonly Family[] {
  const known = familiesKnown.get(table)
  if (known !== undefined) return known
  const found = stretchesOfSide(table).flatMap((stretch) => familiesIn(set, stretch))
  familiesKnown.set(table, found)
  return found
}

function familiesIn(set: ClaimSet, stretch: Stretch): Family[] {
  const families: Family[] = []
  const rows = stretch.rows
  for (const [at, parent] of rows.entries()) {
    if (parent.kind === 'total' || !parent.figures.some((figure) => figure >= 0)) continue
    const family = familyAt(set, stretch, at)
    if (family !== null) families.push(family)
  }
  return families
}

function familyAt(set: ClaimSet, stretch: Stretch, at: number): Family | null {
  const parent = stretch.rows[at] as TableRow
  const proposals: { children: TableRow[]; demand: Demand }[] = []
  const funds = fundParts(stretch.rows, at)
  if (funds.length >= 2) proposals.push({ children: funds, demand: BY_WORDS })
  const numbered = numberedChildren(stretch.rows, at)
  if (numbered.length >= 2) proposals.push({ children: numbered, demand: BY_NUMBERS })
  for (const { children, demand } of proposals) {
    const tried = tryAll(set, sums(set, stretch, parent, children))
    if (tried.some(({ holds }) => holds) && isProven(set, tried, demand)) return { parent, children, tried }
  }
  return runFamily(set, stretch, at)
}

/** 财政资金, 上年结转, 其他资金 … right below 年度资金总额. */
function fundParts(rows: readonly TableRow[], at: number): TableRow[] {
  if (!ALL_FUNDS_ROW.test(plainName((rows[at] as TableRow).name))) return []
  const parts: TableRow[] = []
  for (let next = at + 1; next < rows.length && parts.length < 8; next++) {
    const row = rows[next] as TableRow
    if (!FUND_PART_ROW.test(row.name.replace(/^[（(]?其\s*中[:：]?/, '').replace(/[（(][^（()）]*[）)]$/, ''))) break
    if (row.figures.some((figure) => figure >= 0)) parts.push(row)
  }
  return parts
}

/** The rows numbered 1., 2., 3. … of one kind that begin right below, up to a row of the parent's rank or higher. */
function numberedChildren(rows: readonly TableRow[], at: number): TableRow[] {
  const own = levelOf(rows[at] as TableRow)
  const first = rows[at + 1]
  const level = first === undefined || first.kind === 'total' ? null : levelOf(first)
  if (first === undefined || level === null || level.ordinal > 1 || (own !== null && level.rank <= own.rank)) return []
  const children = [first]
  for (let next = at + 2; next < rows.length && next < at + 4 * MAX_CHILDREN && children.length < MAX_CHILDREN; next++) {
    const row = rows[next] as TableRow
    if (row.kind === 'total') break
    const found = levelOf(row)
    if (found === null) continue
    if (found.rank < level.rank) break
    if (found.rank > level.rank) continue
    if (found.ordinal !== 0 && found.ordinal !== children.length + 1) break
    children.push(row)
  }
  return children
}

/** A run of rows without numbers right below; how far it goes is told by the columns that it adds up in. */
function runFamily(set: ClaimSet, stretch: Stretch, at: number): Family | null {
  const { rows } = stretch
  const parent = rows[at] as TableRow
  const run: TableRow[] = []
  for (let next = at + 1; next < rows.length && run.length < MAX_CHILDREN; next++) {
    const row = rows[next] as TableRow
    if (row.kind === 'total' || levelOf(row) !== null || (row.kind === 'within' && run.length > 0)) break
    run.push(row)
  }
  if (run.length < 2) return null
  for (const length of fittingLengths(set, stretch, parent, run)) {
    const children = run.slice(0, length)
    const tried = tryAll(set, sums(set, stretch, parent, children))
    if (isProven(set, tried, run[0]?.kind === 'within' ? BY_WITHIN : BY_RUN)) return { parent, children, tried }
  }
  return null
}

/** Lengths at which at least two columns come near the parent; floats, so that long tables stay cheap. */
function fittingLengths(set: ClaimSet, stretch: Stretch, parent: TableRow, run: readonly TableRow[]): number[] {
  const times = new Map<number, number>()
  for (const [column, index] of parent.figures.entries()) {
    const total = index < 0 ? null : (set.figures[index] as Figure)
    if (total === null || !isAddable(total, stretch.columns[column])) continue
    const goal = Number(total.value.coefficient) / 10 ** total.value.scale
    if (goal <= 0) continue
    let sum = 0
    for (const [at, row] of run.entries()) {
      const part = cellOf(set, row, column)
      if (part !== null && part.dimension === total.dimension) sum += Number(part.value.coefficient) / 10 ** part.value.scale
      if (at >= 1 && Math.abs(sum - goal) <= goal * 0.0005) times.set(at + 1, (times.get(at + 1) ?? 0) + 1)
      if (sum > goal * 1.01) break
    }
  }
  return [...times].filter(([, columns]) => columns >= BY_RUN.places).map(([length]) => length)
}

/** Parent = children, one equation a column in which all of them have a figure. */
function sums(set: ClaimSet, stretch: Stretch, parent: TableRow, children: readonly TableRow[]): (Equation | null)[] {
  return parent.figures.map((index, column) => {
    const total = index < 0 ? null : (set.figures[index] as Figure)
    if (total === null || !isAddable(total, stretch.columns[column]) || total.dimension === 'point') return null
    const parts = children.map((row) => cellOf(set, row, column))
    if (parts.some((part) => part === null || part.dimension !== total.dimension || !isAddable(part, stretch.columns[column]))) return null
    return { form: 'linear', left: side([total.index]), right: side(parts.map((part) => (part as Figure).index)) }
  })
}
