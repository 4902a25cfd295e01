import { formatDecimal, round } from '@jiheng/quantity'
import { describe, expect, test } from 'vitest'
import { type ConsolidationInput, consolidate } from '../../src/department/consolidate.ts'
import { coverageOf, type Entry } from '../../src/department/coverage.ts'
import { departmentBook } from '../../src/department/department-book.ts'
import { evaluateDepartment } from '../../src/department/evaluate-department.ts'
import { rollUp, weightedMean } from '../../src/department/roll-up.ts'
import { statisticsOf } from '../../src/department/statistics.ts'
import { planOf } from '../../src/evaluate/plan.ts'
import { factBook } from '../../src/facts/fact-book.ts'
import { readItems } from '../../src/read/read-items.ts'
import { readScheme } from '../../src/read/read-scheme.ts'
import { type Policies, USUAL_POLICIES } from '../../src/scheme/scheme.ts'
import { exact } from '../../src/scoring/exact.ts'
import { aFact, figure, itemData, schemeData } from '../samples.ts'

const { items } = readItems({ items: [...itemData.items, { item: 'rate', label: '比率', unit: 'percent' }] }, 'items')

const facts = () => [
  aFact('initial-budget', figure('1000'), { unit: 'self' }),
  aFact('budget-addition', figure('200'), { unit: 'self' }),
  aFact('executed', figure('900.5'), { unit: 'self' }),
  aFact('staff', figure('20', 'each:人'), { unit: 'self' }),
  aFact('initial-budget', figure('300'), { unit: 'school' }),
  aFact('adjusted-budget', figure('3000000', 'yuan'), { unit: 'school' }),
  aFact('executed', figure('250'), { unit: 'school' }),
  aFact('staff', { kind: 'not-applicable', reason: '无编制' }, { unit: 'school' }),
  aFact('rate', figure('90', 'percent'), { unit: 'self' }),
  aFact('rate', figure('80', 'percent'), { unit: 'school' }),
  aFact('executed', figure('1100.4'), { unit: 'd' }),
  aFact('adjusted-budget', figure('1450'), { unit: 'd' }),
  aFact('posts', figure('25', 'each:人'), { unit: 'd' }),
]
const book = (list = facts()) => factBook(list, { asOf: '2024-12-31', isNeverNegative: () => false })

const input = (rest: Partial<ConsolidationInput> = {}): ConsolidationInput => ({
  department: 'd',
  units: ['self', 'school'],
  year: 2023,
  book: book(),
  items,
  transfers: [{ id: 't1', from: 'self', to: 'school', amount: '500000', unit: 'yuan', items: ['executed', 'adjusted-budget'] }],
  adjustments: [],
  ...rest,
})
const itemOf = (given: Partial<ConsolidationInput>, item: string) => consolidate(input(given)).items.find((one) => one.item === item)

