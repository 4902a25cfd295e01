import { describe, expect, test } from 'vitest'
import { evaluate } from '../../src/evaluate/evaluate.ts'
import type { EvaluatedIndicator, EvaluatedNode } from '../../src/evaluate/evaluation.ts'
import { planOf } from '../../src/evaluate/plan.ts'
import type { Fact } from '../../src/facts/fact.ts'
import { factBook } from '../../src/facts/fact-book.ts'
import type { GoalsVersion } from '../../src/goals/approved-goals.ts'
import { readItems } from '../../src/read/read-items.ts'
import { readScheme } from '../../src/read/read-scheme.ts'
import type { Policies } from '../../src/scheme/scheme.ts'
import { aFact, figure, itemData, schemeData } from '../samples.ts'

const { items } = readItems(itemData, 'items')

const goals: GoalsVersion = {
  kind: 'initial',
  document: '样财〔2023〕1号',
  approved: '2023-02-01',
  indicators: [
    {
      id: 'trained',
      block: 'output',
      label: '培训人次',
      weight: '40',
      target: { sign: '>=', value: '200' },
      measure: { kind: 'figure', unit: 'each:人次' },
      curve: { curve: 'ratio' },
    },
    {
      id: 'satisfied',
      block: 'output',
      label: '满意度',
      weight: '30',
      target: { sign: '>=', value: '90' },
      measure: { kind: 'figure', unit: 'percent' },
      curve: {
        curve: 'linear',
        knots: [
          { at: '60', share: '0' },
          { at: '1', of: 'target', share: '1' },
        ],
      },
    },
  ],
}

const facts = (): Fact[] => [
  aFact('initial-budget', figure('1000')),
  aFact('budget-addition', figure('2000000', 'yuan')),
  aFact('executed', figure('900')),
  aFact('staff', figure('34', 'each:人')),
  aFact('posts', figure('33', 'each:人')),
  aFact('rules', { kind: 'checks', met: ['exist', 'legal'] }),
  aFact('disclosed', { kind: 'date', date: '2024-11-03' }),
  aFact('trained', figure('190', 'each:人次')),
  aFact('satisfied', figure('84', 'percent')),
]

function run(
  change: (list: Fact[]) => Fact[] = (list) => list,
  policies: Partial<Policies> = {},
  isTraced = false,
  given: GoalsVersion | null = goals,
) {
  const read = readScheme(schemeData(), '细则', items)
  if ('problems' in read) throw new Error(JSON.stringify(read.problems))
  const [version] = read.scheme.versions
  if (version === undefined) throw new Error('no version')
  const planned = planOf({ ...version, policies: { ...version.policies, ...policies } }, given)
  if ('faults' in planned) throw new Error(JSON.stringify(planned.faults))
  const book = factBook(change(facts()), { asOf: '2024-12-31', isNeverNegative: () => false })
  return evaluate({ plan: planned.plan, unit: 'u1', year: 2023, book, items }, { isTraced })
}

const leaves = (nodes: readonly EvaluatedNode[]): readonly EvaluatedIndicator[] =>
  nodes.flatMap((node) => (node.kind === 'indicator' ? [node] : leaves(node.children)))

const scoresOf = (evaluation: ReturnType<typeof run>) => Object.fromEntries(leaves(evaluation.nodes).map(({ id, score }) => [id, score]))

const without = (item: string) => (list: Fact[]) => list.filter((fact) => fact.item !== item)

