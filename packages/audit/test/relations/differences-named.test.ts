import { describe, expect, test } from 'vitest'
import { alarmsIn } from './alarms.ts'

describe('a difference that is named so, behind what was planned and what came of it', () => {
  const faulty: Readonly<Record<string, string>> = {
    'what was saved': '屋面维修预算18000.00元，结算17350.00元，节约560.00元。',
    'what was cut': '完成评审项目212个，送审152640.00万元，审定139208.00万元，审减14332.00万元。',
    'posts that are free': '核定编制45名，年末实有41人，空编5名。',
    'what was saved of a bid': '政府采购预算23418.62万元，成交22305.70万元，节约1121.92万元。',
    'more than was planned': '工程合同价860.00万元，结算912.40万元，超支25.40万元。',
  }
  test.each(Object.entries(faulty))('%s', (_, body) => expect(alarmsIn(body)).toHaveLength(1))

  const silent: Readonly<Record<string, string>> = {
    'that fits': '屋面维修预算18000.00元，结算17350.00元，节约650.00元。',
    'against the year before': '公用经费预算62.80万元，支出60.10万元，比上年节约3.40万元。',
    'of something else': '改造预算40.00万元，结算38.20万元；食堂运行节约2.60万元。',
    'over something else in between': '工程预算860.00万元，其中设备支出120.00万元，节约30.00万元。',
  }
  test.each(Object.entries(silent))('silent: %s', (_, body) => expect(alarmsIn(body)).toEqual([]))
})

describe('a rate of any name, behind two figures of a kind', () => {
  const faulty: Readonly<Record<string, string>> = {
    'the rate': '送审152640.00万元，审定139208.00万元，审减13432.00万元，审减率8.08%。',
    'a figure that it is made of': '送审156240.00万元，审定142808.00万元，审减13432.00万元，审减率8.80%。',
    'a proportion': '本次共补助主体630家，评价组抽取152家，抽样比例24.31%。',
  }
  test.each(Object.entries(faulty))('%s is a slip away', (_, body) => expect(alarmsIn(body)).toHaveLength(1))

  const silent: Readonly<Record<string, string>> = {
    'that fits': '送审152640.00万元，审定139208.00万元，审减13432.00万元，审减率8.80%。',
    'that no slip explains': '本次共补助主体630家，评价组抽取152家，抽样比例31.06%。',
    'of few digits': '送审152640.00万元，审定139208.00万元，审减率7%。',
    'of change': '登记主体630家，新增152家，增长率31.80%。',
  }
  test.each(Object.entries(silent))('silent: %s', (_, body) => expect(alarmsIn(body)).toEqual([]))
})

describe('an average', () => {
  test('of vehicles', () => {
    expect(alarmsIn('公务用车运行维护费10.36万元，保有量4辆，车均2.59万元。')).toEqual([])
    expect(alarmsIn('公务用车运行维护费10.36万元，保有量4辆，车均2.95万元。')).toHaveLength(1)
  })
  test('of an amount that another paragraph tells', () => {
    const told = (average: string): string =>
      `医疗收入1286.40万元，其中门急诊收入528.60万元、住院收入757.80万元。\n\n全年门急诊68420人次，出院2480人次。次均门诊费用${average}。`
    expect(alarmsIn(told('77.26元'))).toEqual([])
    expect(alarmsIn(told('77.26万元'))).toHaveLength(1)
    expect(alarmsIn(told('77.62元'))).toHaveLength(1)
    expect(alarmsIn(told('91.04元'))).toEqual([])
  })
  test('of batches', () => {
    expect(alarmsIn('公务接待费4.27万元，接待38批次、326人次，批均8.58人次。')).toEqual([])
    expect(alarmsIn('公务接待费4.27万元，接待38批次、326人次，批均8.85人次。')).toHaveLength(1)
  })
})
