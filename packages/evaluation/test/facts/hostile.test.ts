import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { csvRows } from '../../src/facts/csv-rows.ts'
import { factHeads } from '../../src/facts/fact-heads.ts'
import { indicatorsOf } from '../../src/facts/question.ts'
import { readExport } from '../../src/facts/read-export.ts'
import { readFactTable } from '../../src/facts/read-fact-table.ts'
import { readFacts } from '../../src/facts/read-facts.ts'
import { readGoals } from '../../src/goals/read-goals.ts'
import { readItems } from '../../src/read/read-items.ts'
import { readScheme } from '../../src/read/read-scheme.ts'
import { readSchemeSheets } from '../../src/sheet/read-scheme-sheets.ts'
import { schemeSheets } from '../../src/sheet/scheme-sheets.ts'
import { itemData, schemeData } from '../samples.ts'

const { items } = readItems(itemData, 'items')
const read = readScheme(schemeData(), '细则', items)
if (!('scheme' in read)) throw new Error('no scheme')
const { scheme } = read
const indicators = scheme.versions.flatMap((version) => indicatorsOf(version, null))
const terms = { items, indicators, year: null, unit: null }

const word = fc.constantFrom(
  '',
  '219001-甲',
  '3.7E+20',
  'executed',
  'rules',
  '有制度',
  '2023',
  '1,2',
  '(5)',
  '95%',
  '不适用',
  '是',
  '=1+1',
  '__proto__',
  '\u202e',
  '\ud800',
  '合计',
  '9'.repeat(500),
)
const cell = fc.oneof(word, fc.string({ maxLength: 12 }), fc.string({ unit: 'binary', maxLength: 6 }))
const heads = [...Object.values(factHeads).map(([head]) => head as string), '支付金额（元）', '预算单位']
const rows = fc
  .tuple(fc.shuffledSubarray(heads, { minLength: 4 }), fc.array(fc.array(cell, { maxLength: 14 }), { maxLength: 12 }))
  .map(([head, body]) => [head, ...body])

function isTold(problems: readonly { readonly code: string; readonly at: readonly unknown[] }[]): void {
  expect(problems.every(({ code, at }) => /^(?:facts|scheme)\./.test(code) && at.length > 0)).toBe(true)
}

describe('whatever people or programs put in', () => {
  test('a sheet of facts gives facts that can be scored, or problems with a place', () => {
    fc.assert(
      fc.property(rows, (given) => {
        const { facts, problems } = readFactTable({ file: 'a.xlsx', sheet: 's', rows: given }, terms)
        isTold(problems)
        for (const { fact } of facts) {
          expect(fact.unit).not.toBe('')
          expect(fact.from <= fact.to && /^\d{4}-\d\d-\d\d$/.test(fact.to)).toBe(true)
        }
      }),
    )
  })

  test('an export, a list of facts and goals give problems, never an error', () => {
    const preset = {
      id: 'p',
      label: 'p',
      unit: ['预算单位', '单位'],
      year: ['期间'],
      money: 'yuan',
      source: '',
      basis: null,
      columns: [{ heads: ['支付金额', '数值'], item: 'executed' }],
      only: [],
    }
    fc.assert(fc.property(rows, (given) => isTold(readExport({ file: 'a', sheet: null, rows: given }, preset, { year: 2023 }).problems)))
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        isTold(readFacts(value, 'a.json').problems)
        isTold(readFacts([value], 'a.json').problems)
        const goals = readGoals(value, 'g.yaml', items)
        isTold('problems' in goals ? goals.problems : [])
      }),
    )
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('"', ',', '\n', '\r', ';', '\t', 'a') }), (text) => {
        // No letter is lost, however the quotes stand.
        expect(csvRows(text).flat().join('').split('a')).toHaveLength(text.split('a').length)
      }),
    )
  })

  test('an edited scheme is a scheme, or tells where it is none', () => {
    const tables = schemeSheets(scheme, items).map(({ name, columns, rows: lines }) => ({
      file: 's.xlsx',
      sheet: name,
      rows: [columns.map(({ head }) => head), ...lines.map((line) => columns.map(({ head }) => line[head] ?? ''))],
    }))
    const change = fc.record({ sheet: fc.nat(tables.length - 1), row: fc.nat(8), column: fc.nat(20), text: cell })
    fc.assert(
      fc.property(fc.array(change, { minLength: 1, maxLength: 4 }), (changes) => {
        const edited = tables.map((table, at) => ({
          ...table,
          rows: table.rows.map((line, row) =>
            line.map((text, column) => changes.find((one) => one.sheet === at && one.row === row && one.column === column)?.text ?? text),
          ),
        }))
        const again = readSchemeSheets(edited, 's.xlsx', items)
        if ('problems' in again) {
          expect(again.problems.length).toBeGreaterThan(0)
          isTold(again.problems)
        }
      }),
    )
  })

  test('a megabyte in one cell is looked at once', () => {
    const long = '9'.repeat(1_000_000)
    const { problems } = readFactTable(
      {
        file: 'a',
        sheet: null,
        rows: [
          ['单位', '编号', '期间', '数值'],
          ['甲', 'executed', '2023', long],
          [long, long, long, long],
        ],
      },
      terms,
    )
    expect(problems.length).toBeGreaterThan(1)
    expect(JSON.stringify(problems).length).toBeLessThan(2000)
  })
})
