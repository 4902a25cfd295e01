import { indicatorsOf, questionsOf, readFactTable, readSchemeSheets, schemeSheets } from '@jiheng/evaluation'
import { PackageRefused } from '@jiheng/ooxml'
import { writeXlsx } from 'hucre/xlsx'
import { describe, expect, it } from 'vitest'
import { evaluationBook } from '../../src/evaluation/evaluation-book.ts'
import { factsTemplate } from '../../src/evaluation/facts-template.ts'
import { schemeBook } from '../../src/evaluation/scheme-book.ts'
import { readBook } from '../../src/list/sheet-library.ts'
import { evaluated, items, scheme, version } from './made.ts'

const questions = questionsOf({ version, goals: null, items, year: 2023 })
const terms = { items, indicators: indicatorsOf(version, null), year: null, unit: null }

describe('the form of basic data', () => {
  it('comes back as facts when it is filled, and as none while it is empty', async () => {
    const [sheet] = await readBook(await factsTemplate(questions, { label: '样例细则', year: 2023, unit: '219001-样例局' }))
    if (sheet === undefined) throw new Error('no sheet')
    const table = (rows: readonly (readonly string[])[]) => ({ file: 'a.xlsx', sheet: sheet.name, rows })
    expect(readFactTable(table(sheet.rows), terms)).toMatchObject({ facts: [], problems: [] })
    const head = sheet.rows[2] ?? []
    const answers: Readonly<Record<string, Readonly<Record<string, string>>>> = {
      executed: { 数值: '1,999.5' },
      budget: { 数值: '2000' },
      rules: { 数值: '是' },
      quality: { 数值: '90', 等次: '达成预期指标' },
      done: { 完成日期: '2023-10-30' },
      rate: { 数值: '96' },
    }
    const filled = sheet.rows.map((row, at) =>
      at < 3 ? row : head.map((name, column) => answers[row[1] ?? '']?.[name] ?? row[column] ?? ''),
    )
    const { facts, problems } = readFactTable(table(filled), terms)
    expect(problems).toEqual([])
    expect(facts.map(({ fact }) => [fact.unit, fact.item, fact.value])).toEqual([
      ['219001', 'executed', { kind: 'figure', value: '1999.5', unit: 'wan-yuan' }],
      ['219001', 'budget', { kind: 'figure', value: '2000', unit: 'wan-yuan' }],
      ['219001', 'quality', { kind: 'class', id: 'met', share: '0.9' }],
      ['219001', 'done', { kind: 'date', date: '2023-10-30' }],
      ['219001', 'rate', { kind: 'figure', value: '96', unit: 'percent' }],
      ['219001', 'rules', { kind: 'checks', met: ['a', 'b'] }],
    ])
  })
})

describe('the column of the way of counting', () => {
  const several = new Map([...items].map(([id, item]) => [id, id === 'executed' ? { ...item, bases: ['国库支付', '决算'] } : item]))
  const asked = questionsOf({ version, goals: null, items: several, year: 2023 })

  it('is there where an item has several, and comes back with the fact', async () => {
    const [sheet] = await readBook(await factsTemplate(asked, { label: '样例细则', year: 2023, unit: '219001' }))
    const head = sheet?.rows[2] ?? []
    const column = head.indexOf('口径')
    expect(column).toBe(head.length - 1)
    const filled = (sheet?.rows ?? []).map((row) =>
      row[1] === 'executed' ? head.map((name, at) => (name === '口径' ? '决算' : name === '数值' ? '5' : (row[at] ?? ''))) : row,
    )
    const { facts, problems } = readFactTable({ file: 'a.xlsx', sheet: '基础数据', rows: filled }, { ...terms, items: several })
    expect([problems, facts.map(({ fact }) => fact.basis)]).toEqual([[], ['决算']])
  })

  it('offers the ways of the item, and no other row has a use for it', async () => {
    const { readXlsx } = await import('hucre/xlsx')
    const book = await readXlsx(await factsTemplate(asked, { label: '样例细则', year: 2023, unit: '' }), { readStyles: true })
    const sheet = book.sheets[0]
    const lists = (sheet?.dataValidations ?? []).filter(({ values }) => values?.includes('国库支付'))
    expect(lists.map(({ range, values }) => [range, values])).toEqual([['N4', ['国库支付', '决算']]])
    const [plain] = await readBook(await factsTemplate(questions, { label: '样例细则', year: 2023, unit: '' }))
    expect(plain?.rows[2]).not.toContain('口径')
  })
})