describe('an evaluation', () => {
  test('scores every indicator, adds up and grades', () => {
    const evaluation = run()
    // 900 ÷ 1200 = 75%; (34 ÷ 33 − 1) × 100 = 3.0303 points over, half a point each; three days late.
    expect(scoresOf(evaluation)).toEqual({ execution: '7.5', staffing: '3.48', rules: '2', disclosed: '9', trained: '38', satisfied: '24' })
    expect(evaluation).toMatchObject({ raw: '83.98', applicable: '100', converted: '83.98', total: '83.98', grade: '良', open: [] })
  })

  test('every point is the same with its working', () => {
    const { nodes, ...rest } = run(undefined, {}, true)
    const plain = run()
    expect(rest).toEqual({ ...plain, nodes: undefined, ...rest })
    expect(leaves(nodes).map(({ score }) => score)).toEqual(leaves(plain.nodes).map(({ score }) => score))
    const [execution] = leaves(nodes)
    expect(execution?.trace?.facts.map(({ item }) => item)).toEqual(['executed', 'initial-budget', 'budget-addition'])
    expect(execution?.trace?.steps.join('\n')).toContain('75')
  })

  test('what is missing is open, is not nought, and there is no total', () => {
    const evaluation = run(without('executed'))
    expect(evaluation.open).toEqual([{ indicator: 'execution', reason: 'missing', detail: 'executed' }])
    expect(evaluation).toMatchObject({ total: null, grade: null })
    expect(scoresOf(evaluation).execution).toBeNull()
  })

  test('division by nought is not applicable, or nought where the scheme says so', () => {
    const none = (list: Fact[]) => list.map((fact) => (fact.item === 'posts' ? { ...fact, value: figure('0', 'each:人') } : fact))
    const evaluation = run(none)
    // 80.5 of 95 that apply.
    expect(evaluation).toMatchObject({ raw: '80.5', applicable: '95', converted: '84.74', total: '84.74' })
    expect(evaluation.asks).toContainEqual({ indicator: 'staffing', why: 'not-applicable', detail: '分母为零，无法计算' })
    expect(run(none, { notApplicable: 'full' }).raw).toBe('85.5')
    expect(run(none, { notApplicable: 'nought' })).toMatchObject({ raw: '80.5', applicable: '100', total: '80.5' })
  })

  test('what is not done has no points; what is far above its target needs a reason', () => {
    const undone = run((list) => list.map((fact) => (fact.item === 'disclosed' ? { ...fact, value: { kind: 'date', date: null } } : fact)))
    expect(scoresOf(undone).disclosed).toBe('0')
    const above = run((list) => list.map((fact) => (fact.item === 'trained' ? { ...fact, value: figure('292', 'each:人次') } : fact)))
    expect(scoresOf(above).trained).toBe('40')
    expect(above.asks).toContainEqual({ indicator: 'trained', why: 'over-fulfilled', detail: '1.46' })
    const paid = run((list) => list.map((fact) => (fact.item === 'trained' ? { ...fact, value: figure('292', 'each:人次') } : fact)), {
      overFulfilment: { reasonFrom: '1.3', deductFrom: '1.3' },
    })
    expect(scoresOf(paid).trained).toBe('33.6')
  })

  test('a unit that does not fit is open', () => {
    const evaluation = run((list) => list.map((fact) => (fact.item === 'satisfied' ? { ...fact, value: figure('84', 'each:人') } : fact)))
    expect(evaluation.open).toEqual([{ indicator: 'satisfied', reason: 'wrong-unit', detail: 'each:人' }])
  })

  test('rounding is the one that the scheme names', () => {
    expect(scoresOf(run(undefined, { rounding: { to: 'grid', step: '0.5' } })).staffing).toBe('3.5')
    expect(scoresOf(run(undefined, { rounding: { to: 'places', places: 0, mode: 'half-up' } })).execution).toBe('8')
  })

  test('a plan whose points do not add up is refused', () => {
    const read = readScheme(schemeData(), '细则', items)
    const version = 'scheme' in read ? read.scheme.versions[0] : undefined
    if (version === undefined) throw new Error('no version')
    const faultsOf = (given: GoalsVersion | null) => {
      const planned = planOf(version, given)
      return 'faults' in planned ? planned.faults.map(({ code }) => code) : []
    }
    expect(faultsOf(null)).toEqual(['block-empty'])
    expect(faultsOf({ ...goals, indicators: goals.indicators.slice(0, 1) })).toEqual(['weights-not-full'])
    expect(faultsOf({ ...goals, indicators: goals.indicators.map((goal) => ({ ...goal, block: 'elsewhere' })) })).toEqual([
      'block-empty',
      'no-such-block',
    ])
  })
})
