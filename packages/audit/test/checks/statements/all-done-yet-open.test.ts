import { checkTests, table } from '../../audit-text.ts'

checkTests('all-done-yet-open', {
  kind: 'contradiction',
  clean: {
    'one task done, another open': '智慧大厅建设按时完成。\n（二）问题\n档案数字化进展缓慢，主要是场地未落实。',
    'all aims reached': '各项绩效目标均已完成。\n全年办理事项1200件。',
  },
  faulty: {
    'a task by its label': {
      text: '任务1：指挥中心。受选址变动影响，项目建设无法全面铺开。\n（二）产出\n①重点工作1计划完成率：指挥中心，指标2分，得2分。重点工作1实际完成率100%。',
      severity: 'warning',
      figure: '重点工作1实际完成率100%',
      quote: '重点工作1实际完成率100%',
      expected: null,
    },
    'a task by its name': {
      text: '智慧水务平台建设项目已全部完成。\n（二）存在的问题\n智慧水务平台项目推进缓慢，影响了数据汇聚。',
      severity: 'warning',
      figure: '智慧水务平台建设项目已全部完成',
      quote: '智慧水务平台建设项目已全部完成',
    },
    'a row of a table': {
      text: `${table('任务名称 | 主要内容 | 任务完成情况', '档案数字化 | 扫描著录 | 全部完成', '库房消毒 | 两次 | 全部完成')}\n（二）存在的问题\n受场地限制，档案数字化工作尚未开展。`,
      severity: 'warning',
      figure: '全部完成',
      quote: '档案数字化\t扫描著录\t全部完成',
    },
    'all aims, and one missed': {
      text: '2023年各项绩效目标均已完成。\n（二）存在的问题\n农民培训人数指标未完成，主要是受天气影响。',
      severity: 'warning',
      figure: '2023年各项绩效目标均已完成',
      quote: '2023年各项绩效目标均已完成',
    },
    'all cases of a kind, and their rate': {
      text: '违建图斑问题已全部整改销号。\n（二）执法\n年内排查违建图斑54处，销号51处，销号率94.44%。',
      severity: 'warning',
      figure: '违建图斑问题已全部整改销号',
      quote: '违建图斑问题已全部整改销号',
    },
  },
  edge: {
    'a part of it': [
      '智慧水务平台已建成并全部完成联调。\n（二）问题\n智慧水务平台部分功能尚未开展。',
      '智慧水务平台按期建成。\n（二）问题\n智慧水务平台尚未建成。',
    ],
  },
  silent: {
    'cases of another kind': '违建图斑问题已全部整改销号。\n（二）执法\n年内排查消防隐患54处，销号51处，销号率94.44%。',
    'those of last year': '上年违建图斑问题已全部整改销号。\n（二）执法\n年内排查违建图斑54处，销号51处，销号率94.44%。',
    'all but some': '除1处外违建图斑问题已全部销号。\n（二）执法\n年内排查违建图斑54处，销号53处，销号率98.15%。',
    'a stage of it': '实训基地一期已完成。\n（二）问题\n实训基地二期尚未开工。',
    'the plan of the year, not the building': '新馆建设年度计划完成率100%。\n（二）问题\n新馆尚未建成，暂不能搬迁。',
    'paid later': '道路硬化工程按期完成。\n（二）问题\n道路硬化工程尚未完成结算，尾款未支付。',
    'it was slow, and then done': '道路硬化工程按期完成。\n（二）问题\n道路硬化工程上半年推进缓慢。',
    'it was slow, and now goes on': '道路硬化工程按期完成。\n（二）问题\n道路硬化工程推进缓慢，目前已全部完成。',
    'a general weakness': '全年重点工作全部完成。\n（二）问题\n绩效管理工作推进缓慢，预算编制不够精细。',
    'a measure': '各项绩效指标均已完成。\n（二）措施\n对未完成的指标逐项分析原因，对目标未完成的单位约谈。',
    'mostly reached': '各项绩效目标基本完成。\n（二）问题\n培训场次目标未完成。',
    'the aims of outputs only': '产出指标中各项指标均已完成。\n（二）效益\n效益指标未达到年度目标。',
    'money is another matter': '各项绩效指标均已完成。\n（二）问题\n预算执行率未达到目标。',
  },
})
