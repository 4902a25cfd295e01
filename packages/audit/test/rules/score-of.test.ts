import { around, decimal, formatDecimal, round } from '@jiheng/quantity'
import { describe, expect, test } from 'vitest'
import { scoreOf } from '../../src/rules/score-of.ts'
import type { Piece, ScoreFormula } from '../../src/rules/scoring-rule.ts'

const formula = (pieces: readonly Piece[], more: Partial<ScoreFormula> = {}): ScoreFormula => ({
  pieces,
  sense: 'at-least',
  share: 'actual/target',
  counting: 'exact',
  limit: null,
  isHalfPoints: false,
  ...more,
})

function points(of: ScoreFormula, weight: string, target: string | null, actual: string | null): string {
  const value = actual === null ? null : decimal(actual)
  const given = scoreOf(of, {
    weight: decimal(weight),
    target: target === null ? null : decimal(target),
    actual: value === null ? null : { value, bounds: around(value, decimal('0')) },
  })
  return given === null ? 'cannot tell' : formatDecimal(round(given.center, 'half-up', 2))
}

const PROPORTION: readonly Piece[] = [{ kind: 'reached', give: 'all' }, { kind: 'proportion' }]

describe('the score of a formula', () => {
  test('a proportion, capped by the weight', () => {
    expect(points(formula(PROPORTION), '6', '20', '19')).toBe('5.7')
    expect(points(formula(PROPORTION), '6', '20', '25')).toBe('6')
  })

  test('reverse indicators: the ratio turned round, or less the excess', () => {
    const atMost = { sense: 'at-most' } as const
    expect(points(formula(PROPORTION, { ...atMost, share: 'target/actual' }), '2', '20', '25.79')).toBe('1.55')
    expect(points(formula(PROPORTION, { ...atMost, share: 'less-excess' }), '2', '20', '25.79')).toBe('1.42')
    expect(points(formula(PROPORTION, { ...atMost, share: 'less-excess' }), '2', '20', '60')).toBe('0')
  })

  test('nothing is divided by a target of zero', () => {
    expect(points(formula(PROPORTION, { sense: 'at-most', share: 'target/actual' }), '4', '0', '0')).toBe('4')
    expect(points(formula(PROPORTION, { sense: 'at-most', share: 'target/actual' }), '4', '0', '1')).toBe('cannot tell')
    expect(points(formula(PROPORTION, { sense: 'at-most', share: 'less-excess' }), '4', '0', '1')).toBe('cannot tell')
  })

  test.each([
    ['exact', '3.05'],
    ['full', '3.5'],
    ['started', '3'],
  ] as const)('a step that is not full, counted %s', (counting, expected) => {
    const steps: readonly Piece[] = [{ kind: 'deduction', side: 'above', step: decimal('0.01'), points: decimal('0.5') }]
    expect(points(formula(steps, { sense: 'at-most', limit: decimal('1'), counting }), '5', null, '1.039')).toBe(expected)
  })

  test('at an end of a stretch of which nothing is said, nobody can tell', () => {
    const at = (isIncluded: boolean | null): Piece => ({
      kind: 'range',
      low: { value: decimal('0.8'), isIncluded: true },
      high: { value: decimal('0.9'), isIncluded },
      give: { points: decimal('6') },
    })
    expect(points(formula([at(null)]), '8', null, '0.85')).toBe('6')
    expect(points(formula([at(null)]), '8', null, '0.9')).toBe('cannot tell')
    expect(points(formula([at(true)]), '8', null, '0.9')).toBe('6')
  })

  test('without an actual value only portions are known', () => {
    expect(points(formula(PROPORTION), '6', '20', null)).toBe('cannot tell')
    expect(points(formula([{ kind: 'portion', low: decimal('0.8'), high: decimal('1') }]), '6', null, null)).toBe('6')
  })
})
