import { decimalOf, formatDecimal } from '@jiheng/quantity'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { evaluate } from '../../src/evaluate/evaluate.ts'
import type { EvaluatedIndicator, EvaluatedNode } from '../../src/evaluate/evaluation.ts'
import { type Plan, planOf } from '../../src/evaluate/plan.ts'
import type { Fact, FactValue } from '../../src/facts/fact.ts'
import { type FactBook, factBook } from '../../src/facts/fact-book.ts'
import { NOT_APPLICABLE } from '../../src/kernel/column.ts'
import { blockOf, dayNumber } from '../../src/kernel/columns-of.ts'
import { kernelOf, roomFor } from '../../src/kernel/kernel.ts'
import { ranksOf } from '../../src/kernel/rank.ts'
import { dateOf } from '../../src/kernel/row-view.ts'
import { readItems } from '../../src/read/read-items.ts'
import {
  type Indicator,
  type Measure,
  type Policies,
  type Rounding,
  type SchemeVersion,
  type TargetText,
  USUAL_POLICIES,
} from '../../src/scheme/scheme.ts'
import type { Curve } from '../../src/scoring/curve.ts'
import { aFact, itemData } from '../samples.ts'

const { items } = readItems(itemData, 'items')

const leaves = (nodes: readonly EvaluatedNode[]): readonly EvaluatedIndicator[] =>
  nodes.flatMap((node) => (node.kind === 'indicator' ? [node] : leaves(node.children)))

interface Case {
  readonly plan: Plan
  readonly units: readonly string[]
  readonly book: FactBook
}

/** What both ways say of every unit, as text. */
function bothWays({ plan, units, book }: Case, zeroDenominator: 'not-applicable' | 'nought' = 'not-applicable') {
  const kernel = kernelOf(plan, items, 2023, { zeroDenominator })
  if (kernel === null) return null
  const block = blockOf(book, units, 2023, kernel.needs)
  const room = roomFor(kernel, units.length)
  kernel.run(block, room)
  const text = (value: number, scale: number): string | null =>
    Number.isNaN(value) ? null : formatDecimal(decimalOf(BigInt(value), scale))
  const fast = units.map((_, row) => ({
    scores: kernel.scorers.map(({ scale }, at) => {
      const value = room.points[at]?.[row] as number
      return value === NOT_APPLICABLE ? 'not-applicable' : text(value, scale)
    }),
    total: text(room.totals[row] as number, kernel.totalScale),
    grade: kernel.grades[room.grades[row] as number] ?? null,
  }))
  const slow = units.map((unit) => {
    const evaluation = evaluate({ plan, unit, year: 2023, book, items, zeroDenominator })
    return {
      scores: leaves(evaluation.nodes).map(({ state, score }) => (state === 'not-applicable' && score === null ? 'not-applicable' : score)),
      total: evaluation.total,
      grade: evaluation.grade,
    }
  })
  return { fast, slow, isFast: kernel.scorers.map((scorer) => scorer.isFast) }
}

const source = { document: '样例', article: null, confidence: 'inferred' as const }

function versionOf(indicators: readonly Indicator[], full: string, policies: Partial<Policies>): SchemeVersion {
  return { from: '2023-01-01', to: null, source, full, tree: indicators, policies: { ...USUAL_POLICIES, ...policies }, unknown: [] }
}

function anIndicator(id: string, rest: Partial<Indicator>): Indicator {
  return {
    kind: 'indicator',
    id,
    label: id,
    weight: '10',
    measure: { kind: 'figure', unit: 'percent' },
    target: { sign: '>=', value: '90' },
    curve: { curve: 'ratio' },
    alternatives: [],
    policies: {},
    isBonus: false,
    note: null,
    source: null,
    ...rest,
  }
}

function planWith(indicators: readonly Indicator[], full: string, policies: Partial<Policies> = {}): Plan {
  const planned = planOf(versionOf(indicators, full, policies), null)
  if ('faults' in planned) throw new Error(JSON.stringify(planned.faults))
  return planned.plan
}

// ---- random plans and facts ----

