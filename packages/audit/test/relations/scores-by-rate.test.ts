import { describe, expect, test } from 'vitest'
import { checksIn } from './alarms.ts'

const FACTS =
  '二、完成情况\n全年立案426起，结案419起，结案率98.36%。巡河发现问题1248处，整改1231处，整改率98.64%。全年预算344.60万元，支出331.94万元，预算执行率96.33%。\n三、得分\n'
const items = (rectified: string, execution = '9.63'): string =>
  `${FACTS}预算执行率（10分）得${execution}分；结案率（6分）得5.90分；问题整改率（8分）得${rectified}分。`

describe('items scored by their rate', () => {
  test('as the others are, are silent', () => expect(checksIn(items('7.89'))).toEqual([]))
  test('a slip away from weight × rate are told', () => expect(checksIn(items('7.98')).join()).toContain('product'))
  test('by another rule are left alone', () => {
    expect(checksIn(items('7.5'))).toEqual([])
    expect(checksIn(items('6.31'))).toEqual([])
    expect(checksIn(items('8'))).toEqual([])
  })
  test('are left alone where only the rate of spending is scored so', () => {
    expect(checksIn(`${FACTS}预算执行率（10分）得9.63分；结案率（6分）得5.09分。`)).toEqual([])
  })
  test('of the rate beside them', () => {
    const rated = (score: string): string =>
      `菌棒指标8分，完成率98.04%，得${score}分；大棚指标6分，完成率96.30%，得5.78分；农户指标8分，完成率93.77%，得7.50分。道路指标9分，完成率95.31%，得8.58分。`
    expect(checksIn(rated('7.84'))).toEqual([])
    expect(checksIn(rated('7.48')).join()).toContain('product')
  })
})
