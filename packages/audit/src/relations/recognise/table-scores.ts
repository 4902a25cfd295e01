/** Indicator tables by group: points in the group's label against its rows, and points columns of several levels. */
import type { ClaimSet } from '../../claims/claim-set.ts'
import type { Figure } from '../../claims/figure.ts'
import type { Column, TableRow } from '../../claims/from-table.ts'
import type { NewRelation } from '../recogniser.ts'
import { type Certainty, type Equation, type Reading, side } from '../relation.ts'
import { type Group, groupsOf } from './table-groups.ts'
import { scoredFundsAbove } from './table-totals.ts'
import { cellOf, isPlainFigure, type Stretch, stretchesOf, tryAll } from './table-view.ts'

export function recogniseTableScores(set: ClaimSet): NewRelation[] {
  const elsewhere = new Map<number, Figure[]>()
  const places = new Map(set.tables.map(({ block }, at) => [block, at]))
  return stretchesOf(set).flatMap((stretch) => {
    const before = elsewhere.get(stretch.table.block) ?? []
    elsewhere.set(stretch.table.block, [...before, ...weightsOfRows(set, stretch)])
    if (!stretch.columns.some((column) => column.role === 'weight')) return []
    const groups = groupsOf(set, stretch).filter((group) => group.weight !== null)
    return [
      ...groupWeights(set, stretch, groups),
      ...groupTotal(set, stretch, groups, before.length > 0 ? before : fundsWeight(set, places.get(stretch.table.block) ?? 0)),
      ...(['weight', 'score'] as const).flatMap((role) => levelSums(set, stretch, pointColumns(set, stretch, role), role)),
    ]
  })
}

/** Columns of points; a score column that lost its head is known by its figures. */
export function pointColumns(set: ClaimSet, stretch: Stretch, role: 'weight' | 'score'): number[] {
  const named = stretch.columns.flatMap((column: Column, at) => (column.role === role ? [at] : []))
  if (named.length > 0) return named
  for (const row of stretch.rows.slice(0, 5)) {
    const at = row.figures.findIndex((index) => index >= 0 && (set.figures[index] as Figure).claim.role === role)
    if (at >= 0) return [at]
  }
  return []
}

/** A form may give the points of its money in a table above. */
const fundsWeight = (set: ClaimSet, at: number): Figure[] =>
  (scoredFundsAbove(set, at)?.figures ?? [])
    .flatMap((index) => set.figures[index] ?? [])
    .filter(({ claim, dimension }) => claim.role === 'weight' && dimension === 'point')
    .slice(0, 1)

function weightsOfRows(set: ClaimSet, stretch: Stretch): Figure[] {
  const column = pointColumns(set, stretch, 'weight').at(-1)
  if (column === undefined) return []
  return stretch.rows.filter((row) => row.kind === 'item').flatMap((row) => cellOf(set, row, column) ?? [])
}

/** The points of a label against the weights of its rows. A group of one row proves nothing by itself and needs another that holds. */
function groupWeights(set: ClaimSet, stretch: Stretch, groups: readonly Group[]): NewRelation[] {
  const column = pointColumns(set, stretch, 'weight').at(-1)
  if (column === undefined) return []
  const sums = groups.map((group) => {
    const weights = group.rows.map((row) => cellOf(set, row, column)).filter((figure) => figure !== null)
    const equation: Equation = {
      form: 'linear',
      left: side([(group.weight as Figure).index]),
      right: side(weights.map((weight) => weight.index)),
    }
    return { group, equation, isWhole: weights.length === group.rows.length, members: weights.length }
  })
  const known = sums.filter(({ members }) => members > 0)
  const holding = tryAll(
    set,
    known.map(({ equation }) => equation),
  ).filter(({ holds }) => holds).length
  return known
    .filter(({ members }) => members >= 2 || holding > 0)
    .map(({ group, equation, isWhole }) => ({
      kind: 'sum',
      finding: 'weight-total',
      accused: (group.weight as Figure).index,
      // Where no group at all adds up, the rows were cut some other way.
      certainty: isWhole && (holding > 0 || known.length < 2) ? 'error' : 'question',
      readings: [{ say: '所列指标分值相加', equation }],
      source: { by: 'table', ref: `${(group.weight as Figure).claim.label}的分值`, citation: '勾稽 ID-41' },
    }))
}

