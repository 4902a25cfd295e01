import { checkTests, table } from '../../audit-text.ts'

const scores = (first: string, total: string): string =>
  table(
    '一级指标 | 三级指标 | 分值 | 得分',
    `产出指标 | 培训场次 | 20 | ${first}`,
    '产出指标 | 培训质量 | 20 | 18',
    '效益指标 | 社会效益 | 30 | 28',
    `合计 |  | 70 | ${total}`,
  )

checkTests('score-total-mismatch', {
  kind: 'score-total',
  clean: {
    'a total score is the sum of the item scores': scores('20', '66'),
    'a total score in the text is the sum of the block scores': '自评总得分88分，其中：投入管理得28分，产出指标得40分，效益指标得20分。',
    'a score is the weight less what was taken off': '数量指标满分25分，得23.6分，扣1.4分。',
  },
  faulty: {
    'a total score that the item scores do not give is a finding': {
      text: scores('20', '67'),
      severity: 'error',
      figure: '67',
      quote: '合计\t\t70\t67',
      expected: '66分',
    },
    'a total score that the block scores do not give is a finding': {
      text: '自评总得分89分，其中：投入管理得28分，产出指标得40分，效益指标得20分。',
      severity: 'error',
      figure: '89',
      quote: '自评总得分89分',
      expected: '88分',
    },
    'a score and what was taken off do not make the weight': {
      text: '数量指标满分25分，得23.6分，扣1.6分。',
      severity: 'error',
      figure: '23.6',
      quote: '数量指标满分25分，得23.6分',
      expected: '23.4分',
    },
  },
  edge: {
    'scores are exact, however many places they have': [scores('19.85', '65.85'), scores('19.85', '65.86')],
    'a whole score has no hidden decimals': [scores('20', '66.00'), scores('20', '66.01')],
  },
  silent: {
    'a total that stands alone': '自评总得分89分。',
    'one block of several': '自评总得分89分，其中：投入管理得28分。',
    'a hedged total': '自评总得分约89分，其中：投入管理得28分，产出指标得40分，效益指标得20分。',
  },
})
