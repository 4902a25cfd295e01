/** Points of a table whose two totals, of the full marks and of the scores, are both a little off. */
import { absolute, compare, type Decimal, decimal } from '@jiheng/quantity'
import type { ClaimSet } from '../../claims/claim-set.ts'
import type { TableRow } from '../../claims/from-table.ts'
import { judge } from '../../graph/judge.ts'
import type { Equation } from '../relation.ts'

const LEAST_POINT_ROWS = 5
const ASIDE_ROW = /加分|附加|扣分|奖励|否决/
const HUNDRED = decimal('100')
const NEARLY = decimal('10')

/**
 * Full marks and scores that both miss their totals by a few points, and not by the same: a slip in each. Ten points, or as many in
 * both columns, are a row that stands in another place.
 */
export function areNearlyWhole(set: ClaimSet, rows: readonly TableRow[], equations: readonly Equation[]): boolean {
  if (equations.length !== 2 || rows.length < LEAST_POINT_ROWS || rows.some(({ label }) => ASIDE_ROW.test(label))) return false
  const gaps: Decimal[] = []
  for (const equation of equations) {
    const verdict = equation.form === 'linear' ? judge(equation, set.figures) : null
    const total = equation.form === 'linear' ? set.figures[equation.left.plus[0] ?? -1] : undefined
    if (verdict === null || verdict.gap === null || total === undefined || total.dimension !== 'point') return false
    if (total.claim.role === 'weight' && compare(total.value, HUNDRED) !== 0) return false
    gaps.push(absolute(verdict.gap))
  }
  const [first, second] = gaps as [Decimal, Decimal]
  return compare(first, second) !== 0 && compare(first, NEARLY) < 0 && compare(second, NEARLY) < 0
}
