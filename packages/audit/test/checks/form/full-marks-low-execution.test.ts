import { checkTests, table } from '../../audit-text.ts'

const indicators = [
  '一级指标 | 三级指标 | 指标值 | 实际完成值 | 分值 | 得分 | 偏差原因',
  '产出指标 | 安装路灯 | ≥420盏 | 431盏 | 20 | 20 | ',
  ' | 安装合格率 | ≥98% | 99.1% | 20 | 20 | ',
  ' | 完工时间 | 12月底前 | 12月10日 | 20 | 20 | ',
  '效益指标 | 夜间出行条件 | 改善 | 改善 | 20 | 20 | ',
  ' | 管护机制 | 健全 | 健全 | 10 | 10 | ',
] as const
const form = (executed: string, rate: string, score: string, rows: readonly string[] = indicators): string =>
  table(
    '项目资金（万元） | 全年预算数 | 全年执行数 | 分值 | 执行率 | 得分',
    `年度资金总额 | 100 | ${executed} | 10 | ${rate} | ${score}`,
    ...rows,
  )

checkTests('full-marks-low-execution', {
  kind: 'contradiction',
  clean: {
    'most of the money was spent': form('82', '82%', '8.2'),
    'little was spent, and marks were lost': form('41', '41%', '4.1', [
      ...indicators.slice(0, 5),
      ' | 管护机制 | 健全 | 基本健全 | 10 | 8 | 移交手续未办完',
    ]),
  },
  faulty: {
    'full marks everywhere': {
      text: form('41', '41%', '4.1'),
      severity: 'warning',
      figure: '41',
      quote: '年度资金总额\t100\t41\t10\t41%\t4.1',
    },
    'the rate is an indicator of its own': {
      text: table(
        ...[indicators[0], '预算执行 | 预算执行率 | 100% | 38% | 10 | 3.8 | ', ...indicators.slice(1)].map((row) =>
          row.replace(/ \| [^|]*$/, ''),
        ),
      ),
      severity: 'warning',
      figure: '38',
      quote: '预算执行\t预算执行率\t100%\t38%\t10\t3.8',
    },
  },
  edge: {
    '60 % and less': [form('60', '60%', '6'), form('59', '59%', '5.9')],
  },
  silent: {
    'the reason is told': `${form('41', '41%', '4.1')}\n二、存在问题\n预算执行率偏低，主要原因是质保金和尾款按合同在次年支付。`,
    'no rate is known': table(...indicators),
    'few indicators': form('41', '41%', '4.1', indicators.slice(0, 4)),
  },
})
