/** Amounts that are the product of other columns: 人次 × 标准 = 金额, 数量 × 单价 × 月数 = 金额. The rows must prove it. */
import type { ClaimSet } from '../../claims/claim-set.ts'
import type { Figure } from '../../claims/figure.ts'
import type { TableRow } from '../../claims/from-table.ts'
import type { NewRelation } from '../recogniser.ts'
import type { Equation } from '../relation.ts'
import { cellOf, isPlainFigure, isProven, type Stretch, stretchesOf, tryAll } from './table-view.ts'

const DEMAND = { places: 2, digits: 5, share: 0.6 }
const MAX_COLUMNS = 12

export function recogniseTableProducts(set: ClaimSet): NewRelation[] {
  return stretchesOf(set).flatMap((stretch) => stretch.columns.flatMap((_, at) => (at < MAX_COLUMNS ? productsOf(set, stretch, at) : [])))
}

function productsOf(set: ClaimSet, stretch: Stretch, at: number): NewRelation[] {
  const rows = stretch.rows.filter((row) => row.kind !== 'total')
  if (!rows.some((row) => isAmount(cellOf(set, row, at)))) return []
  for (const factors of factorSets(set, stretch, rows, at)) {
    const tried = tryAll(
      set,
      rows.map((row) => productOf(set, row, at, factors)),
    )
    if (!isProven(set, tried, DEMAND)) continue
    return tried.flatMap(({ equation }) =>
      equation.form !== 'product'
        ? []
        : [
            {
              kind: 'product',
              finding: 'conversion',
              accused: equation.result,
              certainty: 'error',
              source: {
                by: 'table',
                ref: `${stretch.columns[at]?.text ?? ''} = ${factors.map((column) => stretch.columns[column]?.text ?? '').join(' × ')}`,
              },
              readings: [{ say: factors.map((column) => stretch.columns[column]?.text || '该列').join(' × '), equation }],
            },
          ],
    )
  }
  return []
}

const isAmount = (figure: Figure | null): boolean => figure !== null && (figure.dimension === 'money' || figure.dimension === 'none')

/** One price and one or two things that are counted, in any columns. */
function factorSets(set: ClaimSet, stretch: Stretch, rows: readonly TableRow[], at: number): number[][] {
  const columns = stretch.columns.slice(0, MAX_COLUMNS)
  const prices = columns.map((_, column) => column).filter((column) => column !== at && isPriceColumn(set, stretch, rows, column))
  const counts = columns
    .map((_, column) => column)
    .filter((column) => column !== at && rows.some((row) => isCounted(cellOf(set, row, column))))
  return prices.flatMap((price) => [
    ...counts.filter((count) => count !== price).map((count) => [count, price]),
    ...counts.flatMap((one, from) => counts.slice(from + 1).map((other) => [one, other, price])).filter((all) => new Set(all).size === 3),
  ])
}

function isPriceColumn(set: ClaimSet, stretch: Stretch, rows: readonly TableRow[], column: number): boolean {
  return stretch.columns[column]?.isPrice === true || rows.some((row) => (cellOf(set, row, column)?.tail ?? '') !== '')
}

const isCounted = (figure: Figure | null): boolean =>
  figure !== null && figure.dimension !== 'money' && figure.dimension !== 'ratio' && figure.dimension !== 'point' && figure.tail === ''

function productOf(set: ClaimSet, row: TableRow, at: number, factors: readonly number[]): Equation | null {
  const result = cellOf(set, row, at)
  const figures = factors.map((column) => cellOf(set, row, column))
  if (result === null || !isAmount(result) || !isPlainFigure(result)) return null
  if (figures.some((figure) => figure === null || !isPlainFigure(figure))) return null
  return { form: 'product', result: result.index, factors: figures.map((figure) => (figure as Figure).index) }
}
