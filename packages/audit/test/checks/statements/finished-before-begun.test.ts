import { checkTests } from '../../audit-text.ts'

checkTests('finished-before-begun', {
  kind: 'date',
  clean: {
    'begun and then finished': '一、项目情况\n项目于2023年3月开工，2023年10月竣工并投入使用。',
    'tender and then contract': '一、项目情况\n2023年2月发布招标公告，2023年3月签订合同。',
  },
  faulty: {
    'finished before it was begun': {
      text: '一、项目情况\n管网改造项目于2023年9月开工，2023年6月竣工。',
      severity: 'warning',
      figure: '2023年6月',
      quote: '2023年6月竣工',
    },
    'a contract before the tender': {
      text: '一、项目情况\n2023年5月12日公开招标，2023年4月28日与中标单位签订施工合同。',
      severity: 'warning',
      figure: '2023年4月28日',
      quote: '2023年4月28日与中标单位签订施工合同',
    },
  },
  edge: {
    'the same month, and the month before': [
      '一、项目情况\n项目于2023年6月开工，2023年6月完工。',
      '一、项目情况\n项目于2023年6月开工，2023年5月完工。',
    ],
  },
  silent: {
    'two parts': '一、项目情况\n一期2023年5月竣工，二期于2023年8月开工。',
    'the rest': '一、项目情况\n主体工程2023年5月竣工，附属工程另于2023年8月开工。',
    'a month without a year': '一、项目情况\n项目于2022年10月开工，5月竣工。',
    'several dates': '一、项目情况\n2023年8月、2023年9月先后开工，2023年5月竣工的除外。',
    'another project ends': '一、项目情况\n北区道路2023年8月开工，南区桥梁2023年5月竣工。',
    'another project begins': '一、项目情况\n北区道路2023年5月竣工，南区桥梁2023年8月开工。',
    'two sentences': '一、项目情况\n道路2023年8月开工。桥梁2023年5月竣工。',
    'two projects': '一、项目情况\n道路开工，桥梁2023年5月竣工，2023年8月验收，2023年9月投入使用。',
    'a contract signed again': '一、项目情况\n2023年5月公开招标，2023年4月补签合同。',
  },
})
