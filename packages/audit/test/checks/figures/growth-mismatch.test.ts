import { checkTests } from '../../audit-text.ts'

checkTests('growth-mismatch', {
  kind: 'growth',
  clean: {
    'a rate of change is the change by its base': '2023年公务接待费11.95万元，上年17.47万元，较上年减少5.52万元，下降31.60%。',
    'the base may be told by the change alone': '2023年公务接待费11.95万元，较上年减少5.52万元，下降31.60%。',
    'a rise is a rise': '2023年培训费12.00万元，上年10.00万元，较上年增加2.00万元，增长20.00%。',
  },
  faulty: {
    'a rate of change that the change does not give is a finding': {
      text: '2023年公务接待费11.95万元，较上年减少5.52万元，下降32.60%。',
      severity: 'error',
      figure: '32.60',
      quote: '下降32.60%',
      expected: '31.60%',
    },
    'a rate of change that two years do not give is a finding': {
      text: '培训费上年10.00万元，本年12.00万元，增长25.00%。',
      severity: 'error',
      figure: '25.00',
      quote: '增长25.00%',
      expected: '20.00%',
    },
  },
  edge: {
    'a rate of change may be rounded': [
      '2023年公务接待费11.95万元，较上年减少5.52万元，下降31.6%。',
      '2023年公务接待费11.95万元，较上年减少5.52万元，下降31.7%。',
    ],
    'a rate of change may be cut off': [
      '2023年公务接待费11.95万元，较上年减少5.52万元，下降31.59%。',
      '2023年公务接待费11.95万元，较上年减少5.52万元，下降31.4%。',
    ],
    'a hedged rate of change is wider than a plain one': [
      '2023年公务接待费11.95万元，较上年减少5.52万元，下降约32%。',
      '2023年公务接待费11.95万元，较上年减少5.52万元，下降约34%。',
    ],
  },
  silent: {
    'a base of zero gives no rate of change': '2023年公务接待费5.52万元，上年0万元，较上年增加5.52万元，增长100%。',
    'a rate of change without any amount': '公务接待费较上年下降31.60%。',
    'a change of another thing': '2023年公务接待费11.95万元，接待批次较上年减少5批次，下降31.60%。',
  },
})
