import { checkTests, table } from '../../audit-text.ts'

const lines = (...parts: readonly string[]): string => parts.join('\n')
const TEXT = '各项工作按计划推进，资料齐全。'
const warning = (text: string, figure: string, quote = figure) => ({ text, severity: 'warning' as const, figure, quote })

/** Long enough to be a whole report, without an amount in it. */
const LONG = Array.from({ length: 50 }, (_, i) => `第${i}组干部走访社区和企业，听取意见，完善制度，改进服务。`).join('\n')

checkTests('announced-absent', {
  kind: 'missing-section',
  clean: {
    'a rate that follows its name': '1.政府采购执行率。采购预算20.00万元，实际采购19.00万元，执行率95%。',
    'a conclusion with points': lines('一、工作开展', '评价组逐项打分。', '二、综合评价结论', '自评得分92.50分，管理规范。'),
    'a conclusion with a grade alone': lines('一、工作开展', '评价组逐项打分。', '二、综合评价结论', '评价等级为优，管理规范。'),
    'a survey with its result': lines('（一）满意度', '开展满意度调查，收回问卷120份，满意率97.50%。'),
    'a table below': lines('收支情况见下表：', table('项目 | 金额', '办公费 | 3.20', '差旅费 | 1.80'), TEXT),
    'results that are applied': lines('一、自评结果应用和公开情况', '评价结果作为安排下一年预算的依据，随决算在门户网站公开。'),
    'the objects of an evaluation': lines('一、评价对象和范围', '本次评价覆盖局机关和三个下属事业单位的全部支出。'),
    'annexes that the report lists': lines(
      '指标得分见附表2。',
      '附表：1.基础数据表；2.指标自评表',
      '附表2',
      table('指标 | 得分', '培训期次 | 10', '合计 | 10'),
    ),
    'a figure with its caption': lines('推进情况如图1所示。', '图1 项目推进情况'),
    'tables with their captions': lines('收支情况见表一。', '表一：收支情况', table('项目 | 金额', '办公费 | 3.20', '差旅费 | 1.80')),
    'a list that is announced': lines(
      '一、存在问题',
      '主要问题如下：',
      '1.编制不细，年中调整多。',
      '2.执行偏慢，年底支付集中。',
      '二、措施',
      TEXT,
    ),
  },
  faulty: {
    'an item named for a rate with amounts alone is a finding': warning(
      '1.政府采购执行率。采购预算20.66万元，实际采购4.94万元。',
      '政府采购执行率。采购预算20.66万元',
      '政府采购执行率。采购预算20.66万元',
    ),
    'a clause named for a rate is a finding': warning(
      '收支平衡；人员经费控制率，年初预算629.31万元，因调资预算控制未达到目标。',
      '人员经费控制率，年初预算629.31万元',
    ),
    'a rate without its figure is a finding': warning('全年政府采购执行率为。', '全年政府采购执行率为'),
    'a percent sign without its figure is a finding': warning('全年预算执行率为%，较为均衡。', '全年预算执行率为%'),
    'an amount without its figure is a finding': warning('项目支出共计万元，用于设备更新。', '项目支出共计万元'),
    'an amount of which only the unit stands is a finding': warning('全年安排项目资金 万元，用于设备更新。', '全年安排项目资金 万元'),
    'points of which only the unit stands are a finding': warning('全部指标自评得分 分，等级为优。', '全部指标自评得分 分'),
    'a conclusion without points or grade is a finding': warning(
      lines('一、工作开展', '评价组对照指标逐项打分。', '二、综合评价结论', '总体管理规范，产出达到目标。'),
      '综合评价结论',
    ),
    'a survey without its result under a heading is a finding': warning(
      lines('（一）开展情况', '评价组开展了满意度调查，走访窗口。', '（二）社会满意度', '得到企业和群众好评。'),
      '社会满意度',
    ),
    'a table that is not below is a finding': warning(
      lines('一、收支情况', '收支情况见下表。', '二、结论', TEXT),
      '见下表',
      '收支情况见下表',
    ),
    'a list that is not there is a finding': warning(
      lines('一、存在问题', '经分析，主要问题如下：', '二、措施', TEXT),
      '如下：',
      '主要问题如下：',
    ),
    'a section on application that says nothing of it is a finding': warning(
      lines('一、概况', TEXT, '二、自评结果应用和公开情况', '我局管理情况较为理想，达到了各项目标，手续齐全，操作规范。'),
      '自评结果应用和公开情况',
    ),
    'a section on objects that names none is a finding': warning(
      lines('一、绩效评价对象和范围', '按照全过程管理的思路，为不断提高决策水平、回应社会关切提供重要支撑。'),
      '绩效评价对象和范围',
    ),
    'a whole department without an amount is a finding': warning(
      `${LONG}\n所有资金使用严格按程序审批、操作规范。`,
      '所有资金使用严格按程序审批、操作规范',
    ),
    'a grade left blank is a finding': warning('自评得分95.50分，等级评定为“  ”，总体较好。', '等级评定为“  ”'),
    'a grade without a word is a finding': warning('自评得分95.50分，绩效等级为，总体较好。', '绩效等级为', '绩效等级为，总体较好'),
    'a grade behind a colon is a finding': warning('自评得分95.50分，自评等级：。', '自评等级：', '自评等级：'),
    'all grades of the scale in the place of one are a finding': warning(
      '自评得分95.50分，评价等级为（优/良/中/差）。',
      '评价等级为（优/良/中/差）',
    ),
    'an amount in empty brackets is a finding': warning('全年安排资金（  ）万元，已全部拨付。', '全年安排资金（  ）万元'),
    'a change without its figure is a finding': warning('培训费支出减少，下降%，按计划使用。', '下降%', '下降%，按计划使用'),
    'a count left open is a finding': warning('共发放问卷 份，结果已归档。', '共发放问卷 份'),
    'an annex beyond the last one is a finding': warning(
      lines('项目明细见附表4。', '附表：1.基础数据表；2.指标自评表；3.项目支出表'),
      '项目明细见附表4',
    ),
    'an annex beyond a list of lines is a finding': warning(
      lines('项目明细见附表四。', '附表：', '1.基础数据表', '2.指标自评表', '3.项目支出表'),
      '项目明细见附表四',
    ),
    'a figure that is not there is a finding': warning('各项任务的关系见图1。', '各项任务的关系见图1'),
    'a figure in brackets that is not there is a finding': warning('支出以人员经费为主（图2），占比稳定。', '支出以人员经费为主（图2）'),
    'a table beyond the last one is a finding': warning(
      lines(
        '执行情况见表3。',
        '表1 收支情况',
        table('项目 | 金额', '办公费 | 3.20', '差旅费 | 1.80'),
        '表2 执行情况',
        table('项目 | 金额', '印刷费 | 3.20', '培训费 | 1.80'),
      ),
      '执行情况见表3',
    ),
    'reasons that are not there are a finding': warning(
      lines('一、问题', '（一）执行偏慢。主要原因是：', '（二）编制不细。年初测算不够。'),
      '原因是：',
      '主要原因是：',
    ),
    'an answer that is not there is a finding': warning(
      lines('一、问：钱花在哪里？', '答：', '二、问：效果如何？', '答：效果良好。'),
      '答：',
    ),
    'an attachment that is not in the file is a hint': {
      text: '各指标得分详见附件2。',
      severity: 'info',
      figure: '详见附件2',
      quote: '各指标得分详见附件2',
    },
    'a survey told in passing is a hint': {
      text: '评价组组织了满意度问卷调查，广泛听取意见。',
      severity: 'info',
      figure: '评价组组织了满意度问卷调查',
      quote: '评价组组织了满意度问卷调查',
    },
  },
  edge: {
    'an item of a score prints its points and no rate': [
      '1.任务完成率。目标100%，实际95%。\n2.专项资金细化率，指标2分，得1分。专项资金20.00万元有待细化。',
      '1.任务完成率。目标100%，实际95%。\n2.专项资金细化率，专项资金20.00万元有待细化。',
    ],
    'the report stands in the attachment': [
      lines('各指标得分详见附件1。任务完成率95%，执行率98%。', '附件1', table('指标 | 得分', '制度 | 5', '公开 | 5')),
      '各指标得分详见附件1。任务完成率95%，执行率98%。',
    ],
  },
  silent: {
    'rates of deeds told by their two figures':
      '（一）实际完成率：计划培训1200人次，实际培训1200人次。（二）成本节约率：计划成本5.20万元，实际成本5.00万元。',
    'the annex of a notice': lines('按照通知附件4的格式填报；《指标表》（附件6）已备案。', '附件：1.基础数据表；2.指标自评表'),
    'a grade for the finance office to fill in': '财政部门审核得分：  分。',
    'the scale of grades': '评价等级分为优、良、中、差四个等级；评价等级为（优/良/中/差），90分以上为优。',
    'a table without caption may be the one that is meant': lines('明细见表2。', table('项目 | 金额', '办公费 | 3.20', '差旅费 | 1.80')),
    'a salutation above the first chapter': lines('县财政局：', '一、基本情况', TEXT),
    'figures as things': '编制施工图1套、地图3张，收回表3份。',
    'there was no such spending': '4.“三公经费”控制率。本年度没有“三公经费”预算，2022年为3.20万元。',
    'the rate stands in the table': lines(
      '1.政府采购执行率。采购预算20.00万元，实际采购19.00万元。',
      table('指标 | 目标值 | 实际值', '政府采购执行率 | ≥90% | 95%', '资产使用率 | ≥90% | 98%'),
    ),
    'everything was paid': '2.资金支付率。项目资金120.00万元于年底前全部支付。',
    'names that only end in 率': '（一）工作效率。办理公文320件，无积压。\n（二）提高网办率，完成改造项目3个。',
    'a conclusion of a report that was not scored': lines('一、自评结论', '总体管理规范，产出达到目标。'),
    'a conclusion that points at its table': lines('一、工作开展', '评价组逐项打分。', '二、综合评价结论', '结果另行报送财政部门。'),
    'a table of which only the lines are left': lines('收支情况见下表：', '项目', '金额', '办公费', '3.20', '差旅费', '1.80'),
    'the satisfaction is told by complaints': '开展满意度调查，全年未收到投诉。',
    'an announcement of the report itself': lines('现将有关情况报告如下：', '一、概况', TEXT, '二、结论', TEXT),
    'application answered with a word': lines('一、概况', TEXT, '二、绩效自评结果应用和公开情况', '暂未公开。'),
    'units in the words of a definition': '本表以万元为单位，资金按万元、保留两位小数填列。',
    'units named in words': '本报告金额单位为万元，比率单位为%。',
    'targets that are reached': '群众满意度达到预期，办结率达标，执行率居全县前列。',
    'a short letter without amounts': '我局部门整体支出绩效自评工作已完成，资金使用规范。',
    'what must be explained by the form': '注：扣分的原因详见说明。',
  },
})
