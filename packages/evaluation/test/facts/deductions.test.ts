import { describe, expect, test } from 'vitest'
import { checkFacts } from '../../src/facts/check-facts.ts'
import { deductionsOf } from '../../src/facts/deductions.ts'
import type { FactValue } from '../../src/facts/fact.ts'
import { questionsOf } from '../../src/facts/question.ts'
import { readFactTable } from '../../src/facts/read-fact-table.ts'
import { readFacts } from '../../src/facts/read-facts.ts'
import { readItems } from '../../src/read/read-items.ts'
import { readScheme } from '../../src/read/read-scheme.ts'
import { aFact, itemData, schemeData } from '../samples.ts'

const { items } = readItems(itemData, 'items')
const points = (value: string, reason: string): FactValue => ({ kind: 'points', points: value, reason })
const of = (...values: readonly FactValue[]) => values.map((value) => aFact('deduction', value))
const check = (...values: readonly FactValue[]) => {
  const facts = of(...values)
  const placed = facts.map((fact, at) => ({ fact, at: ['f', at] }))
  return checkFacts(placed, { items, indicators: [], asOf: '2024-12-31' }).problems.map(({ code, at }) => [code, at[1]])
}

describe('deductions', () => {
  test('of a unit and a year stand beside each other', () => {
    expect(check(points('1.5', '违规出借'), points('0.5', '科目混用'))).toEqual([])
    const found = deductionsOf(of(points('1.5', '违规出借'), points('0.5', '科目混用'), points('0', '')), 2023)
    expect(found.get('u1')).toEqual([
      { label: '违规出借', points: '1.5' },
      { label: '科目混用', points: '0.5' },
    ])
    expect(deductionsOf(of(points('1', '上年的')), 2024).size).toBe(0)
  })

  test('that were corrected are out', () => {
    const [first] = of(points('3', '误记'))
    if (first === undefined) throw new Error('sample')
    const second = aFact('deduction', points('1', '更正'), { supersedes: first.id })
    expect(deductionsOf([first, second], 2023).get('u1')).toEqual([{ label: '更正', points: '1' }])
  })

  test('need a reason and points that are not below nought, and say each thing once', () => {
    expect(check(points('1', ''))).toEqual([['facts.missing', 0]])
    expect(check(points('-1', '违规'))).toEqual([['facts.bad-value', 0]])
    expect(check({ kind: 'figure', value: '1', unit: 'point' })).toEqual([['facts.bad-value', 0]])
    expect(check(points('1', '违规'), points('1', '违规'))).toEqual([['facts.duplicate', 1]])
    expect(check(points('0', ''), { kind: 'not-applicable', reason: '没有' })).toEqual([])
  })

  test('come from JSON', () => {
    const one = { unit: 'u1', item: 'deduction', year: 2023, value: { kind: 'points', points: '2', reason: '违规' } }
    const { facts, problems } = readFacts([one], 'f.json')
    expect([problems, facts[0]?.fact.value]).toEqual([[], points('2', '违规')])
  })

  test('come from rows of the form, which asks for them where a place makes them', () => {
    const rows = [
      ['单位', '编号', '名称', '期间', '数值', '说明'],
      ['u1', 'deduction', '扣分', '2023', '2', '违规出借'],
      ['u1', '', '扣分', '2023', '0.5', '科目混用'],
      ['u1', 'deduction', '扣分', '2023', '', ''],
    ]
    const { facts, problems } = readFactTable({ file: 'f.csv', sheet: null, rows }, { items, indicators: [], year: 2023, unit: null })
    expect(problems).toEqual([])
    expect(facts.map(({ fact }) => fact.value)).toEqual([points('2', '违规出借'), points('0.5', '科目混用')])
    const read = readScheme(schemeData(), '细则', items)
    const version = 'scheme' in read ? read.scheme.versions[0] : undefined
    if (version === undefined) throw new Error('sample')
    const asked = (deductionRows: number) => questionsOf({ version, goals: null, items, year: 2023, deductionRows })
    expect(asked(2).filter(({ kind }) => kind === 'deduction')).toHaveLength(2)
    expect(asked(0).filter(({ kind }) => kind === 'deduction')).toHaveLength(0)
  })
})
