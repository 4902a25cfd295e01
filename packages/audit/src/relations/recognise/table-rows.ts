/** Named rates along a row against the columns of their operands: 执行率, 完成率, 得分率, 到位率, 控制率. */
import { rateAtEnd } from '@jiheng/vocabulary'
import type { ClaimSet } from '../../claims/claim-set.ts'
import type { Figure } from '../../claims/figure.ts'
import type { Column, TableRow } from '../../claims/from-table.ts'
import type { NewRelation } from '../recogniser.ts'
import { type Reading, side } from '../relation.ts'
import { cellOf, stretchesOf } from './table-view.ts'

export function recogniseTableRows(set: ClaimSet): NewRelation[] {
  return stretchesOf(set).flatMap(({ columns, rows }) =>
    columns.some((column) => column.rateName !== null) ? rows.flatMap((row) => rowRates(set, columns, row)) : [],
  )
}

/** 执行率, 完成率, 得分率, 占比 … against the columns of their operands. */
function rowRates(set: ClaimSet, columns: readonly Column[], row: TableRow): NewRelation[] {
  const relations: NewRelation[] = []
  for (const [at, column] of columns.entries()) {
    const rate = cellOf(set, row, at)
    if (rate === null || rate.dimension !== 'ratio' || rate.compare !== null || column.rateName === null) continue
    const readings = rateReadings(set, columns, row, column.rateName, rate, at)
    if (readings.length === 0) continue
    relations.push({
      kind: 'ratio',
      finding: 'ratio',
      readings,
      accused: rate.index,
      certainty: 'error',
      source: { by: 'table', ref: column.text },
    })
  }
  return relations
}

/** Heads of a column of money spent that say no more than that. */
const SPENT = /^(?:实际|本年|全年|已)?(?:支出|支付|使用)(?:数|额|金额|资金|情况)?(?:[（(](?:百?万|亿|千)?元[）)])?$/

function rateReadings(set: ClaimSet, columns: readonly Column[], row: TableRow, name: string, rate: Figure, at: number): Reading[] {
  const definition = rateAtEnd(name)?.rate
  if (definition === undefined) return []
  const byRole = (roles: readonly string[]): Figure[] =>
    columns
      .map((column, index) => ({ column, index }))
      .filter(({ column, index }) => index !== at && column.role !== null && roles.includes(column.role) && !column.isWithin)
      .sort((a, b) => Math.abs(a.index - at) - Math.abs(b.index - at))
      .map(({ index }) => cellOf(set, row, index))
      .filter((figure) => figure !== null)
  const byHead = (words: RegExp): Figure[] =>
    columns.flatMap((column, index) => (index !== at && words.test(column.text.replace(/\s/g, '')) ? (cellOf(set, row, index) ?? []) : []))
  const byConcept = (concept: string): Figure[] =>
    columns.flatMap((column, index) => (index !== at && column.concept === concept ? (cellOf(set, row, index) ?? []) : []))
  const ratio = (say: string, numerator: Figure, denominator: Figure): Reading[] =>
    numerator.dimension === denominator.dimension && numerator.dimension !== 'ratio'
      ? [
          {
            say,
            equation: { form: 'ratio', result: rate.index, numerator: side([numerator.index]), denominator: side([denominator.index]) },
          },
        ]
      : []
  switch (definition.id) {
    case 'score-rate':
      return byRole(['score'])
        .slice(0, 1)
        .flatMap((score) =>
          byRole(['weight'])
            .slice(0, 1)
            .flatMap((weight) => ratio('得分 ÷ 分值', score, weight)),
        )
    case 'budget-execution-rate':
    case 'budget-completion-rate':
    case 'payment-rate':
    case 'control-rate': {
      const staff = byConcept('staff').flatMap((people) => byConcept('posts').flatMap((posts) => ratio('在职人数 ÷ 编制数', people, posts)))
      if (staff.length > 0) return staff.slice(0, 1)
      const said = byRole(['executed', 'final']).slice(0, 2)
      const spent = said.length > 0 ? said : byHead(SPENT)
      // The adjusted budget counts where the row has one; the initial one only where it has none.
      const adjusted = byRole(['adjusted-budget'])
      const budgets = adjusted.length > 0 ? adjusted : [...byRole(['budget', 'received']), ...byRole(['initial-budget'])]
      return spent.flatMap((figure) => budgets.slice(0, 3).flatMap((budget) => ratio('执行数 ÷ 预算数', figure, budget)))
    }
    case 'completion-rate':
      return byRole(['actual', 'executed'])
        .slice(0, 1)
        .flatMap((figure) =>
          byRole(['target', 'budget', 'adjusted-budget', 'initial-budget'])
            .filter((target) => target.compare === null || target.compare === '=')
            .slice(0, 1)
            .flatMap((target) => ratio('完成数 ÷ 计划数', figure, target)),
        )
    case 'arrival-rate':
      return byRole(['received'])
        .slice(0, 1)
        .flatMap((figure) =>
          byRole(['adjusted-budget', 'budget', 'initial-budget'])
            .slice(0, 2)
            .flatMap((budget) => ratio('到位数 ÷ 预算数', figure, budget)),
        )
    default:
      return []
  }
}
