import { checkTests, table } from '../../audit-text.ts'

const project = (inText: string, inTable: string): string =>
  `一、概况\n道路改造项目支出${inText}万元，涉及三个乡镇。\n二、明细\n${table(
    '项目 | 执行数（万元）',
    `道路改造项目 | ${inTable}`,
    '桥梁维修项目 | 200.00',
  )}`
const score = (inText: string, inTable: string): string =>
  `一、概况\n自评得分为${inText}分。\n二、指标得分表\n${table(
    '三级指标 | 分值 | 得分',
    '培训场次 | 40 | 37.5',
    '培训质量 | 60 | 57',
    `自评得分 | 100 | ${inTable}`,
  )}`

checkTests('text-table-conflict', {
  kind: 'text-vs-table',
  clean: {
    'an amount told in the text and in the table': project('1568.92', '1568.92'),
    'a score told in the text and in the table': score('94.5', '94.5'),
  },
  faulty: {
    'digits that changed places between text and table are a finding': {
      text: project('1568.92', '1586.92'),
      severity: 'error',
      figure: '1568.92',
      quote: '道路改造项目支出1568.92万元',
      expected: '1586.92万元',
    },
  },
  edge: {
    'the text may round what the table prints in full': [project('1568.9', '1568.92'), project('1568.2', '1568.92')],
    'the text may cut what the table prints in full': [project('1568.92', '1568.929'), project('1568.29', '1568.929')],
    'another unit is the same amount': [
      project('1568.92', '1568.92').replace('1568.92万元', '15689200元'),
      project('1568.92', '1568.92').replace('1568.92万元', '15698200元'),
    ],
  },
  silent: {
    'another thing may have another amount': project('1568.92', '1586.92').replace('道路改造项目支出', '厂房修缮项目支出'),
    'a plan may differ from what was spent': project('1568.92', '1586.92').replace('道路改造项目支出', '道路改造项目年初预算'),
    'another year may differ': project('1568.92', '1586.92').replace('道路改造项目支出', '2021年道路改造项目支出'),
    'a hedged figure may differ': project('1568.92', '1586.92').replace('支出1568.92', '支出约1568.92'),
  },
})
