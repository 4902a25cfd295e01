import { describe, expect, test } from 'vitest'
import { alarmsOn } from './table-helper.ts'

const replaced = (text: string, changes: Record<string, string>): string =>
  Object.entries(changes).reduce((changed, [from, to]) => changed.replace(from, to), text)

describe('groups with points in their label', () => {
  const indicators = (changes: Record<string, string> = {}): string =>
    replaced(
      `
      一级指标 三级指标 目标值 实际完成值 分值 得分 扣分原因
      预算执行（10分） 预算执行率 100% 95.47% 10 9.55 按执行率计分
      管理（30分） 目标合理性 合理 合理 12 12 .
      . 制度健全性 健全 健全 18 16 缺少资产制度，扣2分
      产出（60分） 档案整理数量 ≥400卷 436卷 35 35 .
      . 查档人次 ≥900人次 812人次 25 22.5 宣传不足，扣2.5分
      合计 . . . 100 95.05 .`,
      changes,
    )
  test('a table that adds up is silent', () => {
    expect(alarmsOn(indicators(), '表1')).toEqual([])
  })
  test('weights that miss the points of their group are found', () => {
    expect(alarmsOn(indicators({ '12 12': '21 12' }), '表1').join()).toContain('weight-total-mismatch 3')
  })
  test('a score by rate that does not follow its rate is found', () => {
    expect(alarmsOn(indicators({ '95.47%': '94.57%' }), '表1').join()).toContain('score-product-mismatch 2')
  })
  test('a score above its weight is found', () => {
    expect(alarmsOn(indicators({ '18 16': '18 61' }), '表1').join()).toContain('impossible-value')
  })
  test('a total of scores that does not fit is found', () => {
    expect(alarmsOn(indicators({ '95.05': '95.50' }), '表1').join()).toContain('score-total-mismatch 7')
  })
})

describe('points taken off', () => {
  const deductions = (score: string, total = '97.32'): string => `
    一级指标 分值 扣分 得分 说明
    预算执行 10 0.18 9.82 .
    产出指标 50 1.50 ${score} .
    效益指标 30 1.00 29.00 .
    满意度指标 10 0.00 10.00 .
    合计 100 2.68 ${total} .`
  test('weight less deduction is the score', () => {
    expect(alarmsOn(deductions('48.50'), '表1')).toEqual([])
  })
  test('a score that does not follow is found', () => {
    expect(alarmsOn(deductions('45.80', '94.62'), '表1').join()).toContain('score-total-mismatch 3')
  })
})

describe('what a rule column says is no figure', () => {
  test('rules and step scores are left alone', () => {
    expect(
      alarmsOn(
        `
        一级指标 三级指标 分值 评分标准 指标值 自评得分
        投入 在职人员控制率 5 ≤100%得满分，每超1个百分点扣0.5分 97.06% 5
        过程 预算执行率 10 100%得满分，每低5个百分点扣2分 88.20% 6
        产出 法律援助案件 8 ≥560件得满分 612件 8
        合计 . 23 . . 19`,
        '表1',
      ),
    ).toEqual([])
  })
})

describe('final scores', () => {
  const final = (last: string): string => `
    考核内容 满分 得分
    日常工作 94 87.5
    基层组织 6 5.5
    合计 100 93
    信访扣分 — 0.5
    最终得分 100 ${last}`
  test('the total less what is taken off is silent', () => {
    expect(alarmsOn(final('92.5'), '表1')).toEqual([])
  })
  test('a final score that does not follow is found', () => {
    expect(alarmsOn(final('93.5'), '表1').join()).toContain('score-total-mismatch 6')
  })
})

describe('full marks and scores that both miss their totals', () => {
  const points = (weight: string, total: string, last = '服务满意度'): string => `
    二级指标 三级指标 分值 得分 扣分原因
    立项 立项规范性 10 10 .
    资金 预算执行率 10 9.57 按执行率计分
    资金 使用合规性 ${weight} 16 台账不全
    数量 改造户数 32 31.64 按完成率计分
    质量 验收合格率 20 20 .
    满意度 ${last} 12 12 .
    合计 . 100 ${total} .`
  test('a table that adds up is silent', () => {
    expect(alarmsOn(points('16', '99.21'))).toEqual([])
  })
  test('a slip in each is told', () => {
    expect(alarmsOn(points('18', '99.12'))).toHaveLength(2)
  })
  test('a row that stands elsewhere, or points on top, is left alone', () => {
    expect(alarmsOn(points('8', '99.21').replace('8 16 台', '8 8 台'))).toEqual([])
    expect(alarmsOn(points('18', '99.12', '加分项'))).toEqual([])
  })
})
