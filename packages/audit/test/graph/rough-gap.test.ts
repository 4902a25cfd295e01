import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { judge } from '../../src/graph/judge.ts'
import { isRuledOut } from '../../src/graph/rough-gap.ts'
import { type Equation, side } from '../../src/relations/relation.ts'
import { figuresOf } from './made-figures.ts'

const total: Equation = { form: 'linear', left: side([0]), right: side([1, 2]) }
const twice: Equation = { form: 'same', first: 0, second: 1 }

/** Amounts of any size, printed with up to two decimals. */
const amount = fc.tuple(fc.integer({ min: 0, max: 9_999_999 }), fc.nat(2)).map(([n, places]) => (n / 10 ** places).toFixed(places))
const nearby = fc.integer({ min: -3, max: 3 })

describe('a rough look at an equation', () => {
  test('rules out no sum that holds', () => {
    fc.assert(
      fc.property(amount, amount, nearby, (a, b, off) => {
        const figures = figuresOf([(Number(a) + Number(b) + off / 100).toFixed(2).replace(/^-.*/, '0'), a, b])
        if (judge(total, figures)?.holds) expect(isRuledOut(total, figures)).toBe(false)
      }),
    )
  })
  test('rules out no repetition that holds', () => {
    fc.assert(
      fc.property(amount, fc.nat(2), (a, places) => {
        const figures = figuresOf([a, Number(a).toFixed(places)])
        if (judge(twice, figures)?.holds) expect(isRuledOut(twice, figures)).toBe(false)
      }),
    )
  })
  test('rules out what is far off', () => {
    expect(isRuledOut(total, figuresOf(['100', '60', '50']))).toBe(true)
    expect(isRuledOut(twice, figuresOf(['100', '60']))).toBe(true)
  })
  test('leaves open what a hedge may mean', () => {
    const figures = figuresOf([{ value: '100', hedge: 'about' }, '60', '50'])
    expect(isRuledOut(total, figures)).toBe(false)
  })
})
