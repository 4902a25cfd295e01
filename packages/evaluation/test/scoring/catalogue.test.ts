/** The worked examples of the catalogue of scoring functions, by their ids. */
import { decimal, formatDecimal, type Rational, round, toRational } from '@jiheng/quantity'
import { describe, expect, test } from 'vitest'
import { USUAL_CLASSES } from '../../src/read/read-curve.ts'
import type { Curve } from '../../src/scoring/curve.ts'
import type { ActualValue, Target } from '../../src/scoring/reading.ts'
import { score } from '../../src/scoring/score.ts'

const exact = (text: string): Rational => toRational(decimal(text))
const number = (value: string): ActualValue => ({ kind: 'number', value: exact(value) })
const atLeast = (value: string): Target => ({ sign: '>=', value: exact(value) })
const atMost = (value: string): Target => ({ sign: '<=', value: exact(value) })
const equal = (value: string): Target => ({ sign: '=', value: exact(value) })

const ratio: Curve = { curve: 'ratio' }
const threshold: Curve = { curve: 'threshold' }
const reverseLinear: Curve = {
  curve: 'linear',
  knots: [
    { at: '1', of: 'target', share: '1' },
    { at: '2', of: 'target', share: '0' },
  ],
}
const distance: Curve = {
  curve: 'linear',
  knots: [
    { at: '0', share: '0' },
    { at: '1', of: 'target', share: '1' },
    { at: '2', of: 'target', share: '0' },
  ],
}
const adjustment: Curve = {
  curve: 'bands',
  bands: [
    { within: '0', points: '3' },
    { within: '(0,10]', points: '2' },
    { within: '(10,20]', points: '1' },
    { within: '(20,30]', points: '0.5' },
    { within: '(30,)', points: '0' },
  ],
}
const perPoint = (points: string, steps: 'exact' | 'begun' | 'whole' = 'exact', step = '1'): Curve => ({
  curve: 'deduct',
  step,
  points,
  steps,
})
const satisfaction: Curve = {
  curve: 'linear',
  knots: [
    { at: '60', share: '0' },
    { at: '1', of: 'target', share: '1' },
  ],
}
const three: Curve = {
  curve: 'check-points',
  checks: ['a', 'b', 'c'].map((id) => ({ id, label: id, points: '1' })),
}

