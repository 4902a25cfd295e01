import { checkTests, table } from '../../audit-text.ts'

const form = (rows: readonly string[], basic: string, project: string): string =>
  table(
    '单位：万元',
    '年度主要任务 | 任务名称 | 主要内容 | 预算资金 | 预算执行数',
    ...rows.map((row) => ` | ${row}`),
    '预算情况 |  |  | 年初预算数 | 预算执行数',
    ` | 资金结构：(1)基本支出 |  | ${basic}`,
    ` | (2)项目支出 |  | ${project}`,
  )
const PROJECTS = ['督查经费 | 督查 | 20 | 15', '调研经费 | 调研 | 10 | 10', '史志经费 | 编纂 | 30 | 25']

checkTests('projects-booked-as-basic', {
  kind: 'contradiction',
  clean: {
    'projects beside basic expenditure': `${form(PROJECTS, '200 | 198', '60 | 50')}\n全年受理200件，办结195件，办结率97.5%。`,
    'another sum': `${form(PROJECTS, '61 | 50', ' | ')}\n全年受理200件，办结195件，办结率97.5%。`,
  },
  faulty: {
    'the projects are all the basic expenditure there is': {
      text: `${form(PROJECTS, '60 | 50', ' | ')}\n2023年共有项目3个，均开展了绩效监控。`,
      severity: 'error',
      figure: '60',
      quote: '资金结构：(1)基本支出\t\t60\t50',
      expected: null,
    },
    'without a count of projects it is a question': {
      text: form(PROJECTS, '60 | 50', ' | '),
      severity: 'warning',
      figure: '60',
      quote: '资金结构：(1)基本支出\t\t60\t50',
    },
  },
  edge: {
    'one more or less': [
      `${form(PROJECTS, '59 | 50', ' | ')}\n全年受理200件，办结195件，办结率97.5%。`,
      `${form(PROJECTS, '60 | 50', ' | ')}\n全年受理200件，办结195件，办结率97.5%。`,
    ],
  },
  silent: {
    'tasks that are basic': form(['人员经费 | 工资 | 40 | 40', '公用经费 | 办公 | 20 | 10'], '60 | 50', ' | '),
    'no tasks': form([], '60 | 50', ' | '),
  },
})
