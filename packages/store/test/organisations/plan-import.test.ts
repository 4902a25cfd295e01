import { describe, expect, it } from 'vitest'
import { linesOf } from '../../src/organisations/import-organisations.ts'
import { planImport } from '../../src/organisations/plan-import.ts'
import { sheetLines } from '../../src/organisations/sheet-lines.ts'
import type { KnownUnit } from '../../src/organisations/units.ts'
import { yearTree } from '../../src/organisations/year-tree.ts'

const heads = ['单位编码', '单位名称', '类型', '上级单位编码', '简称', '曾用名', '成立日期', '撤销日期', '是否乡镇']

let count = 0
function planned(rows: readonly (readonly string[])[], units: readonly KnownUnit[] = [], year = 2024) {
  const sheet = sheetLines([['2024年单位名录'], heads, ...rows])
  if (sheet === null) throw new Error('no list')
  const newId = () => `new-${count++}`
  return planImport(sheet, { region: 'r', year, newId, usualFrom: `${year - 5}-01-01`, units, changes: [] })
}

/** The list as it is after the sheet was taken. */
function taken(rows: readonly (readonly string[])[], units: readonly KnownUnit[] = [], year = 2024): readonly KnownUnit[] {
  const { lines, faults } = planned(rows, units, year)
  expect(faults).toEqual([])
  const next = new Map(units.map((unit) => [unit.id, unit]))
  for (const { unit } of lines) next.set(unit.id, unit)
  return [...next.values()]
}

const faultsOf = (rows: readonly (readonly string[])[], units: readonly KnownUnit[] = []) =>
  planned(rows, units).faults.map(({ row, column, message }) => `${row} ${column} ${message}`)

const county = [
  ['219', '云溪县教育局', '部门', '', '教育局'],
  ['219001', '云溪县教育局本级', '', '219'],
  ['219002', '云溪县第一中学', '', '219', '一中、县一中'],
  ['', '青石镇人民政府', '部门', '', '', '青石乡人民政府', '2010-05-01', '', '是'],
]

