import { checkTests, table } from '../../audit-text.ts'

const head = '一级指标 | 二级指标 | 三级指标 | 指标值 | 完成值 | 分值 | 得分'

checkTests('misfiled-indicator', {
  kind: 'other',
  clean: {
    'each under its head': table(
      head,
      '产出指标 | 质量指标 | 验收合格率 | ≥98% | 99% | 20 | 20',
      '成本指标 | 经济成本指标 | 维修费用 | ≤60万元 | 58万元 | 10 | 10',
      ' | 经济成本指标 | 采购成本节约额 | ≥5万元 | 5.6万元 | 10 | 10',
      '效益指标 | 社会效益 | 受益家庭 | ≥300户 | 312户 | 20 | 20',
    ),
    'food that passes is a benefit': table(
      head,
      '效益指标 | 社会效益 | 食品抽检合格率 | ≥97% | 98% | 20 | 20',
      '产出指标 | 数量指标 | 抽检批次 | ≥200批次 | 210批次 | 20 | 20',
    ),
  },
  faulty: {
    'quality among the benefits': {
      text: table(
        head,
        '产出指标 | 数量指标 | 改造厕所 | ≥40座 | 42座 | 20 | 20',
        '效益指标 | 社会效益 | 工程验收合格率 | ≥98% | 99% | 20 | 20',
      ),
      severity: 'info',
      figure: '工程验收合格率',
      quote: '效益指标\t社会效益\t工程验收合格率\t≥98%\t99%\t20\t20',
    },
    'a cost from below': {
      text: table(
        head,
        '产出指标 | 数量指标 | 改造厕所 | ≥40座 | 42座 | 20 | 20',
        '成本指标 | 经济成本 | 改造费用 | ≥60万元 | 61万元 | 20 | 20',
      ),
      severity: 'info',
      figure: '改造费用',
      quote: '成本指标\t经济成本\t改造费用\t≥60万元\t61万元\t20\t20',
    },
    'fines as a target': {
      text: table(
        head,
        '效益指标 | 经济效益 | 罚没收入 | ≥200万元 | 230万元 | 20 | 20',
        '产出指标 | 数量指标 | 检查商户 | ≥400户 | 420户 | 20 | 20',
      ),
      severity: 'info',
      figure: '罚没收入',
      quote: '效益指标\t经济效益\t罚没收入\t≥200万元\t230万元\t20\t20',
    },
  },
  edge: {
    'at most and at least': [
      table(head, '成本指标 | 经济成本 | 改造费用 | ≤60万元 | 58万元 | 20 | 20'),
      table(head, '成本指标 | 经济成本 | 改造费用 | ≥60万元 | 60万元 | 20 | 20'),
    ],
  },
  silent: {
    'one level names no place': table('指标名称 | 指标值 | 完成值 | 分值 | 得分', '工程验收合格率 | ≥98% | 99% | 20 | 20'),
  },
})
