import { describe, expect, test } from 'vitest'
import { alarmsIn } from './alarms.ts'

describe('changes and their rates', () => {
  const faulty: Readonly<Record<string, string>> = {
    'the base in a bracket behind the change': '全年发生火灾68起，同比减少21起（上年92起）。',
    'the base in a bracket behind the rate': '全年发生火灾68起，同比下降36.09%（上年92起）。',
    'time named in a bracket does not reach past it': '接警86起，同比减少6起（上年92起）；救出被困人员54人，比上年45人增长25%。',
    'what the law allows against what is promised': '办理事项法定时限15个工作日，承诺时限6个工作日，压缩40%。',
    'a rate with a name': '2022年平均薪酬6520元，2023年平均薪酬6846元，增幅6%。',
    'a rate behind its change': '亩产512.5公斤，比上年的500公斤增加12.5公斤，增产5.2%。',
    'the end of the year before': '2022年末在册企业2480家，新设310家，注销186家，2023年末在册企业2604家，增长5.5%。',
    'this year in the sentence before': '全年支出512.60万元，执行率96.2%。与上年支出498.25万元相比增长3.88%。',
    'an amount that is a whole stands between': '年末结转8.64万元，占可用资金912.40万元的0.95%，与年初的7.20万元相比增长25%。',
    'a budget and its change': '年初预算820万元，调整后预算902万元，净调增82万元，调整率11%。',
  }
  test.each(Object.entries(faulty))('%s', (_, body) => {
    expect(alarmsIn(body)).toHaveLength(1)
  })

  const silent: Readonly<Record<string, string>> = {
    'the same with figures that fit': [
      '全年发生火灾68起，同比减少24起（上年92起），同比下降26.09%（上年92起）。',
      '办理事项法定时限15个工作日，承诺时限6个工作日，压缩60%。',
      '2022年末在册企业2480家，新设310家，注销186家，2023年末在册企业2604家，增长5%。',
      '全年支出512.60万元，执行率96.2%。与上年支出498.25万元相比增长2.88%。',
      '年末结转8.64万元，占可用资金912.40万元的0.95%，与年初的7.20万元相比增长20%。',
    ].join('\n\n'),
    'a growth over several years': '2020年产值120万元，2023年产值180万元，年均增长15%。',
    'a rate without a base': '全年接待游客62万人次，同比增长8.2%。',
  }
  test.each(Object.entries(silent))('silent: %s', (_, body) => {
    expect(alarmsIn(body)).toEqual([])
  })
})
