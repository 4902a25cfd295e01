import { describe, expect, test } from 'vitest'
import { alarmsIn } from './alarms.ts'

describe('what is left or missing', () => {
  const faulty: Readonly<Record<string, string>> = {
    'a rate shows which two belong together': '排查隐患218处，整改211处，整改率96.79%，未整改的12处已列入计划。',
    'money that was not spent': '采购预算86.50万元，实际采购80.20万元，执行率92.72%；未执行的3.60万元为招标节约。',
    'the sentence has no others': '计划建设站点28座，建成25座，剩余7座年后开工。',
    'more than was planned': '培训费支出18.40万元，高于年初预算12.60万元，多出的8.50万元为专题培训。',
    'the balance of a project': '本项目预算资金300万元，实际使用285万元，结余25万元，预算执行率95%。',
    'households, all of which …': '监测对象86户，消除风险51户，其余53户均落实帮扶措施。',
  }
  test.each(Object.entries(faulty))('%s', (_, body) => {
    expect(alarmsIn(body)).toHaveLength(1)
  })

  const silent: Readonly<Record<string, string>> = {
    'figures that fit': [
      '排查隐患218处，整改211处，整改率96.79%，未整改的7处已列入计划。',
      '培训费支出18.40万元，高于年初预算12.60万元，多出的5.80万元为专题培训。',
      '监测对象86户，消除风险51户，其余35户均落实帮扶措施。',
    ].join('\n\n'),
    'money taken back': '预算资金300万元，实际使用285万元，预算执行率95%，财政收回10万元，结余5万元。',
    'the rest of something else': '全年接待来访312批次，其中集体访26批次，重复访41批次，还有18批次正在办理。',
  }
  test.each(Object.entries(silent))('silent: %s', (_, body) => {
    expect(alarmsIn(body)).toEqual([])
  })
})
