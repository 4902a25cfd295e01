import { checkTests } from '../../audit-text.ts'

checkTests('staff-over-posts', {
  kind: 'other',
  clean: {
    'fewer than the posts': '编制数92人，实有人数86人。',
    'as many as the posts': '编制数92人，实有人数92人。',
  },
  faulty: {
    'more than the posts without a word': {
      text: '编制数92人，实有人数96人。',
      severity: 'info',
      figure: '96',
      quote: '编制数92人，实有人数96人',
    },
  },
  edge: {
    'by one': ['编制数92人，实有人数92人。', '编制数92人，实有人数93人。'],
  },
  silent: {
    'people outside the posts': '编制数92人，实有人数96人，其中编外聘用4人。',
    'posts of a part': '行政编制20人，实有人数96人。',
  },
})