const hundredths = (min: number, max: number) => fc.integer({ min, max }).map((value) => formatDecimal(decimalOf(BigInt(value), 2)))
const aValue = fc.oneof(
  { weight: 5, arbitrary: hundredths(0, 20_000) },
  {
    weight: 2,
    arbitrary: fc.constantFrom('0', '60', '90', '100', '130', '-5', '0.333333333333', '99999999999.99', '123456789012345678901.5'),
  },
  { weight: 1, arbitrary: hundredths(-2000, 2_000_000) },
)
const aTarget: fc.Arbitrary<TargetText> = fc.oneof(
  fc.record({
    sign: fc.constantFrom('>=' as const, '<=' as const, '=' as const),
    value: fc.oneof(hundredths(0, 20_000), fc.constantFrom('0', '100', '-3')),
  }),
  fc
    .tuple(fc.integer({ min: -50, max: 100 }), fc.integer({ min: 0, max: 100 }))
    .map(([low, more]) => ({ sign: 'range' as const, low: String(low), high: String(low + more) })),
)
const aShare = fc.constantFrom('0', '0.25', '0.333', '0.6', '0.8', '1')
const aNumberCurve: fc.Arbitrary<Extract<Curve, { curve: 'ratio' | 'linear' | 'bands' | 'deduct' | 'threshold' }>> = fc.oneof(
  fc
    .option(fc.constantFrom('0.6', '0.8', '0', '1.2'), { nil: undefined })
    .map((floor) => ({ curve: 'ratio' as const, ...(floor === undefined ? {} : { floor }) })),
  fc.constant({ curve: 'threshold' as const }),
  fc.record({
    curve: fc.constant('deduct' as const),
    step: fc.constantFrom('0.5', '1', '5', '3'),
    points: fc.constantFrom('0.5', '1', '0.3', '2'),
    steps: fc.constantFrom('exact' as const, 'begun' as const, 'whole' as const),
  }),
  fc.array(fc.tuple(fc.integer({ min: 0, max: 150 }), aShare, fc.boolean()), { minLength: 1, maxLength: 4 }).map((knots) => ({
    curve: 'linear' as const,
    knots: knots
      .toSorted((a, b) => a[0] - b[0])
      .map(([at, share, ofTarget]) =>
        ofTarget ? { at: formatDecimal(decimalOf(BigInt(at), 2)), of: 'target' as const, share } : { at: String(at), share },
      ),
  })),
  fc
    .array(
      fc.tuple(fc.constantFrom('[', '('), fc.integer({ min: -10, max: 150 }), fc.integer({ min: 1, max: 80 }), fc.constantFrom(']', ')')),
      { minLength: 1, maxLength: 4 },
    )
    .map((bands) => ({
      curve: 'bands' as const,
      bands: [
        ...bands.map(([opens, from, more, closes], at) => ({ within: `${opens}${from},${from + more}${closes}`, points: String(at * 2) })),
        { within: '(100,)', points: '1.5' },
      ],
    })),
)
const formulas = [
  'executed / adjusted-budget',
  'staff / posts',
  'abs(adjusted-budget - initial-budget) / initial-budget',
  '(executed - last(executed)) / last(executed)',
  '1 - executed / initial-budget',
  '(executed / adjusted-budget) / (staff / posts)',
  'executed / 3 * 2 / budget-addition',
  '(staff + 1) * staff / posts / posts',
]
const aMeasure: fc.Arbitrary<Measure> = fc.oneof(
  fc.record({
    kind: fc.constant('formula' as const),
    formula: fc.constantFrom(...formulas),
    unit: fc.constantFrom('percent', 'none'),
    zero: fc.constantFrom(null, 'nought' as const, 'not-applicable' as const),
  }),
  fc.record({ kind: fc.constant('figure' as const), unit: fc.constantFrom('percent', 'wan-yuan', 'each:人') }),
  fc.record({
    kind: fc.constant('days-late' as const),
    due: fc.constantFrom('10-31', '03-01'),
    year: fc.constantFrom('this' as const, 'next' as const),
  }),
)
const judgedCurve: fc.Arbitrary<Curve> = fc.oneof(
  fc.constant<Curve>({ curve: 'manual' }),
  fc
    .array(fc.option(fc.constantFrom('1', '0.5', '2.25'), { nil: null }), { minLength: 1, maxLength: 5 })
    .map((list): Curve => ({ curve: 'check-points', checks: list.map((points, at) => ({ id: `c${at}`, label: `要点${at}`, points })) })),
  fc.constant<Curve>({
    curve: 'classes',
    classes: [
      { id: 'good', label: '达成', from: '0.8', to: '1' },
      { id: 'part', label: '部分', from: '0.6', to: '0.8' },
      { id: 'none', label: '未达成', from: '0', to: '0.6' },
    ],
  }),
  aNumberCurve.map((curve): Curve => ({ curve: 'groups', groups: [{ id: 'g1', label: '群众', weight: '3', target: '90', curve }] })),
)
const aRounding: fc.Arbitrary<Rounding> = fc.oneof(
  fc.record({
    to: fc.constant('places' as const),
    places: fc.constantFrom(0, 1, 2, 2, 4),
    mode: fc.constantFrom('half-up' as const, 'half-even' as const, 'down' as const, 'up' as const),
  }),
  fc.constantFrom<Rounding>({ to: 'grid', step: '0.5' }, { to: 'grid', step: '0.3' }, { to: 'exact' }),
)
const aWay = fc.oneof(
  { weight: 4, arbitrary: fc.tuple(aMeasure, aNumberCurve as fc.Arbitrary<Curve>) },
  { weight: 1, arbitrary: judgedCurve.map((curve): [Measure, Curve] => [{ kind: 'judged' }, curve]) },
  { weight: 1, arbitrary: fc.tuple(aMeasure, judgedCurve) },
)
const rarely = <T>(one: fc.Arbitrary<T>): fc.Arbitrary<T | null> =>
  fc.oneof({ weight: 9, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: one })

