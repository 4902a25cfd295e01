import { describe, expect, test } from 'vitest'
import { auditBody, checkTests } from '../../audit-text.ts'

const MADE = '\n\n临河县示例局\n2024年3月20日'

checkTests('done-after-report', {
  kind: 'date',
  clean: {
    'done before the report': `一、项目情况\n未建成的窗口已于2024年2月底建成投用。${MADE}`,
  },
  faulty: {
    'done after the report': {
      text: `一、项目情况\n剩余3公里管网已于2024年8月完成验收。${MADE}`,
      severity: 'warning',
      figure: '2024年8月',
      quote: '剩余3公里管网已于2024年8月完成验收',
    },
    'a day without 已': {
      text: `一、项目情况\n设备于2024年8月22日通过验收并投入使用。${MADE}`,
      severity: 'warning',
      figure: '2024年8月22日',
      quote: '设备于2024年8月22日通过验收并投入使用',
    },
    'the day first': {
      text: `一、项目情况\n2024年5月该项目已全部完工，投入使用。${MADE}`,
      severity: 'warning',
      figure: '2024年5月',
      quote: '2024年5月该项目已全部完工',
    },
  },
  edge: {
    'the month of the report, and the next': [
      `一、项目情况\n尾款已于2024年3月支付。${MADE}`,
      `一、项目情况\n尾款已于2024年4月支付。${MADE}`,
    ],
  },
  silent: {
    planned: `一、项目情况\n剩余工程计划于2024年8月底前完成，已落实资金。${MADE}`,
    'planned for a day': `一、项目情况\n设备计划于2024年8月22日投入使用，合同约定于2024年9月完成验收。${MADE}`,
    'put off': `一、项目情况\n已顺延至2024年6月完成验收。${MADE}`,
    'to be done': `一、项目情况\n力争2024年6月底前完成已立项的改造。${MADE}`,
    'years without a month': `一、项目情况\n已于2025年完成。${MADE}`,
    'a report without a day': '一、项目情况\n剩余3公里管网已于2024年8月完成验收。',
    'a contract that runs on': `一、项目情况\n服务合同已签订，期限至2024年12月完成。${MADE}`,
  },
})

describe('against the day of the audit', () => {
  const found = (asOf: string) => auditBody('一、项目情况\n工程已于2031年8月完工。', { asOf }).findings.map(({ check }) => check)
  test('only what lies after it is doubted', () => {
    expect([found('2031-07-01'), found('2031-08-15')]).toEqual([['done-after-report'], []])
  })
})
