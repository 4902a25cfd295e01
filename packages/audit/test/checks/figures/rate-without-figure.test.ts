import { checkTests } from '../../audit-text.ts'

const CLAIM = '资金拨付率、任务完成率、项目验收合格率均达到目标'

checkTests('rate-without-figure', {
  kind: 'claim-vs-count',
  clean: {
    'rates that are said to be reached stand somewhere': `${CLAIM}。其中资金拨付率98.50%。`,
  },
  faulty: {
    'several rates said to be reached in a report without any rate are a finding': {
      text: `${CLAIM}。`,
      severity: 'warning',
      figure: CLAIM,
      quote: CLAIM,
      expected: null,
    },
  },
  edge: {
    'two rates are several': ['任务完成率达到目标，合格率98%。', '任务完成率、合格率均达到目标。'],
  },
  silent: {
    'one rate may be told in words': '任务完成率达到目标。',
    'rates that are planned are not said to be reached': '着力提高资金拨付率、任务完成率、项目验收合格率。',
    'a report that says nothing of rates': '各项工作均达到目标。',
  },
})
