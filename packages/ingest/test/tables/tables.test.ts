import { describe, expect, test } from 'vitest'
import { outline, rowsOf, tableOf } from '../helpers.ts'

const rows = (text: string) => rowsOf(tableOf(text))

describe('tables set apart by tabs', () => {
  test('empty cells keep their place and ragged rows stay ragged', () => {
    expect(rows('指标\t\t分值\t得分\t\n产出\t数量\t10\t9\n合计\t\t\t9\t\n')).toEqual([
      '指标 |  | 分值 | 得分 | ',
      '产出 | 数量 | 10 | 9',
      '合计 |  |  | 9 | ',
    ])
  })

  test('go on over blank lines and repeated headers', () => {
    const table = tableOf('指标\t分值\t得分\n甲\t1\t1\n\n\f指标\t分值\t得分\n乙\t2\t2\n')
    expect(table.rows).toHaveLength(4)
    expect(table).toMatchObject({ headerRows: 1, labelRows: [0, 2] })
  })

  test('a row cut by a page is whole again, a row of its own stays', () => {
    const text =
      '\t任务1：政务\t会务组织\t110\t83.42\n\n\t运行经费\t保障\t\t\n\t(1) 财政资金\t\t100\t83\n\t(2) 其他资金\t\t\t\n\t督查经费\t督查\t22\t15\n'
    expect(rows(text)).toEqual([
      ' | 任务1：政务运行经费 | 会务组织保障 | 110 | 83.42',
      ' | (1)财政资金 |  | 100 | 83',
      ' | (2)其他资金 |  |  | ',
      ' | 督查经费 | 督查 | 22 | 15',
    ])
  })

  test('the end of a word below its row goes up', () => {
    expect(rows('指标\t目标\t分值\n决算真实\t真实\t1\n\n性\t\t\n执行率\t100%\t2\n')).toEqual([
      '指标 | 目标 | 分值',
      '决算真实性 | 真实 | 1',
      '执行率 | 100% | 2',
    ])
  })

  test('cells with line breaks are put together', () => {
    const text =
      '一级\t三级指标\t分值\t得分\t说明\n投入\t绩效目标\n合理性\t5\t5\t\n\t隐患整改率\n（≥99%）\t10\t9.9\t按比例\n过程\t调整率\t5\t3\t剔除救灾因素\n后仍有追加\n合计\t\t20\t17.9\t\n'
    expect(rows(text)).toEqual([
      '一级 | 三级指标 | 分值 | 得分 | 说明',
      '投入 | 绩效目标合理性 | 5 | 5 | ',
      ' | 隐患整改率（≥99%） | 10 | 9.9 | 按比例',
      '过程 | 调整率 | 5 | 3 | 剔除救灾因素后仍有追加',
      '合计 |  | 20 | 17.9 | ',
    ])
  })

  test('labels set upright and goals line by line are one row', () => {
    const text =
      '部门名称\t松岭县医保局\n年度\n总体\n目标\t目标1：扩面\n目标2：监管\t完成情况\t已完成\n一级指标\t二级指标\t三级指标\t目标值\t分值\n产出\t数量\t参保人数\t≥38\t10\n产出\t质量\t报销比例\t≥70%\t10\n'
    expect(rows(text).slice(0, 2)).toEqual(['部门名称 | 松岭县医保局', '年度总体目标 | 目标1：扩面 目标2：监管 | 完成情况 | 已完成'])
  })

  test('prose with trailing tabs is no table', () => {
    expect(outline('目标1：推进服务能力提升。\t\t\n目标2：推进建设，年底前启动运行。\t\t 目标3：发挥作用。\t\t\n')).toHaveLength(3)
    expect(outline('姓名：张某\t电话：123\n')).toEqual(['P 姓名：张某 电话：123'])
  })

  test('captions stay in front of their tables', () => {
    expect(outline('表1 收支表\n项目\t金额\n收入\t100\n表2 支出表\n项目\t金额\n支出\t90\n')).toEqual([
      'P 表1收支表',
      'T 2x2',
      'P 表2支出表',
      'T 2x2',
    ])
  })
})

describe('framed tables', () => {
  test('Markdown, with and without outer bars', () => {
    expect(rows('| 项目 | 预算 |\n| --- | ---: |\n| 基本支出 | 800 |\n|  | 5 |\n')).toEqual(['项目 | 预算', '基本支出 | 800', ' | 5'])
    expect(rows('指标 | 得分\n---|---\n产出 | 48.5\n')).toEqual(['指标 | 得分', '产出 | 48.5'])
  })

  test('box drawing, with cells over two lines', () => {
    const text = '┌────┬────┐\n│指标　│分值│\n├────┼────┤\n│救助及│１０│\n│时率　│　　│\n├────┼────┤\n│合计　│１０│\n└────┴────┘\n'
    expect(rows(text)).toEqual(['指标 | 分值', '救助及时率 | １０', '合计 | １０'])
  })

  test('a bar in a sentence makes no table', () => {
    expect(outline('组别|得分情况说明。\n甲组得分较高。\n')).toHaveLength(2)
  })
})

