import { checkTests, table } from '../../audit-text.ts'

checkTests('total-mismatch', {
  kind: 'sum',
  clean: {
    'parts that the field knows to be all add up to their total': '基本支出600.00万元，其中：人员经费500.00万元，公用经费100.00万元。',
    'parts after 分别为 add up to the number announced': '全县共有乡镇12个，分别为：平原乡镇5个、山区乡镇7个。',
    'a total row is the sum of its rows': table('项目 | 金额（万元）', '道路改造 | 100.50', '桥梁维修 | 200.25', '合计 | 300.75'),
    'parts named by 其中 need not exhaust their total': '项目支出600.00万元，其中：道路改造300.00万元，桥梁维修110.00万元。',
    'a total after its parts': '道路改造100.00万元，桥梁维修50.00万元，合计150.00万元。',
  },
  faulty: {
    'a total that differs from the sum of all its parts is a finding': {
      text: '基本支出600.00万元，其中：人员经费500.00万元，公用经费110.00万元。',
      severity: 'error',
      figure: '600.00',
      quote: '基本支出600.00万元',
      expected: '610.00万元',
    },
    'a counted total that differs from its parts is a finding': {
      text: '全县共有乡镇12个，分别为：平原乡镇5个、山区乡镇8个。',
      severity: 'error',
      figure: '12',
      quote: '全县共有乡镇12个',
      expected: '13个',
    },
    'a total row that its rows do not give is a finding in its cell': {
      text: table('项目 | 金额（万元）', '道路改造 | 100.50', '桥梁维修 | 200.25', '合计 | 310.75'),
      severity: 'error',
      figure: '310.75',
      quote: '合计\t310.75',
      expected: '300.75万元',
    },
    'parts named by 其中 that exceed their total are very likely wrong': {
      text: '项目支出600.00万元，其中：道路改造500.00万元，桥梁维修110.00万元。',
      severity: 'warning',
      figure: '600.00',
      quote: '项目支出600.00万元',
    },
    'a total named before its parts': {
      text: '全年基本支出300.00万元，项目支出754.50万元。项目支出由三部分组成：道路改造500.25万元，桥梁维修150.75万元，路灯更新103.05万元。',
      severity: 'warning',
      figure: '754.50',
      quote: '项目支出754.50万元',
    },
    'items that say more than their amount': {
      text: '项目支出754.50万元的去向为：道路改造500.25万元，每公里20.01万元；桥梁维修150.75万元，每座30.15万元；路灯更新103.05万元。',
      severity: 'warning',
      figure: '754.50',
      quote: '项目支出754.50万元的去向为',
    },
    'a division of an amount told before': {
      text: '全年支出754.50万元，预算执行率100%。按资金性质划分，一般公共预算651.50万元，政府性基金预算103.05万元。',
      severity: 'warning',
      figure: '754.50',
      quote: '全年支出754.50万元',
    },
    'a part may be called an improvement': {
      text: '项目支出600.00万元，其中：道路改造500.00万元，绿化提升110.00万元。',
      severity: 'warning',
      figure: '600.00',
      quote: '项目支出600.00万元',
    },
  },
  edge: {
    'half a place for each figure is rounding, more is not': [
      '基本支出600.01万元，其中：人员经费500.00万元，公用经费100.00万元。',
      '基本支出600.02万元，其中：人员经费500.00万元，公用经费100.00万元。',
    ],
    'a figure that dropped its zeros is as exact as its neighbours': [
      '基本支出407.66万元，其中：人员经费234万元，公用经费173.65万元。',
      '基本支出407.95万元，其中：人员经费234万元，公用经费173.65万元。',
    ],
    'a hedged total is as wide as its own digits': [
      '基本支出约600万元，其中：人员经费500.00万元，公用经费103.00万元。',
      '基本支出约600万元，其中：人员经费500.00万元，公用经费203.00万元。',
    ],
    'counts are exact': ['全县共有乡镇12个，分别为：平原乡镇5个、山区乡镇7个。', '全县共有乡镇12个，分别为：平原乡镇5个、山区乡镇6个。'],
    'parts named by 其中 may reach their total and not pass it': [
      '项目支出600.00万元，其中：道路改造490.00万元，桥梁维修110.01万元。',
      '项目支出600.00万元，其中：道路改造490.00万元，桥梁维修110.02万元。',
    ],
  },
  silent: {
    'a list that ends in 等 is not all': '全县共有乡镇12个，分别为平原乡镇5个、山区乡镇6个等。',
    'planned parts say nothing of what was spent': '基本支出600.00万元，年初预算安排人员经费500.00万元，年初预算安排公用经费110.00万元。',
    'parts in another dimension are not added': '项目支出600.00万元，其中：道路改造3公里，桥梁维修5座。',
  },
})
