import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { FactTable } from '../../src/facts/fact-table.ts'
import { readItems } from '../../src/read/read-items.ts'
import { readScheme } from '../../src/read/read-scheme.ts'
import type { Scheme } from '../../src/scheme/scheme.ts'
import { readSchemeSheets } from '../../src/sheet/read-scheme-sheets.ts'
import { schemeSheets } from '../../src/sheet/scheme-sheets.ts'
import { schemeData } from '../../src/write/scheme-data.ts'
import { itemData, schemeData as sample } from '../samples.ts'

const { items } = readItems(itemData, 'items')

function schemeOf(data: unknown): Scheme {
  const read = readScheme(data, '细则', items)
  if ('problems' in read) throw new Error(JSON.stringify(read.problems))
  return read.scheme
}

/** As a workbook gives them back. */
const tablesOf = (scheme: Scheme): FactTable[] =>
  schemeSheets(scheme, items).map(({ name, note, columns, rows }) => ({
    file: '细则.xlsx',
    sheet: name,
    rows: [[note], columns.map(({ head }) => head), ...rows.map((row) => columns.map(({ head }) => row[head] ?? ''))],
  }))

const decimalText = fc.integer({ min: 0, max: 9999 }).map((n) => String(n / 100))
const label = fc
  .string({ minLength: 1, unit: fc.constantFrom('甲', '乙', '(', '÷', '×', '=', '"', ',', '—', 'a', '1', '\n') })
  .map((text) => text.trim() || '甲')
const numberCurve = fc.oneof(
  fc.constant('ratio'),
  fc.constant('threshold'),
  decimalText.map((floor) => ({ ratio: { floor } })),
  fc
    .record({ step: fc.constantFrom('1', '0.5'), points: decimalText, steps: fc.constantFrom('exact', 'begun', 'whole') })
    .map((deduct) => ({ deduct })),
  fc
    .array(decimalText, { minLength: 2, maxLength: 4 })
    .map((shares) => ({ linear: shares.map((share, at) => ({ at: at % 2 === 0 ? String(at) : `1.${at} × target`, share })) })),
  fc
    .uniqueArray(fc.constantFrom('[90,100]', '(0,10]', '(30,)', '0', '(,5)'), { minLength: 1 })
    .map((list) => ({ bands: Object.fromEntries(list.map((band, at) => [band, String(at)])) })),
)
const judgedCurve = fc.oneof(
  fc.constant('manual'),
  fc.constant('classes'),
  fc.array(fc.record({ label, points: fc.option(decimalText, { nil: undefined }) }), { minLength: 1, maxLength: 3 }).map((list) => ({
    'check-points': list.map(({ points, ...one }, at) => ({ id: `c${at}`, ...one, ...(points === undefined ? {} : { points }) })),
  })),
  fc
    .array(fc.record({ label, weight: decimalText, target: decimalText, curve: numberCurve }), { minLength: 1, maxLength: 3 })
    .map((list) => ({ groups: list.map((one, at) => ({ id: `g${at}`, ...one })) })),
)
const way = fc.oneof(
  fc.record({
    formula: fc.constantFrom('executed / adjusted-budget', 'abs(executed - initial-budget)  ÷ executed', 'last(executed) / executed'),
    target: fc.constantFrom('>= 95', '90..100'),
    curve: numberCurve,
  }),
  fc.record({
    figure: fc.constant(true),
    unit: fc.constantFrom('percent', 'each:人'),
    target: fc.constantFrom('<= 5', '= 0.50'),
    curve: numberCurve,
  }),
  fc.record({ judged: fc.constant(true), curve: judgedCurve }),
  fc.record({
    'days-late': fc.record({ due: fc.constantFrom('10-31', '03-01'), year: fc.constantFrom('this', 'next') }),
    curve: numberCurve,
  }),
)
const policies = fc.record(
  {
    'not-applicable': fc.constantFrom('rebase', 'full', 'nought'),
    rounding: fc.constantFrom('2 places', '0 places half-even', 'to 0.5', 'exact', '3 places down'),
    'total-rounding': fc.constantFrom('1 places up', 'exact'),
    'reason-from': fc.constantFrom('1.2', 'none'),
    'deduct-from': fc.constantFrom('1.5', 'none'),
    'deduct-at': fc.constantFrom('raw', 'converted'),
    'bonus-up-to': decimalText,
    department: fc.constantFrom('once', 'mean-of-units', 'weighted-by-funds'),
    grades: fc.constantFrom('none', [
      { label: 'A', from: '85' },
      { label: 'B', from: '0' },
    ]),
    lights: fc.record({ execution: fc.constant('computed'), 'red-below': decimalText, 'green-from': decimalText }),
    'self-warning': fc.record({ execution: fc.constant('computed'), 'red-above': decimalText, 'yellow-unspent-above': decimalText }),
  },
  { requiredKeys: [] },
)
const indicator = fc
  .tuple(label, way, fc.array(way, { maxLength: 2 }), fc.option(label, { nil: null }), fc.boolean(), policies)
  .map(([name, first, or, note, bonus, own]) => ({
    label: name,
    ...first,
    or,
    bonus,
    ...(note === null ? {} : { note }),
    ...(own.rounding === undefined ? {} : { rounding: own.rounding }),
    ...(own['reason-from'] === undefined ? {} : { 'reason-from': own['reason-from'] }),
  }))
