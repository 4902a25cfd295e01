import { checkTests } from '../../audit-text.ts'

checkTests('spent-without-count', {
  kind: 'contradiction',
  clean: {
    'spent and counted': '公务接待费1.2万元，公务接待8批次60人次。',
    'nothing spent, nothing counted': '公务接待费0万元，公务接待0批次0人次。\n公务用车运行维护费3万元，公务用车保有量2辆。',
  },
  faulty: {
    'receptions without any': {
      text: '公务接待费1.2万元，公务接待0批次。',
      severity: 'info',
      figure: '0',
      quote: '公务接待费1.2万元，公务接待0批次',
      expected: null,
    },
    'running costs without a car': {
      text: '公务用车运行维护费3万元，公务用车保有量0辆。',
      severity: 'info',
      figure: '0',
      quote: '公务用车保有量0辆',
    },
  },
  edge: {
    'one is some': ['公务接待费1.2万元，公务接待1批次。', '公务接待费1.2万元，公务接待0批次。'],
  },
  silent: {
    'abroad none, at home some': '公务接待费1.2万元，国内公务接待8批次，外事接待0批次。',
    'no cars bought, some run': '公务用车运行维护费3万元，购置公务用车0辆。',
    'counts not printed': '公务接待费1.2万元，公务用车运行维护费3万元。',
  },
})
