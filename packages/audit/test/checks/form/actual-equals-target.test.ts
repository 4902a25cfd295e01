import { checkTests, table } from '../../audit-text.ts'

const head = '一级指标 | 三级指标 | 目标值 | 实际完成值 | 分值 | 得分'
const rows = [
  '产出指标 | 整治沟渠 | ≥36公里 | 36公里 | 10 | 10',
  ' | 植树 | ≥12000株 | 12000株 | 10 | 10',
  ' | 修建机耕道 | ≥8.5公里 | 8.5公里 | 10 | 10',
  ' | 培训农户 | ≥650人次 | 650人次 | 10 | 10',
  ' | 苗木成活率 | ≥92% | 92% | 10 | 10',
] as const

checkTests('actual-equals-target', {
  kind: 'other',
  clean: {
    'some reach a little more': table(head, ...rows, ' | 发放资料 | ≥3000份 | 3120份 | 10 | 10'),
    'all of something is all of it': table(
      head,
      ...['验收合格率', '公开及时率', '资金到位率', '任务完成率', '按期完工率', '材料齐全率'].map(
        (name) => ` | ${name} | 100% | 100% | 10 | 10`,
      ),
    ),
    'small plans are met to the point': table(
      head,
      ...['购置车辆', '修建桥梁', '举办展会', '购置服务器', '维修泵站', '编制规划'].map(
        (name, at) => ` | ${name} | ${at + 1}${'辆座场台座个'.charAt(at)} | ${at + 1}${'辆座场台座个'.charAt(at)} | 10 | 10`,
      ),
    ),
  },
  faulty: {
    'every one repeats its target': {
      text: table(head, ...rows, ' | 发放资料 | ≥3000份 | 3000份 | 10 | 10'),
      severity: 'info',
      figure: '36公里',
      quote: '产出指标\t整治沟渠\t≥36公里\t36公里\t10\t10',
    },
  },
  edge: {
    'five rows and six': [
      table(head, ...rows, ' | 发放资料 | ≥3000份 | 3001份 | 10 | 10'),
      table(head, ...rows, ' | 发放资料 | ≥3000份 | 3000份 | 10 | 10'),
    ],
  },
  silent: {
    'few rows tell nothing': table(head, ...rows),
  },
})
