import { describe, expect, test } from 'vitest'
import { alarmsIn } from './alarms.ts'

const told = (sentence: string, target: string, actual: string): string =>
  `${sentence}\n\n| 三级指标 | 目标值 | 实际完成值 | 分值 | 得分 |\n| --- | --- | --- | --- | --- |\n| 老旧管网改造长度 | ${target} | ${actual} | 10 | 9 |\n| 工程验收合格率 | 100% | 100% | 10 | 10 |\n| 资料完整性 | 完整 | 完整 | 10 | 10 |`

describe('two figures of one row told side by side', () => {
  const plan = '全年计划改造老旧管网25公里，实际完成19公里。'
  test('the one that is repeated shows what the other must be', () => {
    expect(alarmsIn(told(plan, '25公里', '19公里'))).toEqual([])
    expect(alarmsIn(told(plan, '25公里', '91公里'))).toHaveLength(1)
    expect(alarmsIn(told(plan, '25公里', '62公里'))).toHaveLength(1)
  })

  test('a part of what was done is another figure', () => {
    expect(alarmsIn(told('全年计划改造老旧管网25公里，其中城区已完成8公里。', '25公里', '19公里'))).toEqual([])
  })
})
