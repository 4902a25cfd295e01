import { checkTests, table } from '../../audit-text.ts'

const head = '二级指标 | 三级指标 | 指标值 | 度量单位 | 实际完成值 | 分值 | 得分'

checkTests('sign-behind-target', {
  kind: 'other',
  clean: {
    'signs in front': table(head, '管理 | 预算追加率 | ≤8 | % | 3.2 | 2 | 2', ' | 公开及时率 | ≥100 | % | 100 | 2 | 2'),
  },
  faulty: {
    'a sign behind': {
      text: table(head, '管理 | 预算追加率 | 8≤ | % | 3.2 | 2 | 2', ' | 公开及时率 | ≥100 | % | 100 | 2 | 2'),
      severity: 'info',
      figure: '8≤',
      quote: '管理\t预算追加率\t8≤\t%\t3.2\t2\t2',
    },
  },
  edge: {
    'with its unit': [
      table('三级指标 | 指标值 | 实际完成值 | 分值 | 得分', '预算追加率 | ≤8% | 3.2% | 2 | 2'),
      table('三级指标 | 指标值 | 实际完成值 | 分值 | 得分', '预算追加率 | 8%≤ | 3.2% | 2 | 2'),
    ],
  },
  silent: {
    'no signs at all': table(head, '管理 | 预算追加率 | 8 | % | 3.2 | 2 | 2'),
    'a range': table(head, '管理 | 预算追加率 | 5≤x≤8 | % | 6 | 2 | 2'),
  },
})