describe('amounts of a department', () => {
  test('are those of its units, less what they gave each other', () => {
    expect(itemOf({}, 'executed')).toMatchObject({
      sum: '1150.5',
      offset: '50',
      offsets: ['t1'],
      consolidated: '1100.5',
      stated: '1100.4',
      difference: '-0.1',
      unexplained: '-0.1',
    })
  })

  test('follow from what a unit states where it does not state them', () => {
    expect(itemOf({}, 'adjusted-budget')).toMatchObject({
      parts: [
        { unit: 'self', state: 'derived', value: '1200' },
        { unit: 'school', state: 'stated', value: '300' },
      ],
      consolidated: '1450',
      difference: '0',
      unexplained: '0',
    })
  })

  test('a difference is explained by entries of its own, and the rest stays', () => {
    const adjustments = [{ item: 'executed', amount: '-600', unit: 'yuan', reason: '审计调减' }]
    expect(itemOf({ adjustments }, 'executed')).toMatchObject({ difference: '-0.1', explained: adjustments, unexplained: '-0.04' })
    // An entry where nothing differs explains nothing.
    const other = [{ item: 'adjusted-budget', amount: '5', unit: 'wan-yuan', reason: '多余' }]
    expect(itemOf({ adjustments: other }, 'adjusted-budget')).toMatchObject({ explained: [], unexplained: '0' })
  })

  test('a unit to which it does not apply adds nothing; a unit that is missing leaves no sum, unless blanks are nought', () => {
    expect(itemOf({}, 'staff')).toMatchObject({ sum: '20', parts: [{ state: 'stated' }, { state: 'not-applicable', value: null }] })
    expect(itemOf({}, 'initial-budget')).toMatchObject({ sum: '1300' })
    expect(itemOf({}, 'budget-addition')).toMatchObject({ sum: null, consolidated: null })
    expect(itemOf({ blank: 'nought' }, 'budget-addition')).toMatchObject({ sum: '200' })
    const wrong = book([...facts().filter(({ item }) => item !== 'executed'), aFact('executed', figure('3', 'each:人'), { unit: 'self' })])
    expect(itemOf({ book: wrong, blank: 'nought' }, 'executed')).toMatchObject({
      sum: null,
      parts: [{ state: 'wrong-unit' }, { state: 'missing' }],
    })
  })

  test('rates are not added up', () => {
    expect(itemOf({}, 'rate')).toBeUndefined()
  })

  test('a transfer that leaves the department, or is none, is told and not offset', () => {
    const bad = (rest: object) => ({ id: 't1', from: 'self', to: 'school', amount: '1', unit: 'wan-yuan', items: ['executed'], ...rest })
    const codesOf = (...transfers: readonly ReturnType<typeof bad>[]) => consolidate(input({ transfers })).faults.map(({ code }) => code)
    expect(codesOf(bad({ to: 'elsewhere' }))).toEqual(['not-internal'])
    expect(codesOf(bad({ to: 'self' }))).toEqual(['to-itself'])
    expect(codesOf(bad({ items: ['nothing'] }))).toEqual(['unknown-item'])
    expect(codesOf(bad({ items: ['staff'] }))).toEqual(['wrong-unit'])
    expect(codesOf(bad({ amount: '-1' }))).toEqual(['not-above-nought'])
    expect(codesOf(bad({}), bad({}))).toEqual(['duplicate'])
    expect(itemOf({ transfers: [bad({ to: 'elsewhere' })] }, 'executed')).toMatchObject({ offset: '0', consolidated: '1150.5' })
  })
})

function planFor(policies: Partial<Policies>) {
  const data = schemeData()
  const tree = [{ ...data.versions[0]?.tree[0], weight: '100' }]
  const read = readScheme({ ...data, versions: [{ ...data.versions[0], tree }] }, '细则', items)
  const version = 'scheme' in read ? read.scheme.versions[0] : undefined
  if (version === undefined) throw new Error(JSON.stringify(read))
  const planned = planOf({ ...version, policies: { ...version.policies, ...policies } }, null)
  if ('faults' in planned) throw new Error(JSON.stringify(planned.faults))
  return planned.plan
}

