import { expect, test } from 'vitest'
import { auditBody, checkTests, expectSound, pointedAt, table } from '../../audit-text.ts'

checkTests('impossible-date', {
  kind: 'date',
  clean: {
    'days of the calendar': '2023年2月28日召开会议，2023年4月30日前完成，2024年2月29日验收。',
    'a stretch that runs forwards': '合同期限为2023年3月1日至2024年2月29日。',
  },
  faulty: {
    'a day that February has not': {
      text: '项目于2023年2月30日完成验收。',
      severity: 'error',
      figure: '2023年2月30日',
      quote: '项目于2023年2月30日完成验收',
    },
    'a leap day in a common year': {
      text: '合同于2023年2月29日签订，工期一年。',
      severity: 'error',
      figure: '2023年2月29日',
      quote: '合同于2023年2月29日签订',
    },
    'the 31st of a short month, without a year': {
      text: '要求各单位于6月31日前报送材料。',
      severity: 'error',
      figure: '6月31日',
      quote: '要求各单位于6月31日前报送材料',
    },
    'a thirteenth month': {
      text: '设备于2023年13月投入使用。',
      severity: 'error',
      figure: '2023年13月',
      quote: '设备于2023年13月投入使用',
    },
    'in figures behind a word for the day': {
      text: '完成日期：2023-11-31，质量合格。',
      severity: 'error',
      figure: '2023-11-31',
      quote: '2023-11-31，质量合格',
    },
    'a stretch that runs backwards': {
      text: '服务期为2023年10月1日至2023年3月31日，按季付款。',
      severity: 'error',
      figure: '2023年10月1日至2023年3月31日',
      quote: '服务期为2023年10月1日至2023年3月31日',
    },
    'days of one month that run backwards': {
      text: '公示期为2023年5月20日至5月10日，无异议。',
      severity: 'error',
      figure: '2023年5月20日至5月10日',
      quote: '公示期为2023年5月20日至5月10日',
    },
  },
  edge: {
    'the last day of a month': ['会议于2023年9月30日召开。', '会议于2023年9月31日召开。'],
  },
  silent: {
    'the lunar calendar': '每年农历2月30日举办庙会。',
    'the leap day of a year that is not named': '2月29日为国际罕见病日，开展义诊活动。',
    'a blank of a form': '填表日期：2023年00月00日。',
    'codes that look like dates': '合同编号HT2023-13-05，文件编号2023.2.30。',
    'a season over two years': '供暖期为2022年11月至次年3月，值班期为11月15日至3月15日。',
    'moved forward': '完工时间由2023年12月提前至2023年10月。',
    'stretches without a second year': '2023年10月至3月开展冬训。',
    'twelve months': '工期为13个月，其中2023年12个月。',
    'years told backwards': '2023年—2021年分别为3件、2件、1件。',
  },
})

test('a cell of a table is read as well', () => {
  const { document, findings } = auditBody(table('项目 | 完成时间 | 数量（个）', '道路 | 2023年6月31日 | 3', '桥梁 | 2023年6月30日 | 2'))
  expect(findings.map(({ check }) => check)).toEqual(['impossible-date'])
  for (const finding of findings) {
    expectSound(document, finding)
    expect(finding.quotes.map((quote) => pointedAt(document, quote))).toEqual(['2023年6月31日'])
  }
})
