import { checkTests, table } from '../../audit-text.ts'

const head = '一级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分'

checkTests('words-for-quantity', {
  kind: 'other',
  clean: {
    'a number for a number': table(head, '产出指标 | 建设充电桩 | ≥60个 | 62个 | 10 | 10'),
    'words for words': table(head, '产出指标 | 建设充电桩 | ≥60个 | 62个 | 10 | 10', ' | 制度建设 | 完善 | 已完成 | 10 | 10'),
    'words round a number': table(head, '产出指标 | 建设充电桩 | ≥60个 | 完成62个 | 10 | 10'),
  },
  faulty: {
    'done, and nobody knows how many': {
      text: table(head, '产出指标 | 建设充电桩 | ≥60个 | 完成 | 10 | 10', ' | 铺设管线 | ≥12公里 | 12.4公里 | 10 | 10'),
      severity: 'info',
      figure: '完成',
      quote: '产出指标\t建设充电桩\t≥60个\t完成\t10\t10',
    },
    'pipes and a unit column': {
      text: '| 指标名称 | 指标性质 | 指标值 | 度量单位 | 完成值 | 分值 | 得分 |\n| --- | --- | --- | --- | --- | --- | --- |\n| 建设充电桩 | ≥ | 60 | 个 | 已达标 | 10 | 10 |\n| 铺设管线 | ≥ | 12 | 公里 | 12.4 | 10 | 10 |',
      severity: 'info',
      figure: '已达标',
      quote: '建设充电桩 | ≥ | 60 | 个 | 已达标 | 10 | 10',
    },
  },
  edge: {
    'with a number and without': [
      table(head, '产出指标 | 建设充电桩 | ≥60个 | 已完成60个 | 10 | 10'),
      table(head, '产出指标 | 建设充电桩 | ≥60个 | 已完成年度任务 | 10 | 10'),
    ],
  },
  silent: {
    'a column that asks for words': table('三级指标 | 年度指标值 | 完成情况 | 分值 | 得分', '建设充电桩 | ≥60个 | 已完成 | 10 | 10'),
    'all of something can be said in words': table(head, '产出指标 | 验收合格率 | 100% | 全部完成 | 10 | 10'),
    'a time is kept in words': table(head, '产出指标 | 完工时间 | ≤12月 | 按时完成 | 10 | 10'),
  },
})
