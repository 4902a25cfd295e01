import { describe, expect, test } from 'vitest'
import { type ImportPreset, readPreset } from '../../src/facts/import-preset.ts'
import { readExport } from '../../src/facts/read-export.ts'
import { readItems } from '../../src/read/read-items.ts'
import { itemData } from '../samples.ts'

const { items } = readItems(itemData, 'items')
const data = {
  preset: 'execution',
  label: '指标执行',
  unit: ['预算单位'],
  year: ['年度'],
  money: 'yuan',
  basis: '指标',
  only: [{ heads: ['状态'], words: ['已支付'] }],
  columns: [
    { heads: ['指标金额'], item: 'adjusted-budget' },
    { heads: ['支付金额'], item: 'executed' },
  ],
}
const read = readPreset(data, '导入.yaml', items)
const preset = ('preset' in read ? read.preset : null) as ImportPreset

const table = (...rows: readonly (readonly string[])[]) => ({ file: '导出.xlsx', sheet: 'Sheet1', rows })

describe('an export', () => {
  test('is added up by unit, year and item, sums left out', () => {
    const { facts, problems, unitNames } = readExport(
      table(
        ['指标执行情况表'],
        ['年度', '预算单位', '指标文号', '指标金额（万元）', '支付金额(元)'],
        ['2023', '219001-甲局', '测财1号', '1,000.5', '5,000,000.10'],
        ['2023', '219001-甲局', '测财2号', '200', '-0.10'],
        ['', '小计', '', '1200.5', '5000000'],
        ['2023', '219002-乙所', '测财3号', '', '30'],
        ['合计', '', '', '1200.5', '5000030'],
      ),
      preset,
      { year: null },
    )
    expect(problems).toEqual([])
    expect([...unitNames]).toEqual([
      ['219001', '甲局'],
      ['219002', '乙所'],
    ])
    expect(facts.map(({ fact }) => [fact.unit, fact.item, fact.value, fact.basis])).toEqual([
      ['219001', 'adjusted-budget', { kind: 'figure', value: '1200.5', unit: 'wan-yuan' }, '指标'],
      ['219001', 'executed', { kind: 'figure', value: '5000000', unit: 'yuan' }, '指标'],
      ['219002', 'executed', { kind: 'figure', value: '30', unit: 'yuan' }, '指标'],
    ])
    expect(facts[0]?.fact.evidence).toEqual([{ name: '导出.xlsx Sheet1 D3 至 D4 中 2 行之和', page: null }])
  })

  test('takes the unit that stands above, and only rows of the state that counts', () => {
    const { facts } = readExport(
      table(['', '金额单位：万元'], ['预算单位', '状态', '支付金额'], ['甲局', '已支付', '1'], ['甲局', '已退回', '7']),
      preset,
      { year: 2022 },
    )
    expect(facts.map(({ fact }) => [fact.to, fact.value])).toEqual([['2022-12-31', { kind: 'figure', value: '1', unit: 'wan-yuan' }]])
  })

  test('tells by cell what it cannot take', () => {
    const { facts, problems } = readExport(
      table(
        ['年度', '预算单位', '支付金额'],
        ['2023', '3.70123E+20', '1'],
        ['2023', '', '1'],
        ['去年', '甲局', '1'],
        ['2023', '甲局', '约3'],
      ),
      preset,
      { year: null },
    )
    expect(facts).toEqual([])
    expect(problems.map(({ code, at }) => [code, at.at(-1)])).toEqual([
      ['facts.lost-digits', 'B2'],
      ['facts.missing', 'B3'],
      ['facts.bad-value', 'A4'],
      ['facts.bad-value', 'C5'],
    ])
  })

  test('of another kind is told, and so is a preset that names what is not there', () => {
    expect(readExport(table(['a', 'b'], ['1', '2']), preset, { year: 2023 }).problems).toMatchObject([{ code: 'facts.no-head' }])
    const wrong = readPreset({ ...data, columns: [{ heads: ['x'], item: 'wishes' }], money: 'gold' }, '导入.yaml', items)
    expect('problems' in wrong && wrong.problems.map(({ code }) => code)).toEqual(['scheme.unknown-item', 'scheme.unknown-unit'])
  })
})
