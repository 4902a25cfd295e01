import { checkTests } from '../../audit-text.ts'

const text = (total: string): string =>
  `“三公”经费支出${total}万元，其中公务接待费1.50万元、公务用车运行维护费6.00万元、会议费3.00万元、培训费2.00万元。`

checkTests('meetings-in-three-public', {
  kind: 'other',
  clean: {
    'the parts of 三公 alone make the total':
      '“三公”经费支出7.50万元，其中公务接待费1.50万元、公务用车运行维护费6.00万元。会议费3.00万元。',
  },
  faulty: {
    'the total only comes out with meetings and training': {
      text: text('12.50'),
      severity: 'info',
      figure: '12.50',
      quote: '“三公”经费支出12.50万元',
    },
  },
  edge: {
    'to half a place for each figure': [text('12.60'), text('12.50')],
  },
  silent: {
    'another total than either': text('31.27'),
  },
})
