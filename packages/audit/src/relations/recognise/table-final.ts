/** The last lines of a score table: 最终得分 = 换算得分 (or 小计) − 扣分 + 加分. */
import type { ClaimSet } from '../../claims/claim-set.ts'
import type { Figure } from '../../claims/figure.ts'
import type { TableRow } from '../../claims/from-table.ts'
import type { NewRelation } from '../recogniser.ts'
import { side } from '../relation.ts'
import { pointColumns } from './table-scores.ts'
import { cellOf, isPlainFigure, type Stretch, stretchesOf } from './table-view.ts'

const FINAL = /^(?:最终|最后|综合|自评)?(?:总)?得分$|^最终(?:评价)?得分$/
const BASE = /^(?:换算|折算|调整前|原始)?(?:后)?得分$|^(?:合计|小计|基础得分)$/
const TAKEN = /扣分(?:项|合计)?$|减分(?:项|合计)?$/
const ADDED = /加分(?:项|合计)?$/

export function recogniseTableFinal(set: ClaimSet): NewRelation[] {
  return stretchesOf(set).flatMap((stretch) => {
    const column = pointColumns(set, stretch, 'score').at(-1)
    if (column === undefined) return []
    return stretch.rows.flatMap((row, at) =>
      /^(?:最终|最后|综合)/.test(row.name) && FINAL.test(row.name) ? finalOf(set, stretch, at, column) : [],
    )
  })
}

function finalOf(set: ClaimSet, stretch: Stretch, at: number, column: number): NewRelation[] {
  const total = cellOf(set, stretch.rows[at] as TableRow, column)
  const before = stretch.rows.slice(Math.max(0, at - 6), at)
  const base = before.findLastIndex((row) => BASE.test(row.name) && cellOf(set, row, column) !== null)
  if (total === null || base < 0) return []
  const between = before.slice(base + 1)
  const taken = between.filter((row) => TAKEN.test(row.name)).flatMap((row) => cellOf(set, row, column) ?? [])
  const added = between.filter((row) => ADDED.test(row.name)).flatMap((row) => cellOf(set, row, column) ?? [])
  const start = cellOf(set, before[base] as TableRow, column) as Figure
  // Any other row in between would be a part that nobody knows how to count.
  if (taken.length + added.length === 0 || taken.length + added.length !== between.length) return []
  if (![total, start, ...taken, ...added].every((figure) => isPlainFigure(figure) && figure.dimension === 'point')) return []
  const minus = taken.filter((figure) => figure.value.coefficient > 0n)
  const plus = [start, ...added, ...taken.filter((figure) => figure.value.coefficient <= 0n)]
  const right = side(
    plus.map((figure) => figure.index),
    minus.map((figure) => figure.index),
  )
  return [
    {
      kind: 'sum',
      finding: 'score-total',
      accused: total.index,
      certainty: 'error',
      source: { by: 'table', ref: '最终得分 = 上列得分 − 扣分 + 加分' },
      readings: [{ say: '上列得分减扣分加加分', equation: { form: 'linear', left: side([total.index]), right } }],
    },
  ]
}
