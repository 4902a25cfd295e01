import { describe, expect, test } from 'vitest'
import { auditText, checkTests, expectSound, HEAD, pointedAt } from '../../audit-text.ts'

const PROCESS = '一、部门概况\n内设4个科室。\n二、绩效自评工作开展情况\n'

checkTests('evaluated-before-year-end', {
  kind: 'date',
  clean: {
    'worked at in the year after': `${PROCESS}2024年3月，我局成立自评工作小组，收集资料并开展自评，形成自评报告。`,
    'begun in the last days of the year': `${PROCESS}2023年12月下旬开始收集自评资料，2024年2月形成自评报告。`,
    'asked for by a notice of its own year, and carried out after it':
      '按照《临河县财政局关于开展2023年度部门整体支出绩效自评工作的通知》（临财绩〔2023〕15号）要求，我局于2023年11月20日至12月15日开展自评。\n一、自评情况\n本次自评从2024年2月开始。',
    'said of this evaluation': '一、自评情况\n本次自评从2024年2月开始，由财务科牵头，各科室先行自评。',
  },
  faulty: {
    'carried out in summer': {
      text: `${PROCESS}2023年7月下旬，开始前期准备工作，评价组确定了评价方法。2023年8月初，评价工作进入实施阶段。`,
      severity: 'error',
      figure: '2023年7月下旬',
      quote: '2023年7月下旬，开始前期准备工作',
    },
    'said of this evaluation in brackets': {
      text: '一、自评情况\n（一）本次绩效自评于2023年6月开展，由办公室牵头。',
      severity: 'error',
      figure: '2023年6月',
      quote: '（一）本次绩效自评于2023年6月开展',
    },
    'by a group of its own': {
      text: '三、工作组织\n我站成立了由站长任组长的自评小组，于2023年3月完成资料收集、指标核对和报告撰写。',
      severity: 'error',
      figure: '2023年3月',
      quote: '于2023年3月完成资料收集',
    },
    'in November, before the notice that asks for it': {
      text: '按照《临河县财政局关于开展2024年部门整体支出绩效自评工作的通知》（临财绩〔2024〕5号）要求，我局成立自评小组，于2023年11月6日至11月17日开展自评，现将结果报告如下。\n一、概况\n本局负责示例工作。',
      severity: 'error',
      figure: '2023年11月6日至11月17日',
      quote: '于2023年11月6日至11月17日开展自评',
    },
    'the day below the text': {
      text: '一、概况\n本局负责示例工作。\n二、问题\n预算编制不够细。\n\n临河县示例局\n2023年8月15日',
      severity: 'warning',
      figure: '2023年8月15日',
      quote: '2023年8月15日',
    },
  },
  edge: {
    'October is early, November may be': [
      `${PROCESS}2023年11月，我局组织各科室开展自评并收集资料。`,
      `${PROCESS}2023年10月，我局组织各科室开展自评并收集资料。`,
    ],
  },
  silent: {
    'monitoring of half a year': `${PROCESS}2023年7月，我局对1—6月预算执行开展绩效运行监控，形成监控报告，评价目标进度。`,
    'evaluation of the year before': `${PROCESS}2023年4月，我局组织开展2022年度绩效自评，形成自评报告。`,
    'evaluation of the year before in words': `${PROCESS}2023年4月，我局组织对上年度项目开展绩效自评并形成报告。`,
    'goals and prior assessment': `${PROCESS}2023年6月，组织开展事前绩效评估，完成项目评价资料准备。`,
    'work of the unit, not of the evaluation': '二、绩效管理工作情况\n2023年3月，组织各科室开展绩效自评，4月完成结果公开。',
    'the period that is evaluated': `${PROCESS}本次评价的时间范围为2023年1月至2023年9月资金使用情况，并开展现场评价。`,
    'training in the year': `${PROCESS}2023年5月，组织财务人员参加绩效评价培训，学习自评报告撰写。`,
    'a project built in the year': '二、项目组织实施情况\n2023年4月开始施工准备，2023年9月完成资料收集和验收评价。',
    'a standing group set up in the year': `${PROCESS}2023年3月，局党组研究绩效管理领导小组人员名单。`,
  },
})

describe('a report of a year that still runs', () => {
  const text = `${HEAD.replaceAll('2023', '2031')}一、概况\n本局负责示例工作。`
  const of = (asOf: string | null, body = text) => auditText(body, { asOf }).findings.map(({ check, severity }) => [check, severity])

  test('is a question when it is audited in that year', () => {
    expect(of('2031-08-01')).toEqual([['evaluated-before-year-end', 'warning']])
  })

  test('is none at the end of the year, later, or when nobody says the day', () => {
    expect([of('2031-12-05'), of('2032-03-01'), of(null)]).toEqual([[], [], []])
  })

  test('is none when half of it is reported on, or goals are', () => {
    for (const title of ['2031年度上半年部门整体支出绩效自评报告', '2031年度绩效运行监控报告', '2031年度绩效目标申报说明'])
      expect(of('2031-08-01', `临河县示例局\n${title}\n\n一、概况\n本局负责示例工作。`)).toEqual([])
  })
})

test('one finding names all the days, and the title', () => {
  const { document, findings } = auditText(
    `${HEAD}二、绩效评价工作过程\n2023年7月，评价组开展准备。2023年8月，评价组收集数据。2023年9月，评价组完成打分。`,
  )
  expect(findings).toHaveLength(1)
  expect(findings[0]?.quotes.map((quote) => pointedAt(document, quote))).toEqual(['2023年7月', '2023年8月', '2023年9月', '2023年度'])
  for (const finding of findings) expectSound(document, finding)
})

test('a title with another year than the text leaves open which year is evaluated', () => {
  const { findings, result } = auditText(
    `${HEAD}一、概况\n2022年支出100万元，2022年收入100万元，2022年项目3个。\n二、绩效自评工作开展情况\n2023年4月，我局组织开展自评并形成报告。`,
  )
  expect(findings.filter(({ check }) => check === 'evaluated-before-year-end')).toEqual([])
  expect(result.reports[0]?.untold.map(({ check }) => check)).toContain('evaluated-before-year-end')
})