/** The total weight against the points of the outermost labels, with those of rows under another head where that holds. */
function groupTotal(set: ClaimSet, stretch: Stretch, groups: readonly Group[], elsewhere: readonly Figure[]): NewRelation[] {
  const column = pointColumns(set, stretch, 'weight').at(-1)
  const total = stretch.rows.findLast((row) => row.kind === 'total')
  const stated = column === undefined || total === undefined ? null : cellOf(set, total, column)
  const outermost = Math.min(...groups.map((group) => group.column))
  const parts = groups.filter((group) => group.column === outermost)
  if (stated === null || !isPlainFigure(stated) || parts.length < 2) return []
  const rows = new Set(parts.flatMap((group) => group.rows))
  if (stretch.rows.some((row) => row.kind === 'item' && column !== undefined && cellOf(set, row, column) !== null && !rows.has(row)))
    return []
  const own = parts.map((group) => (group.weight as Figure).index)
  const reading = (members: readonly number[]): Reading => ({
    say: '各组分值相加',
    equation: { form: 'linear', left: side([stated.index]), right: side(members) },
  })
  const further = elsewhere.map((figure) => figure.index)
  return [
    {
      kind: 'sum',
      finding: 'weight-total',
      accused: stated.index,
      certainty: 'error',
      explainBy: 'nearest',
      readings: further.length === 0 ? [reading(own)] : [reading([...own, ...further]), reading(own)],
      source: { by: 'table', ref: '各组分值合计', citation: '勾稽 ID-41' },
    },
  ]
}

/** Tables with a points column for each level: every upper figure is the sum of the lower ones down to the next upper figure. */
function levelSums(set: ClaimSet, stretch: Stretch, levels: readonly number[], role: 'weight' | 'score'): NewRelation[] {
  const rows = stretch.rows.filter((row) => row.kind === 'item')
  return levels.slice(0, -1).flatMap((upper, level) => {
    const equations = rows.map((row, at) => levelSum(set, rows, row, at, upper, levels[level + 1] as number))
    const tried = tryAll(set, equations)
    const holding = tried.filter(({ holds }) => holds).length
    const certainty: Certainty = holding >= 2 && holding * 2 > tried.length ? 'error' : holding >= 1 ? 'warning' : 'question'
    return tried.map(
      ({ equation }): NewRelation => ({
        kind: 'sum',
        finding: role === 'score' ? 'score-total' : 'weight-total',
        accused: equation.form === 'linear' ? (equation.left.plus[0] as number) : -1,
        certainty,
        source: { by: 'table', ref: '下级指标相加', citation: '勾稽 ID-41、ID-42' },
        readings: [{ say: '下级指标相加', equation }],
      }),
    )
  })
}

function levelSum(set: ClaimSet, rows: readonly TableRow[], row: TableRow, at: number, upper: number, lower: number): Equation | null {
  const total = cellOf(set, row, upper)
  if (total === null || (at > 0 && repeats(set, rows[at - 1] as TableRow, row, upper))) return null
  const parts: number[] = []
  for (let next = at; next < rows.length; next++) {
    const member = rows[next] as TableRow
    if (next > at && cellOf(set, member, upper) !== null && !repeats(set, rows[next - 1] as TableRow, member, upper)) break
    const part = cellOf(set, member, lower)
    if (part !== null && !(next > at && repeats(set, rows[next - 1] as TableRow, member, lower))) parts.push(part.index)
  }
  return parts.length < 2 ? null : { form: 'linear', left: side([total.index]), right: side(parts) }
}

/** A merged cell that was printed once more for the next row: the same points beside the same group name. */
function repeats(set: ClaimSet, above: TableRow, row: TableRow, column: number): boolean {
  const [first, second] = [cellOf(set, above, column), cellOf(set, row, column)]
  if (first === null || second === null || first.value.coefficient !== second.value.coefficient || first.value.scale !== second.value.scale)
    return false
  const name = (from: TableRow): string => from.labels.findLast((label) => label.column < column)?.text ?? ''
  return name(row) !== '' && name(row) === name(above)
}
