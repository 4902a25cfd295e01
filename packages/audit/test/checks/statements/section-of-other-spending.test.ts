import { checkTests } from '../../audit-text.ts'

const HEAD = '（一）总体情况\n支出决算1200万元。其中：基本支出400万元，项目支出800万元。\n'

checkTests('section-of-other-spending', {
  kind: 'contradiction',
  clean: {
    'the section tells its own': `${HEAD}（二）基本支出\n2023年基本支出400万元，主要用于人员和公用经费。`,
  },
  faulty: {
    'the section tells all': {
      text: `${HEAD}（二）基本支出\n本年财政拨款支出1150万元，按经济分类列支。`,
      severity: 'warning',
      figure: '1150',
      quote: '本年财政拨款支出1150万元',
      expected: null,
    },
  },
  edge: {
    'no more than its own': [
      `${HEAD}（二）基本支出\n本年财政拨款支出390万元，按经济分类列支。`,
      `${HEAD}（二）基本支出\n本年财政拨款支出410万元，按经济分类列支。`,
    ],
  },
  silent: {
    'all, and of them its own': `${HEAD}（二）基本支出\n全年支出1200万元，其中用于基本支出的占三分之一。`,
    'nothing to hold it against': '（二）基本支出\n本年财政拨款支出1150万元，按经济分类列支。',
    'another title': `${HEAD}（二）支出情况\n本年财政拨款支出1150万元，按经济分类列支。`,
  },
})
