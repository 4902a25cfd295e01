import { checkTests, table } from '../../audit-text.ts'

const head = '二级指标 | 三级指标 | 指标值 | 实际完成值 | 分值 | 得分 | 偏差原因分析'
const lost = '二级指标 | 三级指标 | 指标值 | 实际完成值 | 分值 | 得分 | 扣分原因'

checkTests('over-fulfilment-without-reason', {
  kind: 'other',
  clean: {
    'a little more than aimed at': table(head, '数量指标 | 编印手册 | ≥500册 | 620册 | 10 | 10 | '),
    'far more, with a reason': table(head, '数量指标 | 编印手册 | ≥500册 | 900册 | 10 | 10 | 上级追加印刷任务'),
    'visits and cases come as they come': table(head, '数量指标 | 受理来访 | ≥500件 | 900件 | 10 | 10 | '),
    'growth has no plan to the point': table(head, '质量指标 | 营收增长率 | ≥5% | 9% | 10 | 10 | '),
  },
  faulty: {
    'far more without a reason': {
      text: table(head, '数量指标 | 编印手册 | ≥500册 | 900册 | 10 | 10 | ', ' | 制作展板 | ≥20块 | 20块 | 10 | 10 | '),
      severity: 'info',
      figure: '900册',
      quote: '数量指标\t编印手册\t≥500册\t900册\t10\t10',
    },
    'unit in a column of its own': {
      text: table(
        '三级指标 | 指标性质 | 目标值 | 计量单位 | 完成值 | 分值 | 得分',
        '编印手册 | ≥ | 500 | 册 | 900 | 10 | 10',
        '制作展板 | ≥ | 20 | 块 | 21 | 10 | 10',
      ),
      severity: 'info',
      figure: '900',
      quote: '编印手册\t≥\t500\t册\t900\t10\t10',
    },
  },
  edge: {
    '129 % and 130 %': [
      table(head, '数量指标 | 编印手册 | ≥1000册 | 1299册 | 10 | 10 | '),
      table(head, '数量指标 | 编印手册 | ≥1000册 | 1300册 | 10 | 10 | '),
    ],
    'where only lost marks need a reason: 149 % and 150 %': [
      table(lost, '数量指标 | 编印手册 | ≥1000册 | 1490册 | 10 | 10 | '),
      table(lost, '数量指标 | 编印手册 | ≥1000册 | 1500册 | 10 | 10 | '),
    ],
  },
  silent: {
    'less money than the limit': table(head, '成本指标 | 印刷费 | ≤50万元 | 12万元 | 10 | 10 | '),
    'earlier than the limit': table(head, '时效指标 | 办结时限 | ≤10天 | 3天 | 10 | 10 | '),
    'one more than two': table(head, '数量指标 | 举办展览 | ≥2场 | 3场 | 10 | 10 | '),
    'a target of zero': table(head, '质量指标 | 差错起数 | =0起 | 0起 | 10 | 10 | '),
  },
})
