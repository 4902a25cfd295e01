/** Tables with two sides: 收入总计 equals 支出总计, 资产总计 equals 负债和净资产总计. */
import type { ClaimSet } from '../../claims/claim-set.ts'
import type { Figure } from '../../claims/figure.ts'
import type { TableReading, TableRow } from '../../claims/from-table.ts'
import type { NewRelation } from '../recogniser.ts'
import { side } from '../relation.ts'
import { isAddable } from './table-view.ts'

const GRAND_TOTAL = /^(?:.{0,4}总\s*计|.{0,8}总计)$/

export function recogniseTableSides(set: ClaimSet): NewRelation[] {
  return set.tables.flatMap((table) => (table.sides.length === 2 ? equalTotals(set, table) : []))
}

function equalTotals(set: ClaimSet, table: TableReading): NewRelation[] {
  const [left, right] = table.sides.map((part) => part.rows.filter((row) => GRAND_TOTAL.test(row.name)))
  const first = left?.[0]
  const second = right?.[0]
  if (left?.length !== 1 || right?.length !== 1 || first === undefined || second === undefined) return []
  const [from, to] = [figuresOf(set, first), figuresOf(set, second)]
  if (from.length !== to.length) return []
  return from.flatMap((figure, at) => {
    const other = to[at] as Figure
    if (figure.dimension !== other.dimension || !isAddable(figure, undefined) || !isAddable(other, undefined)) return []
    return [
      {
        kind: 'sum',
        finding: 'sum',
        accused: other.index,
        certainty: 'error',
        source: { by: 'table', ref: '左右两方总计相等' },
        readings: [{ say: '另一方总计', equation: { form: 'linear', left: side([other.index]), right: side([figure.index]) } }],
      } satisfies NewRelation,
    ]
  })
}

const figuresOf = (set: ClaimSet, row: TableRow): Figure[] =>
  row.figures.filter((index) => index >= 0).map((index) => set.figures[index] as Figure)
