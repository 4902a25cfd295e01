import { checkTests } from '../../audit-text.ts'

checkTests('not-held-yet-measured', {
  kind: 'contradiction',
  clean: {
    'held and measured': '发放问卷200份，收回200份，表示满意的190份，满意度95%。',
    'not held, not measured': '2023年未开展满意度调查。\n全年受理200件，办结195件，办结率97.5%。',
  },
  faulty: {
    'a survey that was not held': {
      text: '我局2023年未开展满意度调查。\n（二）效益\n服务对象满意度为95%。',
      severity: 'warning',
      figure: '我局2023年未开展满意度调查',
      quote: '我局2023年未开展满意度调查',
      expected: null,
    },
    'a monitoring that was not held': {
      text: '全年未开展绩效监控。\n（二）管理\n绩效监控完成率100%。',
      severity: 'warning',
      figure: '全年未开展绩效监控',
      quote: '全年未开展绩效监控',
    },
  },
  edge: {
    'nought is no result': [
      '全年未开展绩效监控。\n（二）管理\n绩效监控完成率0%。',
      '全年未开展绩效监控。\n（二）管理\n绩效监控完成率20%。',
    ],
  },
  silent: {
    'the source is told beside it': '2023年未开展满意度调查，满意度95%取自县统计局社情民意调查。',
    'one project': '信息化项目未开展满意度调查。\n服务对象满意度为95%。',
    'last year': '2022年未开展满意度调查。\n2023年服务对象满意度为95%。',
    'an aim is no result': '2023年未开展满意度调查。\n（二）绩效目标\n服务对象满意度为95%。',
  },
})