const cases: readonly (readonly [id: string, curve: Curve, actual: ActualValue, target: Target | null, weight: string, points: string])[] =
  [
    ['SF-01', ratio, number('19'), atLeast('20'), '6', '5.70'],
    ['SF-01 reached', ratio, number('21'), atLeast('20'), '6', '6'],
    ['SF-01 below nought', ratio, number('-3'), atLeast('20'), '6', '0'],
    ['SF-02', ratio, { kind: 'number', value: { numerator: 17365n, denominator: 23400n } }, atLeast('1'), '10', '7.42'],
    ['SF-02, another report', ratio, { kind: 'number', value: { numerator: 1684883n, denominator: 2866434n } }, atLeast('1'), '10', '5.88'],
    ['SF-03', ratio, number('25.79'), atMost('20'), '2', '1.55'],
    ['SF-04', reverseLinear, number('25.79'), atMost('20'), '2', '1.42'],
    ['SF-04, three-public', reverseLinear, number('142.83'), atMost('100'), '1', '0.57'],
    ['SF-04 twice the target', reverseLinear, number('40'), atMost('20'), '2', '0'],
    ['SF-05', ratio, number('11'), equal('12'), '5', '4.58'],
    ['SF-05 strict', threshold, number('11'), equal('12'), '5', '0'],
    ['SF-05 by distance', distance, number('11'), equal('12'), '12', '11'],
    ['SF-06', ratio, number('1'), equal('0'), '4', '0'],
    ['SF-06 none', ratio, number('0'), equal('0'), '4', '4'],
    ['SF-06 at most none', ratio, number('1'), atMost('0'), '4', '0'],
    ['SF-07', adjustment, number('8'), null, '3', '2'],
    ['SF-07 none', adjustment, number('0'), null, '3', '3'],
    ['SF-07 above all', adjustment, number('31'), null, '3', '0'],
    ['SF-08', perPoint('1'), number('103'), atMost('100'), '6', '3'],
    ['SF-08 exact', perPoint('0.5'), number('103.9'), atMost('100'), '5', '3.05'],
    ['SF-08 whole', perPoint('0.5', 'whole'), number('103.9'), atMost('100'), '5', '3.5'],
    ['SF-08 begun', perPoint('0.5', 'begun'), number('103.9'), atMost('100'), '5', '3'],
    ['SF-09', perPoint('2', 'begun', '5'), number('92'), atLeast('100'), '5', '1'],
    ['SF-10', perPoint('1'), number('3'), atMost('0'), '3', '0'],
    ['SF-10 half points', perPoint('0.5'), number('2'), atMost('0'), '3', '2'],
    ['SF-11', threshold, number('25.79'), atMost('20'), '1', '0'],
    ['SF-12', three, { kind: 'checks', met: ['a', 'c'] }, null, '3', '2'],
    ['SF-13', { curve: 'classes', classes: USUAL_CLASSES }, { kind: 'class', id: 'partly', share: exact('0.75') }, null, '6', '4.5'],
    [
      'SF-13b',
      { curve: 'classes', classes: [{ id: 'partly', label: '部分', from: '0.5', to: '0.8' }] },
      { kind: 'class', id: 'partly', share: exact('0.5') },
      null,
      '6',
      '3',
    ],
    ['SF-14 below', { curve: 'ratio', floor: '0.6' }, number('55'), atLeast('100'), '10', '0'],
    ['SF-14', { curve: 'ratio', floor: '0.6' }, number('70'), atLeast('100'), '10', '7'],
    ['SF-15', satisfaction, number('84'), atLeast('90'), '10', '8'],
    ['SF-15 below the floor', satisfaction, number('59'), atLeast('90'), '10', '0'],
    ['SF-16', perPoint('1', 'begun', '5'), number('82'), atLeast('90'), '10', '8'],
    ['SF-18', ratio, number('146'), atLeast('100'), '6', '6'],
    ['SF-26', perPoint('1'), number('7'), atMost('0'), '6', '0'],
    ['SF-30', threshold, number('16'), atMost('0'), '5', '0'],
    ['SF-30 by the day', perPoint('0.2'), number('16'), atMost('0'), '5', '1.8'],
    ['SF-31', ratio, number('4'), atLeast('5'), '10', '8'],
    [
      'SF-32',
      {
        curve: 'groups',
        groups: [
          { id: 'a', label: '协作部门', weight: '3', target: '90', curve: { curve: 'ratio' } },
          { id: 'b', label: '管理对象', weight: '3', target: '90', curve: { curve: 'ratio' } },
          { id: 'c', label: '公众', weight: '4', target: '90', curve: { curve: 'ratio' } },
        ],
      },
      { kind: 'groups', values: { a: exact('100'), b: exact('90'), c: exact('80') } },
      null,
      '10',
      '9.56',
    ],
    ['SF-33', threshold, number('71.92'), atMost('80'), '10', '10'],
    ['SF-34', { curve: 'manual' }, { kind: 'points', points: exact('7.5') }, null, '10', '7.5'],
  ]

describe('the catalogue of scoring functions', () => {
  test.each(cases)('%s', (_id, curve, actual, target, weight, expected) => {
    const lines: string[] = []
    const scored = score(curve, { actual, target, weight: exact(weight) }, (line) => lines.push(line))
    expect(scored.kind === 'points' ? formatDecimal(round(scored.points, 'half-up', 2)) : scored).toBe(formatDecimal(decimal(expected)))
    expect(lines.length).toBeGreaterThan(0)
    for (const line of lines) expect(line).toMatch(/分/)
  })

  test('what cannot be said is said so, never scored', () => {
    const open = (curve: Curve, actual: ActualValue, target: Target | null = null) => {
      const scored = score(curve, { actual, target, weight: exact('5') })
      return scored.kind === 'open' ? scored.reason : scored.points
    }
    expect(open(ratio, number('1'))).toBe('no-target')
    expect(open(ratio, { kind: 'checks', met: [] }, atLeast('1'))).toBe('wrong-kind')
    expect(open({ curve: 'bands', bands: [{ within: '[0,1]', points: '1' }] }, number('2'))).toBe('outside-bands')
    expect(open({ curve: 'classes', classes: USUAL_CLASSES }, { kind: 'class', id: 'partly', share: exact('0.8') })).toBe('outside-class')
    expect(open(three, { kind: 'checks', met: ['d'] })).toBe('unknown-check')
    expect(open({ curve: 'manual' }, { kind: 'points', points: exact('6') })).toBe('above-weight')
  })
})
