import { checkTests, table } from '../../audit-text.ts'

checkTests('unit-slip', {
  kind: 'unit',
  clean: {
    'units may differ where the amounts agree': '基本支出867.62万元，其中：人员经费7000000元，公用经费167.62万元。',
    'a fee of a few yuan is none': '基本支出867.62万元，其中：人员经费700.00万元，公用经费167.62万元，诉讼费每件50.00元。',
  },
  faulty: {
    'the same digits in another unit right before it': {
      text: '道路保洁：预算3240万元，支出3240元。',
      severity: 'warning',
      figure: '3240',
      quote: '预算3240万元，支出3240元',
      expected: '3240万元',
    },
    'an amount among hundreds of millions, printed in full elsewhere': {
      text: `全年受理金额18.65万元，核定金额17.04亿元。\n${table('类别（单位：万元） | 受理金额', '甲类 | 96482.26', '乙类 | 90000.00', '合计 | 186482.26')}`,
      severity: 'warning',
      figure: '18.65',
      quote: '全年受理金额18.65万元',
      expected: '18.65亿元',
    },
    'an amount that only another unit brings in line is a finding': {
      text: '基本支出867.62元，其中：人员经费700.00万元，公用经费167.62万元。',
      severity: 'error',
      figure: '867.62',
      quote: '基本支出867.62元',
      expected: '867.62万元',
    },
    'a part in a wrong unit is accused and not the total': {
      text: '基本支出867.62万元，其中：人员经费700.00万元，公用经费167.62元。',
      severity: 'error',
      figure: '167.62',
      quote: '公用经费167.62元',
      expected: '167.62万元',
    },
    'a fund of the unit that would be worth a meal is a finding': {
      text: '人员经费700.00万元，公用经费167.62万元，项目支出67.62元。',
      severity: 'warning',
      figure: '67.62',
      quote: '项目支出67.62元',
      expected: '67.62万元',
    },
  },
  edge: {
    'the change of unit must make the relation hold within rounding': [
      '基本支出867.62万元，其中：人员经费700.00万元，公用经费1676200元。',
      '基本支出867.63元，其中：人员经费700.00万元，公用经费167.62万元。',
    ],
    'a fund of a hundred thousand yuan may be printed in yuan': [
      '全年支出1000.00万元，人员经费700.00万元，公用经费167.62万元，占全年支出的16.76%。项目支出100000.01元。',
      '全年支出1000.00万元，人员经费700.00万元，公用经费167.62万元，占全年支出的16.76%。项目支出100.01元。',
    ],
  },
  silent: {
    'round numbers meet by chance': '道路保洁支出2000万元。补助每户发放2000元。一次性奖励2000元。',
    'where every amount is in yuan, a small one is small': '人员经费700.00元，公用经费167.62元，项目支出67.62元。',
    'a small amount beside a large one, printed nowhere else': '全年受理金额17.04亿元，委托费18.65万元。',
    'the same digits where nothing is in hundreds of millions': `委托费18.65万元，培训费3.20万元。\n${table('类别（单位：万元） | 受理金额', '甲类 | 96482.26', '乙类 | 90000.00', '合计 | 186482.26')}`,
    'a standard for each is no fund': '人员经费700.00万元，公用经费167.62万元，人均公用经费支出67.62元。',
    'nothing stands beside it': '项目支出67.62元。',
  },
})
