import { checkTests } from '../../audit-text.ts'

const passing = '本年“三公”经费支出3.5万元，其中公务用车运行维护费3.5万元。\n'

checkTests('books-agree-yet-differ', {
  kind: 'contradiction',
  clean: {
    'they agree': `${passing}年末药品盘点账实相符。`,
    'those of one kind agree, those of another differ': `${passing}药品盘点账实相符。\n固定资产盘点发现账实不符。`,
  },
  faulty: {
    'of one kind': {
      text: '药房管理规范，年末药品盘点账实完全相符。\n（二）扣分情况\n年末药品盘点发现账实不符，扣1分。',
      severity: 'warning',
      figure: '年末药品盘点账实完全相符',
      quote: '年末药品盘点账实完全相符',
      expected: null,
    },
    'a shortage': {
      text: '固定资产账实相符、账卡相符。\n（二）存在的问题\n固定资产盘亏2台，未按程序处理。',
      severity: 'warning',
      figure: '固定资产账实相符',
      quote: '固定资产账实相符、账卡相符',
    },
  },
  edge: {
    'mostly is not all': [
      `${passing}固定资产账实基本相符。\n（二）存在的问题\n固定资产盘亏2台。`,
      '固定资产账实全部相符。\n（二）存在的问题\n固定资产盘亏2台。',
    ],
  },
  silent: {
    'the year before': '固定资产账实相符。\n（二）存在的问题\n上年固定资产账实不符，本年已处理。',
    'found none': '固定资产账实相符。\n（二）盘点\n固定资产盘点未发现账实不符。',
    'after it was mended': '固定资产盘点差异整改后账实相符。\n（二）存在的问题\n固定资产盘亏2台。',
    'a measure': '固定资产账实相符。\n（二）改进措施\n防止固定资产账实不符。',
    'nobody says of what': '盘点账实相符。\n（二）存在的问题\n盘点发现账实不符。',
  },
})
