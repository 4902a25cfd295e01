import { checkTests, table } from '../../audit-text.ts'

const lines = (...parts: readonly string[]): string => parts.join('\n')
const warning = (text: string, figure: string, quote = figure) => ({ text, severity: 'warning' as const, figure, quote })

checkTests('template-residue', {
  kind: 'template-residue',
  clean: {
    'a report in its own words': lines('一、基本情况', '我局为县政府工作部门。', '二、存在问题', '一是编制不细；二是执行偏慢。'),
    'examples that are given': '机构改革后新增职责，如：信用监管、数据共享等。',
    'sections that say what something contains': lines('（一）自评内容', '主要包括绩效目标完成情况、预算执行情况、存在的问题和改进措施。'),
    'cost told by its parts': lines('（一）公用经费', '主要包括办公费、印刷费和差旅费。'),
    'references to attachments': '各指标得分情况（详细说明见附件2）经集体研究确定。',
  },
  faulty: {
    'an instruction in brackets is a finding': warning('一、评价指标体系（附表说明）、评价方法\n我局采用比较法。', '（附表说明）'),
    'a limit of characters is a finding': warning('一、基本情况（不超过500字）\n我局为县政府工作部门。', '（不超过500字）'),
    'an unnamed county is a finding': warning('我局根据XX县财政局通知开展自评。', 'XX县', '我局根据XX县财政局通知开展自评'),
    'an unnamed year is a finding': warning('按照20XX年工作部署，我局开展自评。', '20XX年', '按照20XX年工作部署，我局开展自评'),
    'an amount left open is a finding': warning('我局购置设备支出___万元，已验收。', '___万元', '我局购置设备支出___万元，已验收'),
    'empty brackets are a finding': warning('自评等级为【】，经集体研究确定。', '【】'),
    'a date left open is a finding': warning('评价组于2023年 月 日完成现场核查，形成底稿。', '于2023年 月 日'),
    'an example that is not given is a finding': warning('部分工作进展偏慢，如：。下一步加快推进。', '如：'),
    'a section of instructions is a finding': warning(
      lines(
        '一、概况',
        '我局为县政府工作部门。',
        '二、主要问题和改进措施',
        '包括绩效目标未完成的原因和下一步改进措施，执行中的问题、原因和措施。',
      ),
      '包括绩效目标未完成的原因和下一步改进措施，执行中的问题、原因和措施。',
    ),
    'an instruction behind a run-in heading is a finding': warning(
      '（一）存在的问题。简要说明预算执行中存在的问题及原因。\n（二）改进措施。我局将按月调度。',
      '简要说明预算执行中存在的问题及原因。',
    ),
    'the name of the unit as a form asks for it is a finding': warning('（单位名称）于3月开展自评，已形成报告。', '（单位名称）'),
    'a hint to fill in is a finding': warning('资金情况请按照实际情况填写，不得漏项。', '请按照实际情况填写'),
    'an instruction in the line for the filler is a finding': warning(
      '我局已完成自评。\n填报人：×××　　联系电话：（请填写）',
      '（请填写）',
    ),
    'what a slot asks for is a finding': warning('我局已完成自评。\n联系人：张科长　　联系电话：（填写办公电话）', '（填写办公电话）'),
    'a place for a picture is a finding': warning('项目完成后的现场情况，此处插入照片。', '此处插入照片'),
    'what is to be added later is a finding': warning('年末结余资金（待补充）已上缴。', '（待补充）', '年末结余资金（待补充）已上缴'),
    'question marks for a figure are a finding': warning('设备购置支出？？万元，已验收。', '？？万元'),
    'a hint that is to be deleted is a finding': warning(
      '自评得分95分（注：未得满分的指标应逐项说明原因，填报时请删除本提示）。',
      '（注：未得满分的指标应逐项说明原因，填报时请删除本提示）',
    ),
    'a note that asks to be deleted is a finding': warning('填表说明：请按实际填写，上报时删除本说明。', '删除本说明', '上报时删除本说明'),
    'a note to the filler inside a sentence is a finding': warning(
      '目标完成较好（说明：未完成的应逐项说明原因并提出措施），总体平稳。',
      '（说明：未完成的应逐项说明原因并提出措施）',
    ),
    'a prompt of the word processor is a finding': warning('一、概况\n单击此处输入文字。', '单击此处输入文字'),
    'an error of the spreadsheet is a finding': warning(
      table('项目 | 预算数 | 执行率', '培训 | 10.00 | 90.00%', '宣传 | 0.00 | #DIV/0!'),
      '#DIV/0!',
      '宣传\t0.00\t#DIV/0!',
    ),
    'a unit called so-and-so is a finding': warning('某某局按照通知开展自评。', '某某局', '某某局按照通知开展自评'),
    'circles for a name are a finding': warning('○○县财政局组织开展抽查。', '○○县', '○○县财政局组织开展抽查'),
    'dots for an amount are a finding': warning('设备购置支出……万元，已验收。', '……万元', '设备购置支出……万元，已验收'),
    'a document without number is a finding': warning('按照通知（临财绩〔2023〕  号）要求开展自评。', '〔2023〕  号'),
    'a name left open is a finding': warning('设备由________负责安装，已验收。', '________'),
    'a grade left open is a finding': warning('自评等级为____，经集体研究确定。', '____', '自评等级为____，经集体研究确定'),
    'a letter for a count is a finding': warning('全年共培训N人次，覆盖全部乡镇。', 'N人', '全年共培训N人次，覆盖全部乡镇'),
    'a slot in a table is a finding': warning(
      table('项目名称 | 主要内容', 'XX项目 | 讲座两场', '培训 | 线上培训'),
      'XX项目',
      'XX项目\t讲座两场',
    ),
  },
  edge: {
    'a section with one sentence of its own': [
      '（一）存在的问题。主要说明预算执行中的问题及原因。我局支付进度偏慢。',
      '（一）存在的问题。主要说明预算执行中的问题及原因。',
    ],
    'an example may follow in another mark': ['新增职责，如信用监管。', '新增职责，如：，正在推进。'],
  },
  silent: {
    'what was deleted': '清理重复数据32条（重复信息已全部删除），该内容已按要求删除，该条款应予删除。',
    'remarks inside a sentence': '全年培训5期（注：含线上2期），资金按约定拨付（说明：按合同约定应分期支付）。',
    'persons without a name and years with circles': '帮扶对象李某某已就业。该所二○○八年成立。',
    'dots that leave something out': '开展适老化改造……共汇总意见120条。',
    'letters of names': '推广“1+N”模式，配备N95口罩200个，设备型号XN-300。',
    'what remains to be done': '制度有待完善，数据待核实后公开。请财政部门根据实际情况增加预算。',
    'units named in a form': '部门（单位）名称：临河县示例局',
    'masked numbers and codes': '联系电话138****1234，设备型号XXL-200，证号6201**********0012。',
    'letters that are names': '购置X射线安检机，建成“XX+服务”平台，第XX届运动会参赛。',
    'years as a length of time': '设备使用20年，按年月均摊。',
    'lines for seals and dates': lines('填报单位（盖章）：', '填报日期：    年  月  日', '负责人签字：______'),
    'notes of a form': '注：1.自评满分为100分。2.未完成原因分析：说明偏离目标、不能完成目标的原因（不超过200字）。',
    'ticked boxes': '是否编报绩效目标：☑是 □否',
    'a title with a date': lines('临河县示例局', '2023年12月31日'),
    'words that begin like an instruction': lines('（一）改进措施', '重点说明了预算编制口径，逐项列出了问题清单，均已整改。'),
    multiplication: '得分＝分值×执行率，3×200＝600。',
    'definitions of words': lines('（一）名词解释', '基本支出：主要反映单位为保障机构正常运转发生的支出，包括人员经费和公用经费。'),
    'duties that explain': lines('（一）主要职责', '主要包括政策法规宣传、统计分析和信息发布工作。'),
  },
})
