/** "适用项目满分94分": the weights of all rows of the score table that are not marked 不适用. */
import type { ClaimSet } from '../../claims/claim-set.ts'
import type { NewRelation } from '../recogniser.ts'
import { side } from '../relation.ts'
import { pointColumns } from './table-scores.ts'
import { cellOf, isPlainFigure, type Stretch, stretchesOf } from './table-view.ts'

const APPLICABLE = /适用.{0,6}(?:满分|总分|分值|权重)(?:合计|之和)?(?:为|是|共|共计)?$/
const NOT_APPLICABLE = /不适用|不涉及/

export function recogniseTableApplicable(set: ClaimSet): NewRelation[] {
  const stated = set.figures.filter(
    (figure) =>
      figure.seat.kind === 'text' &&
      figure.dimension === 'point' &&
      isPlainFigure(figure) &&
      APPLICABLE.test(figure.lead.replace(/\s/g, '')),
  )
  if (stated.length === 0) return []
  const [weights, ...others] = stretchesOf(set)
    .map((stretch) => applicableWeights(set, stretch))
    .filter((found) => found.length > 0)
  if (weights === undefined || others.length > 0) return []
  return stated.map((figure) => ({
    kind: 'sum',
    finding: 'weight-total',
    accused: figure.index,
    certainty: 'warning',
    source: { by: 'table', ref: '适用项目的满分相加' },
    readings: [{ say: '适用项目满分相加', equation: { form: 'linear', left: side([figure.index]), right: side(weights) } }],
  }))
}

/** Weights of the rows that apply, in a table in which others do not; rows behind the list (换算得分, 扣分) are left out. */
function applicableWeights(set: ClaimSet, stretch: Stretch): number[] {
  const column = pointColumns(set, stretch, 'weight').at(-1)
  if (column === undefined) return []
  const rows = stretch.rows.filter((row) => row.kind === 'item' && !/得分$|[扣减加]分/.test(row.name))
  if (!rows.some((row) => NOT_APPLICABLE.test(row.words))) return []
  return rows.filter((row) => !NOT_APPLICABLE.test(row.words)).flatMap((row) => cellOf(set, row, column)?.index ?? [])
}
