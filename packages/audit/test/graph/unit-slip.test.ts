import { describe, expect, test } from 'vitest'
import { findUnitSlip } from '../../src/graph/unit-slip.ts'
import { type Equation, side } from '../../src/relations/relation.ts'
import { figuresOf, type Made, relationOf } from './made-figures.ts'

const sum: Equation = { form: 'linear', left: side([0]), right: side([1, 2]) }
const find = (...list: (Made | string)[]) => findUnitSlip(relationOf([{ say: '', equation: sum }]), figuresOf(list))
const yuan = (value: string, more: Partial<Made> = {}): Made => ({ value, unit: 'yuan', ...more })

describe('an amount in a wrong unit', () => {
  test.each<[string, (Made | string)[], { figure: number; unit: string } | null]>([
    ['the total', [yuan('867.62'), '700.00', '167.62'], { figure: 0, unit: 'wan-yuan' }],
    ['a part', ['867.62', '700.00', yuan('167.62')], { figure: 2, unit: 'wan-yuan' }],
    ['a part in 亿元', ['867.62', { value: '700', unit: 'yi-yuan' }, '167.62'], { figure: 1, unit: 'wan-yuan' }],
    ['another unit does not mend it', [yuan('867.62'), '700.00', '170.62'], null],
    ['all in one unit', ['867.62', '700.00', '170.62'], null],
    ['a hedged amount is not accused', [yuan('867.62', { hedge: 'about' }), '700.00', '167.62'], null],
    ['nothing is nothing in any unit', [yuan('0'), '700.00', '167.62'], null],
    [
      'counts have no units to mistake',
      [
        { value: '3', unit: 'each:人', place: null },
        { value: '1', unit: 'each:人', place: null },
        { value: '4', unit: 'each:人', place: null },
      ],
      null,
    ],
  ])('%s', (_, list, expected) => {
    expect(find(...list)).toEqual(expected)
  })

  test('two amounts of one fact', () => {
    const same = relationOf([{ say: '', equation: { form: 'same', first: 0, second: 1 } }], { kind: 'same-as' })
    expect(findUnitSlip(same, figuresOf(['123.45', yuan('123.45')]))).not.toBeNull()
    expect(findUnitSlip(same, figuresOf(['123.45', yuan('678.90')]))).toBeNull()
  })

  test('a relation of very many members is left alone', () => {
    const many = relationOf([
      { say: '', equation: { form: 'linear', left: side([0]), right: side(Array.from({ length: 60 }, (_, i) => i + 1)) } },
    ])
    expect(findUnitSlip(many, figuresOf([yuan('60.00'), ...Array.from({ length: 60 }, () => '1.00')]))).toBeNull()
  })
})
