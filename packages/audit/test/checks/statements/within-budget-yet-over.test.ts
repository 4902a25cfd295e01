import { checkTests, table } from '../../audit-text.ts'

checkTests('within-budget-yet-over', {
  kind: 'contradiction',
  clean: {
    'within the budget': '“三公”经费年初预算6.00万元，支出5.57万元，控制在预算以内。',
    'over the first budget, within the adjusted one': '公用经费年初预算50万元，全年预算60万元，支出58万元，未超预算。',
    'exactly the budget': '公务接待费预算2.00万元，支出2.00万元，未超预算。',
  },
  faulty: {
    'over its budget': {
      text: '“三公”经费预算6.00万元，决算8.57万元。\n“三公”经费支出控制在预算范围内。',
      severity: 'error',
      figure: '“三公”经费支出控制在预算范围内',
      quote: '“三公”经费支出控制在预算范围内',
      expected: null,
    },
    'one of the items over its own': {
      text: '“三公”经费各项支出均未超预算。\n“三公”经费预算6.00万元，支出4.42万元。其中公务用车运行维护费预算3.20万元、支出3.66万元。',
      severity: 'error',
      figure: '“三公”经费各项支出均未超预算',
      quote: '“三公”经费各项支出均未超预算',
    },
    'over the adjusted budget': {
      text: '公用经费全年预算50万元，支出58万元，未超预算。',
      severity: 'error',
      figure: '未超预算',
      quote: '未超预算',
    },
    'parts over their first budget, and nothing added': {
      text: '全年资金使用规范，无超预算。\n人员经费年初预算300万元，实际支出324万元。',
      severity: 'warning',
      figure: '无超预算',
      quote: '无超预算',
    },
    'the table is over': {
      text: `“三公”经费控制在预算以内。\n${table('项目（单位：万元） | 预算数 | 决算数', '“三公”经费 | 6 | 8', '会议费 | 2 | 1')}`,
      severity: 'error',
      figure: '“三公”经费控制在预算以内',
      quote: '“三公”经费控制在预算以内',
    },
  },
  edge: {
    'one cent over': [
      '公务接待费预算2.00万元，支出2.00万元，公务接待费控制在预算内。',
      '公务接待费预算2.00万元，支出2.01万元，公务接待费控制在预算内。',
    ],
  },
  silent: {
    'money was added in the year': '全年无超预算。\n人员经费年初预算300万元，年中追加30万元。\n人员经费支出324万元。',
    'only the first budget of the total is printed': '支出总额控制在预算总额以内。\n年初预算300万元，全年支出360万元。',
    'what is asked for': '各单位应当将“三公”经费控制在预算以内。\n“三公”经费预算6万元，支出8万元。',
    'one project': '窗口改造项目未超预算。\n“三公”经费预算6万元，支出8万元，超出部分已说明原因。',
    'one of the items, while only the whole is spoken of':
      '“三公”经费支出未超预算。\n“三公”经费预算6.00万元，支出4.42万元。其中公务用车运行维护费预算3.20万元、支出3.66万元。',
    'last year': '2022年“三公”经费未超预算。\n2023年“三公”经费预算6万元，支出8万元。',
    'no budget is printed': '“三公”经费未超预算。\n“三公”经费支出8万元。',
  },
})