describe('the score of a department', () => {
  const given = (policies: Partial<Policies>) => ({
    plan: planFor(policies),
    unit: 'd',
    year: 2023,
    book: book(),
    items,
    consolidations: [consolidate(input())],
    fundsOf: (unit: string) => (unit === 'self' ? '1200' : '300'),
  })

  test('is made once, on the consolidated amounts and not on its own statement', () => {
    // 1100.5 ÷ 1450 = 75.8966%
    expect(evaluateDepartment(given({}))).toMatchObject({ kind: 'once', evaluation: { total: '75.9' } })
    const traced = evaluateDepartment(given({}), { isTraced: true })
    expect(JSON.stringify(traced)).toContain('2 个单位汇总，抵销内部往来 50')
  })

  test('is rolled up where the scheme says so', () => {
    // 900.5 ÷ 1200 = 75.04; 250 ÷ 300 = 83.33.
    expect(evaluateDepartment(given({ department: 'mean-of-units' }))).toMatchObject({
      kind: 'rolled-up',
      result: { total: '79.19', missing: [] },
    })
    expect(evaluateDepartment(given({ department: 'weighted-by-funds' }))).toMatchObject({ result: { total: '76.7', grade: '中' } })
    const deducted = { ...given({ department: 'mean-of-units' }), deductions: [{ label: '违规', points: '20' }] }
    expect(evaluateDepartment(deducted)).toMatchObject({ result: { total: '59.19', grade: '差' } })
  })

  test('is open while a unit has none, or no funds where they weigh', () => {
    const scores = [
      { unit: 'a', total: '90', funds: null },
      { unit: 'b', total: null, funds: '10' },
    ]
    expect(rollUp(scores, { ...USUAL_POLICIES, department: 'mean-of-units' })).toMatchObject({ total: null, missing: ['b'] })
    expect(rollUp(scores, { ...USUAL_POLICIES, department: 'weighted-by-funds' })).toMatchObject({ total: null, missing: ['a', 'b'] })
    expect(rollUp([], { ...USUAL_POLICIES, department: 'mean-of-units' })).toMatchObject({ total: null })
    expect(rollUp(scores, USUAL_POLICIES)).toBeNull()
  })

  test('what is consolidated hides the statement of the department; what is not stays', () => {
    const both = departmentBook(book(), [consolidate(input())])
    expect(both.find('d', 'executed', 2023)?.value).toEqual({ kind: 'figure', value: '1100.5', unit: 'wan-yuan' })
    expect(both.find('d', 'posts', 2023)?.value).toMatchObject({ value: '25' })
    // One of two units says nothing of it: no sum, and no statement in its stead.
    expect(both.find('d', 'budget-addition', 2023)).toBeNull()
    expect(both.find('self', 'executed', 2023)?.value).toMatchObject({ value: '900.5' })
  })

  test('the mean of relative values weighs by funds: 90% of 100 and 80% of 300 are 82.5%', () => {
    const mean = weightedMean([
      { value: exact('0.9'), weight: exact('100') },
      { value: exact('0.8'), weight: exact('300') },
    ])
    expect(mean === null ? null : formatDecimal(round(mean, 'half-up', 4))).toBe('0.825')
    expect(weightedMean([])).toBeNull()
  })
})

describe('coverage', () => {
  const entry = (unit: string, rest: Partial<Extract<Entry, { kind: 'open' }>> = {}): Entry => ({
    kind: 'open',
    unit,
    due: '2024-03-31',
    extendedTo: null,
    submitted: null,
    exempt: null,
    ...rest,
  })

  test('counts who handed in, who was late, who is exempt, and what is offline without a name', () => {
    const entries: readonly Entry[] = [
      entry('a', { submitted: '2024-03-31' }),
      entry('b', { submitted: '2024-04-03' }),
      entry('c', { submitted: '2024-04-03', extendedTo: '2024-04-05' }),
      entry('d'),
      entry('e', { extendedTo: '2024-04-30' }),
      entry('f', { exempt: '年中新设' }),
      entry('g', { submitted: '2024-05-01' }),
      { kind: 'offline' },
    ]
    expect(coverageOf(entries, '2024-04-10')).toEqual({
      expected: 7,
      submitted: 3,
      offline: 1,
      exempt: [{ unit: 'f', reason: '年中新设' }],
      late: [{ unit: 'b', days: 3 }],
      overdue: [
        { unit: 'd', days: 10 },
        { unit: 'g', days: 10 },
      ],
      pending: ['e'],
      percent: '57.14',
    })
    expect(coverageOf([], '2024-04-10')).toMatchObject({ expected: 0, percent: null })
  })
})

describe('statistics', () => {
  const list = ['100', '97.5', '95', '90', '62.345', null].map((total) => ({
    total,
    grade: total === null ? null : Number(total) >= 90 ? '优' : '中',
  }))

  test('are counted and averaged exactly, and those without a score are not in them', () => {
    expect(statisticsOf(list, { grades: ['优', '良', '中'], bandsFrom: ['90', '95', '100'] })).toEqual({
      units: 6,
      scored: 5,
      byGrade: [
        { label: '优', count: 4, percent: '80' },
        { label: '良', count: 0, percent: '0' },
        { label: '中', count: 1, percent: '20' },
      ],
      byBand: [
        { label: '100 分及以上', count: 1, percent: '20' },
        { label: '[95, 100)', count: 2, percent: '40' },
        { label: '[90, 95)', count: 1, percent: '20' },
        { label: '90 分以下', count: 1, percent: '20' },
      ],
      mean: '88.97',
      median: '95',
      highest: '100',
      lowest: '62.345',
    })
  })

  test('of nobody are no figures', () => {
    expect(statisticsOf([], { grades: ['优'] })).toMatchObject({
      mean: null,
      median: null,
      highest: null,
      byGrade: [{ count: 0, percent: null }],
    })
  })
})