/** What the lights look at. */
const execution = { indicator: 'computed', label: '执行率', formula: 'executed / adjusted-budget', target: '>= 100', curve: 'ratio' }
const scheme = fc
  .tuple(
    fc.array(fc.array(indicator, { minLength: 1, maxLength: 3 }), { minLength: 1, maxLength: 3 }),
    policies,
    fc.array(label, { maxLength: 2 }),
  )
  .map(([blocks, own, unknown]) => ({
    scheme: 's',
    label: '细则',
    place: 'cn-test',
    kind: 'project',
    versions: ['2021', '2022'].map((year) => ({
      from: `${year}-01-01`,
      to: `${year}-12-31`,
      source: { document: '文', article: '第一条', confidence: 'likely' },
      policies: own,
      unknown,
      tree: [...blocks, [execution]].map((list, at) => ({
        block: `b${at}`,
        label: `块${at}`,
        'takes-goals': at === 0,
        children: list.map((one, index) => ({ indicator: `i${at}-${index}`, ...one })),
      })),
    })),
  }))

describe('a scheme as sheets', () => {
  test('comes back equal, whatever it says', () => {
    fc.assert(
      fc.property(scheme, (data) => {
        const original = schemeOf(data)
        expect(readSchemeSheets(tablesOf(original), '细则.xlsx', items)).toEqual({ scheme: original })
        expect(schemeOf(schemeData(original))).toEqual(original)
      }),
      { numRuns: 150 },
    )
  })

  test('names figures by their labels, and takes formulas that officers write', () => {
    const tables = tablesOf(schemeOf(sample()))
    const tree = tables.find(({ sheet }) => sheet === '指标')
    const formula = tree?.rows[1]?.indexOf('公式') ?? -1
    expect(tree?.rows[2]?.[formula]).toBe('全年执行数 ÷ 全年预算数')
    const written = tables.map((table) => ({
      ...table,
      rows: table.rows.map((row) =>
        row.map((cell) => (cell === '全年执行数 ÷ 全年预算数' ? '全年执行数÷（年初预算数＋追加）'.replace('＋', ' + ') : cell)),
      ),
    }))
    const read = readSchemeSheets(written, '细则.xlsx', items)
    expect('scheme' in read && read.scheme.versions[0]?.tree[0]).toMatchObject({
      measure: { formula: 'executed/(initial-budget + budget-addition)' },
    })
  })

  test('tells what is wrong with sheet and row', () => {
    const tables = tablesOf(schemeOf(sample())).map((table) => ({
      ...table,
      rows: table.rows.map((row) => row.map((cell) => (cell === '>= 100' ? '很高' : cell))),
    }))
    const read = readSchemeSheets(tables, '细则.xlsx', items)
    expect('problems' in read && read.problems).toContainEqual({
      code: 'scheme.bad-value',
      at: ['细则.xlsx', '指标', 'A3', '目标值'],
      details: { value: '很高', expected: 'target' },
    })
  })

  test('a sheet that is missing, a level that jumps and a version that is not there are told', () => {
    const tables = tablesOf(schemeOf(sample()))
    const without = readSchemeSheets(
      tables.filter(({ sheet }) => sheet !== '指标'),
      '细则.xlsx',
      items,
    )
    expect('problems' in without && without.problems.map(({ code, at }) => [code, at])).toEqual([['facts.no-head', ['细则.xlsx', '指标']]])
    const broken = tables.map((table) =>
      table.sheet !== '指标'
        ? table
        : {
            ...table,
            rows: table.rows.map((row, at) =>
              at === 2 ? ['2022-01-01', '5', ...row.slice(2)] : at === 3 ? ['2019-01-01', ...row.slice(1)] : row,
            ),
          },
    )
    const read = readSchemeSheets(broken, '细则.xlsx', items)
    expect('problems' in read && read.problems.map(({ at }) => at[2])).toEqual(expect.arrayContaining(['A3', 'A4']))
  })
})
