import { checkTests } from '../../audit-text.ts'

checkTests('product-mismatch', {
  kind: 'conversion',
  clean: {
    'a number of things by the amount for each is the total': '为27个村发放补助，每个村1000元，共计2.7万元。',
    'days count as a factor': '集中培训120人，每人补助300元，共计3.6万元。',
  },
  faulty: {
    'a total that number and rate do not give is a finding': {
      text: '为27个村发放补助，每个村1000元，共计3.7万元。',
      severity: 'error',
      figure: '3.7',
      quote: '每个村1000元，共计3.7万元',
      expected: '2.7万元',
    },
  },
  edge: {
    'the total may be rounded to its own place': [
      '为389件采购补助，每件1200元，共计46.68万元。',
      '为389件采购补助，每件1200元，共计46.72万元。',
    ],
    'a total of one place': ['为389件采购补助，每件1200元，共计46.7万元。', '为389件采购补助，每件1200元，共计46.9万元。'],
  },
  silent: {
    'a hedged price': '为27个村发放补助，每个村约1000元，共计3.7万元。',
    'a total without a number of things': '发放补助，每个村1000元，共计3.7万元。',
    'a price without a total': '为27个村发放补助，每个村1000元。',
  },
})
