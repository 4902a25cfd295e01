import { describe, expect, test } from 'vitest'
import { indicatorsOf, questionsOf } from '../../src/facts/question.ts'
import { readFactTable } from '../../src/facts/read-fact-table.ts'
import { readItems } from '../../src/read/read-items.ts'
import { readScheme } from '../../src/read/read-scheme.ts'
import { itemData, schemeData } from '../samples.ts'

const { items } = readItems(itemData, 'items')
const read = readScheme(schemeData(), '细则', items)
if (!('scheme' in read)) throw new Error('no scheme')
const version = read.scheme.versions[0]
if (version === undefined) throw new Error('no version')
const indicators = indicatorsOf(version, null)

const HEAD = ['单位', '编号', '名称', '要点', '期间', '数值', '计量单位', '完成日期', '等次', '来源', '佐证材料', '说明']
const rowsOf = (...rows: readonly Partial<Record<string, string>>[]) => ({
  file: '填报表.xlsx',
  sheet: '基础数据',
  rows: [['标题'], HEAD, ...rows.map((row) => HEAD.map((head) => row[head] ?? ''))],
})
const readRows = (...rows: readonly Partial<Record<string, string>>[]) =>
  readFactTable(rowsOf(...rows), { items, indicators, year: 2023, unit: null })
const row = (rest: Partial<Record<string, string>>) => ({ 单位: '219001-某局', 期间: '2023', ...rest })

