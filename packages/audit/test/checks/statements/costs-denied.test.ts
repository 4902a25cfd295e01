/** A kind of cost that is said not to have been: which amounts speak against it, and which do not. */
import { describe, expect, test } from 'vitest'
import { auditText, table } from '../../audit-text.ts'

const told = (body: string, title = '2023年度垃圾收运项目支出绩效自评报告'): string[] =>
  auditText(`临河县示例局\n${title}\n\n${body}`)
    .findings.filter(({ kind }) => kind === 'contradiction')
    .map(({ check }) => check)
const DEPARTMENT = '2023年度部门整体支出绩效自评报告'

const LIST = '一、资金使用\n项目资金支出包括：\n1.收运服务费986.24万元；\n2.垃圾分类宣传费58.00万元；\n3.设备租赁费12.60万元。\n二、问题\n'
const FAULTS: readonly (readonly [string, string?])[] = [
  [`${LIST}项目资金未安排宣传支出，居民知晓度不高。`],
  [`${LIST}本项目未列支宣传费。`],
  [`${LIST}全年未发生设备租赁费。`],
  [`${LIST}项目无宣传经费，覆盖面不足。`],
  [
    `一、资金使用\n单位：万元\n${table('支出内容 | 支出数', '收运服务费 | 986.24', '第三方检测费 | 6.20', '合计 | 992.44')}\n\n二、问题\n项目经费未安排检测费。`,
  ],
  ['一、资金使用\n项目支出120.00万元，其中印刷费2.40万元、劳务费6.00万元。\n二、说明\n专项资金未列支劳务费。'],
  ['一、支出\n支出60.00万元，其中印刷费2.40万元。\n二、管理\n全年未发生印刷费支出。', DEPARTMENT],
  ['一、支出\n支出60.00万元，主要用于物业费12.40万元。\n二、管理\n本年度未发生物业费。', DEPARTMENT],
  ['一、支出\n支出60.00万元，包括维修费3.40万元、差旅费6.10万元。\n二、管理\n本单位没有发生差旅费。', DEPARTMENT],
  ['一、支出\n支出160.00万元，包括咨询费8.00万元。\n二、管理\n我局全年无咨询费支出。', DEPARTMENT],
]
const TRUTHS: readonly (readonly [string, string?])[] = [
  [`${LIST}项目年初预算未安排宣传支出，年中调剂解决。`],
  [`${LIST}上年项目资金未安排宣传支出。`],
  [`${LIST}项目资金未单独安排宣传支出。`],
  [`${LIST}2022年未安排宣传支出。`],
  [`${LIST}下一步将不再安排宣传支出。`],
  ['一、资金使用\n项目资金支出986.24万元。宣传费2.00万元由单位公用经费列支。\n二、问题\n项目资金未安排宣传支出。'],
  ['一、资金使用\n宣传设备购置费12.00万元。\n二、问题\n项目资金未安排宣传支出。'],
  ['一、资金使用\n2022年宣传费12.00万元，2023年取消。\n二、问题\n项目资金未安排宣传支出。'],
  ['一、资金使用\n宣传费预算2.00万元，未执行。\n二、问题\n项目资金未安排宣传支出。'],
  ['一、资金使用\n宣传费0.00万元。\n二、问题\n项目资金未安排宣传支出。'],
  ['一、下一步计划\n宣传费5.00万元。\n二、问题\n项目资金未安排宣传支出。'],
  ['一、项目\nA项目宣传费5.00万元。\n二、项目\nB项目未安排宣传支出。', DEPARTMENT],
  ['一、项目\n宣传费5.00万元。\n二、项目\n扶贫项目未安排宣传支出。', DEPARTMENT],
  ['一、支出\n差旅费按每人每天180.00元标准执行。\n二、管理\n全年未发生差旅费。', DEPARTMENT],
  ['一、支出\n自有资金支出维修费3.40万元。\n二、管理\n全年未发生维修费。', DEPARTMENT],
  ['一、支出\n差旅费3.40万元。\n二、管理\n未发生超标准列支差旅费的情况。', DEPARTMENT],
]

describe('costs against what is denied', () => {
  for (const [body, title] of FAULTS) test(body, () => expect(told(body, title)).toEqual(['none-yet-some']))
})
describe('costs that what is denied does not speak of', () => {
  for (const [body, title] of TRUTHS) test(body, () => expect(told(body, title)).toEqual([]))
})
