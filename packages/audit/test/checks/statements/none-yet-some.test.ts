import { checkTests, table } from '../../audit-text.ts'

checkTests('none-yet-some', {
  kind: 'contradiction',
  clean: {
    'none of one thing and some of another':
      '2023年“三公”经费支出3.5万元，其中公务用车运行维护费3.5万元。未发生因公出国（境）费用，未购置公务用车，无公务接待费支出。',
    'none, and a zero is printed': '本年度无项目支出。\n基本支出86.5万元，项目支出0万元。',
    'none this year, some last year': '2022年项目支出20万元。2023年无项目支出。',
    'nothing left at the end, something carried in': '年初结转和结余12.6万元，全部用于项目。年末无结转结余。',
    'no budget, and yet some was spent from what was left': '本年度没有“三公”经费预算。“三公”经费支出0.8万元，由上年结转列支。',
  },
  faulty: {
    'no project expenditure, and its amount': {
      text: '（一）项目支出\n我局2023年度无项目支出。\n（二）效率性\n本年度安排项目支出2.7万元，全部用于走访慰问。',
      severity: 'error',
      figure: '我局2023年度无项目支出',
      quote: '我局2023年度无项目支出',
      expected: null,
    },
    'no receptions, and their number': {
      text: '全年完成公务接待36批次。\n公务接待费0万元，主要原因是无公务接待。',
      severity: 'warning',
      figure: '主要原因是无公务接待',
      quote: '主要原因是无公务接待',
    },
    'one of a denied list': {
      text: '2023年未发生因公出国（境）、公务用车购置费用。\n“三公”经费中，公务用车购置费18万元。',
      severity: 'error',
      figure: '2023年未发生因公出国（境）、公务用车购置费用',
      quote: '2023年未发生因公出国（境）、公务用车购置费用',
    },
    'a denied list with its verb last': {
      text: '培训费、会议费均未发生。\n2023年培训费支出1.2万元。',
      severity: 'error',
      figure: '培训费、会议费均未发生',
      quote: '培训费、会议费均未发生',
    },
    'nothing added, and the addition': {
      text: '全年未追加预算。\n年初预算100万元，年中追加12万元，全年预算112万元。',
      severity: 'error',
      figure: '全年未追加预算',
      quote: '全年未追加预算',
    },
    'no new assets, and their value': {
      text: '2023年未新增固定资产。\n2023年新增固定资产35.6万元，为办公设备。',
      severity: 'error',
      figure: '2023年未新增固定资产',
      quote: '2023年未新增固定资产',
    },
    'in one breath': {
      text: '本年度没有结转和结余资金，年末结转结余23.10万元。',
      severity: 'error',
      figure: '本年度没有结转和结余资金',
      quote: '本年度没有结转和结余资金，年末结转结余23.10万元',
    },
    'nought spent in words': {
      text: '全年公务接待费零支出。\n公务接待费0.6万元，接待5批次40人次。',
      severity: 'error',
      figure: '全年公务接待费零支出',
      quote: '全年公务接待费零支出',
    },
    'no delegation abroad': {
      text: '全年无因公出国（境）团组。\n因公出国（境）费3.6万元。',
      severity: 'error',
      figure: '全年无因公出国（境）团组',
      quote: '全年无因公出国（境）团组',
    },
    'a budget that was not adjusted': {
      text: '全年预算未作调整。\n年初预算100万元，年中追加12万元，全年预算112万元。',
      severity: 'error',
      figure: '全年预算未作调整',
      quote: '全年预算未作调整',
    },
    'none of the three, and one of them': {
      text: '2023年度未发生“三公”经费支出。\n公务接待费0.5万元，接待4批次30人次。',
      severity: 'warning',
      figure: '2023年度未发生“三公”经费支出',
      quote: '2023年度未发生“三公”经费支出',
    },
    'none in the text, some in the table': {
      text: `本年度无项目支出。\n${table('项目（单位：万元） | 预算数 | 执行数', '基本支出 | 80 | 78', '项目支出 | 20 | 20', '合计 | 100 | 98')}`,
      severity: 'warning',
      figure: '本年度无项目支出',
      quote: '本年度无项目支出',
    },
  },
  edge: {
    'zero is none': ['本年度无项目支出。\n项目支出0万元，基本支出60万元。', '本年度无项目支出。\n项目支出0.01万元，基本支出60万元。'],
  },
  silent: {
    'in one breath, of other money': '政府性基金无项目支出，一般公共预算项目支出20万元。',
    'in one breath, of another year': '2022年无项目支出，2023年项目支出20万元；上年无公务接待费，本年公务接待费0.3万元。',
    'of other money': '一般公共预算财政拨款无项目支出。\n单位资金项目支出5.2万元。',
    'of a subordinate unit': '所属服务站无项目支出。\n项目支出20万元。',
    'of one project': '信息化项目未发生培训费。\n全年培训费3.2万元。',
    'words that only begin like a denial': '无会议费、培训费超支现象。\n会议费1.5万元，培训费2.6万元。',
    'nothing against the rules': '不存在无公函公务接待、超标准公务接待等问题。\n公务接待费1.2万元。',
    'visitors are no official reception': '无公务接待。\n游客中心全年接待游客150批次，接待来访群众80人次。',
    'a plan': '2024年拟不安排项目支出，如无项目支出，则不再编制。\n项目支出20万元。',
    'what is still unspent': '年末尚有未使用的结转资金。\n年末结转和结余5.6万元。',
    'the budget had none': '（一）年初预算安排情况\n年初预算无项目支出。\n（二）支出情况\n项目支出20万元，为年中下达的专项资金。',
    'half a year': '1—6月未发生公务接待费。\n全年公务接待费0.6万元。',
  },
})
