/** What real reports say truthfully and what looks like a contradiction or a foreign name at first sight. None of it may be accused. */
import { describe, expect, test } from 'vitest'
import { auditText } from '../../audit-text.ts'

const ACCUSING = new Set(['contradiction', 'foreign-entity'])

function expectSilent(body: string, unit = '临河县示例局', year = 2023): void {
  const { findings } = auditText(`${unit}\n${year}年度部门整体支出绩效自评报告\n\n${body}`)
  expect(findings.filter(({ kind }) => ACCUSING.has(kind)).map(({ check, computation }) => `${check}: ${computation}`)).toEqual([])
}

const NONE_AND_SOME: Readonly<Record<string, string>> = {
  'a department and its own office': '局本级无项目支出。部门汇总项目支出320万元，全部由下属单位实施。',
  'funds apart': '（一）政府性基金预算支出情况\n本年无项目支出。\n（二）一般公共预算支出情况\n项目支出120万元。',
  'own money pays receptions': '财政拨款未安排公务接待费。医院自有资金列支公务接待费2.3万元。',
  'three kinds of car': '全年未购置公务用车。执法装备购置费18万元，含无人机2架；公务用车运行维护费6.2万元。',
  'a donated car': '全年未购置公务用车，新增车辆1辆为上级调拨，年末公务用车保有量4辆。',
  'nothing else': '除公务接待费1.2万元外，无其他“三公”经费支出。公务接待费1.2万元。',
  'carried over and left over': '年末无结余，结转下年使用35.6万元，均为未到支付节点的工程尾款。',
  'fiscal money is used up, other money is not': '财政拨款年末无结转结余。年末结转和结余12.5万元，均为非财政拨款资金。',
  'nothing was carried in': '上年无结转。年末结转和结余12.5万元。',
  'nothing from the year before, something from earlier': '2022年末无结转结余。2023年末结转结余8万元。',
  'no project of investment': '本年度无政府投资项目，无债券资金。项目支出86万元，涉及4个项目。',
  'no special funds': '我部门无专项资金。项目支出86万元。',
  'no procurement budget, small purchases': '未编制政府采购预算。零星采购支出3.2万元，未达到政府采购限额标准。',
  'receptions for others': '我中心承担全县公务接待任务，费用由接待单位结算，本单位公务接待费未发生。',
  'visitors of the hall': '无公务接待费支出。大厅全年接待办事群众12万人次，接待外地考察团18批次。',
  'budget none, spent some': '年初预算未安排培训费。培训费支出2.1万元，由公用经费调剂。',
  'an overrun denied': '无超标准接待、无超预算列支培训费等情况。培训费支出2.1万元。',
  'a quotation of rules': '按规定，无公函的公务活动不予接待，不得列支公务接待费。公务接待费支出1.6万元。',
  'no addition to staff': '本年度未新增人员，未追加人员经费。年中追加项目资金120万元。',
  'no disposal': '本年度无资产处置收入，其他收入0.8万元为利息。',
}

const DONE_AND_OPEN: Readonly<Record<string, string>> = {
  'tasks of the county council': '县委、县政府交办任务全部完成。\n二、存在的问题\n绩效管理信息化建设进展缓慢。',
  'last year it was open': '档案数字化项目已全部完成。\n二、情况说明\n2022年档案数字化项目未完成，顺延至本年实施。',
  'by the end it was done': '饮水安全工程按期完工。\n二、过程\n饮水安全工程受汛期影响一度推进缓慢，5月起恢复施工。',
  'the design is open': '新馆建设年度任务全部完成。\n二、问题\n新馆二期设计尚未完成。',
  'most, and one not': '12项重点工作完成11项。\n二、问题\n滨河小学建设未完成。',
  'what others do': '我局审批环节全部完成。\n二、问题\n企业自建项目尚未开工，需属地协调。',
  'the aims of products': '年度产出目标全部完成。\n二、问题\n群众满意度未达到目标。',
  'plans of the next year': '各项绩效目标均已完成。\n二、下一步计划\n对2024年目标任务未完成的单位按月通报。',
  'one group of indicators': '1.数量指标\n各项指标均已完成。\n2.质量指标\n验收合格率指标未达到目标。',
  'basically reached': '绩效目标基本实现。\n二、问题\n个别指标未达到年度目标。',
  'the execution rate': '全部绩效指标均已完成。\n二、问题\n资金支付进度未达到序时目标。',
}

const WITHIN: Readonly<Record<string, string>> = {
  'against the adjusted budget': '全年严格预算约束，无超预算支出。基本支出年初预算812.60万元，调整后预算899.96万元，支出856.37万元。',
  'a budget that is the first one': '全年无超预算支出。年中追加30万元。\n人员经费预算300万元，支出324万元。',
  'one project above its first budget': '支出总额控制在预算总额以内。社区矫正项目支出63万元，高于年初预算50万元，多出部分为年中追加。',
  'receptions under, the rest over':
    '公务接待费控制在预算以内。公务接待费预算3万元，支出2.1万元；公务用车运行维护费预算5万元，支出5.6万元，已在报告中说明。',
  'the whole is within': '“三公”经费未超预算。“三公”经费预算8万元，支出7.7万元；公务用车运行维护费预算5万元，支出5.6万元。',
}

