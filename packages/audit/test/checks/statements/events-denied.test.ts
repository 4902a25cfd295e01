/** Accidents denied in the form or the text: which events speak against it, and which do not. */
import { describe, expect, test } from 'vitest'
import { auditText, table } from '../../audit-text.ts'

const told = (body: string): string[] =>
  auditText(`临河县示例局\n2023年度项目支出绩效自评表\n\n${body}`)
    .findings.filter(({ kind }) => kind === 'contradiction')
    .map(({ check }) => check)

const form = (actual: string): string =>
  `${table('项目名称 | 学生营养改善计划 | 实施单位 | 县教育局', `年度总体目标 | 预期目标：全年零事故 | 实际完成情况：${actual}`, '一级指标 | 二级指标 | 年度指标值 | 实际完成值', '产出指标 | 供餐天数 | 196天 | 196天')}\n\n`
const FAULTS: readonly string[] = [
  `${form('供餐196天，未发生食品安全事故。')}一、存在的问题\n5月某教学点发生1起学生聚集性食源性腹泻事故。`,
  `${form('全年运行平稳，未发生安全生产事故。')}一、存在的问题\n（一）管理有漏洞，8月发生1起触电事故。`,
  `${form('未发生安全责任事故。')}一、问题\n6月施工中出现2起高处坠落事故。`,
  '一、完成情况\n全年未发生食品安全事件。\n二、存在的问题\n10月食堂发生1起食物中毒事件，已整改。',
  '一、完成情况\n全年未发生校园安全事故。\n二、存在的问题\n7月发生学生溺水事故1起。',
  '一、完成情况\n全年未发生安全事故。\n二、问题\n3月发生坍塌事故1起。',
  '一、完成情况\n全年无森林草原火灾。\n二、问题\n4月发生草原火灾2起。',
  '一、完成情况\n未发生负面舆情。\n二、问题\n9月出现负面网络舆情1起，处置不够及时。',
  '一、完成情况\n未发生饮水安全事件。\n二、问题\n8月发生1起饮用水水质异常事件。',
  '一、完成情况\n全年未发生安全生产事故。\n二、问题\n2023年11月发生1起机械伤害事故。',
]
const TRUTHS: readonly string[] = [
  `${form('供餐196天，未发生重大食品安全事故。')}一、存在的问题\n5月某教学点发生1起食源性腹泻事故。`,
  `${form('供餐196天，未发生食品安全事故。')}一、存在的问题\n2022年5月发生1起食源性腹泻事故，本年已整改。`,
  `${form('供餐196天，未发生食品安全事故。')}一、存在的问题\n5月发生1起车辆剐蹭事故。`,
  `${form('完成培训12期。')}一、存在的问题\n5月发生1起食源性腹泻事故。`,
  `${table('年度总体目标 | 预期目标：未发生食品安全事故 | 实际完成情况：基本完成')}\n\n一、问题\n5月发生1起食源性腹泻事件。`,
  '一、完成情况\n我局未发生安全生产事故。\n二、监管情况\n辖区企业发生触电事故1起，已查处。',
  '一、完成情况\n全年未发生较大以上安全事故。\n二、问题\n6月发生触电事故1起。',
  '一、完成情况\n全年未发生安全事故。\n二、监管情况\n调查处置企业发生的坍塌事故2起。',
  '一、完成情况\n全年未发生安全事故。\n二、演练\n组织触电事故应急演练2场。',
  '一、完成情况\n上半年未发生安全事故。\n二、问题\n8月发生触电事故1起。',
  '一、完成情况\n全年未发生安全事故。\n二、下一步措施\n防止发生触电事故1起以上。',
  '一、完成情况\n全年未发生医疗事故。\n二、问题\n发生医疗纠纷2起，均已调解。',
  '一、完成情况\n全年未发生森林火灾。\n二、问题\n发生森林火情3起，均及时扑灭。',
  '一、完成情况\n全年未发生负面舆情。\n二、工作\n监测网络舆情126条。',
]

describe('events against what is denied', () => {
  for (const body of FAULTS) test(body, () => expect(told(body)).toEqual(['denied-event']))
})
describe('events that what is denied does not speak of', () => {
  for (const body of TRUTHS) test(body, () => expect(told(body)).toEqual([]))
})
