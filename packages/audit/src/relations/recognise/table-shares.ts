/** Columns of shares: every row's percentage against its amount and the amount of the total row. */
import { compare, ONE } from '@jiheng/quantity'
import type { ClaimSet } from '../../claims/claim-set.ts'
import type { TableRow } from '../../claims/from-table.ts'
import type { NewRelation } from '../recogniser.ts'
import { type Equation, side } from '../relation.ts'
import { cellOf, isPlainFigure, isProven, type Stretch, stretchesOf, type Tried, tryAll } from './table-view.ts'

const DEMAND = { places: 2, digits: 5, share: 0.6 }
const MAX_COLUMNS = 24

export function recogniseTableShares(set: ClaimSet): NewRelation[] {
  return stretchesOf(set).flatMap((stretch) =>
    stretch.columns.flatMap((column, at) =>
      at < MAX_COLUMNS && (column.role === 'share' || (column.unit === 'percent' && column.rateName === null))
        ? sharesOf(set, stretch, at)
        : [],
    ),
  )
}

/** The nearest amount column whose total the shares are proven to divide by. */
function sharesOf(set: ClaimSet, stretch: Stretch, at: number): NewRelation[] {
  const whole = stretch.rows.findLast((row) => row.kind === 'total') ?? stretch.rows.find((row) => isWhole(set, row, at))
  if (whole === undefined) return []
  const amounts = stretch.columns.map((_, column) => column).filter((column) => column !== at && column < MAX_COLUMNS)
  for (const column of amounts.sort((a, b) => Math.abs(a - at) - Math.abs(b - at))) {
    const tried = tryAll(
      set,
      stretch.rows.map((row) => (row === whole ? null : shareOf(set, row, whole, at, column))),
    )
    if (isProven(set, tried, DEMAND)) return tried.flatMap((entry) => relationOf(stretch, entry, at))
  }
  return []
}

function isWhole(set: ClaimSet, row: TableRow, at: number): boolean {
  const share = cellOf(set, row, at)
  return share !== null && share.dimension === 'ratio' && compare(share.value, ONE) === 0
}

function shareOf(set: ClaimSet, row: TableRow, whole: TableRow, at: number, column: number): Equation | null {
  const share = cellOf(set, row, at)
  const part = cellOf(set, row, column)
  const total = cellOf(set, whole, column)
  if (share === null || part === null || total === null || share.dimension !== 'ratio') return null
  if (part.dimension !== total.dimension || part.dimension === 'ratio' || ![share, part, total].every(isPlainFigure)) return null
  return { form: 'ratio', result: share.index, numerator: side([part.index]), denominator: side([total.index]) }
}

function relationOf(stretch: Stretch, { equation }: Tried, at: number): NewRelation[] {
  if (equation.form !== 'ratio') return []
  return [
    {
      kind: 'ratio',
      finding: 'ratio',
      accused: equation.result,
      certainty: 'error',
      source: { by: 'table', ref: `${stretch.columns[at]?.text ?? ''}列` },
      readings: [{ say: '本行金额 ÷ 合计', equation }],
    },
  ]
}
