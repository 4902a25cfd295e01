import { describe, expect, test } from 'vitest'
import { table } from '../audit-text.ts'
import { checksIn } from './alarms.ts'

describe('rows called 小计 with the name of their group', () => {
  const scores = (changes: Record<string, string> = {}): string =>
    Object.entries(changes).reduce(
      (text, [from, to]) => text.replace(from, to),
      `${table(
        '一级指标 | 二级指标 | 分值 | 得分 | 得分率（%）',
        '决策 | 项目立项 | 8 | 6.00 | 75.00',
        '决策 | 绩效目标 | 12 | 9.00 | 75.00',
        '决策小计 |  | 20 | 15.00 | 75.00',
        '过程 | 资金管理 | 18 | 16.20 | 90.00',
        '过程 | 组织实施 | 12 | 9.60 | 80.00',
        '过程小计 |  | 30 | 25.80 | 86.00',
        '产出 | 产出数量 | 50 | 48.00 | 96.00',
        '产出小计 |  | 50 | 48.00 | 96.00',
        '合计 |  | 100 | 88.80 | 88.80',
      )}\n`,
    )
  test('are silent where they add up', () => expect(checksIn(scores())).toEqual([]))
  test('whose items do not make them are told', () => {
    expect(checksIn(scores({ '组织实施\t12\t9.60': '组织实施\t12\t9.06' })).join()).toMatch(/score-total-mismatch|rate-mismatch/)
    expect(checksIn(scores({ '绩效目标\t12': '绩效目标\t21' })).join()).toMatch(/weight-total-mismatch|rate-mismatch/)
  })
  test('that do not make the total are told', () => {
    expect(checksIn(scores({ '100\t88.80\t88.80': '100\t88.08\t88.08' })).join()).toContain('score-total-mismatch')
  })
})

describe('a form whose money is scored in a table of its own', () => {
  const form = (total: string): string =>
    [
      table(
        '资金构成 | 年初预算 | 全年预算 | 全年执行 | 分值 | 执行率（%） | 得分',
        '年度资金总额 | 86.00 | 92.50 | 90.28 | 10 | 97.60 | 9.76',
        '其中：当年财政拨款 | 80.00 | 86.50 | 84.28 | — | 97.43 | —',
      ),
      '',
      table(
        '一级指标 | 二级指标 | 三级指标 | 指标值 | 完成值 | 分值 | 得分 | 偏差原因',
        '产出指标 | 数量 | 防制面积 | ≥130万平方米 | 132万平方米 | 50 | 50 | 无',
        '效益指标 | 社会效益 | 投诉次数 | ≤5次 | 2次 | 30 | 28 | 群众反映药味较重',
        '满意度指标 | 服务对象满意度 | 市民满意度 | ≥90% | 91.50% | 10 | 10 | 无',
        `总分（含预算执行率） |  |  |  |  | 100 | ${total} | 自评等级：优`,
      ),
      '',
    ].join('\n')
  test('adds it to the indicators', () => expect(checksIn(form('97.76'))).toEqual([]))
  test('and a total that they do not make is told', () => expect(checksIn(form('97.67')).join()).toContain('score-total-mismatch'))
})

describe('a head that tells how its column is computed', () => {
  const funds = (rate: string): string =>
    `${table(
      '项目资金（万元） | 年初预算数 | 全年预算数（A） | 全年执行数（B） | 执行率（B/A，%）',
      `年度资金总额 | 86.00 | 92.50 | 90.28 | ${rate}`,
      '其中：当年财政拨款 | 80.00 | 86.50 | 84.28 | 97.43',
      '上年结转资金 | 6.00 | 6.00 | 6.00 | 100.00',
    )}\n`
  test('and its unit, is read for what it is', () => {
    expect(checksIn(funds('97.60'))).toEqual([])
    expect(checksIn(funds('96.70'))).toEqual(['rate-mismatch'])
  })
})
