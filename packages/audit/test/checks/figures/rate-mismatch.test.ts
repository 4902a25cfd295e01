import { checkTests, table } from '../../audit-text.ts'

checkTests('rate-mismatch', {
  kind: 'ratio',
  clean: {
    'a named rate is the quotient of its operands': '2023年全年预算数为1000.00万元，全年支出958.70万元，预算执行率95.87%。',
    'a share is its part of the whole that it names': '本年收入1000.00万元。财政拨款收入900.00万元，占本年收入的90.00%。',
    'a rate in a table is the quotient along its row': table(
      '项目 | 预算数（万元） | 执行数（万元） | 执行率',
      '道路改造 | 100.00 | 95.00 | 95.00%',
      '桥梁维修 | 200.00 | 180.00 | 90.00%',
    ),
    'a share of the plan that was done': '年初预算200.00万元，实际支出150.00万元，完成年初预算的75.00%。',
  },
  faulty: {
    'the two amounts right before the rate, whatever they are called': {
      text: '政府性基金收入380.00万元，支出365.20万元，支出进度96.71%。',
      severity: 'warning',
      figure: '96.71',
      quote: '支出进度96.71%',
      expected: '96.11%',
    },
    'a share of a whole that another sentence names in the same words': {
      text: '调整后预算1000.00万元。年末结转20.00万元，占调整后预算的3.00%。',
      severity: 'error',
      figure: '3.00',
      quote: '占调整后预算的3.00%',
      expected: '2.00%',
    },
    'a sum carried to the next year over the budget': {
      text: '全年预算数1000.00万元，结转2024年20.00万元，结转率3.00%。',
      severity: 'error',
      figure: '3.00',
      quote: '结转率3.00%',
      expected: '2.00%',
    },
    'a rate that its operands do not give is a finding': {
      text: '2023年全年预算数为1000.00万元，全年支出958.70万元，预算执行率95.97%。',
      severity: 'error',
      figure: '95.97',
      quote: '预算执行率95.97%',
      expected: '95.87%',
    },
    'a share that its whole does not give is a finding': {
      text: '本年收入1000.00万元。财政拨款收入900.00万元，占本年收入的91.00%。',
      severity: 'error',
      figure: '91.00',
      quote: '占本年收入的91.00%',
      expected: '90.00%',
    },
    'a rate that its row does not give is a finding in its cell': {
      text: table(
        '项目 | 预算数（万元） | 执行数（万元） | 执行率',
        '道路改造 | 100.00 | 95.00 | 95.00%',
        '桥梁维修 | 200.00 | 180.00 | 96.00%',
      ),
      severity: 'error',
      figure: '96.00',
      quote: '桥梁维修\t200.00\t180.00\t96.00%',
      expected: '90.00%',
    },
  },
  edge: {
    'a rate may be rounded': [
      '全年预算数为1000.00万元，全年支出958.75万元，预算执行率95.88%。',
      '全年预算数为1000.00万元，全年支出958.75万元，预算执行率95.89%。',
    ],
    'a rate may be cut off': [
      '全年预算数为1000.00万元，全年支出958.79万元，预算执行率95.87%。',
      '全年预算数为1000.00万元，全年支出958.79万元，预算执行率95.86%。',
    ],
    'a rate of few places is believed to its places': [
      '全年预算数为1000.00万元，全年支出958.70万元，预算执行率96%。',
      '全年预算数为1000.00万元，全年支出958.70万元，预算执行率97%。',
    ],
    'a hedged rate is wider than a plain one': [
      '全年预算数为1000.00万元，全年支出960.50万元，预算执行率约96%。',
      '全年预算数为1000.00万元，全年支出980.50万元，预算执行率约96%。',
    ],
  },
  silent: {
    'what is left of a budget is not the budget': '未用完的预算指标74.49万元，结转下年使用53.39万元，结转结余率3.25%。',
    'a denominator of zero gives no rate': '全年预算数为0万元，全年支出95.00万元，预算执行率95.00%。',
    'a rate without a budget has nothing to be held against': '全年支出958.70万元，预算执行率95.97%。',
    'a rate of the year before is not this year’s': '全年预算数1000.00万元。2022年预算执行率88.00%。全年支出958.70万元。',
    'a rate of the year before behind this year’s figures': '2023年全年预算数1000.00万元，全年支出958.70万元。2022年预算执行率88.00%。',
    'a share of a whole that is nowhere printed': '财政拨款收入900.00万元，占本年收入的91.00%。',
    'a rate that is only a bound': '全年预算数为1000.00万元，全年支出958.70万元，预算执行率不低于90%。',
  },
})
