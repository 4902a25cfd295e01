import { checkTests, table } from '../../audit-text.ts'

const head = '一级指标 | 三级指标 | 目标值 | 完成值 | 分值 | 得分'
const unscored = '绩效指标 | 年度目标值 | 全年完成值 | 未完成原因和改进措施'

checkTests('unmet-target-without-measure', {
  kind: 'missing-section',
  clean: {
    'reached targets have full marks': table(
      head,
      '产出 | 监测断面 | ≥12个 | 12个 | 10 | 10',
      ' | 监测成本 | ≤30万元 | 28.6万元 | 10 | 10',
    ),
    'a missed target that lost marks': table(head, '产出 | 监测断面 | ≥12个 | 9个 | 10 | 7.5'),
    'full marks with a reason beside them': table(
      `${head} | 偏差原因`,
      '产出 | 监测断面 | ≥12个 | 9个 | 10 | 10 | 3个断面因河道施工经上级同意停测',
    ),
    'rounded to full marks': table(head, '产出 | 水质达标率 | ≥95% | 94.8% | 10 | 10'),
    'a missed target with its measure, where nothing is scored': table(unscored, '监测断面 | ≥12个 | 9个 | 河道施工，次年恢复'),
  },
  faulty: {
    'fewer than aimed at, full marks': {
      text: table(head, '产出 | 监测断面 | ≥12个 | 9个 | 10 | 10', ' | 出具报告 | ≥48份 | 50份 | 10 | 10'),
      severity: 'warning',
      figure: '9个',
      quote: '产出\t监测断面\t≥12个\t9个\t10\t10',
    },
    'more than the limit, full marks; sign and unit in columns of their own': {
      text: table(
        '三级指标 | 指标性质 | 指标值 | 度量单位 | 实际完成值 | 权重 | 得分',
        '监测成本 | ≤ | 30 | 万元 | 33.5 | 10 | 10',
        '监测断面 | ≥ | 12 | 个 | 12 | 10 | 10',
      ),
      severity: 'warning',
      figure: '33.5',
      quote: '监测成本\t≤\t30\t万元\t33.5\t10\t10',
    },
    'a target without sign is a question': {
      text: '| 三级指标 | 指标值 | 实际值 | 分值 | 得分 |\n| --- | --- | --- | --- | --- |\n| 出动人员 | 80人 | 61人 | 10 | 10 |\n| 配备车辆 | 6台 | 6台 | 10 | 10 |',
      severity: 'info',
      figure: '61人',
      quote: '出动人员 | 80人 | 61人 | 10 | 10',
    },
    'nothing is scored, and the reason is blank': {
      text: table(unscored, '监测断面 | ≥12个 | 9个 | ', '出具报告 | ≥48份 | 48份 | '),
      severity: 'info',
      figure: '9个',
      quote: '监测断面\t≥12个\t9个',
    },
    'points in the names, and the row of reasons is blank': {
      text: table(
        '绩效指标 | 一级指标 | 三级指标 | 年初目标值（A） | 实际完成值（B） | 得分',
        ' | 产出指标（40分） | 宣讲场次 | ≥6场 | 4场 | 14',
        ' |  | 走访企业 | ≥90家 | 96家 | 20',
        '偏差大或目标未完成原因分析 |  |  |  |  | ',
      ),
      severity: 'info',
      figure: '4场',
      quote: '产出指标（40分）\t宣讲场次\t≥6场\t4场\t14',
    },
  },
  edge: {
    'nine tenths may be full marks elsewhere, less is not': [
      table(head, '产出 | 监测断面 | ≥20个 | 20个 | 10 | 10', ' | 采集样品 | ≥100份 | 100份 | 10 | 10'),
      table(head, '产出 | 监测断面 | ≥20个 | 17个 | 10 | 10', ' | 采集样品 | ≥100份 | 90份 | 10 | 10'),
    ],
    'where reasons are asked for, a small miss needs one as well': [
      table(`${head} | 偏差原因`, '产出 | 监测断面 | ≥20个 | 20个 | 10 | 10 | '),
      table(`${head} | 偏差原因`, '产出 | 监测断面 | ≥20个 | 19个 | 10 | 10 | '),
    ],
    'none at all, and one': [
      table(head, '效益 | 安全事故起数 | =0起 | 0起 | 10 | 10'),
      table(head, '效益 | 安全事故起数 | =0起 | 1起 | 10 | 10'),
    ],
  },
  silent: {
    'the row of reasons below the table is filled': table(
      '绩效指标 | 一级指标 | 三级指标 | 年初目标值（A） | 实际完成值（B） | 得分',
      ' | 产出指标（40分） | 宣讲场次 | ≥6场 | 4场 | 14',
      ' |  | 走访企业 | ≥90家 | 96家 | 20',
      '偏差大或目标未完成原因分析 | 两场因防汛取消，下年补办 |  |  |  | ',
    ),
    'a cost from below is a sign turned round': table(
      '二级指标 | 三级指标 | 目标值 | 完成值 | 分值 | 得分',
      '经济成本指标 | 监测费用 | ≥30万元 | 12万元 | 10 | 10',
    ),
    'the printed rule is held against the score by another check': `${table(head, '产出 | 监测断面 | ≥12个 | 12个 | 10 | 10', ' | 采集样品 | ≥80份 | 约70份 | 10 | 10')}\n注：定量指标完成指标值的得满分，未完成的按完成值与指标值的比例计分。`,
    'full marks from nine tenths on, by a rule that is not printed': table(head, '产出 | 监测断面 | ≥20个 | 18个 | 10 | 10'),
    'the lower the better, without a sign': table(head, '成本 | 监测成本 | 30万元 | 28.6万元 | 10 | 10'),
    'a range, words, a hedge': table(
      head,
      '产出 | 监测断面 | 10-12个 | 9个 | 10 | 10',
      ' | 报告质量 | 良好 | 较好 | 10 | 10',
      ' | 出动人员 | ≥80人 | 约79人 | 10 | 10',
    ),
    'units that differ': table(head, '产出 | 培训 | ≥300人次 | 6期 | 10 | 10'),
    'the report gives full marks from 90 % on': `${table(head, '产出 | 监测断面 | ≥12个 | 11个 | 10 | 10')}\n注：完成目标值90%以上得满分。`,
    'a time without a sign': table(head, '时效 | 完成时间 | 12月 | 11月 | 10 | 10'),
    'nothing is scored and nobody asks for reasons': table('绩效指标 | 年度目标值 | 全年完成值', '监测断面 | ≥12个 | 9个'),
  },
})
