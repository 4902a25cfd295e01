import { describe, expect, test } from 'vitest'
import { evaluate } from '../../src/evaluate/evaluate.ts'
import type { EvaluatedIndicator } from '../../src/evaluate/evaluation.ts'
import { planOf } from '../../src/evaluate/plan.ts'
import type { Fact } from '../../src/facts/fact.ts'
import { factBook } from '../../src/facts/fact-book.ts'
import { readItems } from '../../src/read/read-items.ts'
import { readScheme } from '../../src/read/read-scheme.ts'
import { aFact, figure } from '../samples.ts'

const money = (item: string) => ({ item, label: item, unit: 'wan-yuan' })
const { items } = readItems({ items: [money('carry-out'), money('expenditure')] }, 'items')

function scored(indicator: object, facts: readonly Fact[]): EvaluatedIndicator {
  const tree = [{ indicator: 'one', label: '结转结余', weight: '10', ...indicator }]
  const data = { scheme: 's', label: 's', versions: [{ from: '2023-01-01', source: { document: 's' }, full: '10', tree }] }
  const read = readScheme(data, 's', items)
  if ('problems' in read) throw new Error(JSON.stringify(read.problems))
  const planned = planOf(read.scheme.versions[0] as (typeof read.scheme.versions)[number], null)
  if ('faults' in planned) throw new Error(JSON.stringify(planned.faults))
  const book = factBook(facts, { asOf: '2024-12-31', isNeverNegative: () => false })
  const { nodes } = evaluate({ plan: planned.plan, unit: 'u1', year: 2023, book, items }, { isTraced: true })
  return nodes[0] as EvaluatedIndicator
}

const lastYear = { from: '2022-01-01', to: '2022-12-31' }

describe('several ways to have the same points', () => {
  const eitherWay = {
    formula: 'carry-out / expenditure',
    target: '<= 9',
    or: [{ formula: '(carry-out - last(carry-out)) / last(carry-out)', target: '<= -30', curve: 'threshold' }],
  }

  test('the way that gives most counts, and the working names all of them', () => {
    const facts = [aFact('carry-out', figure('18')), aFact('expenditure', figure('100')), aFact('carry-out', figure('36'), lastYear)]
    const one = scored(eitherWay, facts)
    expect(one).toMatchObject({ score: '10', actual: '-50' })
    expect(one.trace?.steps[0]).toBe('各种算法得分 5、10，取最高')
  })

  test('a way without its figures is passed over; with none of them it is open', () => {
    expect(scored(eitherWay, [aFact('carry-out', figure('18')), aFact('expenditure', figure('100'))])).toMatchObject({ score: '5' })
    expect(scored(eitherWay, [])).toMatchObject({ score: null, state: 'open' })
  })
})

describe('a figure whose rule is not known', () => {
  const assessed = { formula: 'carry-out / expenditure', curve: 'manual' }
  const points = aFact('one', { kind: 'points', points: '4', reason: '评价组评定' })

  test('has the points that a person gives, beside the figure', () => {
    const one = scored(assessed, [points, aFact('carry-out', figure('18')), aFact('expenditure', figure('100'))])
    expect(one).toMatchObject({ score: '4', actual: '18' })
    expect(one.trace?.facts.map(({ item }) => item)).toEqual(['one', 'carry-out', 'expenditure'])
    expect(scored(assessed, [points])).toMatchObject({ score: '4', actual: '4' })
  })

  test('is open without them', () => {
    expect(scored(assessed, [aFact('carry-out', figure('18')), aFact('expenditure', figure('100'))])).toMatchObject({ state: 'open' })
  })
})
