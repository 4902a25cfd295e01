/** Every worked case of the shipped schemes, by the fast way: the same totals, grades and points as by the way that explains itself. */
import { blockOf, type EvaluatedNode, evaluate, factBook, kernelOf, NOT_APPLICABLE, planOf, roomFor } from '@jiheng/evaluation'
import { decimalOf, formatDecimal } from '@jiheng/quantity'
import { describe, expect, test } from 'vitest'
import { shipped } from './shipped.ts'

const { cases, items } = shipped

const planned = cases.flatMap((one) => {
  const plan = planOf(one.version, one.goals)
  return 'plan' in plan ? [{ ...one, plan: plan.plan }] : []
})

/** All facts of a case are about one unit. */
const unitOf = ({ facts }: { readonly facts: readonly { readonly unit: string }[] }): string => facts[0]?.unit ?? ''

const pointsIn = (nodes: readonly EvaluatedNode[]): readonly (string | null)[] =>
  nodes.flatMap((node) => (node.kind === 'block' ? pointsIn(node.children) : [node.score]))

describe('the worked cases by the fast way', () => {
  test.each(planned.map((one) => [one.id, one] as const))('%s', (_, one) => {
    const { plan, year, facts, deductions, vetoes } = one
    const unit = unitOf(one)
    const book = factBook(facts, { asOf: `${year}-12-31`, isNeverNegative: () => false })
    const expected = evaluate({ plan, unit, year, book, items, deductions, vetoes })
    const kernel = kernelOf(plan, items, year)
    if (kernel === null) throw new Error('refused')
    const room = roomFor(kernel, 1)
    const block = blockOf(book, [unit], year, kernel.needs)
    kernel.run({ ...block, deducted: new Map([[0, expected.deducted]]), vetoes: new Map([[0, vetoes]]) }, room)
    const text = (value: number, scale: number): string | null =>
      Number.isNaN(value) || value === NOT_APPLICABLE ? null : formatDecimal(decimalOf(BigInt(value), scale))
    expect({
      total: text(room.totals[0] as number, kernel.totalScale),
      grade: kernel.grades[room.grades[0] as number] ?? null,
      points: kernel.scorers.map(({ scale }, at) => text(room.points[at]?.[0] as number, scale)),
    }).toEqual({ total: expected.total, grade: expected.grade, points: pointsIn(expected.nodes) })
  })

  test('are most of the cases, and few of their indicators take the slow way', () => {
    const fast = planned.flatMap(({ plan, year }) => kernelOf(plan, items, year)?.scorers.map(({ isFast }) => isFast) ?? [])
    expect(planned.length).toBeGreaterThan(cases.length / 2)
    expect(fast.filter((is) => is).length / fast.length).toBeGreaterThan(0.9)
  })
})
