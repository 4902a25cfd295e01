import { describe, expect, test } from 'vitest'
import { checkFacts } from '../../src/facts/check-facts.ts'
import type { Fact } from '../../src/facts/fact.ts'
import { readFacts } from '../../src/facts/read-facts.ts'
import { readItems } from '../../src/read/read-items.ts'
import { aFact, figure, itemData } from '../samples.ts'

const { items } = readItems(itemData, 'items')
const check = (...facts: readonly Fact[]) =>
  checkFacts(
    facts.map((fact, at) => ({ fact, at: ['a.json', at] })),
    { items, indicators: [], asOf: '2024-03-01' },
  )
const codes = (...facts: readonly Fact[]) => check(...facts).problems.map(({ code, at }) => `${code} ${at[1]}`)

describe('facts', () => {
  test('that are in order pass', () => {
    expect(check(aFact('executed', figure('1')), aFact('staff', figure('1', 'each:人')))).toMatchObject({ problems: [], faulty: new Set() })
  })

  test('are held against the catalogue, the calendar and each other', () => {
    expect(codes(aFact('wishes', figure('1')))).toEqual(['facts.unknown-item 0'])
    expect(codes(aFact('staff', figure('1')))).toEqual(['facts.wrong-unit 0'])
    expect(codes(aFact('executed', figure('-1')))).toEqual(['facts.negative 0'])
    expect(codes(aFact('executed', figure('1'), { from: '2024-01-01', to: '2024-12-31' }))).toEqual(['facts.future 0'])
    expect(codes(aFact('executed', figure('1'), { from: '2022-07-01' }))).toEqual(['facts.crosses-year 0'])
    expect(codes(aFact('executed', figure('1')), aFact('executed', figure('2')))).toEqual(['facts.duplicate 1'])
    expect(codes(aFact('executed', figure('1'), { supersedes: 'gone' }))).toEqual(['facts.unknown-superseded 0'])
    const ring = [
      aFact('executed', figure('1'), { id: 'a', supersedes: 'b' }),
      aFact('executed', figure('2'), { id: 'b', supersedes: 'a' }),
    ]
    expect(codes(...ring)).toEqual(['facts.loop 0'])
  })

  test('of one unit do not spoil those of another', () => {
    expect([...check(aFact('executed', figure('-1')), aFact('executed', figure('1'), { unit: 'u2' })).faulty]).toEqual(['u1'])
  })
})

describe('facts from JSON', () => {
  const fact = { unit: 'u1', item: 'executed', year: 2023, value: { kind: 'figure', value: '12.50', unit: 'wan-yuan' } }

  test('are read, with what may be left out', () => {
    const { facts, problems } = readFacts(
      [fact, { ...fact, item: 'rules', value: { kind: 'checks', met: ['a'] }, evidence: ['单', { name: '表', page: 3 }] }],
      'a.json',
    )
    expect(problems).toEqual([])
    expect(facts[0]).toMatchObject({
      at: ['a.json', 0],
      fact: { from: '2023-01-01', to: '2023-12-31', value: { value: '12.5' }, supersedes: null },
    })
    expect(facts[1]?.fact.evidence).toEqual([
      { name: '单', page: null },
      { name: '表', page: '3' },
    ])
  })

  test('with everything that is wrong told at once, and the good ones kept', () => {
    const { facts, problems } = readFacts(
      [
        fact,
        { ...fact, year: 23 },
        { ...fact, unit: '' },
        { ...fact, value: { kind: 'figure', value: 0.1, unit: 'wan-yuan' } },
        { ...fact, value: { kind: 'figure', value: '1', unit: 'gold' } },
        { ...fact, wish: 1 },
        'x',
        { ...fact, year: undefined, from: '2023-13-01', to: '2023-12-31' },
      ],
      'a.json',
    )
    expect(facts).toHaveLength(1)
    expect(problems.map(({ code, at }) => `${code} ${at.slice(1).join('/')}`)).toEqual([
      'facts.bad-value 1/year',
      'facts.missing 1/from',
      'facts.missing 1/to',
      'facts.missing 2/unit',
      'facts.bad-value 3/value/value',
      'facts.wrong-unit 4/value/unit',
      'facts.unknown-key 5/wish',
      'facts.bad-shape 6',
      'facts.missing 6/from',
      'facts.missing 6/to',
      'facts.missing 6/unit',
      'facts.missing 6/item',
      'facts.missing 6/value',
      'facts.missing 6/value/unit',
      'facts.missing 6/value/value',
      'facts.bad-value 7/from',
    ])
  })

  test('that are no list are refused', () => {
    expect(readFacts({ facts: [] }, 'a.json').problems).toMatchObject([{ code: 'facts.bad-shape', at: ['a.json'] }])
  })
})
