import { describe, expect, test } from 'vitest'
import { alarmsIn } from './alarms.ts'

describe('shares of a whole that is told elsewhere', () => {
  const faulty: Readonly<Record<string, string>> = {
    'the whole in a numbered item before': '1.基本支出412.60万元。人员经费371.34万元，占基本支出的80%；公用经费41.26万元，占10%。',
    'what was spent, not what was planned': '采购预算86.50万元，实际采购80.20万元。面向小微企业采购64.16万元，占采购总额的74.17%。',
    'the whole of the same doing': '全年受理申请4280件，办结4196件；其中网上受理3210件，占57.5%。',
    'a part that the share names': '全年改造1400户，一等780户、二等490户、三等130户，一等占57.51%。',
    'what the sentence starts with against its plan': '开展宣讲84场，其中进村32场、进校28场，受众1.6万人次，完成年初计划80场的150%。',
  }
  test.each(Object.entries(faulty))('%s', (_, body) => {
    expect(alarmsIn(body)).toHaveLength(1)
  })

  const silent: Readonly<Record<string, string>> = {
    'the share of something named for itself': '政府采购92.40万元，其中货物61.20万元、服务31.20万元，面向中小企业采购占91.6%。',
    'figures that fit': [
      '1.基本支出412.60万元。人员经费371.34万元，占基本支出的90%；公用经费41.26万元，占10%。',
      '全年受理申请4280件，办结4196件；其中网上受理3210件，占75%。',
      '开展宣讲84场，其中进村32场、进校28场，受众1.6万人次，完成年初计划80场的105%。',
      '全年改造1400户，一等780户、二等490户、三等130户，一等占55.71%。',
    ].join('\n\n'),
  }
  test.each(Object.entries(silent))('silent: %s', (_, body) => {
    expect(alarmsIn(body)).toEqual([])
  })
})
