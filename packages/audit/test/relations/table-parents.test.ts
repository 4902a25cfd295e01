import { describe, expect, test } from 'vitest'
import { alarmsOn } from './table-helper.ts'

const form = (changes: Record<string, string> = {}): string => {
  let text = `
    经费情况 2022年决算数 2023年预算数 2023年决算数
    三公经费 9.43 10.5 8.86
    1.公务用车购置和维护 6.21 7 5.98
    其中：公车购置 0 0 0
    公车运行维护 6.21 7 5.98
    2.出国经费 0 0 0
    3.公务接待 3.22 3.5 2.88
    项目支出 88.17 95.4 91.36
    1.业务专项 51.62 57.9 54.21
    档案数字化 31.45 36.2 33.18
    档案征集 20.17 21.7 21.03
    2.运行专项 36.55 37.5 37.15`
  for (const [from, to] of Object.entries(changes)) text = text.replace(from, to)
  return text
}

describe('rows that stand over their parts', () => {
  test('a form whose parts add up is silent', () => {
    expect(alarmsOn(form())).toEqual([])
  })
  test('a numbered part that breaks its total in one column is found', () => {
    expect(alarmsOn(form({ '2.运行专项 36.55 37.5 37.15': '2.运行专项 36.55 37.5 37.51' }))).toEqual([
      expect.stringContaining('total-mismatch'),
    ])
  })
  test('a run without numbers is believed when the other columns add up', () => {
    expect(alarmsOn(form({ '档案征集 20.17 21.7 21.03': '档案征集 20.17 21.7 12.03' })).join()).toContain('total-mismatch 11')
  })
  test('a difference of rounding in the last place is silent', () => {
    expect(alarmsOn(form({ '2.运行专项 36.55 37.5 37.15': '2.运行专项 36.55 37.5 37.16' }))).toEqual([])
  })
  test('rows that only happen to stand below one another are no parts', () => {
    expect(
      alarmsOn(`
        项目 2022年决算数 2023年决算数
        公用经费 118.4 116.52
        办公费 38.6 36.25
        会议费 3.2 2.15
        政府采购 36.2 41.37`),
    ).toEqual([])
  })
})

describe('funds of a project form', () => {
  const funds = (other: string): string => `
    项目资金（万元） 年初预算数 全年预算数 全年执行数
    年度资金总额 412.6 433.1 401.27
    其中：财政拨款 400 420.5 388.67
    其他资金 ${other}`
  test('all money is the money of its sources', () => {
    expect(alarmsOn(funds('12.6 12.6 12.6'))).toEqual([])
  })
  test('a source that does not fit is found', () => {
    expect(alarmsOn(funds('12.6 12.6 21.6'))).toEqual([expect.stringContaining('total-mismatch 4')])
  })
  test('when no column adds up, the rows mean something else', () => {
    expect(alarmsOn(funds('1.6 2.6 21.6'))).toEqual([])
  })
})

describe('其中', () => {
  const within = (part: string): string => `
    项目 年初预算数 全年预算数 全年执行数
    人员经费 300.5 310.5 308.22
    公用经费 118.4 121 116.52
    其中：办公费 ${part}
    合计 418.9 431.5 424.74`
  test('a part below its whole is silent', () => {
    expect(alarmsOn(within('38.6 40 36.25'))).toEqual([])
  })
  test('a part above its whole in one column is found', () => {
    expect(alarmsOn(within('38.6 40 362.5'))).toEqual([expect.stringContaining('total-mismatch 4')])
  })
})
