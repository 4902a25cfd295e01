import { describe, expect, test } from 'vitest'
import { alarmsOn } from './table-helper.ts'

describe('shares of a total', () => {
  const shares = (second: string, total = '900.00 100%'): string => `
    来源 金额 占比
    中央补助 412.50 45.83%
    省级补助 ${second}
    县级预算 174.25 19.36%
    合计 ${total}`
  test('shares that fit are silent', () => {
    expect(alarmsOn(shares('313.25 34.81%'))).toEqual([])
  })
  test('a share that does not fit its amount is found', () => {
    expect(alarmsOn(shares('313.25 38.41%')).join()).toContain('rate-mismatch 3')
  })
  test('a share cut off instead of rounded is silent', () => {
    expect(alarmsOn(shares('313.25 34.80%', '900.00 100%'))).toEqual([])
  })
  test('percentages of something else are left alone', () => {
    expect(
      alarmsOn(`
        来源 金额 完成比例
        中央补助 412.50 91.2%
        省级补助 313.25 88.1%
        县级预算 174.25 97.9%
        合计 900.00 92.0%`),
    ).toEqual([])
  })
})

describe('products along a row', () => {
  const products = (last: string): string => `
    补助类别 发放人次 每人每月标准（元） 发放金额（万元）
    孤儿 336 1950 65.52
    特困供养 9820 1150 1129.30
    高龄津贴 27650 100 276.50
    护理补贴 ${last}`
  test('number × price = amount is silent', () => {
    expect(alarmsOn(products('4350 160 69.60'), '表1')).toEqual([])
  })
  test('an amount that the other rows contradict is found', () => {
    expect(alarmsOn(products('4350 160 96.60'), '表1')).toEqual([expect.stringContaining('product-mismatch 5')])
  })
  test('an amount rounded in its last place is silent', () => {
    expect(alarmsOn(products('4351 160 69.62'), '表1')).toEqual([])
  })
  test('without rows that prove it, a product is only a guess', () => {
    expect(
      alarmsOn(
        `
        补助类别 发放人次 补助标准（元） 发放金额（万元）
        孤儿 336 1950 65.52
        特困供养 9820 1150 1231.11`,
        '表1',
      ),
    ).toEqual([])
  })
})

describe('columns that add up', () => {
  const units = (third: string): string => `
    单位 基本支出 项目支出 合计
    馆本级 186.42 462.08 648.50
    数字化中心 98.74 31.56 130.30
    地方志办 72.38 21.64 ${third}
    合计 357.54 515.28 872.82`
  test('totals of rows and columns are silent when they fit', () => {
    expect(alarmsOn(units('94.02'))).toEqual([])
  })
  test('a row total that does not fit is found', () => {
    expect(alarmsOn(units('49.02')).join()).toContain('total-mismatch 4')
  })
})

describe('tables with two sides', () => {
  const sides = (carried: string, total = '652.90'): string => `
    收入项目 决算数 支出项目 决算数
    一、财政拨款收入 612.50 一、基本支出 401.25
    二、其他收入 12.40 二、项目支出 230.15
    本年收入合计 624.90 本年支出合计 631.40
    年初结转和结余 28.00 年末结转和结余 ${carried}
    总计 652.90 总计 ${total}`
  test('both sides add up by themselves and agree', () => {
    expect(alarmsOn(sides('21.50'))).toEqual([])
  })
  test('a wrong carry is accused itself, not the total that agrees with the other side', () => {
    expect(alarmsOn(sides('12.50')).join()).toContain('total-mismatch 5')
  })
  test('sides that do not agree are found', () => {
    expect(alarmsOn(sides('22.50', '653.90')).join()).toContain('653.9')
  })

  const three = (projects: string): string => `
    项目 金额 项目（按功能分类） 金额 项目（按支出性质） 金额
    一、财政拨款收入 100.00 一、一般公共服务支出 80.00 一、基本支出 70.00
    二、事业收入 20.00 二、社会保障和就业支出 25.00 二、项目支出 ${projects}
    三、其他收入 5.00 三、城乡社区支出 10.00 . .
    本年收入合计 125.00 本年支出合计 115.00 本年支出合计 115.00
    年初结转和结余 8.00 年末结转和结余 18.00 年末结转和结余 18.00
    总计 133.00 总计 133.00 总计 133.00`
  test('three sides add up by themselves', () => {
    expect(alarmsOn(three('45.00'))).toEqual([])
    expect(alarmsOn(three('54.00')).join()).toContain('total-mismatch 3')
  })
})