describe('a filled sheet', () => {
  it('is found below its title, by the words of its heads', () => {
    expect(sheetLines([['名录'], ['说明'], ['预算单位编码', ' 预算单位名称* '], ['1', '甲']])?.lines).toMatchObject([
      { row: 4, code: '1', name: '甲' },
    ])
    expect(
      sheetLines([
        ['项目', '金额'],
        ['甲', '1'],
      ]),
    ).toBeNull()
    expect(sheetLines([['单位名称'], ['甲']])).toBeNull()
  })

  it('takes departments, their own level, what is below, and townships', () => {
    const units = taken(county)
    expect(units.map(({ kind }) => kind)).toEqual(['department', 'own-level', 'subordinate', 'department'])
    expect(units[2]).toMatchObject({ aliases: ['一中', '县一中'], from: '2019-01-01', parents: [{ value: units[0]?.id }] })
    expect(units[3]).toMatchObject({ isGovernment: true, from: '2010-05-01', codes: [], aliases: ['青石乡人民政府'] })
  })

  it('reads cells that hold code and name together, and those above by name', () => {
    const units = taken([
      ['219-云溪县教育局', '', '', ''],
      ['', '219002-云溪县第一中学', '下属单位', '219-云溪县教育局'],
      ['3001.0', '3岁以下照护中心', '下属单位', '云溪县教育局'],
    ])
    expect(units.map(({ names, codes }) => [codes[0]?.value, names[0]?.value])).toEqual([
      ['219', '云溪县教育局'],
      ['219002', '云溪县第一中学'],
      ['3001', '3岁以下照护中心'],
    ])
    expect(units[1]?.parents[0]?.value).toBe(units[0]?.id)
    expect(units[2]?.parents[0]?.value).toBe(units[0]?.id)
  })

  it.each([
    [[['1.23457E+14', '甲局']], '3 单位编码 编码“1.23457E+14”成了科学计数法，末几位已经丢失。请把这一列设为文本格式后重新填写。'],
    [[['1', '']], '3 单位名称 没有单位名称。'],
    [[['1', '甲局', '科室']], '3 类型 不认识类型“科室”，请从下拉列表中选择。'],
    [[['1', '甲局', '部门', '', '', '', '去年']], '3 成立日期 “去年”不是日期，请写成 2024-01-01。'],
    [[['1', '甲局', '部门', '', '', '', '2024-02-30']], '3 成立日期 “2024-02-30”不是日期，请写成 2024-01-01。'],
    [
      [
        ['1', '甲局'],
        ['1', '乙局'],
      ],
      '4 单位编码 编码“1”与第 3 行重复。',
    ],
    [
      [
        ['', '甲局'],
        ['', '甲局'],
      ],
      '4 单位名称 “甲局”与第 3 行重复，请填写编码。',
    ],
    [[['1', '甲校', '下属单位', '9']], '3 上级单位编码 没有找到上级“9”，请先加上这个单位，或核对编码。'],
    [
      [
        ['1', '甲校', '下属单位', '2'],
        ['2', '乙校', '下属单位', '1'],
      ],
      '3 上级单位编码 “甲校”的上级单位：上级关系成了一个圈，请核对上级单位。',
    ],
    [[['1', '甲校', '下属单位']], '3 null “甲校”：本级和下属单位要有上级单位。'],
    [[['1', '甲局', '', '', '', '', '2024-05-01', '2023-01-01']], '3 null “甲局”：结束日期早于开始日期。'],
  ])('%j tells what is wrong, where', (rows, fault) => {
    expect(faultsOf(rows)).toContain(fault)
  })

  it('tells faults of cells and between lines at once, and blames no line for what another has wrong', () => {
    const faults = faultsOf([
      ['1', '甲局', '科室'],
      ['2', '甲校', '下属单位', '1'],
      ['3', '乙校', '下属单位', '9', '', '', '去年'],
      ['3', '丙局', '部门'],
      ['1.2E+14', '丁校', '下属单位', '1.3E+14'],
      ['', '戊校', '下属单位', '丁校'],
      ['6', '己校', '下属单位'],
      ['7', ''],
    ])
    expect(faults).toEqual([
      '3 类型 不认识类型“科室”，请从下拉列表中选择。',
      '5 成立日期 “去年”不是日期，请写成 2024-01-01。',
      '5 上级单位编码 没有找到上级“9”，请先加上这个单位，或核对编码。',
      '6 单位编码 编码“3”与第 5 行重复。',
      '7 单位编码 编码“1.2E+14”成了科学计数法，末几位已经丢失。请把这一列设为文本格式后重新填写。',
      '7 上级单位编码 上级编码“1.3E+14”成了科学计数法。请把这一列设为文本格式后重新填写。',
      '9 null “己校”：本级和下属单位要有上级单位。',
      '10 单位名称 没有单位名称。',
    ])
  })

  it('with more faults than anybody reads is told what was read, and nothing of lines below', () => {
    const faults = faultsOf([['900', '甲校', '下属单位', '901'], ...Array.from({ length: 300 }, () => ['5', '']), ['901', '甲局', '部门']])
    expect(faults.length).toBe(200)
    expect(faults.some((fault) => fault.includes('没有找到上级'))).toBe(false)
  })

  it('changes nothing when it is what was written out', () => {
    const units = taken([['219', '云溪县教育局改', '', '', '教育局']], taken(county), 2025)
    for (const year of [2024, 2025]) {
      const rows = linesOf(units, year).map((line) => [
        line.code,
        line.name,
        { department: '部门', 'own-level': '本级', subordinate: '下属单位', outside: '其他' }[line.kind],
        line.parent,
        line.aliases.join('、'),
        line.formerNames.join('、'),
        line.from,
        line.to,
        line.isGovernment ? '是' : '',
      ])
      expect(planned(rows, units, year).lines.map(({ what, says }) => [what, says])).toEqual(rows.map(() => ['same', '没有变化']))
    }
  })

  it('keeps the history of what is renamed, moved or given another code', () => {
    const before = taken([...county, ['300', '云溪县体育局', '部门']])
    const after = taken(
      [
        ['219002', '云溪县实验中学', '下属单位', '300'],
        ['301', '云溪县体育局', '部门'],
      ],
      before,
      2025,
    )
    const school = after.find(({ codes }) => codes[0]?.value === '219002')
    expect(school?.names).toEqual([
      { value: '云溪县第一中学', from: '2019-01-01', to: '2024-12-31' },
      { value: '云溪县实验中学', from: '2025-01-01', to: null },
    ])
    const [education, sport] = ['云溪县教育局', '云溪县体育局'].map((name) => after.find(({ names }) => names[0]?.value === name))
    const tree = (year: number) => yearTree(after, year).entries.find(({ id }) => id === school?.id)
    expect(tree(2024)).toMatchObject({ name: '云溪县第一中学', parent: education?.id })
    expect(tree(2025)).toMatchObject({ name: '云溪县实验中学', parent: sport?.id })
    expect(sport?.codes.map(({ value, to }) => [value, to])).toEqual([
      ['300', '2024-12-31'],
      ['301', null],
    ])
    // Put right in the same year, it is not history.
    const again = taken([['219002', '云溪县实验学校']], after, 2025)
    expect(again.find(({ id }) => id === school?.id)?.names.map(({ value }) => value)).toEqual(['云溪县第一中学', '云溪县实验学校'])
  })

  it('finds what is renamed by the name that it had', () => {
    const before = taken([['', '甲局', '部门']])
    const { lines } = planned([['', '乙局', '', '', '', '甲局']], before)
    expect(lines).toMatchObject([{ what: 'change', says: '名称由“甲局”改为“乙局”' }])
  })

  it('of a year in which the list does not know them yet is about the same organisations, which have been there longer', () => {
    const known = taken(county, [], 2026)
    const older = taken(
      [
        ['219', '云溪县教育局'],
        ['219002', '云溪县第一初级中学', '下属单位', '219'],
        ['119', '云溪县粮食局', '部门', '', '', '', '', '2020-12-31'],
      ],
      known,
      2018,
    )
    expect(older).toHaveLength(known.length + 1)
    const named = (year: number) => yearTree(older, year).entries.map(({ code, name }) => `${code ?? ''} ${name}`)
    expect(named(2018)).toEqual(['119 云溪县粮食局', '219 云溪县教育局', '219002 云溪县第一初级中学', ' 青石镇人民政府'])
    expect(named(2024)).toEqual(['219 云溪县教育局', '219001 云溪县教育局本级', '219002 云溪县第一中学', ' 青石镇人民政府'])
  })

  it('that puts a department below another one is not taken in silence', () => {
    const before = taken([
      ['219', '教育局', '部门'],
      ['300', '体育局', '部门'],
    ])
    const { lines, faults } = planned([['300', '体育局', '', '219']], before)
    expect(lines).toEqual([])
    expect(faults).toMatchObject([{ row: 3, message: '“体育局”：部门不能有上级单位。' }])
  })

  it('of five thousand organisations is planned in a moment', () => {
    const rows = [['1', '部门', '部门'], ...Array.from({ length: 5000 }, (_, at) => [`${10_000 + at}`, `单位${at}`, '下属单位', '1'])]
    const from = performance.now()
    expect(planned(rows).lines).toHaveLength(5001)
    expect(performance.now() - from).toBeLessThan(5000)
  })
})

describe('the tree of a year', () => {
  it('holds who was there on any day of it, each with all above', () => {
    const units = taken([...county, ['500', '短命局', '部门', '', '', '', '2023-03-01', '2023-09-30']])
    const named = (year: number) => yearTree(units, year).entries.map(({ name }) => name)
    expect(named(2022)).not.toContain('短命局')
    expect(named(2023)).toContain('短命局')
    expect(named(2024)).not.toContain('短命局')
    const { entries, pairs } = yearTree(units, 2024)
    expect(entries.map(({ name }) => name)).toEqual(['云溪县教育局', '云溪县教育局本级', '云溪县第一中学', '青石镇人民政府'])
    const school = units[2]?.id
    expect(pairs.filter(({ below }) => below === school).map(({ above }) => above)).toEqual([units[0]?.id, school])
  })
})
