/** 公用经费控制率 96.3 % in an indicator table against the row 公用经费 of another table, with its budget and its final amount. */
import { conceptAtEnd, rateAtEnd } from '@jiheng/vocabulary'
import type { ClaimSet } from '../../claims/claim-set.ts'
import type { Figure } from '../../claims/figure.ts'
import { plainName } from '../../claims/table-cell.ts'
import type { NewRelation } from '../recogniser.ts'
import { type Reading, side } from '../relation.ts'
import { isPlainFigure } from './table-view.ts'

const SPENT_BY_BUDGET = /(?:控制|执行|完成|支付)率$/
const BUDGETS: ReadonlySet<string> = new Set(['budget', 'adjusted-budget', 'initial-budget'])

export function recogniseTableNamedRates(set: ClaimSet): NewRelation[] {
  return set.figures.flatMap((figure) => {
    if (figure.seat.kind !== 'cell' || figure.claim.role !== 'actual' || figure.dimension !== 'ratio' || !isPlainFigure(figure)) return []
    const name = plainName(figure.claim.label)
    const rate = SPENT_BY_BUDGET.test(name) ? rateAtEnd(name) : null
    if (rate === null) return []
    const concept = conceptAtEnd(name.slice(0, name.length - rate.name.length)) ?? conceptAtEnd(name.replace(SPENT_BY_BUDGET, ''))
    return concept === null ? [] : relationOf(set, figure, concept.concept)
  })
}

/** The one row that names the concept and nothing more; two such rows leave it open which is meant. */
function relationOf(set: ClaimSet, rate: Figure, concept: string): NewRelation[] {
  const rows = new Map<string, Figure[]>()
  for (const figure of set.byConcept.get(concept) ?? []) {
    if (figure.seat.kind !== 'cell' || figure.qualifier !== '' || figure.periodKey !== '' || figure.dimension !== 'money') continue
    const key = `${figure.claim.anchor.block}:${figure.seat.row}`
    rows.set(key, [...(rows.get(key) ?? []), figure])
  }
  const known = [...rows.values()].filter((row) => row.some(isSpent) && row.some(isBudget))
  const [row] = known
  if (known.length !== 1 || row === undefined) return []
  const spent = row.filter(isSpent)
  const readings = spent.flatMap((numerator) =>
    row.filter(isBudget).map(
      (denominator): Reading => ({
        say: '决算数 ÷ 预算数',
        equation: { form: 'ratio', result: rate.index, numerator: side([numerator.index]), denominator: side([denominator.index]) },
      }),
    ),
  )
  return [
    {
      kind: 'ratio',
      finding: 'ratio',
      accused: rate.index,
      certainty: 'warning',
      source: { by: 'table', ref: `${rate.claim.label} = 决算数 ÷ 预算数` },
      readings,
    },
  ]
}

const isSpent = (figure: Figure): boolean => figure.claim.role === 'final' || figure.claim.role === 'executed'
const isBudget = (figure: Figure): boolean => BUDGETS.has(figure.claim.role)
