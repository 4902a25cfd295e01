import { describe, expect, test } from 'vitest'
import { auditText, checkTests } from '../../audit-text.ts'

const OPENING = '根据《临河县财政局关于开展2023年度部门整体支出绩效自评工作的通知》要求，'

checkTests('year-out-of-place', {
  kind: 'date',
  clean: {
    'the opening says the year of the title': `${OPENING}我局对2023年度部门整体支出开展绩效自评，现将有关情况报告如下。`,
    'so does the conclusion': '一、综合评价结论\n2023年度部门整体支出绩效自评得分95分。',
    'and the form behind': '一、概况\n负责示例工作。\n附件2\n2023年度部门整体支出绩效自评表',
  },
  faulty: {
    'another year in the opening': {
      text: '我局对2022年度部门整体支出开展了绩效自评，有关情况如下。\n一、概况\n负责示例工作。',
      severity: 'warning',
      figure: '2022年度',
      quote: '我局对2022年度部门整体支出开展了绩效自评',
      expected: '2023年度',
    },
    'another year in the conclusion': {
      text: '四、综合评价结论\n经综合评价，我局2022年度部门整体支出绩效自评得分95分。',
      severity: 'warning',
      figure: '2022年度',
      quote: '我局2022年度部门整体支出绩效自评得分95分',
    },
    'accounts of the year before throughout': {
      text: '一、资金情况\n2022年收入决算500.20万元。\n2022年支出决算480.11万元。\n2022年预算安排为500.20万元。',
      severity: 'warning',
      figure: '2022年',
      quote: '2022年收入决算500.20万元',
    },
    'the notice of another year': {
      text: '根据《临河县财政局关于开展2022年度部门整体支出绩效自评工作的通知》要求，我局对2023年度部门整体支出开展绩效自评。',
      severity: 'warning',
      figure: '2022年度',
      quote: '根据《临河县财政局关于开展2022年度部门整体支出绩效自评工作的通知》要求',
    },
  },
  edge: {
    'chapters of two years, and of the wrong one': [
      '一、2022年度预算执行情况\n执行较好。\n二、2023年度预算执行情况\n执行较好。',
      '一、2022年度预算执行情况\n执行较好。\n二、绩效目标完成情况\n完成较好。',
    ],
    'accounts of the year itself among them': [
      '一、资金情况\n2022年收入决算500.20万元。\n2022年支出决算480.11万元。\n2023年预算安排500.20万元。',
      '一、资金情况\n2022年收入决算500.20万元。\n2022年支出决算480.11万元。\n2022年预算安排500.20万元。',
    ],
  },
  silent: {
    'compared with the year before': '一、资金情况\n2022年支出480.11万元，本年支出500.20万元，较上年有所增加。',
    "last year's score is applied": '六、结果应用\n2022年度部门整体支出绩效自评得分93分，已公开。',
    "last year's score is compared": '四、综合评价结论\n2022年度绩效自评得分93分，本年提高2分。',
    "last year's problems": '一、2022年度评价结果整改情况\n已整改。\n二、上年结转\n无。',
    "next year's work": '一、概况\n负责示例工作。\n二、2024年工作安排\n继续推进。',
    'a plan over several years': '一、概况\n2021—2023年度规划已实施，2022至2024年度滚动预算已编制。',
    'ratios of the financial report':
      '一、政府财务报告\n2022年资产负债率收入占比12%。2022年收入费用率98%，按政府财务报告计算。2022年预算执行率97%，见政府财务报告。',
    'next year is planned': '七、下一步\n在2024年度部门整体支出绩效目标中细化指标。',
    'work in the year about the year before': '二、绩效管理\n年内组织开展2022年度项目绩效自评，自评率100%。',
    'the notice is named for the year of the work': `根据《关于做好2024年度绩效自评工作的通知》，我局对2023年度部门整体支出开展绩效自评。`,
    'the table of goals for the next year': '附件3\n2024年度部门整体支出绩效目标表',
  },
})

describe('titles', () => {
  const found = (text: string) => auditText(text).findings.map(({ check }) => check)

  test('two years in the titles at the front', () => {
    expect(found('临河县示例局2023年度部门整体支出绩效自评报告\n（2022年度）\n\n一、概况\n负责示例工作。')).toEqual(['year-out-of-place'])
  })

  test('another year below the title of the form', () => {
    expect(
      found('临河县示例局2023年度部门整体支出绩效自评报告\n\n一、概况\n负责示例工作。\n附件2\n部门整体支出绩效自评表\n（2022年度）'),
    ).toEqual(['year-out-of-place'])
  })

  test('another year in the last words', () => {
    expect(
      found(
        '临河县示例局2023年度部门整体支出绩效自评报告\n\n一、概况\n负责示例工作。\n二、其他\n综上所述，2022年度部门整体支出绩效自评得分95分。',
      ),
    ).toEqual(['year-out-of-place'])
  })

  test('a year without 度 may be that of the work', () => {
    expect(found('临河县示例局\n2023年绩效自评报告\n\n我局对2022年度部门整体支出开展绩效自评。\n一、概况\n负责示例工作。')).toEqual([])
  })
})
