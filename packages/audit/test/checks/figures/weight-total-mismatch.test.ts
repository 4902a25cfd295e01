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

const outline = (first: string, applicable: string): string =>
  `本次考核满分100分，适用项目满分${applicable}分。\n（一）政策落实，满分${first}分，得30分\n均已落实。\n（二）预算管理，满分40分，得38分\n部分项目测算依据不足。\n（三）信息公开，满分20分，得20分\n均按时公开。\n（四）改革创新，满分10分，不适用\n未列入试点。`
const note = (output: string, benefit = '30'): string =>
  `注：自评满分为100分，一级指标分值统一设置为：预算执行率10分、产出指标${output}分、效益指标${benefit}分、满意度指标10分。`
const tableOf = (output: string): string =>
  table(
    '一级指标 | 三级指标 | 分值 | 得分',
    `产出指标（${output}分） | 培训场次 | 30 | 30`,
    ' | 培训质量 | 20 | 18',
    '效益指标（30分） | 社会效益 | 15 | 14',
    ' | 经济效益 | 15 | 14',
    '满意度指标（10分） | 学员满意度 | 10 | 10',
  )

checkTests('weight-total-mismatch', {
  kind: 'weight-total',
  clean: {
    'weights add up to their total': weights('20', '70'),
    'the points of a group are those of its rows': groups('40'),
    'headings that make up the hundred, and those that apply': outline('30', '90'),
    'a note that divides the hundred': note('50'),
    'a note that leaves the execution rate out': '注：自评满分为100分，一级指标分值设置为：产出指标50分、效益指标30分、满意度指标10分。',
    'a table that keeps to the note': `${tableOf('50')}\n\n${note('50')}`,
  },
  faulty: {
    'headings that make up more than the hundred': {
      text: outline('35', '95'),
      severity: 'warning',
      figure: '100',
      quote: '本次考核满分100分',
    },
    'a note whose parts are not the whole': {
      text: note('60'),
      severity: 'warning',
      figure: '100',
      quote: '自评满分为100分',
    },
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
    'a project table divides its hundred in its own way': `${note('40', '40')}\n\n${tableOf('50')}`,
    'weights without a total': table('三级指标 | 分值 | 得分', '培训场次 | 20 | 20', '培训质量 | 20 | 18'),
    'neither weights nor scores of the items make their heading':
      '一、产出指标满分40分，得38分\n1.数量指标满分20分，得19分。\n2.质量指标满分15分，得12分。',
  },
})
