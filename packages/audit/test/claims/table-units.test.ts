/** The unit of a table's figures: from the line above it, from its heads, from a column of units, from the head of its form. */
import type { Claim } from '@jiheng/vocabulary'
import { describe, expect, test } from 'vitest'
import { claimsOf } from '../../src/index.ts'
import { HEAD, readText, table } from '../audit-text.ts'

const claimsIn = (body: string): readonly Claim[] => claimsOf(readText(`${HEAD}一、基本情况\n\n${body}\n`)).flat()
const inUnits = (claims: readonly Claim[]): string[] => claims.map(({ quantity }) => `${quantity.value} ${quantity.unit}`)
const unitsIn = (body: string): string[] => inUnits(claimsIn(body).filter(({ anchor }) => anchor.cell !== undefined))

const towns = ['东岭镇 | 210 | 205 | 97.62 | 30.75', '西河乡 | 185 | 180 | 97.30 | 27.00', '合计 | 395 | 385 | 97.47 | 57.75']

describe('several units above a table', () => {
  const head = '乡镇 | 计划户数 | 完成户数 | 完成率 | 补助金额'
  const expected = ['210 each:户', '205 each:户', '97.62 percent', '30.75 wan-yuan']
  test('in a line of their own', () => {
    expect(unitsIn(`表1 完成情况表\n单位：户、%、万元\n${table(head, ...towns)}`).slice(0, 4)).toEqual(expected)
  })
  test('in the bracket behind the title', () => {
    expect(unitsIn(`表1 完成情况表（户、%、万元）\n${table(head, ...towns)}`).slice(0, 4)).toEqual(expected)
  })
  test('a sentence above is no list of units', () => {
    expect(unitsIn(`以上为全年情况（单位负责）。\n\n${table(head, ...towns)}`)[3]).toBe('30.75 none')
  })
})

describe('a unit in the head of each column', () => {
  test('makes a row of words a head, whatever they are', () => {
    const rows = table(
      '村（社区） | 水井（口） | 果园（亩） | 常住（人）',
      '东岭社区 | 11 | 64 | 271',
      '西河村 | 14 | 41 | 178',
      '合计 | 25 | 105 | 449',
    )
    expect(unitsIn(rows).slice(0, 3)).toEqual(['11 each:口', '64 mu', '271 each:人'])
  })
  test('words over rows of figures are a head as well', () => {
    const rows = table(
      '去向 | 甲类 | 乙类 | 占比（%）',
      '东片 | 2145.00 | 420.00 | 44.12',
      '西片 | 2862.00 | 516.00 | 55.88',
      '全部 | 5007.00 | 936.00 | 100.00',
    )
    expect(unitsIn(`单位：万元\n${rows}`).slice(0, 3)).toEqual(['2145 wan-yuan', '420 wan-yuan', '44.12 percent'])
  })
  test('rows that begin with figures have none', () => {
    expect(unitsIn(table('2145.00 | 420.00 | 3.1', '2862.00 | 516.00 | 2.2', '5007.00 | 936.00 | 5.3'))).toHaveLength(9)
  })
})

test('a column of units speaks for the columns of years', () => {
  const rows = table(
    '指标 | 单位 | 2023年 | 2022年',
    '接诊量 | 人次 | 2846 | 2713',
    '床位使用率 | % | 71.03 | 83.81',
    '平均停留 | 天 | 8.20 | 8.67',
  )
  expect(unitsIn(rows)).toEqual(['2846 each:人次', '2713 each:人次', '71.03 percent', '83.81 percent', '8.2 day', '8.67 day'])
})

describe('the head of a form', () => {
  const funds = table(
    '资金项目 | 年初预算数 | 全年预算数 | 全年执行数',
    '年度资金总额 | 728.64 | 814.27 | 798.97',
    '其中：财政拨款 | 700.00 | 780.00 | 770.00',
  )
  test('gives the unit of the table below it', () => {
    const form = `${table('填报单位：临河县示例局 | 金额单位：万元', '部门名称 | 示例局')}\n一、年度预算执行情况\n${funds}`
    expect(
      unitsIn(form)
        .slice(-6)
        .every((claim) => claim.endsWith('wan-yuan')),
    ).toBe(true)
  })
  test('may give it in two cells', () => {
    const form = `${table('项目名称 | 技能培训 | 金额单位 | 元')}\n${funds}`
    expect(
      unitsIn(form)
        .slice(-6)
        .every((claim) => claim.endsWith(' yuan')),
    ).toBe(true)
  })
})

test('what a remark counts is read', () => {
  const rows = table(
    '三级指标 | 指标值 | 完成值 | 分值 | 得分 | 备注',
    '到课率 | ≥90% | 93.67% | 10 | 10 | 应到316人，实到296人',
    '合格率 | ≥95% | 97.10% | 10 | 10 | ',
  )
  expect(inUnits(claimsIn(rows))).toEqual(expect.arrayContaining(['316 each:人', '296 each:人']))
})
