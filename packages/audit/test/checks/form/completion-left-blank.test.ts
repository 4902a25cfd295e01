import { checkTests, table } from '../../audit-text.ts'

const head = '序号 | 任务名称 | 预算数（万元） | 任务完成情况 | 执行数（万元）'

checkTests('completion-left-blank', {
  kind: 'missing-section',
  clean: {
    'filled in': table(head, '1 | 河道保洁 | 30 | 已完成 | 28', '2 | 堤防巡查 | 12 | 已完成 | 12', '3 | 水闸维修 | 45 | 完成两座 | 40'),
    'one is left open': table(head, '1 | 河道保洁 | 30 | 已完成 | 28', '2 | 堤防巡查 | 12 |  | 12', '3 | 水闸维修 | 45 |  | 40'),
  },
  faulty: {
    'blank throughout': {
      text: table(head, '1 | 河道保洁 | 30 |  | 28', '2 | 堤防巡查 | 12 | — | 12', '3 | 水闸维修 | 45 |  | 40'),
      severity: 'warning',
      figure: '任务完成情况',
      quote: '序号\t任务名称\t预算数（万元）\t任务完成情况\t执行数（万元）',
    },
  },
  edge: {
    'one filled in, and none': [
      table(head, '1 | 河道保洁 | 30 | 完成 | 28', '2 | 堤防巡查 | 12 |  | 12', '3 | 水闸维修 | 45 |  | 40'),
      table(head, '1 | 河道保洁 | 30 |  | 28', '2 | 堤防巡查 | 12 |  | 12', '3 | 水闸维修 | 45 |  | 40'),
    ],
  },
  silent: {
    'no such column': table(
      '序号 | 任务名称 | 预算数（万元） | 备注 | 执行数（万元）',
      '1 | 河道保洁 | 30 |  | 28',
      '2 | 堤防巡查 | 12 |  | 12',
      '3 | 水闸维修 | 45 |  | 40',
    ),
  },
})
