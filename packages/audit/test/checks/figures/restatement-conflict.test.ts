import { checkTests } from '../../audit-text.ts'

const twice = (first: string, second: string): string =>
  `一、概况\n三公经费支出${first}。\n二、经费情况\n三公经费支出${second}，均控制在预算内。`

checkTests('restatement-conflict', {
  kind: 'restated-fact',
  clean: {
    'an amount told twice alike': twice('15.68万元', '15.68万元'),
    'a number of things told twice alike': '共监管54个农家书屋，现有54个农家书屋。',
  },
  faulty: {
    'an amount told twice with two values is a finding': {
      text: twice('15.68万元', '15.86万元'),
      severity: 'warning',
      figure: '15.86',
      quote: '三公经费支出15.86万元',
      expected: '15.68万元',
    },
    'a number of things told twice with two values is a finding': {
      text: '共监管54个农家书屋，现有53个农家书屋。',
      severity: 'error',
      figure: '53',
      quote: '现有53个农家书屋',
      expected: '54个',
    },
  },
  edge: {
    'the second telling may round the first': [twice('15.68万元', '15.7万元'), twice('15.68万元', '15.8万元')],
    'the second telling may cut the first': [twice('15.68万元', '15.6万元'), twice('15.68万元', '15.5万元')],
    'the second telling may use another unit': [twice('15.68万元', '156800元'), twice('15.68万元', '158600元')],
  },
  silent: {
    'a hedged figure may differ': twice('15.68万元', '约15.86万元'),
    'two years may differ': '一、概况\n2022年三公经费支出15.68万元。\n二、经费情况\n2023年三公经费支出15.86万元。',
    'two years may differ where nobody knows the year of the report': '2022年三公经费支出15.68万元。\n2023年三公经费支出15.86万元。',
    'a plan may differ from what was spent': '一、概况\n三公经费年初预算15.68万元。\n二、经费情况\n三公经费支出15.86万元。',
    'a part of the unit may differ from the whole':
      '一、概况\n三公经费支出15.68万元。\n二、经费情况\n县示例服务中心三公经费支出13.68万元。',
  },
})
