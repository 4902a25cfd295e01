/** Where a violation is told in another way than one by one, or not at all. */
import { describe, expect, test } from 'vitest'
import { causesOf } from '../../src/causes/causes.ts'
import { judgeRelations } from '../../src/graph/judged.ts'
import { side } from '../../src/relations/relation.ts'
import { auditBody } from '../audit-text.ts'
import { figuresOf, relationOf } from '../graph/made-figures.ts'

const alarms = (body: string) => auditBody(body).findings.filter(({ severity }) => severity !== 'info')

describe('two totals off by the same amount', () => {
  const points = (value: string) => ({ value, unit: 'point' as const, place: null })
  /** Two groups of weights, the first of three items, the second of two. */
  const causes = (first: string, second: string) => {
    const figures = figuresOf([first, '20', '20', '10', second, '20', '20'].map(points))
    const total = (id: string, whole: number, parts: readonly number[]) =>
      relationOf([{ say: '各项相加', equation: { form: 'linear', left: side([whole]), right: side(parts) } }], {
        id,
        finding: 'weight-total',
        source: { by: 'table', ref: '' },
        accused: whole,
      })
    return causesOf(judgeRelations([total('r0', 0, [1, 2, 3]), total('r1', 4, [5, 6])], figures), figures)
  }
  test('are one cause: an item under the wrong heading', () => {
    const found = causes('40', '50')
    expect(found.map(({ misplaced, violated }) => [misplaced, violated.length])).toEqual([['10分', 2]])
  })
  test('are two causes where the amounts differ', () => {
    expect(causes('40', '48').map(({ misplaced, violated }) => [misplaced, violated.length])).toEqual([
      [undefined, 1],
      [undefined, 1],
    ])
  })
  test('are nothing where they are not off', () => expect(causes('50', '40')).toEqual([]))
})

describe('a lone sum in running text', () => {
  test('is told when a slip explains it', () => expect(alarms('收到来信46件、来访35件，共计18件。')).toHaveLength(1))
  test('is told when it is nearly right', () => expect(alarms('收到来信46件、来访35件，共计79件。')).toHaveLength(1))
  test('is left alone when it is far off and nothing explains it', () => {
    const { findings, result } = auditBody('收到来信46件、来访35件，共计307件。')
    expect(findings).toEqual([])
    expect(result.reports[0]?.coverage.relations['cannot-tell']).toBeGreaterThan(0)
  })
})

describe('two values of what looks like one fact', () => {
  const body = (second: string) =>
    `一、整体情况\n全年预算200.00万元，全年支出180.00万元，预算执行率90.00%。\n二、项目支出\n项目全年预算100.00万元，支出95.00万元，预算执行率${second}%。`
  test('are two facts where each fits its own figures', () => expect(alarms(body('95.00'))).toEqual([]))
  test('do not hide a wrong one', () => expect(alarms(body('59.00')).length).toBeGreaterThan(0))
})
