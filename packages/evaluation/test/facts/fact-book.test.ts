import { describe, expect, test } from 'vitest'
import type { Fact } from '../../src/facts/fact.ts'
import { factBook } from '../../src/facts/fact-book.ts'
import { aFact, figure } from '../samples.ts'

const bookOf = (facts: readonly Fact[], asOf = '2024-06-30') => factBook(facts, { asOf, isNeverNegative: (item) => item === 'executed' })
const faultsOf = (facts: readonly Fact[]) => bookOf(facts).faults.map(({ code }) => code)

describe('the book of facts', () => {
  test('a correction takes the place of what it corrects, whatever comes first', () => {
    const first = aFact('executed', figure('10'))
    const second = aFact('executed', figure('12'), { supersedes: first.id })
    for (const facts of [
      [first, second],
      [second, first],
    ]) {
      expect(bookOf(facts).find('u1', 'executed', 2023)).toBe(second)
      expect(faultsOf(facts)).toEqual([])
    }
  })

  test('of two figures for one thing none is taken in silence', () => {
    expect(faultsOf([aFact('executed', figure('10')), aFact('executed', figure('12'))])).toEqual(['duplicate'])
  })

  test('one thing counted in several ways is found by the way', () => {
    const [treasury, accounts] = [
      aFact('executed', figure('10'), { basis: '国库支付' }),
      aFact('executed', figure('12'), { basis: '决算' }),
    ]
    const book = bookOf([treasury, accounts])
    expect(book.faults).toEqual([])
    expect(book.find('u1', 'executed', 2023, '决算')).toBe(accounts)
    expect(book.find('u1', 'executed', 2023)).toBeNull()
  })

  test('what cannot be is told: later than today, below nought, over two years, correcting nothing or in a ring', () => {
    expect(bookOf([aFact('executed', figure('1'))], '2023-06-30').faults.map(({ code }) => code)).toEqual(['future'])
    expect(faultsOf([aFact('executed', figure('-1'))])).toEqual(['negative'])
    expect(faultsOf([aFact('executed', figure('1'), { from: '2022-07-01' })])).toEqual(['crosses-year'])
    expect(faultsOf([aFact('executed', figure('1'), { supersedes: 'nowhere' })])).toEqual(['unknown-superseded'])
    const [a, b] = [
      aFact('executed', figure('1'), { id: 'a', supersedes: 'b' }),
      aFact('executed', figure('2'), { id: 'b', supersedes: 'a' }),
    ]
    expect(faultsOf([a, b])).toEqual(['loop'])
  })

  test('a long chain of corrections is walked once', () => {
    const chain = Array.from({ length: 20_000 }, (_, at) =>
      aFact('executed', figure(String(at)), { id: `c${at}`, supersedes: at === 0 ? null : `c${at - 1}` }),
    )
    expect(bookOf(chain).find('u1', 'executed', 2023)?.id).toBe('c19999')
  })
})