const someIndicator = fc
  .record({
    way: aWay,
    target: aTarget,
    weight: fc.constantFrom('1', '2.5', '10', '3.333', '7', '0'),
    other: rarely(fc.tuple(aMeasure, aNumberCurve as fc.Arbitrary<Curve>, aTarget)),
    isBonus: fc.boolean().map((is) => is),
    rounding: fc.option(aRounding, { freq: 3 }),
    deductFrom: rarely(fc.constantFrom('1', '1.3')),
  })
  .map(
    ({ way: [measure, curve], target, weight, other, isBonus, rounding, deductFrom }): Partial<Indicator> => ({
      measure,
      curve,
      target,
      weight,
      isBonus,
      alternatives: other === null ? [] : [{ measure: other[0], curve: other[1], target: other[2] }],
      policies: {
        ...(rounding === null ? {} : { rounding }),
        ...(deductFrom === null ? {} : { overFulfilment: { reasonFrom: '1.3', deductFrom } }),
      },
    }),
  )
const somePolicies: fc.Arbitrary<Partial<Policies>> = fc.record({
  notApplicable: fc.constantFrom('rebase' as const, 'full' as const, 'nought' as const),
  rounding: aRounding,
  totalRounding: aRounding,
  bonusUpTo: fc.constantFrom(null, '10', '100'),
  grades: fc.constantFrom(USUAL_POLICIES.grades, null, [
    { label: '合格', from: '9.995' },
    { label: '不合格', from: '5' },
  ]),
})

