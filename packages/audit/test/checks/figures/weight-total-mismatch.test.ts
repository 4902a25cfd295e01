import { checkTests, table } from '../../audit-text.ts'

const weights = (first: string, total: string): string =>
  table(
    '一级指标 | 三级指标 | 分值 | 得分',
    `产出指标 | 培训场次 | ${first} | 18`,
    '产出指标 | 培训质量 | 20 | 18',
    '效益指标 | 社会效益 | 30 | 28',
    `合计 |  | ${total} | 64`,
  )
const groups = (points: string): string =>
  table(
    '一级指标 | 三级指标 | 分值 | 得分',
    `产出指标（${points}分） | 培训场次 | 20 | 20`,
    ' | 培训质量 | 20 | 18',
    '效益指标（30分） | 社会效益 | 15 | 14',
    ' | 经济效益 | 15 | 14',
    '合计 |  | 70 | 66',
  )

checkTests('weight-total-mismatch', {
  kind: 'weight-total',
  clean: {
    'weights add up to their total': weights('20', '70'),
    'the points of a group are those of its rows': groups('40'),
  },
  faulty: {
    'a total that the weights do not give is a finding': {
      text: weights('20', '80'),
      severity: 'error',
      figure: '80',
      quote: '合计\t\t80\t64',
      expected: '70分',
    },
    'a heading whose items have other weights is a finding': {
      text: '一、产出指标满分40分，得37分\n1.数量指标满分20分，得19分。\n2.质量指标满分19分，得18分。',
      severity: 'error',
      figure: '40',
      quote: '产出指标满分40分',
      expected: '39分',
    },
  },
  edge: {
    'weights are exact, however many places they have': [weights('19.5', '69.5'), weights('19.5', '69.6')],
    'weights have no hidden decimals': [weights('20', '70.0'), weights('20', '70.1')],
  },
  silent: {
    'weights without a total': table('三级指标 | 分值 | 得分', '培训场次 | 20 | 20', '培训质量 | 20 | 18'),
    'neither weights nor scores of the items make their heading':
      '一、产出指标满分40分，得38分\n1.数量指标满分20分，得19分。\n2.质量指标满分15分，得12分。',
  },
})