describe('tables aligned by spaces', () => {
  const text = [
    '一级指标    二级指标    三级指标            目标值      分值    得分',
    '产出指标    数量指标    改造小区数量        ≥6个        15      15',
    '                        惠及居民户数        ≥2400户     15      15',
    '            质量指标    工程验收合格率      100%        10      10',
    '总分                                                    40      40',
  ].join('\n')

  test('words go below their columns', () => {
    expect(rows(text)).toEqual([
      '一级指标 | 二级指标 | 三级指标 | 目标值 | 分值 | 得分',
      '产出指标 | 数量指标 | 改造小区数量 | ≥6个 | 15 | 15',
      ' |  | 惠及居民户数 | ≥2400户 | 15 | 15',
      ' | 质量指标 | 工程验收合格率 | 100% | 10 | 10',
      '总分 |  |  |  | 40 | 40',
    ])
  })

  test('a label over two lines is one', () => {
    expect(
      rows(
        '  项目        预算数    执行数\n  基本支出    705.00    702.15\n  其中：档案数\n        字化  150.00    148.20\n  合计        986.54    975.20\n',
      ),
    ).toContain('其中：档案数字化 | 150.00 | 148.20')
  })

  test('one space is enough below labels and beside figures', () => {
    expect(rows('指标 权重 得分 得分率\n预算执行 10 7.42 74.2%\n产出指标 40 40 100%\n合计 50 47.42 94.84%\n')).toHaveLength(4)
    expect(outline('指标 完成 良好\n我单位 2 人\n')).toHaveLength(2)
  })
})

describe('tables of one cell a line', () => {
  test('behind tabs, with empty cells', () => {
    expect(rows('\t序号\n\t职能\n\t目标\n\n\t1\n\t机关事务\n\t有序\n\n\t2\n\t\n\t\n\n二、情况\n')).toEqual([
      '序号 | 职能 | 目标',
      '1 | 机关事务 | 有序',
      '2 |  | ',
    ])
  })

  test('without tabs, a blank line or figures telling the rows', () => {
    expect(rows('项目名称\n预算数\n执行率\n\n助学金\n165.00\n98.42%\n\n合计\n165.00\n98.42%\n')).toEqual([
      '项目名称 | 预算数 | 执行率',
      '助学金 | 165.00 | 98.42%',
      '合计 | 165.00 | 98.42%',
    ])
    expect(rows('项目名称\n预算数\n执行率\n助学金\n165.00\n98.42%\n合计\n165.00\n98.42%\n')).toHaveLength(3)
  })

  test('paragraphs that a tab indents are none', () => {
    expect(outline('\t一、问题\n\t一是经费不足。\n\n\t二、措施\n\t争取资金。\n')).toEqual([
      'H2 一、|问题',
      'P 一是经费不足。',
      'H2 二、|措施',
      'P 争取资金。',
    ])
  })
})

describe('headers and units', () => {
  test('header rows, two of them, and label rows further down', () => {
    expect(tableOf('项目\t预算数\t\t决算数\t\n\t合计\t其中：拨款\t合计\t其中：拨款\n基本支出\t100\t90\t98\t88\n')).toMatchObject({
      headerRows: 2,
      labelRows: [0, 1],
    })
    expect(tableOf('项目名称\t改造\t主管部门\t某县住建局\n资金\t预算数\t执行数\t执行率\n总额\t100\t90\t90%\n')).toMatchObject({
      headerRows: 0,
      labelRows: [1],
    })
    expect(tableOf('转移支付名称\t公共卫生服务补助资金\n主管部门\t某县卫健局\n').labelRows).toEqual([])
    expect(tableOf('基本支出\t100\t90\n项目支出\t50\t40\n')).toMatchObject({ headerRows: 0, labelRows: [] })
    expect(tableOf('收支情况表\t\t\n项目\t2022年\t2023年\n收入\t1\t2\n')).toMatchObject({ headerRows: 2, labelRows: [1] })
  })

  test('the unit stands above the table, in its title or in its first rows', () => {
    const table = '项目\t金额\n收入\t100\n支出\t90\n'
    expect(tableOf(`收支表\n（2023年度）\n单位：万元\n${table}`).unit).toBe('wan-yuan')
    expect(tableOf(`表1 收支表（单位：元）\n\n${table}`).unit).toBe('yuan')
    expect(tableOf(`收支表（万元）\n${table}`).unit).toBe('wan-yuan')
    expect(tableOf(`编制单位：某局    金额单位：亿元\n${table}`).unit).toBe('yi-yuan')
    expect(tableOf(`\t单位：千元\n${table}`).unit).toBe('qian-yuan')
    expect(tableOf(`单位：某县财政局\n${table}`).unit).toBeNull()
    expect(
      tableOf(
        `单位：万元\n上年收入合计一百万元，比前年增加较多，主要原因是新增了项目，详见后文各节的说明，本节不再赘述，特此说明如下。\n${table}`,
      ).unit,
    ).toBeNull()
  })
})