describe('a scheme as a workbook', () => {
  it('comes back equal', async () => {
    const sheets = await readBook(await schemeBook(schemeSheets(scheme, items), scheme.label))
    const tables = sheets.map(({ name, rows }) => ({ file: 's.xlsx', sheet: name, rows }))
    expect(readSchemeSheets(tables, 's.xlsx', items)).toEqual({ scheme })
  })
})

describe('the form of self-evaluation', () => {
  it('has a line for each indicator, the total and its parts', async () => {
    const sheets = await readBook(await evaluationBook([evaluated()], { label: '样例细则', asOf: '2024-03-31' }))
    expect(sheets.map(({ name }) => name)).toEqual(['219001 样例局'])
    const rows = sheets[0]?.rows ?? []
    expect(rows.find(([label]) => label === '预算执行率')?.slice(0, 5)).toEqual(['预算执行率', '10', '≥ 100%', '66.67%', '6.67'])
    expect(rows.find(([label]) => label === '总分')?.slice(0, 5)).toEqual(['总分', '100', '', '', '76.67'])
    expect(rows.find(([label]) => label === '等级')?.[4]).toBe('中')
  })

  it('is the same for the same values, and names sheets that a workbook takes', async () => {
    const list = ['a/b:c', 'A/B:C', '汇总', 'x'.repeat(60)].map((name, at) => evaluated([], String(at), name))
    const make = () => evaluationBook(list, { label: '样例细则', asOf: '2024-03-31' })
    const bytes = await make()
    expect(Buffer.from(bytes).equals(Buffer.from(await make()))).toBe(true)
    const names = (await readBook(bytes)).map(({ name }) => name.toLowerCase())
    expect(new Set(names).size).toBe(5)
    for (const name of names) expect(name).toMatch(/^[^:\\/?*[\]]{1,31}$/)
  })
})

describe('a workbook that people have filled', () => {
  const shown = async (value: string | number | boolean | Date, numFmt = 'General') =>
    (
      await readBook(await writeXlsx({ sheets: [{ name: 'a', rows: [['x', value]], cells: new Map([['0,1', { style: { numFmt } }]]) }] }))
    )[0]?.rows[0]?.[1]

  it.each([
    [0.95, '0.00%', '95%'],
    [0.07, '0%', '7%'],
    [1.155, '0.0%', '115.5%'],
    [0.1 + 0.2, 'General', '0.3'],
    [1e-7, 'General', '0.0000001'],
    [-1234567.891, '#,##0.00', '-1234567.891'],
    [120, 'General', '120'],
    [3.7012319900101e20, '0', '3.7012319900101E+20'],
    ['００７', '@', '００７'],
    [new Date(Date.UTC(2023, 9, 31)), 'yyyy-mm-dd', '2023-10-31'],
    [true, 'General', '是'],
  ])('%s as %s is %s', async (value, format, text) => expect(await shown(value, format)).toBe(text))

  it('keeps what nobody sees to itself, and tells that it is there', async () => {
    const sheets = [
      { name: '基础数据', rows: [['x']] },
      { name: '备份', rows: [['y']], hidden: true },
      { name: '宏', rows: [['z']], veryHidden: true },
    ]
    const hidden: string[] = []
    const read = await readBook(await writeXlsx({ sheets }), (name) => hidden.push(name))
    expect([read.map(({ name }) => name), hidden]).toEqual([['基础数据'], ['备份', '宏']])
  })

  it('that is none, or is broken, is refused', async () => {
    await expect(readBook(new TextEncoder().encode('PK\u0003\u0004 no zip'))).rejects.toBeInstanceOf(PackageRefused)
    const bytes = await writeXlsx({ sheets: [{ name: 'a', rows: [['x']] }] })
    await expect(readBook(bytes.slice(0, bytes.length / 2))).rejects.toBeInstanceOf(PackageRefused)
  })
})
