import { describe, expect, test } from 'vitest'
import { evaluate } from '../../src/evaluate/evaluate.ts'
import { planOf } from '../../src/evaluate/plan.ts'
import type { Fact, FactValue } from '../../src/facts/fact.ts'
import { factBook } from '../../src/facts/fact-book.ts'
import { readItems } from '../../src/read/read-items.ts'
import { readScheme } from '../../src/read/read-scheme.ts'
import { aFact, figure, itemData } from '../samples.ts'

const { items } = readItems(itemData, 'items')
const points = (value: string): FactValue => ({ kind: 'points', points: value, reason: '自评' })
const ON = {
  lights: { execution: 'execution', 'red-below': '0.6', 'green-from': '0.8' },
  'self-warning': { execution: 'execution', 'red-above': '0.05', 'yellow-unspent-above': '0.2' },
}
const schemeWith = (policies: object, execution: object = { formula: 'executed / adjusted-budget', target: '>= 100' }) =>
  readScheme(
    {
      scheme: 's',
      label: '样例',
      versions: [
        {
          from: '2022-01-01',
          source: { document: '文' },
          policies,
          tree: [
            { indicator: 'rest', label: '其他', weight: '90', judged: true, curve: 'manual' },
            { indicator: 'execution', label: '预算执行率', weight: '10', ...execution },
            { indicator: 'bonus', label: '加分', weight: '5', judged: true, curve: 'manual', bonus: true },
          ],
        },
      ],
    },
    's',
    items,
  )
const warnings = (facts: readonly Fact[], policies: object = ON) => {
  const read = schemeWith(policies)
  const version = 'scheme' in read ? read.scheme.versions[0] : undefined
  const planned = version === undefined ? null : planOf(version, null)
  if (planned === null || 'faults' in planned) throw new Error(JSON.stringify(read))
  const book = factBook(facts, { asOf: '2024-12-31', isNeverNegative: () => false })
  return evaluate({ plan: planned.plan, unit: 'u1', year: 2023, book, items }).warnings
}
const facts = (executed: string, rest: Partial<Fact> = {}) => [
  aFact('rest', points('88.5')),
  aFact('bonus', points('5')),
  aFact('adjusted-budget', figure('234')),
  aFact('executed', figure(executed), rest),
]

describe('the lights of an evaluation', () => {
  test('are empty unless the scheme switches them on', () => {
    expect(warnings(facts('173.65'), {})).toEqual([])
    expect(warnings(facts('173.65'), { lights: ON.lights }).map(({ kind }) => kind)).toEqual(['progress'])
  })

  test('hold the points of all others against those of execution, bonus points apart', () => {
    expect(warnings(facts('173.65'))).toEqual([
      { kind: 'progress', months: 12, light: 'yellow', percent: '74.21', why: 'progress' },
      { kind: 'self-warning', months: null, light: 'red', percent: '24.54', why: 'ahead-of-execution' },
    ])
    expect(warnings(facts('234')).map(({ light }) => light)).toEqual(['green', 'green'])
  })

  test('look at the month that the figures reach to', () => {
    expect(warnings(facts('93.6', { to: '2023-07-31' }))[0]).toMatchObject({ months: 7, percent: '68.57', light: 'yellow' })
  })

  test('tell a budget of nought, and say nothing of what is missing or does not apply', () => {
    const nought = facts('0').map((fact) => (fact.item === 'adjusted-budget' ? { ...fact, value: figure('0') } : fact))
    expect(warnings(nought).map(({ why }) => why)).toEqual(['no-budget', 'no-budget'])
    expect(warnings(facts('0').filter(({ item }) => item !== 'executed'))).toEqual([])
    expect(warnings([...facts('0'), aFact('execution', { kind: 'not-applicable', reason: '无预算' })])).toEqual([])
    // Half an evaluation has no self-warning; the progress does not wait for it.
    expect(warnings(facts('234').filter(({ item }) => item !== 'rest')).map(({ kind }) => kind)).toEqual(['progress'])
  })

  test('name an indicator of the scheme that is computed', () => {
    const told = (read: ReturnType<typeof schemeWith>) => ('problems' in read ? read.problems.map(({ at }) => at.slice(3).join('.')) : [])
    const naming = (execution: string) => ({ 'self-warning': { ...ON['self-warning'], execution } })
    expect(told(schemeWith(naming('nothing')))).toEqual(['policies.self-warning.execution'])
    expect(told(schemeWith(naming('rest')))).toEqual(['policies.self-warning.execution'])
    expect(told(schemeWith({ lights: { 'red-below': '0.6', 'green-from': '0.8' } }))).toEqual(['policies.lights.execution'])
    expect(told(schemeWith(naming('execution')))).toEqual([])
  })
})
