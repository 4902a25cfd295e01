import { checkTests } from '../../audit-text.ts'

checkTests('spending-without-occasion', {
  kind: 'contradiction',
  clean: {
    'reception with visits': '公务接待费1.48万元，国内公务接待12批次、96人次。',
    'vehicles run that are there': '公务用车运行维护费3.00万元，年末公务用车保有量为2辆。',
  },
  faulty: {
    'reception without visits': {
      text: '公务接待费1.48万元，国内公务接待0批次、0人次。',
      severity: 'info',
      figure: '0',
      quote: '国内公务接待0批次',
    },
    'vehicles run that are not there': {
      text: '公务用车运行维护费3.00万元，年末公务用车保有量为0辆。',
      severity: 'info',
      figure: '0',
      quote: '年末公务用车保有量为0辆',
    },
  },
  edge: {
    'one visit is a visit': ['公务接待费1.48万元，国内公务接待1批次。', '公务接待费1.48万元，国内公务接待0批次。'],
  },
  silent: {
    'nothing counted': '公务接待费1.48万元。',
    'nothing spent': '公务接待费0万元，国内公务接待0批次、0人次。',
    'no visit from abroad, but others': '公务接待费1.48万元，国（境）外公务接待0批次。',
  },
})
