/** Names of other counties and bodies in as many wordings as reports use: left in by copy and paste, or rightly there. */
import { describe, expect, test } from 'vitest'
import { auditText } from '../../audit-text.ts'

const foreignIn = (body: string, unit: string): string[] =>
  auditText(`${unit}\n2023年度部门整体支出绩效自评报告\n\n${body}`)
    .findings.filter(({ kind }) => kind === 'foreign-entity')
    .map(({ check, quotes: [{ text, textStart, start, end }] }) => `${check}: ${text.slice(start - textStart, end - textStart)}`)

const REGION: readonly (readonly [string, string])[] = [
  ['按照临江县财政局《关于开展2023年度绩效自评工作的通知》要求，我局开展了自评。', '临江县'],
  ['依据河东市临江县财政局关于做好2023年度部门整体支出绩效自评工作的通知，我局开展了自评。', '临江县'],
  ['根据临江区财政局《关于开展绩效自评的通知》（临财〔2024〕3号），报告如下。', '临江区'],
  ['一、公开\n自评报告通过临江县人民政府门户网站公开。', '临江县'],
  ['一、公开\n预算和决算在临江县政府信息公开网公开。', '临江县'],
]
const REGION_TRUTHS: readonly string[] = [
  '按照县财政局《关于开展2023年度预算绩效自评和部门评价工作的通知》要求，我局开展了自评。',
  '根据县财政局《关于开展2024年县级部门整体支出绩效自评的通知》，报告如下。',
  '依据区财政局关于开展绩效自评的通知，报告如下。',
  '遵照旗财政局关于开展绩效自评工作的要求，报告如下。',
  '按县财政局关于做好绩效评价工作的通知，报告如下。',
  '我局收到县财政局《关于开展绩效自评的通知》后，报告如下。',
  '贯彻落实县财政局关于绩效管理的要求，报告如下。',
  '结合实际，对照县财政局关于绩效自评的通知，逐项打分。',
  '一、公开\n自评结果通过县人民政府门户网站公开。',
  '一、公开\n评价结果，登录县政府网站可查。',
  '一、公开\n自评报告于次月在县政府网站公开，结果县政府网公示。',
  '一、公开\n预算信息及时在所在县政府门户网站公开。',
  '转发县财政局《关于开展绩效自评工作的通知》，部署所属单位自评。',
  '根据经开区财政局关于绩效评价的通知，报告如下。',
]

describe('counties', () => {
  for (const [body, place] of REGION) test(body, () => expect(foreignIn(body, '临河县示例局')).toEqual([`foreign-region: ${place}`]))
  for (const body of REGION_TRUTHS) test(body, () => expect(foreignIn(body, '临河县示例局')).toEqual([]))
})
