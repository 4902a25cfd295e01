import { describe, expect, test } from 'vitest'
import { evaluate } from '../../src/evaluate/evaluate.ts'
import { planOf } from '../../src/evaluate/plan.ts'
import { factBook } from '../../src/facts/fact-book.ts'
import { withoutYearBefore } from '../../src/facts/without-year-before.ts'
import { readItems } from '../../src/read/read-items.ts'
import { readScheme } from '../../src/read/read-scheme.ts'
import { aFact, figure, itemData, schemeData } from '../samples.ts'

const { items } = readItems(itemData, 'items')

function plan() {
  const data = schemeData()
  const tree = [
    {
      indicator: 'grown',
      label: '变动率',
      weight: '40',
      formula: '(executed - last(executed)) / last(executed)',
      target: '<= 0',
      curve: 'threshold',
    },
    { indicator: 'done', label: '执行率', weight: '60', formula: 'executed / initial-budget', target: '>= 100', curve: 'ratio' },
  ]
  const read = readScheme({ ...data, versions: [{ ...data.versions[0], tree }] }, '细则', items)
  const version = 'scheme' in read ? read.scheme.versions[0] : undefined
  const planned = version === undefined ? null : planOf(version, null)
  if (planned === null || 'faults' in planned) throw new Error(JSON.stringify([read, planned]))
  return planned.plan
}

describe('a unit without a year before', () => {
  const book = factBook(
    ['old', 'new'].flatMap((unit) => [aFact('executed', figure('90'), { unit }), aFact('initial-budget', figure('100'), { unit })]),
    { asOf: '2024-12-31', isNeverNegative: () => false },
  )
  const scoreOf = (unit: string) =>
    evaluate({
      plan: plan(),
      unit,
      year: 2023,
      items,
      book: withoutYearBefore(book, { plan: plan(), year: 2023, hasYearBefore: (id) => id === 'old' }),
    })

  test('is not held against it, and the rest stands for all points', () => {
    expect(scoreOf('new')).toMatchObject({ applicable: '60', total: '90', open: [] })
    expect(scoreOf('new').asks).toContainEqual({ indicator: 'grown', why: 'not-applicable', detail: '上年无此单位，无法比较' })
  })

  test('an old unit that does not state the year before is still open', () => {
    expect(scoreOf('old')).toMatchObject({ total: null, open: [{ indicator: 'grown', reason: 'missing', detail: 'last(executed)' }] })
  })
})
