import { checkTests, table } from '../../audit-text.ts'

const rows = (rate: string, score: string, total: string): string =>
  table(
    '三级指标 | 分值 | 预算执行率 | 得分',
    `预算执行 | 10 | ${rate} | ${score}`,
    '数量指标 | 20 |  | 18',
    '质量指标 | 70 |  | 68',
    `合计 | 100 |  | ${total}`,
  )

checkTests('score-product-mismatch', {
  kind: 'product-score',
  clean: {
    'a score is its weight by its rate': rows('74.21%', '7.42', '93.42'),
    'full marks are given above a threshold that is printed elsewhere': rows('94.21%', '10', '96'),
  },
  faulty: {
    'an item of text that says how it was scored': {
      text: '（一）支出率，指标分值6分，按分值乘以支出率计算，得5.27分。全年支出2485.76万元，支出率97.9%。',
      severity: 'warning',
      figure: '5.27',
      quote: '按分值乘以支出率计算，得5.27分',
      expected: '5.87分',
    },
    'a score that weight and rate do not give is a finding': {
      text: rows('74.21%', '8.42', '94.42'),
      severity: 'warning',
      // The total agrees with the score, so that the rate is wrong.
      figure: '74.21',
      quote: '预算执行\t10\t74.21%\t8.42',
      expected: '84.21%',
    },
    'a row that says how it is scored is held to it': {
      text: table(
        '三级指标 | 分值 | 评分标准 | 实际完成值 | 得分',
        '预算执行率 | 10 | 按执行率计分 | 74.21% | 7.52',
        '数量指标 | 20 | 完成得满分 | 5个 | 18',
      ),
      severity: 'warning',
      figure: '7.52',
      quote: '预算执行率\t10\t按执行率计分\t74.21%\t7.52',
      expected: '7.42分',
    },
  },
  edge: {
    'a score is rounded to its own place': [rows('74.25%', '7.43', '93.43'), rows('74.25%', '7.44', '93.44')],
    'a score of one place': [rows('74.21%', '7.4', '93.4'), rows('74.21%', '7.6', '93.6')],
  },
  silent: {
    'a round score may come from steps': rows('74.21%', '8', '94'),
    'no score was given': rows('74.21%', '0', '86'),
    'an item of text with several rates':
      '（一）支出率，指标分值6分，按分值乘以支出率计算，得5.27分。一季度支出率20.1%，二季度支出率48.3%，全年支出率97.9%。',
    'a row without a rate': rows('', '8.42', '94.42'),
  },
})
