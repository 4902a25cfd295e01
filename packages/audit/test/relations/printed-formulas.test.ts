import { describe, expect, test } from 'vitest'
import { alarmsIn } from './alarms.ts'

describe('formulas that the report prints', () => {
  const faulty: Readonly<Record<string, string>> = {
    'a quotient': '预算执行率=285÷300×100%=59%。',
    'a quotient that goes on': '在职人员控制率=（在职人数/编制数）×100%=38/40×100%=59%。',
    'a difference over a whole': '预算调整率=（330-300）/300×100%=11%。',
    'points by a rate': '该项得分=8×93.75%=5.7分。',
    'a sum with words': '收入合计=财政拨款210万元+其他收入16.5万元=262.5万元。',
    'number by price': '补助资金=1200元×36人=4.23万元。',
    'in a bracket behind the rate': '资产利用率为93.75%（30.00/36.00）。',
  }
  test.each(Object.entries(faulty))('%s', (_, body) => {
    expect(alarmsIn(body)).toHaveLength(1)
  })

  const silent: Readonly<Record<string, string>> = {
    'formulas that hold': [
      '预算执行率=285÷300×100%=95%。',
      '预算调整率=（330-300）/300×100%=10%，得分=8×93.75%=7.5分。',
      '收入合计=财政拨款210万元+其他收入16.5万元=226.5万元。',
      '人均经费=41800元/438人=95.43元。',
    ].join('\n\n'),
    'no more than the full marks': '该项得分=5×102%=5分。',
    'operands that were rounded': '执行率=1.15亿元÷1.2亿元×100%=95.9%。',
    'letters and words that compute nothing': '得分=分值×执行率，其中A=指标值，B=完成值，得分=A/B×10分。',
    'a cut instead of a rounding': '执行率=540÷560×100%=96.42%。',
  }
  test.each(Object.entries(silent))('silent: %s', (_, body) => {
    expect(alarmsIn(body)).toEqual([])
  })
})
