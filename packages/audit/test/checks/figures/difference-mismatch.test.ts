import { checkTests } from '../../audit-text.ts'

checkTests('difference-mismatch', {
  kind: 'difference',
  clean: {
    'a decrease is last year less this year': '2023年公务接待费2.00万元，较上年3.00万元减少1.00万元。',
    'what is left is what came in less what went out':
      '期初固定资产原值10.00万元，本年新增固定资产100.00万元，处置固定资产90.00万元，期末固定资产原值20.00万元。',
    'points of percentage are the difference of two rates': '群众满意度97.62%，比上年末的95.12%提高2.5个百分点。',
  },
  faulty: {
    'a decrease that the two years do not give is a finding': {
      text: '2023年公务接待费2.00万元，较上年3.00万元减少1.50万元。',
      severity: 'error',
      figure: '1.50',
      quote: '较上年3.00万元减少1.50万元',
      expected: '1.00万元',
    },
    'a balance that its flows do not give is a finding': {
      text: '期初固定资产原值10.00万元，本年新增固定资产100.00万元，处置固定资产90.00万元，期末固定资产原值25.00万元。',
      severity: 'error',
      figure: '25.00',
      quote: '期末固定资产原值25.00万元',
      expected: '20.00万元',
    },
    'points of percentage that the two rates do not give are a finding': {
      text: '群众满意度97.62%，比上年末的95.12%提高3.5个百分点。',
      severity: 'error',
      figure: '3.5',
      quote: '比上年末的95.12%提高3.5个百分点',
      expected: '2.5个百分点',
    },
  },
  edge: {
    'three figures may be off by half a place each': [
      '2023年公务接待费2.00万元，较上年3.00万元减少1.01万元。',
      '2023年公务接待费2.00万元，较上年3.00万元减少1.02万元。',
    ],
    'a difference printed with fewer places is a difference with its zeros dropped': [
      '2023年公务接待费2.51万元，较上年3.50万元减少1万元。',
      '2023年公务接待费2.55万元，较上年3.50万元减少1万元。',
    ],
    'a hedged difference may be as far off as its own digits': [
      '2023年公务接待费2.00万元，较上年3.40万元减少约1.4万元。',
      '2023年公务接待费2.00万元，较上年3.60万元减少约1.4万元。',
    ],
  },
  silent: {
    'without the year before nobody can tell': '2023年公务接待费2.00万元，较上年减少1.50万元。',
    'without what was spent nobody can tell what is left': '年初结转10.00万元，本年收入100.00万元，年末结转25.00万元。',
    'a figure of another thing is no base': '2023年公务接待费2.00万元。培训费3.00万元，较上年减少1.50万元。',
  },
})
