import { checkTests, table } from '../../audit-text.ts'

const long = '全年按照职责分工推进各项工作，健全制度，加强日常管理，规范资金使用，保障各科室正常运转。'.repeat(40)
const form = table(
  '三级指标 | 指标值 | 实际完成值 | 分值 | 得分',
  '服务对象满意度 | ≥90% | 95% | 10 | 10',
  '办公用房维修 | ≥2处 | 2处 | 10 | 10',
)

checkTests('satisfaction-without-sample', {
  kind: 'missing-section',
  clean: {
    'a questionnaire is told': '服务对象满意度为95.3%，共发放问卷300份，收回296份，其中满意282份。',
    'a survey is told elsewhere': '群众满意度达到95.3%。\n二、工作开展情况\n自评期间开展了满意度调查。',
  },
  faulty: {
    'nobody was asked': {
      text: '全年接待企业咨询，服务对象满意度达到96%，较好完成年度任务。',
      severity: 'info',
      figure: '96',
      quote: '服务对象满意度达到96%',
    },
    'in a table, beside a long text': {
      text: `${long}\n${form}`,
      severity: 'info',
      figure: '95',
      quote: '服务对象满意度\t≥90%\t95%\t10\t10',
    },
  },
  edge: {
    'with its source and without': ['办事群众满意度96%，数据来自电话回访。', '办事群众满意度96%，数据真实。'],
  },
  silent: {
    'a form has no place for it': form,
    'only a target': '年初设定服务对象满意度目标不低于95%。',
    'ranked by somebody else': '群众安全满意度98.2%，位列全市第三。',
    'no figure': '服务对象满意度较高。',
  },
})
