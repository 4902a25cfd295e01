import { checkTests, table } from '../../audit-text.ts'

const head = '二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分 | 偏差原因及改进措施'

checkTests('done-after-year', {
  kind: 'date',
  clean: {
    'in the year': table(head, '时效指标 | 项目完工时间 | 2023年11月底前 | 2023年11月18日 | 10 | 10 | '),
    'late, and marks were lost': table(head, '时效指标 | 项目完工时间 | 2023年11月底前 | 2024年1月16日 | 10 | 6 | 雨季停工四十天'),
    'late, with a reason': table(head, '时效指标 | 项目完工时间 | 2023年11月底前 | 2024年1月16日 | 10 | 10 | 经批准顺延工期'),
    'aimed at in the next year': table(head, '时效指标 | 项目完工时间 | 2024年3月底前 | 2024年1月16日 | 10 | 10 | '),
  },
  faulty: {
    'done in January with full marks': {
      text: table(
        head,
        '时效指标 | 项目完工时间 | 2023年11月底前 | 2024年1月16日 | 10 | 10 | ',
        '数量指标 | 铺设管网 | ≥18公里 | 18.6公里 | 10 | 10 | ',
      ),
      severity: 'warning',
      figure: '2024年1月16日',
      quote: '时效指标\t项目完工时间\t2023年11月底前\t2024年1月16日\t10\t10',
    },
    'days with dots': {
      text: table(
        '三级指标 | 目标值 | 实际值 | 分值 | 得分',
        '竣工验收 | 2023.12.31前 | 2024.02.20 | 10 | 10',
        '铺设管网 | ≥18公里 | 18.6公里 | 10 | 10',
      ),
      severity: 'warning',
      figure: '2024.02.20',
      quote: '竣工验收\t2023.12.31前\t2024.02.20\t10\t10',
    },
  },
  edge: {
    'the last day and the next': [
      table(head, '时效指标 | 项目完工时间 | 年底前 | 2023年12月31日 | 10 | 10 | '),
      table(head, '时效指标 | 项目完工时间 | 年底前 | 2024年1月1日 | 10 | 10 | '),
    ],
  },
  silent: {
    'a plan': table(head, '时效指标 | 项目完工时间 | 年底前 | 预计2024年1月完工 | 10 | 10 | '),
    'no day': table(head, '时效指标 | 项目完工时间 | 年底前 | 按期 | 10 | 10 | '),
  },
})
