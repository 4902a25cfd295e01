import { describe, expect, test } from 'vitest'
import { auditBody } from '../audit-text.ts'
import { checksIn } from './alarms.ts'

const outputs = (group: string, items: string): string => `四、自评得分情况\n（一）产出指标（满分50分）得${group}分。其中：${items}。`

describe('items with their full marks in brackets, in the paragraph of their group', () => {
  const items = '道路养护（20分）得20分；路灯完好率（20分）得18.96分；绿化补植（10分）得8分，部分树苗未成活，扣2分'
  test('that make the group are silent', () => {
    expect(checksIn(outputs('46.96', items))).toEqual([])
    expect(auditBody(outputs('46.96', items)).passes).toBeGreaterThan(4)
  })
  test('whose scores do not make the group are told', () => {
    expect(checksIn(outputs('46.69', items)).join()).toContain('score-total-mismatch')
  })
  test('whose full marks do not make the group are told', () => {
    expect(checksIn(outputs('46.96', items.replace('绿化补植（10分）', '绿化补植（12分）'))).join()).toMatch(
      /weight-total-mismatch|score-total-mismatch/,
    )
  })
  test('of which only those that lost points are named say nothing of the group', () => {
    expect(checksIn(outputs('46.96', '路灯完好率（20分）得18.96分；绿化补植（10分）得8分'))).toEqual([])
  })
})

describe('full marks in the bracket behind a score', () => {
  const scored = (total: string): string =>
    `综合评分为${total}分。资金执行得9.67分（10分）、产出得48.20分（50分）、效益得29分（30分）、满意度得10分（10分），括号内为满分，共100分。`
  test('that make the hundred: the scores make the total', () => {
    expect(checksIn(scored('96.87'))).toEqual([])
    expect(checksIn(scored('96.78')).join()).toContain('score-total-mismatch')
  })
  test('belong to the score before them, not to the next one', () => {
    expect(checksIn('产出得9分（满分10分），效益得18分（满分20分），满意度得8分（满分10分）。')).toEqual([])
  })
  test('that do not make the hundred which is printed', () => {
    expect(checksIn(scored('96.87').replace('共100分', '共110分')).join()).toContain('total-mismatch')
  })
})

describe('full marks of headings, summed up below them', () => {
  const parts = (output: string): string =>
    `（一）预算执行（满分10分）得9分。\n（二）产出指标（满分${output}分）得45分。\n（三）效益指标（满分40分）得38分。以上满分合计100分。`
  test('are silent where they add up', () => expect(checksIn(parts('50'))).toEqual([]))
  test('are told where they do not', () => expect(checksIn(parts('55')).join()).toContain('weight-total-mismatch'))
})

describe('a rule in quotes', () => {
  const late = (rule: string, taken: string): string =>
    `完成时效指标满分8分，得${8 - Number(taken)}分，验收逾期，按“逾期一个月以内扣${rule}分”的标准扣${taken}分。`
  test('takes off what it says', () => expect(checksIn(late('1', '1'))).toEqual([]))
  test('that takes off something else is told', () => expect(checksIn(late('0.5', '1')).join()).toContain('scoring-rule-mismatch'))
  test('for each of several leaves open how many there were', () => {
    expect(checksIn('完成时效指标满分8分，得7分，按“每逾期一个月扣0.5分”的标准扣1分。')).toEqual([])
  })
  test('is no deduction of its own', () => {
    expect(checksIn('完工及时指标4分，按评分办法“逾期十日以内得3.5分”得3.5分，扣0.5分。')).toEqual([])
  })
})

test('the target of the next point of a list is none of the item before it', () => {
  const items = '2.产出指标中，办理时限指标满分6分，按时办结率94.34%，按比例得5.66分。3.效果指标中，满意度目标值95%，实际93.00%，扣1分。'
  expect(checksIn(items)).toEqual([])
  expect(checksIn(items.replace('5.66', '5.86')).join()).toContain('product')
})
