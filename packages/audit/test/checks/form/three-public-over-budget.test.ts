import { checkTests } from '../../audit-text.ts'

checkTests('three-public-over-budget', {
  kind: 'other',
  clean: {
    'below its budget': '2023年“三公”经费预算9.00万元，决算5.98万元。',
    'just its budget': '2023年“三公”经费预算9.00万元，决算9.00万元。',
  },
  faulty: {
    'above its budget without a word': {
      text: '2023年“三公”经费预算9.00万元，决算11.98万元。',
      severity: 'info',
      figure: '11.98',
      quote: '决算11.98万元',
    },
  },
  edge: {
    'to the last place': ['“三公”经费预算9.00万元，决算9.00万元。', '“三公”经费预算9.00万元，决算9.01万元。'],
  },
  silent: {
    'explained by an addition': '2023年“三公”经费年初预算9.00万元，年中追加公务用车购置，决算11.98万元。',
    'of another year': '2022年“三公”经费预算9.00万元。2023年“三公”经费决算11.98万元。',
    'without a budget': '2023年“三公”经费决算11.98万元。',
  },
})
