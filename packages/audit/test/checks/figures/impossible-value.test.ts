import { checkTests, table } from '../../audit-text.ts'

checkTests('impossible-value', {
  kind: 'impossible-value',
  clean: {
    'a score within its full marks': '数量指标2分，得1.5分。',
    'a total score within a hundred': '自评得分100分。',
    'a rate of satisfaction of all': '群众满意度100%。',
  },
  faulty: {
    'a score above its full marks is a finding': {
      text: '数量指标2分，得2.5分。',
      severity: 'error',
      figure: '2.5',
      quote: '数量指标2分，得2.5分',
      expected: null,
    },
    'a score above its weight in a table is a finding': {
      text: table('三级指标 | 分值 | 得分', '培训场次 | 40 | 41', '培训质量 | 60 | 57'),
      severity: 'error',
      figure: '41',
      quote: '培训场次\t40\t41',
      expected: null,
    },
    'satisfaction of more than all is a finding': {
      text: '群众满意度达103%。',
      severity: 'error',
      figure: '103',
      quote: '群众满意度达103%',
      expected: null,
    },
    'a total score above a hundred is very likely wrong': {
      text: '自评得分105分。',
      severity: 'warning',
      figure: '105',
      quote: '自评得分105分',
      expected: null,
    },
  },
  edge: {
    'full marks are full marks': ['数量指标2分，得2分。', '数量指标2分，得2.01分。'],
    'a hundred per cent is all': ['群众满意度100.0%。', '群众满意度100.2%。'],
    'a rounded share may print as all': ['群众满意度100%。', '群众满意度101%。'],
  },
  silent: {
    'a plan may be over-fulfilled': '任务完成率达到136.9%。',
    'a bound is no value': '群众满意度不低于103%。',
    'a score with other full marks': '数量指标得2.5分。',
    'a rise may exceed all': '公务接待费增长150%。',
  },
})
