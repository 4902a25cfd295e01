/** A unit that says it has no project spending: its budget is personnel and public cost. */
import type { ClaimSet } from '../../claims/claim-set.ts'
import type { Figure } from '../../claims/figure.ts'
import type { NewRelation } from '../recogniser.ts'
import { type Reading, side } from '../relation.ts'
import { factsOf, uniqueValues } from './identity-facts.ts'
import { cite } from './identity-relation.ts'

const NO_PROJECTS = /(?:无|没有|未安排|未发生)项目(?:支出|经费|资金)/

/** What little it calls projects all the same may be added. */
export function recogniseBudgetWithoutProjects(set: ClaimSet): NewRelation[] {
  const byConcept = factsOf(set).get('initial|')
  const [total] = uniqueValues(byConcept?.get('budget'))
  const personnel = uniqueValues(byConcept?.get('personnel-cost'))
  const publicCost = uniqueValues(byConcept?.get('public-cost'))
  if (total === undefined || personnel.length !== 1 || publicCost.length !== 1) return []
  if (!set.report.blocks.some((block) => 'text' in block && NO_PROJECTS.test(block.text))) return []
  const base = [personnel[0] as Figure, publicCost[0] as Figure].map((figure) => figure.index)
  const small = set.figures
    .filter((figure) => figure.claim.role === 'initial-budget' && figure.dimension === 'money' && figure.qualifier !== '')
    .slice(0, 3)
  const say = '年初预算 = 人员经费 + 公用经费'
  const totals = uniqueValues(byConcept?.get('budget'))
  const readings: Reading[] = totals.flatMap((figure) => [
    { say, equation: { form: 'linear' as const, left: side([figure.index]), right: side(base) } },
    ...small.map(
      (project): Reading => ({
        say: `${say}（另加列明的项目）`,
        equation: { form: 'linear', left: side([figure.index]), right: side([...base, project.index]) },
      }),
    ),
  ])
  return [
    {
      kind: 'sum',
      finding: 'sum',
      readings,
      source: { by: 'identity', ref: '无项目支出时，预算 = 人员经费 + 公用经费', citation: cite('ID-59', '预算法实施条例 5') },
      certainty: 'warning',
      accused: total.index,
      note: '报告写明无项目支出',
    },
  ]
}