describe('a filled sheet', () => {
  test('gives facts with their cells, sources and evidence', () => {
    const { facts, problems, unitNames } = readRows(
      row({ 编号: 'executed', 数值: '1,234.50', 计量单位: '万元', 来源: '国库支付系统', 佐证材料: '支付明细 第3页；凭证0012' }),
      row({ 编号: 'adjusted-budget-全年预算数', 数值: '２０００', 计量单位: '万元' }),
      row({ 名称: '年初预算数', 数值: '18000000元' }),
      row({ 编号: 'staff', 数值: '34' }),
      row({ 编号: 'disclosed', 完成日期: '2024年11月3日' }),
    )
    expect(problems).toEqual([])
    expect(unitNames.get('219001')).toBe('某局')
    expect(facts.map(({ fact }) => [fact.unit, fact.item, fact.to, fact.value])).toEqual([
      ['219001', 'executed', '2023-12-31', { kind: 'figure', value: '1234.5', unit: 'wan-yuan' }],
      ['219001', 'adjusted-budget', '2023-12-31', { kind: 'figure', value: '2000', unit: 'wan-yuan' }],
      ['219001', 'initial-budget', '2023-12-31', { kind: 'figure', value: '18000000', unit: 'yuan' }],
      ['219001', 'staff', '2023-12-31', { kind: 'figure', value: '34', unit: 'each:人' }],
      ['219001', 'disclosed', '2023-12-31', { kind: 'date', date: '2024-11-03' }],
    ])
    expect(facts[3]?.fact.from).toBe('2023-12-31')
    expect(facts[0]).toMatchObject({
      at: ['填报表.xlsx', '基础数据', 'F3'],
      fact: {
        source: '国库支付系统',
        evidence: [
          { name: '支付明细', page: '3' },
          { name: '凭证0012', page: null },
        ],
      },
    })
  })

  test('what is left empty is no fact, and no fault', () => {
    expect(readRows(row({ 编号: 'executed' }), row({ 编号: 'disclosed' }))).toMatchObject({ facts: [], problems: [] })
  })

  test('check points of an indicator are one fact; a part of them is told', () => {
    const checks = (applied: string) =>
      readRows(
        row({ 编号: 'rules', 要点: '有制度', 数值: '是' }),
        row({ 编号: 'rules', 要点: 'legal', 数值: '否' }),
        row({ 编号: 'rules', 要点: '有效执行', 数值: applied }),
      )
    expect(checks('√').facts.map(({ fact }) => fact.value)).toEqual([{ kind: 'checks', met: ['exist', 'applied'] }])
    expect(checks('')).toMatchObject({ facts: [], problems: [{ code: 'facts.missing', at: ['填报表.xlsx', '基础数据', 'F5'] }] })
    expect(checks('也许').problems).toEqual([
      { code: 'facts.bad-value', at: ['填报表.xlsx', '基础数据', 'F5'], details: { value: '也许', expected: 'yes-or-no' } },
    ])
  })

  test('what does not apply needs a reason', () => {
    expect(readRows(row({ 编号: 'execution', 数值: '不适用', 说明: '当年无预算' })).facts[0]?.fact.value).toEqual({
      kind: 'not-applicable',
      reason: '当年无预算',
    })
    expect(readRows(row({ 编号: 'execution', 数值: '不适用' })).problems).toMatchObject([
      { code: 'facts.missing', at: ['填报表.xlsx', '基础数据', 'L3'] },
    ])
    const three = ['有制度', '合法合规', '有效执行'].map((要点) => row({ 编号: 'rules', 要点, 数值: '不适用', 说明: '新设单位' }))
    expect(readRows(...three).facts).toHaveLength(1)
  })

  test.each([
    ['an item that nobody knows', { 编号: 'wishes', 数值: '1' }, 'facts.unknown-item', 'B3'],
    ['a code without its end', { 单位: '3.70123E+20', 编号: 'executed', 数值: '1万元' }, 'facts.lost-digits', 'A3'],
    ['no figure', { 编号: 'executed', 数值: '若干', 计量单位: '万元' }, 'facts.bad-value', 'F3'],
    ['an amount without unit', { 编号: 'executed', 数值: '12' }, 'facts.missing', 'G3'],
    ['people in yuan', { 编号: 'staff', 数值: '12', 计量单位: '元' }, 'facts.wrong-unit', 'G3'],
    ['a unit that there is not', { 编号: 'executed', 数值: '12', 计量单位: '斗' }, 'facts.wrong-unit', 'G3'],
    ['two units', { 编号: 'executed', 数值: '12元', 计量单位: '万元' }, 'facts.wrong-unit', 'F3'],
    ['no period', { 编号: 'executed', 数值: '12万元', 期间: '去年' }, 'facts.bad-value', 'E3'],
    ['no unit of the organisation', { 单位: '', 编号: 'executed', 数值: '12万元' }, 'facts.missing', 'A3'],
    ['what is computed', { 编号: 'execution', 数值: '90%' }, 'facts.bad-value', 'B3'],
    ['no date', { 编号: 'disclosed', 完成日期: '月底' }, 'facts.bad-value', 'H3'],
  ])('%s is told with its cell', (_name, cells, code, cell) => {
    const { facts, problems } = readRows(row(cells))
    expect(facts).toEqual([])
    expect(problems.map((problem) => [problem.code, problem.at.at(-1)])).toEqual([[code, cell]])
  })

  test('a percentage needs its sign', () => {
    const asked = indicatorsOf(version, {
      kind: 'initial',
      document: '文',
      approved: '2023-01-01',
      indicators: [
        {
          id: 'satisfied',
          block: 'output',
          label: '满意度',
          weight: '70',
          target: null,
          measure: { kind: 'figure', unit: 'percent' },
          curve: { curve: 'ratio' },
        },
      ],
    })
    const said = (cells: Partial<Record<string, string>>) =>
      readFactTable(rowsOf(row({ 编号: 'satisfied', ...cells })), { items, indicators: asked, year: 2023, unit: null })
    expect(said({ 数值: '95' }).problems).toMatchObject([{ code: 'facts.no-unit', details: { value: '95' } }])
    expect(said({ 数值: '95', 计量单位: '%' }).facts[0]?.fact.value).toEqual({ kind: 'figure', value: '95', unit: 'percent' })
    expect(said({ 数值: '95%', 计量单位: '%' }).problems).toEqual([])
  })

  test('a sheet without head says which one it should have', () => {
    const { problems } = readFactTable(
      {
        file: 'a.csv',
        sheet: null,
        rows: [
          ['x', 'y'],
          ['1', '2'],
        ],
      },
      { items, indicators, year: 2023, unit: null },
    )
    expect(problems).toMatchObject([{ code: 'facts.no-head', at: ['a.csv'] }])
  })
})

describe('what a scheme asks for', () => {
  const questions = questionsOf({ version, goals: null, items, year: 2023 })

  test('each item once, and before what follows from it', () => {
    expect(questions.map(({ item, part }) => (part === null ? item : `${item} ${part.id}`))).toEqual([
      'executed',
      'initial-budget',
      'budget-addition',
      'adjusted-budget',
      'staff',
      'posts',
      'rules exist',
      'rules legal',
      'rules applied',
      'disclosed',
    ])
  })

  test('says what an item follows from, in words', () => {
    expect(questions.find(({ item }) => item === 'adjusted-budget')?.follows).toBe('年初预算数 + 追加')
    expect(questions.find(({ item }) => item === 'staff')).toMatchObject({ isInstant: true, needed: ['在职人员控制率'] })
  })
})
