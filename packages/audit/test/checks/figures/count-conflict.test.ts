import { checkTests } from '../../audit-text.ts'

checkTests('count-conflict', {
  kind: 'claim-vs-count',
  clean: {
    'all that came in was settled': '共受理诉求200件，办结200件，办结率100%。',
    'as many names as announced': '内设机构4个，分别是综合股、秘书股、信息股、督查股。',
  },
  faulty: {
    'a rate of 100 % beside things left undone is a finding': {
      text: '共受理诉求200件，办结195件，办结率100%。',
      severity: 'error',
      figure: '100',
      quote: '办结195件，办结率100%',
      expected: '97.5%',
    },
    'more things announced than named is a finding': {
      text: '内设机构5个，分别是综合股、秘书股、信息股、督查股。',
      severity: 'warning',
      figure: '5',
      quote: '内设机构5个',
      expected: '4个',
    },
    'fewer things announced than named is a finding': {
      text: '内设机构3个，分别是综合股、秘书股、信息股、督查股。',
      severity: 'warning',
      figure: '3',
      quote: '内设机构3个',
      expected: '4个',
    },
  },
  edge: {
    'one thing of many left undone is less than half a per cent but still not all': [
      '共受理诉求1000件，办结996件，办结率100%。',
      '共受理诉求1000件，办结994件，办结率100%。',
    ],
    '和 may join two names or stand inside one': [
      '内设机构4个，分别是综合股、秘书股、信息和督查股。',
      '内设机构5个，分别是综合股、秘书股、信息和督查股。',
    ],
  },
  silent: {
    'a number of things that nobody took in': '共受理诉求0件，办结0件，办结率100%。',
    'a list that ends in 等': '内设机构5个，分别是综合股、秘书股、信息股等。',
    'a hedged number of things': '内设机构约5个，分别是综合股、秘书股、信息股、督查股。',
    'a rate whose counts are not told': '受理诉求办结率100%。',
  },
})
