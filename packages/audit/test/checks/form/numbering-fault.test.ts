import { checkTests } from '../../audit-text.ts'

/** Lines with a sentence below each heading. */
const body = (...headings: readonly string[]): string => headings.map((heading) => `${heading}\n各项工作按计划推进，资料齐全。`).join('\n')

checkTests('numbering-fault', {
  kind: 'numbering',
  clean: {
    'numbers that run through all levels': body(
      '一、基本情况',
      '（一）机构职能',
      '1.内设机构',
      '2.人员编制',
      '（二）年度任务',
      '二、自评结论',
      '三、存在问题',
    ),
    'lists begin anew under each heading': body(
      '一、产出',
      '（一）数量',
      '1.培训期次',
      '2.检查户数',
      '（二）质量',
      '1.合格率',
      '2.达标率',
      '3.验收率',
    ),
    'parts, chapters and brackets': body(
      '第一部分 部门概况',
      '一、职责',
      '二、机构',
      '第二部分 自评情况',
      '一、工作开展',
      '二、结论',
      '第三部分 附注',
    ),
    'Arabic numbers above brackets, and brackets above Arabic numbers': body(
      '（1）宣传',
      '1.讲座',
      '2.展板',
      '（2）培训',
      '1.线上',
      '2.线下',
      '（3）督导',
    ),
    'numbers with points': body('1. 概况', '1.1 职能', '1.2 人员', '2. 结论', '2.1 得分', '2.2 等级'),
    'spoken numbers': '存在三个问题：一是编制不细；二是执行偏慢；三是人员不足。',
    'a paragraph that holds the first items of a list': '1.完善制度；2.加强培训；\n3.严格考核，按季通报结果。\n4.公开结果，接受监督检查。',
  },
  faulty: {
    'a number that stands twice is a finding': {
      text: body('（一）机构情况', '（二）人员情况', '（二）资产情况', '（三）预算情况'),
      severity: 'info',
      figure: '（二）',
      quote: '（二）资产情况',
      expected: null,
    },
    'a number left out is a finding': {
      text: body('一、基本情况', '二、工作开展情况', '四、存在问题'),
      severity: 'info',
      figure: '四、',
      quote: '四、存在问题',
    },
    'Arabic numbers among Chinese ones are one finding': {
      text: body('（一）机构情况', '（2）人员情况', '（3）资产情况', '（四）预算情况'),
      severity: 'info',
      figure: '（2）',
      quote: '（2）人员情况',
    },
    'a chapter with an Arabic number is a finding': {
      text: body('一、概况', '二、结论', '3、问题', '1.编制不细', '2.执行偏慢', '四、措施'),
      severity: 'info',
      figure: '3、',
      quote: '3、问题',
    },
    'a chapter that begins with another number and another style is a finding': {
      text: body('一、概况', '二、效果', '（3）经济性', '（二）效率性', '（三）有效性'),
      severity: 'info',
      figure: '（3）',
      quote: '（3）经济性',
    },
    'items with the numbers of their parents are one finding': {
      text: body('（一）概况', '（二）重点工作', '（一）抓学习', '（二）抓作风', '（三）抓服务', '（三）收支情况'),
      severity: 'info',
      figure: '（一）',
      quote: '（一）抓学习',
    },
    'numbers out of order are one finding': {
      text: body('（一）经济性', '（三）有效性', '（二）效率性', '（四）公平性'),
      severity: 'info',
      figure: '（三）',
      quote: '（三）有效性',
    },
    'the first number twice is a finding': {
      text: body('（一）机构情况', '（一）人员情况', '（三）资产情况'),
      severity: 'info',
      figure: '（一）',
      quote: '（一）人员情况',
    },
    'a spoken number left out is a finding': {
      text: '主要做法：一是强化调度；二是压实责任；四是跟踪问效。',
      severity: 'info',
      figure: '四是',
      quote: '四是跟踪问效',
    },
    'items of a list that jump are a finding': {
      text: '下设机构如下。\n（1）政策研究中心为正科级事业单位，编制15名。\n（3）信息中心为副科级事业单位，编制7名。',
      severity: 'info',
      figure: '（3）',
      quote: '（3）信息中心为副科级事业单位',
    },
  },
  edge: {
    'a list goes on across sections or begins late': [
      body('一、问题', '（一）编制', '（二）执行', '二、措施', '（三）培训', '（四）考核'),
      body('一、问题', '（一）编制', '（二）执行', '二、措施', '（二）培训', '（三）考核'),
    ],
    'what is missing stands inside a paragraph': [
      '一、职责\n1.贯彻方针政策。2.组织实施规划。\n3.监督检查执行情况，定期通报。',
      '一、职责\n1.贯彻方针政策，组织实施规划。\n3.监督检查执行情况，定期通报。',
    ],
    'a spoken number may have another verb': ['一是强化调度；二要压实责任；三是跟踪问效。', '一是强化调度；要压实责任；三是跟踪问效。'],
  },
  silent: {
    'a list that follows a label begins anew': '数量指标\n1.培训三期\n2.检查两次\n质量指标\n1.培训合格\n2.检查到位\n3.整改到位',
    'two levels that differ only in the mark behind the number': body(
      '1、学习',
      '1.集中学习',
      '2.个人自学',
      '2、作风',
      '1.日常督查',
      '2.专项检查',
    ),
    'duties in the words of the plan of the organisation': body(
      '一、职责',
      '（一）起草规划',
      '（二）组织实施',
      '（三）监督检查',
      '二、机构',
    ),
    'quoted law keeps its own numbers': '依据办法第十条第（三）项和第（五）项执行。\n（三）项要求按季公开；（五）项要求年终报告。',
    'an extract that begins in the middle': body('三、绩效情况', '四、存在问题', '五、改进措施'),
    'months and classes are no numbers of items': '3、4月份开展集中宣传。\n7、8月份开展专项检查。\n二、三季度支付进度较快。',
    'a second list under a title of its own': `${body('一、概况', '二、结论', '三、措施')}\n附件\n${body('一、填表范围', '二、填表口径')}`,
    'years and codes at the beginning of a line': '2022、2023年均按时公开。\n12345热线运行平稳。',
    'notes below a list': '1.制度健全。\n2.资金合规。\n3.公开及时。\n注：1.数据取自决算。\n2.口径为本级。',
    'circled numbers are not read': '①宣传发动，形成氛围。\n③检查验收，形成闭环。',
  },
})
