import { checkTests, table } from '../../audit-text.ts'

const head = '一级指标 | 三级指标 | 目标值 | 实际完成值 | 分值 | 得分'

checkTests('sign-in-actual', {
  kind: 'other',
  clean: {
    'measured values': table(head, '产出指标 | 入户宣传 | ≥900户 | 934户 | 10 | 10', ' | 知晓率 | ≥90% | 92.3% | 10 | 10'),
  },
  faulty: {
    'the target once more': {
      text: table(head, '产出指标 | 入户宣传 | ≥900户 | 934户 | 10 | 10', ' | 知晓率 | ≥90% | ≥90% | 10 | 10'),
      severity: 'warning',
      figure: '≥90%',
      quote: '知晓率\t≥90%\t≥90%\t10\t10',
    },
    'a bound of its own; sign and unit in columns': {
      text: table(
        '三级指标 | 指标性质 | 指标值 | 度量单位 | 实际完成值 | 分值 | 得分',
        '知晓率 | ≥ | 90 | % | ＞92 | 10 | 10',
        '入户宣传 | ≥ | 900 | 户 | 934 | 10 | 10',
      ),
      severity: 'info',
      figure: '＞92',
      quote: '知晓率\t≥\t90\t%\t＞92\t10\t10',
    },
    'in words': {
      text: table(head, '产出指标 | 知晓率 | ≥90% | 不低于91% | 10 | 10'),
      severity: 'info',
      figure: '不低于91%',
      quote: '产出指标\t知晓率\t≥90%\t不低于91%\t10\t10',
    },
  },
  edge: {
    'with and without the sign': [
      table(head, '产出指标 | 知晓率 | ≥90% | 90% | 10 | 10'),
      table(head, '产出指标 | 知晓率 | ≥90% | ≥90% | 10 | 10'),
    ],
  },
  silent: {
    'words without a figure': table(head, '产出指标 | 知晓率 | 高 | 高于上年 | 10 | 10'),
    'a sentence that names a bound': table(head, '产出指标 | 宣传 | 提高知晓率 | 知晓率提高，抽测不低于上年水平 | 10 | 10'),
  },
})
