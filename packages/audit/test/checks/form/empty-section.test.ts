import { checkTests, table } from '../../audit-text.ts'

const TEXT = '各项工作按计划推进，资料齐全。'
const lines = (...parts: readonly string[]): string => parts.join('\n')

checkTests('empty-section', {
  kind: 'missing-section',
  clean: {
    'every section has content': lines('一、基本情况', TEXT, '二、存在问题', TEXT, '三、改进措施', TEXT),
    'sections whose content is a table, a list or one word': lines(
      '一、收支情况',
      table('项目 | 金额', '办公费 | 3.20', '差旅费 | 1.80'),
      '二、主要职责',
      '1.负责会务。',
      '2.负责文电。',
      '三、其他需要说明的问题',
      '无',
    ),
    'a column that some rows fill': table(
      '任务名称 | 主要内容 | 完成情况 | 备注',
      '宣传 | 讲座两场 | 完成 | 已归档',
      '培训 | 线上培训 |  | 推迟',
      '督导 | 专项督导 | 完成 | 已归档',
    ),
  },
  faulty: {
    'a chapter that is followed by the next is a finding': {
      text: lines('一、基本情况', TEXT, '二、自评结论', '三、存在问题', TEXT),
      severity: 'warning',
      figure: '二、',
      quote: '二、自评结论',
      expected: null,
    },
    'the last chapter without content is a finding': {
      text: lines('一、基本情况', TEXT, '二、存在问题', TEXT, '三、其他需要说明的问题'),
      severity: 'warning',
      figure: '三、',
      quote: '三、其他需要说明的问题',
    },
    'a section that is followed by the next chapter is a finding': {
      text: lines('一、基本情况', '（一）机构职能', TEXT, '（二）绩效目标设定情况。', '二、自评结论', TEXT),
      severity: 'warning',
      figure: '（二）',
      quote: '（二）绩效目标设定情况',
    },
    'an item without content among items with content is a finding': {
      text: lines('采用以下方法。', '（1）比较法：与目标比较。', '（2）公众评判法：问卷调查。', '（3）其他方法。'),
      severity: 'warning',
      figure: '（3）',
      quote: '（3）其他方法',
    },
    'a number alone is a finding': {
      text: lines('一、存在问题', '1.项目编制不够细，年中调整较多。', '2.执行进度偏慢，年底支付集中。', '3.', '二、改进措施', TEXT),
      severity: 'warning',
      figure: '3.',
      quote: '3.',
    },
    'a column that no row fills is a finding': {
      text: table(
        '任务名称 | 主要内容 | 任务完成情况 | 责任科室',
        '宣传 | 讲座两场 |  | 办公室',
        '培训 | 线上培训 |  | 人事科',
        '督导 | 专项督导 |  | 督查室',
      ),
      severity: 'warning',
      figure: '任务完成情况',
      quote: '任务名称\t主要内容\t任务完成情况\t责任科室',
    },
  },
  edge: {
    'a list below a heading is its content, the next heading is not': [
      lines('一、概况', TEXT, '二、重点任务', '（一）抓宣传，办讲座两场。', '三、结论', TEXT),
      lines('一、概况', TEXT, '二、重点任务', '三、结论', TEXT),
    ],
    'a word is content': [
      lines('一、概况', TEXT, '二、其他需要说明的问题（无）', '三、结论', TEXT),
      lines('一、概况', TEXT, '二、其他需要说明的问题', '三、结论', TEXT),
    ],
  },
  silent: {
    'a list of duties has no sections': lines('一、主要职责', '1.政务公开工作', '2.督查工作', '3.信息工作', '4.值班工作', '二、机构', TEXT),
    'measures that are told in their headings': lines(
      '一、改进措施',
      '（一）加强预算编制',
      '结合三年数据测算。',
      '（二）强化执行监控',
      '按月通报。',
      '（三）加强业务培训',
      '二、其他事项',
      TEXT,
    ),
    'a list in the style of a higher level': lines('1.主要职责', '（一）负责会务。', '（二）负责文电。', '2.机构设置', TEXT),
    'a list with the numbers of its own heading': lines('1.单位概况', TEXT, '2.主要职责', '1.负责会务。', '2.负责文电。'),
    'contents before the report': lines(
      '目录',
      '一、基本情况',
      '二、自评结论',
      '三、存在问题',
      '一、基本情况',
      TEXT,
      '二、自评结论',
      TEXT,
      '三、存在问题',
      TEXT,
    ),
    'what is drawn or attached': lines('一、概况', TEXT, '二、组织机构图', '三、结论', TEXT, '四、附件'),
    'remarks and reasons may be blank': table(
      '任务名称 | 完成情况 | 偏差原因 | 备注 | 责任科室',
      '宣传 | 完成 |  |  | 办公室',
      '培训 | 完成 |  |  | 人事科',
    ),
    'rows that were pushed aside': table('任务名称 | 主要内容 | 完成情况', '宣传讲座 | 完成', '线上培训 | 完成'),
    'points told with the heading': lines(
      '（一）预算编制情况，得分5分',
      '（二）预算执行情况，得分4分',
      '（三）绩效管理情况，得分4分',
      TEXT,
    ),
  },
})
