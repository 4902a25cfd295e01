/** Every score of every case opens to its working, and the working changes nothing. */
import { type EvaluatedNode, evaluate, factBook, planOf, type WorkedCase } from '@jiheng/evaluation'
import { expect, test } from 'vitest'
import { shipped } from './shipped.ts'

const { cases, items } = shipped

const evaluations = cases.flatMap((one) => {
  const planned = planOf(one.version, one.goals)
  return 'plan' in planned ? [[one.label, one, planned.plan] as const] : []
})

const run = ({ year, facts, deductions, vetoes }: WorkedCase, plan: (typeof evaluations)[number][2], isTraced: boolean) => {
  const book = factBook(facts, { asOf: `${year}-12-31`, isNeverNegative: () => false })
  return evaluate({ plan, unit: 'case', year, book, items, deductions, vetoes }, { isTraced })
}
const leaves = (nodes: readonly EvaluatedNode[]): readonly Extract<EvaluatedNode, { kind: 'indicator' }>[] =>
  nodes.flatMap((node) => (node.kind === 'indicator' ? [node] : leaves(node.children)))

test('most cases make a whole plan', () => expect(evaluations.length).toBeGreaterThan(cases.length / 2))

test.each(evaluations)('%s', (_label, one, plan) => {
  const [plain, traced] = [run(one, plan, false), run(one, plan, true)]
  expect({ ...traced, nodes: [] }).toEqual({ ...plain, nodes: [] })
  expect(leaves(traced.nodes).map(({ trace: _, ...rest }) => rest)).toEqual(leaves(plain.nodes).map(({ trace: _, ...rest }) => rest))
  for (const { id, state, trace } of leaves(traced.nodes)) {
    if (state === 'scored') expect(trace?.steps.join(''), id).toMatch(/分/)
    if (state === 'not-applicable') expect(trace?.steps.join(''), id).toMatch(/不适用/)
  }
})
