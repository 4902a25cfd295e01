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
    'a total score over blocks by their names alone': '自评总得分88分，其中：投入管理28分，产出指标40分，效益指标20分。',
    'a heading over the items below it': '一、投入管理（满分20分，得18分）\n目标合理性满分8分，得8分；指标明确性满分12分，得10分。',
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
    'block scores without 得 are scores': {
      text: '自评总得分89分，其中：投入管理28分，产出指标40分，效益指标20分。',
      severity: 'error',
      figure: '89',
      quote: '自评总得分89分',
      expected: '88分',
    },
    'a heading that the items in its text do not make': {
      text: '一、投入管理（满分20分，得19分）\n目标合理性满分8分，得8分；指标明确性满分12分，得10分。',
      severity: 'error',
      figure: '19',
      quote: '满分20分，得19分',
    },
    'a paragraph below a heading, over numbered items with their weights in brackets': {
      text: '（一）投入情况（20分）\n投入情况满分20分，得19分。\n1.目标设定（10分）。目标合理，得9分。\n2.预算配置（10分）。配置合理，得9.5分。',
      severity: 'error',
      figure: '19',
      quote: '投入情况满分20分，得19分',
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
    'weights of blocks behind a total score': '自评总得分89分，其中：投入指标20分，过程指标30分，产出指标50分。',
    'a hedged total': '自评总得分约89分，其中：投入管理得28分，产出指标得40分，效益指标得20分。',
  },
})
