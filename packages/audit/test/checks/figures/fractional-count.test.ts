import { checkTests, table } from '../../audit-text.ts'

checkTests('fractional-count', {
  kind: 'impossible-value',
  clean: {
    'people are whole': '年末共有职工12人，分别为行政5人、事业7人。',
    'tens of thousands of people may have decimals': '培训1.25万人。受理诉求200件，办结195件，办结率97.5%。',
  },
  faulty: {
    'a part of a person is a finding': {
      text: '年末实有在职人员36.5人。',
      severity: 'error',
      figure: '36.5',
      quote: '年末实有在职人员36.5人',
      expected: null,
    },
    'a part of a thing is a finding': {
      text: '全年购置设备10.2台，已投入使用。',
      severity: 'error',
      figure: '10.2',
      quote: '全年购置设备10.2台',
      expected: null,
    },
  },
  edge: {
    'decimals of nothing are none': ['年末共有职工12.0人，分别为行政5人、事业7人。', '年末实有在职人员12.1人。'],
  },
  silent: {
    'an average may be anything': '平均每个村培训36.5人。',
    'a hedged number is no count': '年末实有在职人员约36.5人。',
    'what is measured has decimals': '改造道路36.5公里，投入36.5万元，得分36.5分。',
    'a table may hold conversions': table('项目 | 数量', '购置设备 | 10.2台', '维修设备 | 3台'),
  },
})
