import { describe, expect, test } from 'vitest'
import { audit, type Given, NOTHING_GIVEN } from '../../../src/index.ts'
import { checkTests, HEAD, readText } from '../../audit-text.ts'
import { given } from '../scheme/sample.ts'

const BANDS = '评价等级划分为：90分-100分为优，80分-90分为良，60分-80分为中，60分以下为差。\n'

checkTests('grade-mismatch', {
  kind: 'grade-band',
  clean: {
    'a grade that the printed bands give': `${BANDS}自评得分92分，评价等级为“优”。`,
    'a grade that some bands in use give': '自评得分87分，评价等级为“优”。',
  },
  faulty: {
    'a grade in a sentence of its own is that of the one total score': {
      text: '本项目综合得分94.93分。\n\n按照标准（90分及以上为优，80—90分为良，60—80分为中，60分以下为差），本项目绩效等级为“良”。',
      severity: 'error',
      figure: '等级为“良',
      quote: '本项目绩效等级为“良”',
      expected: '优',
    },
    'a grade that the printed bands do not give is an error': {
      text: `${BANDS}自评得分82分，评价等级为“优”。`,
      severity: 'error',
      figure: '等级为“优',
      quote: '评价等级为“优”',
      expected: '良',
    },
    'a grade that no bands in use give is a warning': {
      text: '自评得分72分，评价等级为“优”。',
      severity: 'warning',
      figure: '等级为“优',
      quote: '评价等级为“优”',
      expected: '中',
    },
    'a grade in the next sentence belongs to the score': {
      text: `${BANDS}自评得分59分。评价结果为良好。`,
      severity: 'error',
      figure: '结果为良好',
      quote: '评价结果为良好',
      expected: '差',
    },
  },
  edge: {
    'a band begins with its lower bound': [`${BANDS}自评得分90分，评价等级为优。`, `${BANDS}自评得分89.99分，评价等级为优。`],
    'a band ends below its upper bound': [`${BANDS}自评得分79.99分，评价等级为中。`, `${BANDS}自评得分80分，评价等级为中。`],
    'the highest of the lower bounds in use': ['自评得分85分，评价等级为优。', '自评得分84.99分，评价等级为优。'],
  },
  silent: {
    'a hedged score': `${BANDS}自评得分约82分，评价等级为“优”。`,
    'a score above a hundred is on another scale': '自评得分118分（满分120分），评价等级为“优”。'.replace('自评得分118分', '考核评分118分'),
    'a grade without a score': `${BANDS}评价等级为“优”。`,
    'a score without a grade': `${BANDS}自评得分82分。`,
  },
})

describe('grades of a given scheme', () => {
  const gradesOf = (text: string, asked: Given) => {
    const { findings } = audit(readText(HEAD + text), { asOf: null, year: null, purpose: null }, asked)
    return findings
      .filter(({ check }) => check === 'grade-mismatch')
      .map(({ severity, expected, message }) => [severity, expected, message])
  }
  const stated = '自评得分87分，评价等级为“优”。'

  test('judge a report that prints none of its own', () => {
    expect(gradesOf(stated, NOTHING_GIVEN)).toEqual([])
    expect(gradesOf(stated, given)).toEqual([['error', '良', '得分 87分，等级写为“优”，按样例细则的标准应为“良”，请核对。']])
  })

  test('give way to the report where it prints them', () => {
    const own = '评价等级划分为：85分-100分为优，75分-85分为良，60分-75分为中，60分以下为差。\n'
    expect(gradesOf(own + stated, given)).toEqual([])
  })
})
