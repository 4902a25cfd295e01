/** 其中 rows: a part is no more than what it is part of, in every column. */
import type { ClaimSet } from '../../claims/claim-set.ts'
import type { TableRow } from '../../claims/from-table.ts'
import type { NewRelation } from '../recogniser.ts'
import { type Equation, side } from '../relation.ts'
import { cellOf, isAddable, type Stretch, stretchesOf, tryAll } from './table-view.ts'

export function recogniseTableWithin(set: ClaimSet): NewRelation[] {
  return stretchesOf(set).flatMap((stretch) =>
    stretch.rows.flatMap((row, at) => (row.kind === 'within' ? boundsOf(set, stretch, row, wholeAbove(stretch.rows, at)) : [])),
  )
}

/** The row right above; behind another 其中 row nobody can tell which of both it belongs to. */
function wholeAbove(rows: readonly TableRow[], at: number): TableRow | null {
  const above = rows[at - 1]
  return above === undefined || above.kind === 'within' || above.kind === 'head' ? null : above
}

function boundsOf(set: ClaimSet, stretch: Stretch, part: TableRow, whole: TableRow | null): NewRelation[] {
  if (whole === null) return []
  const equations: (Equation | null)[] = part.figures.map((index, column) => {
    const low = cellOf(set, part, column)
    const high = cellOf(set, whole, column)
    if (index < 0 || low === null || high === null || low.dimension !== high.dimension) return null
    const meaning = stretch.columns[column]
    if (!isAddable(low, meaning) || !isAddable(high, meaning) || low.dimension === 'point' || low.dimension === 'ratio') return null
    return low.value.coefficient < 0n || high.value.coefficient < 0n
      ? null
      : { form: 'order', low: side([low.index]), high: side([high.index]) }
  })
  const tried = tryAll(set, equations)
  // A row that exceeds the one above in most columns is no part of it.
  if (tried.filter(({ holds }) => holds).length * 2 <= tried.length) return []
  return tried.map(({ equation }) => ({
    kind: 'bound',
    finding: 'sum',
    accused: equation.form === 'order' ? (equation.low.plus[0] as number) : -1,
    certainty: 'error',
    source: { by: 'table', ref: `${part.name} 不超过 ${whole.name}` },
    readings: [{ say: '其中项不超过总项', equation }],
  }))
}
