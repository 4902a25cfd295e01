import type { Block } from '@jiheng/ingest'
import { describe, expect, test } from 'vitest'
import { claimsOfReport } from '../../src/claims/claims-of-report.ts'
import { type IndicatorTable, indicatorRows, indicatorTables } from '../../src/claims/indicator-rows.ts'
import { HEAD, readText, table } from '../audit-text.ts'

function tablesOf(body: string): readonly IndicatorTable[] {
  const report = readText(HEAD + body).reports[0]
  if (report === undefined) throw new Error('no report')
  return indicatorTables(claimsOfReport(report, 0))
}

const said = (body: string): string[] =>
  tablesOf(body).flatMap(({ rows }) =>
    rows.map((row) => {
      const cells = [row.target, row.actual, row.weight, row.score, row.reason].map((cell) => cell?.text ?? '·')
      return `${row.levels.join('/')}: ${row.sign ?? '?'} ${cells.join(' ')}`
    }),
  )

describe('indicator rows', () => {
  test('a form with three levels: names are carried down, totals and rows of words are none', () => {
    const body = table(
      '一级指标 | 二级指标 | 三级指标 | 年度指标值 | 实际完成值 | 分值 | 得分 | 偏差原因分析及改进措施',
      '产出指标 | 数量指标 | 巡查河道 | ≥120公里 | 131公里 | 15 | 15 | ',
      ' |  | 清理淤泥 | ≥3万方 | 2.6万方 | 15 | 13 | 汛期停工12天，下年3月补做',
      ' | 质量指标 | 验收合格率 | 100% | 100% | 20 | 20 | ',
      '满意度指标 | 满意度 | 沿岸居民满意度 | ≥90% | 93% | 10 | 10 | ',
      '总分 |  |  |  |  | 60 | 58 | ',
    )
    expect(said(body)).toEqual([
      '产出指标/数量指标/巡查河道: ≥ ≥120公里 131公里 15 15 ·',
      '产出指标/数量指标/清理淤泥: ≥ ≥3万方 2.6万方 15 13 汛期停工12天，下年3月补做',
      '产出指标/质量指标/验收合格率: ? 100% 100% 20 20 ·',
      '满意度指标/满意度/沿岸居民满意度: ≥ ≥90% 93% 10 10 ·',
    ])
  })

  test('pipes, other words for the columns, the sign in a column of its own', () => {
    const body = [
      '| 序号 | 指标名称 | 指标性质 | 绩效目标值 | 计量单位 | 全年完成值 | 权重 | 自评得分 | 未完成原因分析 |',
      '| --- | --- | --- | --- | --- | --- | --- | --- | --- |',
      '| 1 | 印发简报 | ≥ | 24 | 期 | 26 | 10 | 10 | — |',
      '| 2 | 文印成本 | ≤ | 5 | 万元 | 4.8 | 10 | 10 | / |',
      '| 3 | 工作机制 | 定性 | 健全 | — | 健全 | 10 | 9 | 制度未及时修订 |',
    ].join('\n')
    expect(said(body)).toEqual(['印发简报: ≥ 24 26 10 10 ·', '文印成本: ≤ 5 4.8 10 10 ·', '工作机制: ? 健全 健全 10 9 制度未及时修订'])
    expect(tablesOf(body)[0]?.rows[2]?.isQualitative).toBe(true)
  })

  test('targets in words: 不低于, 控制在…以内, 正向', () => {
    const body = table(
      '三级指标 | 指标方向 | 目标值 | 完成值 | 分值 | 得分',
      '培训合格率 |  | 不低于95% | 97% | 10 | 10',
      '人均费用 |  | 控制在400元以内 | 380元 | 10 | 10',
      '新增就业 | 正向指标 | 300人 | 320人 | 10 | 10',
    )
    expect(tablesOf(body)[0]?.rows.map(({ sign }) => sign)).toEqual(['≥', '≤', '≥'])
  })

  test('the value reached is called 指标值 where the rule has a column', () => {
    const body = table(
      '二级指标 | 三级指标 | 分值 | 评分标准 | 指标值 | 自评得分',
      '预算执行 | 支付进度率 | 6 | 达到95%得满分，每低1个百分点扣1分 | 96% | 6',
    )
    const row = tablesOf(body)[0]?.rows[0]
    expect(row).toMatchObject({ target: null, actual: { text: '96%' }, rule: { text: '达到95%得满分，每低1个百分点扣1分' } })
  })

  test('计划完成值 is the target, whatever it ends in', () => {
    const body = table('指标名称 | 计划完成值 | 实际完成值', '发布预报 | ≥200期 | 263期', '维护站点 | 48个 | 48个')
    expect(tablesOf(body)[0]?.rows[0]).toMatchObject({ target: { text: '≥200期' }, actual: { text: '263期' } })
  })

  test('subtotals of an upper level stand apart', () => {
    const body = table(
      '一级指标 | 二级指标 | 目标值 | 完成值 | 分值 | 得分',
      '产出指标 |  |  |  | 40 | 39',
      ' | 修建泵站 | ≥3座 | 3座 | 40 | 39',
    )
    const [found] = tablesOf(body)
    expect(found?.rows.map(({ name }) => name)).toEqual(['修建泵站'])
    expect(found?.groups.map(({ name, score }) => [name, score?.text])).toEqual([['产出指标', '39']])
  })

  test('a row below gives the reasons of the whole table', () => {
    const head = '年度绩效指标 | 一级指标 | 三级指标 | 年初目标值（A） | 实际完成值（B） | 得分'
    const rows = [' | 产出指标（60分） | 宣讲场次 | ≥6场 | 4场 | 20', ' |  | 走访企业 | ≥90家 | 96家 | 20', '总分 |  |  |  |  | 40']
    const below = (text: string): string => table(head, ...rows, `偏差大或目标未完成原因分析 | ${text} |  |  |  | `)
    expect(tablesOf(below('两场因防汛取消'))[0]?.reasonRow).toEqual({ row: 4, text: '两场因防汛取消' })
    expect(tablesOf(below(''))[0]?.reasonRow).toEqual({ row: 4, text: '' })
    expect(tablesOf(table(head, ...rows))[0]).toMatchObject({ reasonRow: null, groups: [] })
    expect(tablesOf(below(''))[0]?.rows.map(({ levels }) => levels.join('/'))).toEqual([
      '/产出指标（60分）/宣讲场次',
      '/产出指标（60分）/走访企业',
    ])
  })

  test('a reason merged over two rows is the reason of both', () => {
    const head = '三级指标 | 目标值 | 完成值 | 分值 | 得分 | 扣分原因'
    const report = readText(
      HEAD + table(head, '清淤 | ≥3处 | 2处 | 5 | 3 | 汛期停工', '护坡 | ≥3处 | 2处 | 5 | 3 | ', '绿化 | ≥3处 | 2处 | 5 | 3 | '),
    ).reports[0]
    if (report === undefined) throw new Error('no report')
    const merged = (block: Block): Block =>
      block.kind === 'table'
        ? {
            ...block,
            rows: block.rows.map((cells, row) =>
              cells.map((cell) => (row === 1 && cell.text === '汛期停工' ? { ...cell, rowSpan: 2 } : cell)),
            ),
          }
        : block
    const set = claimsOfReport({ ...report, blocks: report.blocks.map(merged) }, 0)
    expect(indicatorRows(set).map(({ reason }) => reason?.text ?? null)).toEqual(['汛期停工', '汛期停工', null])
  })

  test('money of the form stands apart', () => {
    const body = table(
      '项目资金（万元） | 年初预算数 | 全年预算数 | 全年执行数 | 分值 | 执行率 | 得分',
      '年度资金总额 | 50 | 60 | 54 | 10 | 90% | 9',
      '其中：财政拨款 | 50 | 60 | 54 | — | 90% | —',
      '一级指标 | 二级指标 | 三级指标 | 指标值 | 实际完成值 | 分值 | 得分',
      '产出指标 | 数量指标 | 印制手册 | ≥500册 | 500册 | 20 | 20',
    )
    const [found] = tablesOf(body)
    expect(found?.funds.map(({ name, figures }) => [name, figures.length])).toEqual([
      ['年度资金总额', 6],
      ['其中：财政拨款', 4],
    ])
    expect(found?.rows.length).toBe(1)
  })

  test.each([
    ['budget and execution', table('项目名称 | 全年预算数 | 全年执行数 | 执行率', '道路养护 | 30 | 27 | 90%', '桥梁检测 | 20 | 20 | 100%')],
    ['two sides', table('收入项目 | 决算数 | 支出项目 | 决算数', '财政拨款 | 30 | 基本支出 | 20', '其他收入 | 2 | 项目支出 | 12')],
    [
      'goals without what came of them',
      table('序号 | 职责 | 工作活动 | 年度目标', '1 | 河道管理 | 巡查 | 巡查120次', '2 | 水源保护 | 取样 | 取样48次'),
    ],
  ])('%s: no indicators', (_, body) => {
    expect(tablesOf(body)).toEqual([])
  })

  test('a head that is printed again on the next page opens nothing new', () => {
    const head = '一级指标 | 三级指标 | 目标值 | 实际完成值 | 分值 | 得分'
    const body = table(head, '产出指标 | 检修井盖 | ≥80个 | 82个 | 10 | 10', head, ' | 更换路灯 | ≥60盏 | 61盏 | 10 | 10')
    expect(said(body)).toEqual(['产出指标/检修井盖: ≥ ≥80个 82个 10 10 ·', '产出指标/更换路灯: ≥ ≥60盏 61盏 10 10 ·'])
  })

  test('found once a report', () => {
    const report = readText(`${HEAD}${table('三级指标 | 目标值 | 完成值 | 分值 | 得分', '巡查次数 | 12次 | 12次 | 5 | 5')}`).reports[0]
    if (report === undefined) throw new Error('no report')
    const set = claimsOfReport(report, 0)
    expect(indicatorTables(set)).toBe(indicatorTables(set))
    expect(indicatorRows(set).map(({ name }) => name)).toEqual(['巡查次数'])
  })
})