const day = fc.integer({ min: 0, max: 900 }).map((days) => dateOf(dayNumber('2023-01-01') + days))
const factValue: fc.Arbitrary<FactValue> = fc.oneof(
  {
    weight: 6,
    arbitrary: fc.record({
      kind: fc.constant('figure' as const),
      value: aValue,
      unit: fc.constantFrom('percent', 'wan-yuan', 'yuan', 'each:人'),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('date' as const), date: day as fc.Arbitrary<string | null> }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('checks' as const), met: fc.subarray(['c0', 'c1', 'c2', 'c9']) }) },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('class' as const),
      id: fc.constantFrom('good', 'part', 'none', 'other'),
      share: fc.constantFrom('1', '0.9', '0.8', '0.79', '0.6', '0.55555', '0'),
    }),
  },
  {
    weight: 1,
    arbitrary: fc.record({
      kind: fc.constant('points' as const),
      points: fc.constantFrom('0', '1', '2.5', '0.33333', '11', '-1'),
      reason: fc.constant('说明'),
    }),
  },
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('groups' as const), values: fc.record({ g1: aValue }) }) },
  { weight: 1, arbitrary: fc.constant<FactValue>({ kind: 'not-applicable', reason: '无此项' }) },
)

/** Mostly what the indicator asks for, so that most of them can be scored. */
function fitting({ measure, curve }: Indicator): fc.Arbitrary<FactValue> {
  if (measure.kind === 'figure') return fc.record({ kind: fc.constant('figure' as const), value: aValue, unit: fc.constant(measure.unit) })
  if (measure.kind === 'days-late')
    return fc.record({
      kind: fc.constant('date' as const),
      date: fc.oneof({ weight: 5, arbitrary: day as fc.Arbitrary<string | null> }, { weight: 1, arbitrary: fc.constant(null) }),
    })
  if (curve.curve === 'manual')
    return fc.record({ kind: fc.constant('points' as const), points: fc.constantFrom('0', '0.5', '1', '0.3333'), reason: fc.constant('') })
  if (curve.curve === 'check-points')
    return fc.subarray(curve.checks.map(({ id }) => id)).map((met): FactValue => ({ kind: 'checks', met }))
  if (curve.curve === 'classes')
    return fc.constantFrom<FactValue>({ kind: 'class', id: 'good', share: '0.9' }, { kind: 'class', id: 'part', share: '0.755' })
  if (curve.curve === 'groups') return aValue.map((value): FactValue => ({ kind: 'groups', values: { g1: value } }))
  return fc.constant<FactValue>({ kind: 'not-applicable', reason: '' })
}

const UNITS = ['u1', 'u2', 'u3', 'u4', 'u5']
const stated = [
  ...['initial-budget', 'budget-addition', 'adjusted-budget', 'executed', 'staff', 'posts'].map((item) => [item, 2023] as const),
  ['executed', 2022] as const,
]

const aCase: fc.Arbitrary<Case> = fc
  .tuple(fc.array(someIndicator, { minLength: 1, maxLength: 6 }), somePolicies)
  .chain(([list, policies]) => {
    const indicators = list.map((rest, at) => anIndicator(`i${at}`, { ...rest, isBonus: at > 0 && rest.isBonus === true && at % 3 === 0 }))
    const full = formatDecimal(
      decimalOf(
        indicators.filter(({ isBonus }) => !isBonus).reduce((sum, { weight }) => sum + BigInt(Math.round(Number(weight) * 1000)), 0n),
        3,
      ),
    )
    const plan = planWith(indicators, full, policies)
    const usual = (item: string): fc.Arbitrary<FactValue> =>
      fc.record({
        kind: fc.constant('figure' as const),
        value: aValue,
        unit: fc.constant(item === 'staff' || item === 'posts' ? 'each:人' : 'wan-yuan'),
      })
    const ofItems = UNITS.flatMap((unit) =>
      stated.map(([item, year]) =>
        fc
          .option(fc.oneof({ weight: 9, arbitrary: usual(item) }, { weight: 1, arbitrary: factValue }), { freq: 6 })
          .map((value) => ({ unit, item, year, value })),
      ),
    )
    const ofIndicators = UNITS.flatMap((unit) =>
      indicators.map((indicator) => {
        const given = fc.oneof({ weight: 9, arbitrary: fitting(indicator) }, { weight: 1, arbitrary: factValue })
        const maybe =
          indicator.measure.kind === 'formula' && indicator.curve.curve !== 'manual' ? rarely(given) : fc.option(given, { freq: 12 })
        return maybe.map((value) => ({ unit, item: indicator.id, year: 2023, value }))
      }),
    )
    return fc.tuple(...ofItems, ...ofIndicators).map((list) => {
      const facts: Fact[] = list.flatMap(({ unit, item, year, value }) =>
        value === null ? [] : [aFact(item, value, { unit, from: `${year}-01-01`, to: `${year}-12-31` })],
      )
      return { plan, units: UNITS, book: factBook(facts, { asOf: '2026-12-31', isNeverNegative: () => false }) }
    })
  })

