import { describe, expect, test } from 'vitest'
import { auditText, checkTests, HEAD } from '../../audit-text.ts'

const MADE = '\n\n临河县示例局\n2024年3月20日'

checkTests('document-of-later-year', {
  kind: 'date',
  clean: {
    'a notice of the year after': '根据《关于开展2023年度部门整体支出绩效自评工作的通知》（临财绩〔2024〕6号）要求，现将有关情况报告如下。',
    'a notice of the same year': '根据《关于开展2023年度预算绩效考核工作的通知》（临财预〔2023〕59号）文件要求，现将有关情况报告如下。',
    'older documents that are in force': '依据《预算绩效管理办法》（财预〔2020〕10号）和临政发[2019]12号文件执行。',
  },
  faulty: {
    'numbered after the report was made': {
      text: `一、依据\n按照临财绩〔2025〕6号文件要求开展自评。${MADE}`,
      severity: 'error',
      figure: '按照临财绩〔2025〕6号',
      quote: '按照临财绩〔2025〕6号文件要求开展自评',
    },
    'two years after the year evaluated': {
      text: '一、依据\n我局依据（临财绩〔2026〕6号）开展自评。',
      severity: 'warning',
      figure: '临财绩〔2026〕6号',
      quote: '临财绩〔2026〕6号',
    },
    'a notice numbered before its subject': {
      text: '根据《临河县财政局关于开展2023年度部门整体支出绩效自评工作的通知》（临财绩〔2022〕6号）要求，报告如下。',
      severity: 'warning',
      figure: '临财绩〔2022〕6号',
      quote: '《临河县财政局关于开展2023年度部门整体支出绩效自评工作的通知》（临财绩〔2022〕6号',
    },
    'a notice numbered long before its subject': {
      text: '根据《临河县财政局关于开展2023年度部门整体支出绩效自评工作的通知》（临财绩〔2020〕6号）要求，报告如下。',
      severity: 'error',
      figure: '临财绩〔2020〕6号',
      quote: '《临河县财政局关于开展2023年度部门整体支出绩效自评工作的通知》（临财绩〔2020〕6号',
    },
  },
  edge: {
    'the year of the report, and the next': [
      `一、依据\n我局依据（临财绩〔2024〕6号）开展自评。${MADE}`,
      `一、依据\n我局依据（临财绩〔2025〕6号）开展自评。${MADE}`,
    ],
  },
  silent: {
    'a plan of work drawn up the year before': '根据《关于做好2023年预算绩效管理工作的通知》（临财绩〔2022〕18号），开展各项工作。',
    'a budget is approved the year before': '根据《关于批复2023年度部门预算的通知》（临财预〔2022〕88号），执行预算。',
    'years that are no documents': '我县实施“十四五”规划（2021—2025年），到（2035年）基本建成，第（2026）页附后。',
  },
})

describe('against the day of the audit', () => {
  const text = '临河县示例局\n部门整体支出绩效自评报告\n\n一、依据\n我局依据（临财绩〔2032〕6号）开展自评。'
  const found = (asOf: string | null) => auditText(text, { asOf }).findings.map(({ check, severity }) => [check, severity])

  test('a document of the future is an error', () => {
    expect(found('2026-05-01')).toEqual([['document-of-later-year', 'error']])
  })

  test('nothing is told without a day, a year and a signature', () => {
    expect([found(null), found('2032-01-05')]).toEqual([[], []])
  })

  test('the earliest limit counts', () => {
    const { findings } = auditText(`${HEAD}一、依据\n我局依据（临财绩〔2025〕6号）开展自评。${MADE}`, { asOf: '2026-01-01' })
    expect(findings.map(({ computation }) => computation)).toEqual(['2025 晚于 2024'])
  })
})
