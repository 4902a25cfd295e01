import { describe, expect, test } from 'vitest'
import { auditBody, table } from '../audit-text.ts'

const checks = (body: string): string[] => auditBody(body).findings.map(({ check }) => check)
const said = (body: string): string =>
  auditBody(body)
    .findings.map(({ steps }) => steps[0]?.say ?? '')
    .join('\n')

describe('what is carried over', () => {
  const sentence = (closing: string): string => `年初结转10.00万元，本年收入100.00万元，本年支出90.00万元，年末结转${closing}万元。`

  test('opening balance + income − spending', () => {
    expect(checks(sentence('20.00'))).toEqual([])
    expect(checks(sentence('25.00'))).toEqual(['difference-mismatch'])
    expect(said(sentence('25.00'))).toContain('勾稽 ID-07')
  })

  test('surplus used and distributed count, under whatever name', () => {
    expect(checks(`提取专用基金等结余分配3.50万元。${sentence('16.50')}`)).toEqual([])
    expect(checks(`使用非财政拨款结余4.00万元，结余分配3.50万元。${sentence('20.50')}`)).toEqual([])
    expect(checks(`财政收回资金6.00万元。${sentence('14.00')}`)).toEqual([])
  })

  test('in several sentences a gap that no slip explains may be a part that is not told', () => {
    const text = (closing: string): string =>
      `年初结转和结余96.31万元。本年收入3380.25万元。本年支出3352.71万元。年末结转和结余${closing}万元。`
    expect(checks(text('123.85'))).toEqual([])
    expect(checks(text('97.42'))).toEqual([])
    expect(checks(text('132.85'))).toEqual(['difference-mismatch'])
  })

  test('with money taken back, nothing carried over is no contradiction to an execution of 74 %', () => {
    expect(checks('全年预算100.00万元，执行74.00万元，预算执行率74.00%，结转结余0万元。')).toEqual([])
    expect(checks('预算执行率74.00%，结转结余率为0%。')).toEqual([])
  })
})

describe('stocks of money', () => {
  test('original value at the end of the year', () => {
    const text = (closing: string): string =>
      `固定资产年初账面原值520.30万元，本年购置48.60万元，报废12.40万元，年末账面原值${closing}万元。`
    expect(checks(text('556.50'))).toEqual([])
    expect(checks(text('546.50'))).toEqual(['difference-mismatch'])
    expect(said(text('546.50'))).toContain('勾稽 ID-52')
  })

  test('an increase and a decrease under their own names', () => {
    const text = (closing: string): string => `资产总额年初数1520.30万元，本年增加348.60万元，本年减少112.40万元，年末数${closing}万元。`
    expect(checks(text('1756.50'))).toEqual([])
    expect(checks(text('1765.50'))).toEqual(['difference-mismatch'])
  })

  test('an increase alone may be half of what happened', () => {
    const text = (closing: string): string => `固定资产年初原值520.30万元，本年新增48.60万元，年末原值${closing}万元。`
    expect(checks(text('568.90'))).toEqual([])
    expect(checks(text('531.27'))).toEqual([])
  })

  test('what the increase is made of is not counted twice', () => {
    expect(checks('固定资产年初原值520.30万元，本年新增48.60万元（其中购置40.00万元、捐赠8.60万元），年末原值568.90万元。')).toEqual([])
  })

  test('assets less liabilities are the net assets', () => {
    expect(checks('资产总额331.52万元，负债总额100.10万元，净资产231.42万元。')).toEqual([])
    expect(said('资产总额321.52万元，负债总额100.10万元，净资产231.42万元。')).toContain('勾稽 ID-50')
  })
})

describe('procurement', () => {
  test('parts that do not make the whole are a hint', () => {
    const of = (total: string) =>
      auditBody(`政府采购支出总额${total}万元，包括政府采购货物支出5.30万元、政府采购服务支出7.25万元。`).findings
    expect(of('12.55')).toEqual([])
    expect(of('31.27').map(({ severity }) => severity)).toEqual(['info'])
  })

  test('goods and services in another paragraph need not be all of it', () => {
    expect(checks('政府采购支出12.55万元。\n\n货物采购5.30万元。服务采购6.25万元。')).toEqual([])
  })
})

describe('execution and what is left', () => {
  test('are never more than the whole together', () => {
    expect(checks('预算执行率82.50%，结转结余率17.50%。')).toEqual([])
    expect(checks('预算执行率82.50%，结转结余率25.79%。')).toEqual(['impossible-value'])
    expect(said('预算执行率82.50%，结转结余率25.79%。')).toContain('勾稽 ID-35')
  })

  test('of two budgets prove nothing', () => {
    expect(checks('预算执行率82.50%。\n\n其他项目预算执行率41.20%，结转结余率25.79%。')).toEqual([])
  })
})

describe('the head of the form', () => {
  const form = (projects: string, third = '20.00'): string =>
    `单位：万元\n${table(
      '年度主要任务 | 任务名称 | 预算数 | 执行数',
      ' | 任务1：档案整理 | 22.00 | 20.00',
      ' | 任务2：库房维护 | 15.00 | 12.00',
      ` | 任务3：编研 | 22.00 | ${third}`,
      '预算情况 |  | 年初预算数 | 预算执行数',
      '部门预算总额 |  | 59.00 | 52.00',
      '1、资金来源：（1）财政性资金 |  | 59.00 | 52.00',
      '（2）其他资金 |  |  | ',
      '2、资金结构：（1）基本支出 |  | 40.00 | 40.00',
      `（2）项目支出 |  | 19.00 | ${projects}`,
    )}`

  test('the same money by source and by use', () => {
    expect(checks(form('12.00'))).toEqual([])
    expect(checks(form('21.00'))).toEqual(['total-mismatch'])
    expect(said(form('21.00'))).toContain('勾稽 ID-40')
  })

  test('the tasks and the whole', () => {
    expect(said(form('12.00', '26.00'))).toContain('勾稽 ID-38')
    // Tasks need not be all that the unit does.
    expect(checks(form('12.00', '8.41'))).toEqual([])
  })
})

describe('stocks in columns', () => {
  const assets = (closing: string): string =>
    `单位：万元\n${table(
      '资产类别 | 年初数 | 本年增加 | 本年减少 | 年末数',
      '房屋 | 520.30 | 0 | 0 | 520.30',
      `设备 | 148.60 | 22.40 | 12.40 | ${closing}`,
    )}`

  test('opening + came − went = closing', () => {
    expect(checks(assets('158.60'))).toEqual([])
    expect(checks(assets('185.60'))).toEqual(['difference-mismatch'])
  })
})