const REASONS: Readonly<Record<string, string>> = {
  'the year before was shut': '到馆读者增加，培训费2.2万元，比上年增加0.8万元，主要是上年疫情期间培训取消。',
  'retired staff cost elsewhere': '人员经费286万元，较上年减少12万元，主要是3名同志退休，新招录人员年底才到岗。',
  'a project that ended': '项目支出320万元，比上年减少80万元，主要原因是信号灯改造工程上年完工。',
  'a rise in spite of thrift': '公用经费60万元，比上年增加3万元，主要是办公用房搬迁、物业费增加，同时压减印刷费。',
  'less revenue': '总支出860万元，较上年减少40万元，主要原因是财政补助收入减少。',
  'more through another account': '公务用车运行维护费3万元，较上年减少2万元，主要是租车费用增加并列入其他交通费用。',
  'more people leave': '人员经费210万元，较上年减少15万元，主要原因是调出人员增加。',
  'a rate is no spending': '预算执行率90%，比上年下降3个百分点，主要原因是年中追加项目增加。',
  'what is left': '年末结转12万元，比上年增加4万元，主要原因是项目支出减少。',
}

const NAMES: readonly (readonly [string, string, string])[] = [
  [
    'a bureau under reform',
    '临河县文化旅游和广播电视局',
    '文旅局2023年度支出320万元。我局由原文广新局、旅游局合并组建，旅游局2018年度支出情况另附。',
  ],
  ['an office with a second plate', '临河县发展和改革局', '我局加挂县粮食局牌子。粮食局2023年度项目支出12万元。'],
  ['a centre under an office', '临河县政务服务中心', '我中心隶属县政府办公室管理。县政府办公室2023年度支出预算中列支我中心公用经费。'],
  [
    'a school',
    '临河县实验小学',
    '实验小学是县教育局直属学校。家长对学校工作的满意度为97%，教师对教育局工作的满意度为95%，我校与教育局联合开展培训。',
  ],
  [
    'a town and its bureaus',
    '临河县石桥镇人民政府',
    '石桥镇2023年度支出1200万元。群众对派出所、司法所工作的满意度为96%。我镇、我乡镇干部、本镇财政所均参加自评。',
  ],
  ['a street office', '河东市城南区人民政府青年路街道办事处', '我街道位于城南区中部。我办内设6个科室，街道办事处主要职责是加强基层治理。'],
  ['police', '河东市公安局交通警察支队', '交警支队2023年度支出9126万元。我支队为市公安局直属机构，我局党委统一领导。'],
  ['a court', '临河县人民法院', '我院2023年度受理案件3200件。本院内设9个庭室，全院干警86人。'],
  ['a federation', '临河县残疾人联合会', '县残联2023年度支出320万元。我会内设4个部室，本会代表残疾人共同利益。'],
  ['a party office', '中共临河县委组织部', '组织部2023年度支出220万元。我部机关内设6个科室。'],
  [
    'a county that became a city',
    '临河市水务局',
    '根据《临河县财政局关于开展2023年度绩效自评工作的通知》要求，自评结果在临河市政府网站公开。',
  ],
  [
    'a notice from the city',
    '河东市城南区教育局',
    '根据《河东市财政局关于开展2023年度部门整体支出绩效自评工作的通知》，结果在城南区人民政府门户网站公开。',
  ],
  ['a partner county', '临河县农业农村局', '与临江县农业农村局签订协作协议，赴临江县学习。农业农村局2023年度支出820万元。'],
  [
    'a third party signs as well',
    '临河县民政局',
    '一、概况\n我局承担社会救助工作。\n二、满意度\n委托县统计局社情民意调查中心调查。\n临河县民政局\n2024年3月12日',
  ],
  [
    'health commission and bureau',
    '临河县卫生健康局',
    '县卫健委2023年度支出620万元。患者对医院工作的满意度为95%，群众对卫健局工作的满意度为94%。',
  ],
]

describe('none is said, and what else is printed is something else', () => {
  for (const [name, body] of Object.entries(NONE_AND_SOME)) test(name, () => expectSilent(body))
})
describe('done is said, and what is open is something else', () => {
  for (const [name, body] of Object.entries(DONE_AND_OPEN)) test(name, () => expectSilent(body))
})
describe('within budget is said rightly', () => {
  for (const [name, body] of Object.entries(WITHIN)) test(name, () => expectSilent(body))
})
describe('reasons that go the way of the change', () => {
  for (const [name, body] of Object.entries(REASONS)) test(name, () => expectSilent(body))
})
describe('names that belong in the report', () => {
  for (const [name, unit, body] of NAMES) test(name, () => expectSilent(body, unit))
})
