import { checkTests } from '../../audit-text.ts'

const GROUPS = '数量指标：\n大厅常态化管理升级\n热线全面推广\n质量指标：\n办事有序高效\n时效指标：\n每月通报运行情况'
const METHOD = '（一）评价方法\n指标制定上定量与定性相结合，优先定量。\n（二）履职完成情况\n'

checkTests('numbers-claimed-none-given', {
  kind: 'contradiction',
  clean: {
    'numbers are given': `${METHOD}数量指标：\n改造窗口40个\n办理事项1200件\n质量指标：\n办结率98%\n时效指标：\n每月通报`,
  },
  faulty: {
    'quantitative first, and not one number': {
      text: METHOD + GROUPS,
      severity: 'warning',
      figure: '指标制定上定量与定性相结合，优先定量',
      quote: '指标制定上定量与定性相结合，优先定量',
      expected: null,
    },
    'hours of the day are no measure': {
      text: METHOD + GROUPS.replace('热线全面推广', '热线24小时、365天服务'),
      severity: 'warning',
      figure: '指标制定上定量与定性相结合，优先定量',
      quote: '指标制定上定量与定性相结合，优先定量',
    },
  },
  edge: {
    'one number is a number': [METHOD + GROUPS.replace('热线全面推广', '热线接听1200件'), METHOD + GROUPS],
  },
  silent: {
    'nothing is claimed': `（一）履职完成情况\n${GROUPS}`,
    'no list of indicators': `${METHOD}全年各项工作有序开展。`,
    'an aim': `（一）措施\n今后指标制定应当优先定量。\n（二）履职完成情况\n${GROUPS}`,
  },
})
