import { describe, expect, test } from 'vitest'
import { alarmsOn } from './table-helper.ts'

/** Tables that are right, each with something that a hasty reader would call wrong. */
const RIGHT: Readonly<Record<string, readonly [rows: string, before?: string]>> = {
  'classification codes in three levels': [
    `科目编码 科目名称 合计 基本支出 项目支出
    合计 . 1150.00 730.00 420.00
    201 一般公共服务支出 1000.00 620.00 380.00
    20103 政府办公厅事务 700.00 500.00 200.00
    2010301 行政运行 500.00 500.00 0
    2010302 一般行政管理事务 200.00 0 200.00
    20126 档案事务 300.00 120.00 180.00
    2012604 档案馆 300.00 120.00 180.00
    208 社会保障和就业支出 150.00 110.00 40.00
    20805 养老支出 150.00 110.00 40.00`,
  ],
  'a total that leaves out the retired': [
    `类别 编制数 实有人数
    行政 25 23
    事业 40 38
    在职小计 65 61
    退休 . 31
    合计 65 92`,
    '单位：人',
  ],
  'a decrease printed without its minus': [
    `项目 2022年 2023年 减少额
    差旅费 12.40 10.90 1.50
    会议费 20.30 11.20 9.10
    培训费 33.80 31.50 2.30
    合计 66.50 53.60 12.90`,
  ],
  'amounts that grow month by month': [
    `月份 当月支出 累计支出
    1月 12.5 12.5
    2月 14.2 26.7
    3月 16.1 42.8`,
  ],
  'points added and taken off in rows of their own': [
    `指标 分值 得分
    投入 20 19
    产出 50 48
    效果 30 29
    加分项 — 2
    扣分项 — 1
    合计 100 97`,
    '表1',
  ],
  'averages below sums': [
    `单位 人数 总额 人均
    甲校 120 360.0 3.0
    乙校 80 280.0 3.5
    丙校 200 620.0 3.1
    合计 400 1260.0 3.15`,
  ],
  'full marks above a threshold': [
    `一级指标 三级指标 目标值 实际完成值 分值 得分
    预算执行 预算执行率 100% 92.3% 10 10
    产出 数量 ≥100 95 40 40
    效果 满意度 ≥90% 93% 50 50
    合计 . . . 100 100`,
    '表1',
  ],
  'an average score in the total row of a project list': [
    `项目名称 全年预算数 全年执行数 自评得分
    数字化 100 95 96
    征集 80 80 98
    展览 60 50 91
    合计 240 225 95`,
  ],
}

describe('tables that are right', () => {
  for (const [name, [rows, before]] of Object.entries(RIGHT))
    test(`${name} are silent`, () => {
      expect(alarmsOn(rows, before)).toEqual([])
    })
})

describe('the form of 三公经费 with one column a part', () => {
  const form = (reception: string): string => `
    预算数 . . . . .
    合计 因公出国（境）费 公务用车购置及运行费 . . 公务接待费
    . . 小计 公务用车购置费 公务用车运行费 .
    12.50 0 9.00 0 9.00 ${reception}`
  test('parts that add up are silent', () => {
    expect(alarmsOn(form('3.50'))).toEqual([])
  })
  test('one row is enough to find a part that does not fit', () => {
    expect(alarmsOn(form('5.30')).join()).toContain('total-mismatch')
  })
})
