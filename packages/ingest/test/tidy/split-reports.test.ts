import { describe, expect, test } from 'vitest'
import { read } from '../helpers.ts'

const heads = (text: string) => read(text).reports.map(({ title, unit, year, kind }) => ({ title, unit, year, kind }))
const body = (n: number) => `一、概况\n我单位编制${n}名。\n二、绩效\n完成任务${n}项。\n`

describe('several reports in one file', () => {
  test('a title over two lines behind a gap begins a report', () => {
    const text = `部门整体支出绩效自评报告\n\n${body(1)}\n\n\n青禾县机关事务中心\n部门整体支出绩效评价自评报告\n\n${body(2)}\n\n\n青禾县档案馆\n2022年度单位整体支出\n绩效自评报告\n${body(3)}`
    expect(heads(text)).toEqual([
      { title: '部门整体支出绩效自评报告', unit: null, year: null, kind: 'department' },
      { title: '青禾县机关事务中心部门整体支出绩效评价自评报告', unit: '青禾县机关事务中心', year: null, kind: 'department' },
      { title: '青禾县档案馆2022年度单位整体支出绩效自评报告', unit: '青禾县档案馆', year: 2022, kind: 'unit' },
    ])
    expect(read(text).reports.map(({ blocks }) => blocks.length)).toEqual([5, 5, 5])
  })

  test('a title with the name of its unit needs no gap', () => {
    const text = `临泽区文化馆2023年度项目支出绩效自评报告\n${body(1)}临泽区图书馆2023年度项目支出绩效自评报告\n${body(2)}`
    expect(heads(text).map(({ unit }) => unit)).toEqual(['临泽区文化馆', '临泽区图书馆'])
  })

  test('an attachment that is a report of its own goes with its title', () => {
    const text = `某县民政局2023年度部门整体支出绩效自评报告\n${body(1)}\n附件2：\n养老服务项目支出绩效自评报告\n${body(2)}`
    const { reports } = read(text)
    expect(reports).toHaveLength(2)
    expect(reports[1]?.blocks[0]).toMatchObject({ kind: 'attachment', title: '附件2：' })
    expect(reports[1]?.kind).toBe('project')
  })

  test('the cover, a mention, a table and an attachment begin none', () => {
    const text = [
      '2023年度部门整体支出\n绩效自评报告\n\n\n单位名称：松岭县医疗保障局（盖章）\n\n\n',
      '松岭县医疗保障局\n2023年度部门整体支出绩效自评报告\n\n',
      body(1),
      '详见《部门整体支出绩效自评报告》\n现将部门整体支出绩效自评报告报送。\n\n部门整体支出绩效自评表\n\n指标\t分值\t得分\n产出\t10\t9\n\n',
      '附件：1.部门整体支出绩效自评报告\n      2.项目支出绩效自评表\n',
    ].join('')
    expect(heads(text)).toEqual([
      { title: '松岭县医疗保障局2023年度部门整体支出绩效自评报告', unit: '松岭县医疗保障局', year: 2023, kind: 'department' },
    ])
  })
})

describe('the head of a report', () => {
  test('tells unit, year and kind from the title', () => {
    expect(heads('溪源县交通运输局关于2022年度部门整体支出绩效自评的报告\n')).toMatchObject([
      { unit: '溪源县交通运输局', year: 2022, kind: 'department' },
    ])
    expect(heads('2021年度云渡市第三中学单位整体支出绩效自评报告\n')).toMatchObject([{ unit: '云渡市第三中学', year: 2021, kind: 'unit' }])
    expect(heads('云渡市民政局二〇二三年度部门整体支出绩效自评报告\n')).toMatchObject([{ unit: '云渡市民政局', year: 2023 }])
    expect(heads('云渡市民政局２０２３年度部门绩效管理考核自评报告\n')).toMatchObject([{ year: 2023, kind: 'management-appraisal' }])
    expect(heads('青禾县水务局农村饮水安全项目支出绩效自评报告\n')).toMatchObject([{ unit: '青禾县水务局', kind: 'project' }])
    expect(heads('项目支出绩效自评表\n（2023年度）\n\n项目名称\t改造\t主管部门\t区住建局\n金额\t1\t2\t3\n')).toMatchObject([
      { year: 2023, kind: 'project' },
    ])
  })

  test('tells them from the form, the cover or the first sentences', () => {
    expect(heads('部门整体绩效自评表\n（2021年度）\n部门(单位)名称\t\t云渡市档案馆\t自评得分\t95\n年度目标\t完成\t\t\t\n')).toMatchObject([
      { unit: '云渡市档案馆', year: 2021 },
    ])
    expect(heads('绩效自评报告\n填报单位：云渡市司法局（盖章）\n一、概况\n无。\n')).toMatchObject([{ unit: '云渡市司法局' }])
    expect(heads('绩效自评报告\n一、概况\n云渡市信访局为正科级单位，编制9名。\n')).toMatchObject([{ unit: '云渡市信访局' }])
    expect(heads('绩效自评报告\n现将信访局2022年部门整体支出绩效自评情况报告如下：\n')).toMatchObject([{ unit: '信访局', year: 2022 }])
    expect(heads('绩效自评报告\n根据《云渡市财政局关于开展自评的通知》，我局开展自评。\n')).toMatchObject([{ unit: null }])
  })
})
