/** What every seed says: a small report that the audit has something to do with. */

export const TABLE: readonly (readonly string[])[] = [
  ['项目', '预算数', '执行数', '执行率'],
  ['基本支出', '500.00', '480.00', '96.00%'],
  ['其中：人员经费', '400.00', '390.00', '97.50%'],
  ['项目支出', '320.00', '300.00', '93.75%'],
  ['合计', '820.00', '780.00', '95.12%'],
]

export const WORDS: readonly string[] = [
  '青石县水利局2023年度部门整体支出绩效自评报告',
  '2023年年初预算820.00万元，其中：基本支出500.00万元，项目支出320.00万元；全年执行780.00万元，执行率95.12%，较上年增加30.00万元，增长4.00%。',
  '三公经费12.50万元，其中公务用车运行维护费8.00万元、公务接待费4.50万元，公务接待15批次120人次。',
  '受理投诉40件，办结38件，办结率95%。自评得分96.5分，评价等次为优。',
]

export const TEXT = [
  WORDS[0],
  '一、基本情况',
  ...WORDS.slice(1, 3),
  '二、资金情况（单位：万元）',
  ...TABLE.map((row) => row.join('\t')),
  '三、绩效情况',
  WORDS[3],
  ...TABLE.map((row) => `| ${row.join(' | ')} |`),
  '（一）存在问题\n无。\n\f（二）改进措施',
  ...TABLE.map((row) => row.map((text) => text.padEnd(12)).join('  ')),
].join('\n')