describe('the kernel', () => {
  test('says of random plans and facts what an evaluation says, to the last digit', () => {
    let [rows, totals, quick, all] = [0, 0, 0, 0]
    fc.assert(
      fc.property(aCase, fc.constantFrom('not-applicable' as const, 'nought' as const), (given, zero) => {
        const both = bothWays(given, zero)
        if (both === null) throw new Error('not compiled')
        expect(both.fast).toEqual(both.slow)
        rows += both.slow.length
        totals += both.slow.filter(({ total }) => total !== null).length
        quick += both.isFast.filter((is) => is).length
        all += both.isFast.length
      }),
      { numRuns: 400 },
    )
    // The comparison is worth something only where most is scored, and scored by the loops.
    expect(totals / rows).toBeGreaterThan(0.1)
    expect(quick / all).toBeGreaterThan(0.5)
  })

  test('a plan finer than plain numbers is refused', () => {
    expect(kernelOf(planWith([anIndicator('i', { weight: '0.00000000000001' })], '0.00000000000001'), items, 2023)).toBeNull()
    expect(kernelOf(planWith([anIndicator('i', { weight: '9'.repeat(40) })], '9'.repeat(40)), items, 2023)).toBeNull()
  })

  test('deductions and vetoes of single units change those units', () => {
    const policies: Partial<Policies> = { vetoes: [{ id: 'fraud', label: '弄虚作假', gradeAtMost: '差' }] }
    const plan = planWith([anIndicator('i', { weight: '100' })], '100', policies)
    const book = factBook(
      ['u1', 'u2', 'u3'].map((unit) => aFact('i', { kind: 'figure', value: '90', unit: 'percent' }, { unit })),
      { asOf: '2026-12-31', isNeverNegative: () => false },
    )
    const kernel = kernelOf(plan, items, 2023)
    if (kernel === null) throw new Error('not compiled')
    const room = roomFor(kernel, 3)
    const block = {
      ...blockOf(book, ['u1', 'u2', 'u3'], 2023, kernel.needs),
      deducted: new Map([[1, '12.345']]),
      vetoes: new Map([[2, ['fraud', 'unknown']]]),
    }
    kernel.run(block, room)
    expect([...room.totals]).toEqual([10_000, 8766, 10_000])
    expect([...room.grades].map((at) => kernel.grades[at])).toEqual(['优', '良', '差'])
  })

  test('days are numbered and named the same way', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 3_000_000 }), (number) => {
        expect(dayNumber(dateOf(number))).toBe(number)
      }),
    )
    expect(dateOf(dayNumber('2024-02-29'))).toBe('2024-02-29')
  })
})

describe('ranks', () => {
  test('are shared by the same total, and what has none has no rank', () => {
    expect([...ranksOf(Float64Array.of(90, 95, 90, Number.NaN, 80))]).toEqual([2, 1, 2, 0, 4])
    expect([...ranksOf(new Float64Array(0))]).toEqual([])
  })

  test('are the same whether totals lie close together or far apart', () => {
    const total = fc.oneof({ weight: 9, arbitrary: fc.integer({ min: 0, max: 40 }) }, { weight: 1, arbitrary: fc.constant(Number.NaN) })
    fc.assert(
      fc.property(fc.array(total, { maxLength: 60 }), fc.constantFrom(1, 1_000_000_000), (list, factor) => {
        const expected = list.map((one) => (Number.isNaN(one) ? 0 : 1 + list.filter((other) => other > one).length))
        expect([...ranksOf(Float64Array.from(list, (one) => one * factor))]).toEqual(expected)
      }),
    )
  })
})
