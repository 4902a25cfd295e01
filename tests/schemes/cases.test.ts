import { runCase, runRefusal, sayFailure, type WorkedCase } from '@jiheng/evaluation'
import { describe, expect, test } from 'vitest'
import { readText, shipped } from './shipped.ts'

const { cases, refusals, items, schemes } = shipped

test('everything in the folder can be read', () => {
  expect(shipped.problems).toEqual([])
  expect(schemes.size).toBeGreaterThan(15)
})

describe('what comes out of a scheme is what its case says', () => {
  test.each(cases.map((one) => [one.label, one] as const))('%s', (_label, one) => {
    expect(runCase(one, items).failures.map(sayFailure)).toEqual([])
  })

  test('a case can fail: with another answer, none holds', () => {
    const other = (value: string | null): string | null =>
      value === null ? '1' : /^-?\d/.test(value) ? `${value.replace('-', '')}7` : '别的'
    const wrong = (one: WorkedCase): WorkedCase => ({
      ...one,
      expect: one.expect.map((expected) => ({ ...expected, value: other(expected.value) })),
    })
    for (const one of cases) expect(runCase(wrong(one), items).failures.length, one.id).toBeGreaterThanOrEqual(one.expect.length)
  })

  test('a printed figure that is no different from the computed one is no difference', () => {
    const [one] = cases.filter(({ differences }) => differences.length > 0)
    if (one === undefined) throw new Error('no case has a difference')
    const same = { ...one, differences: one.differences.map((difference) => ({ ...difference, printed: difference.computed })) }
    expect(runCase(same, items).failures).toHaveLength(one.differences.length)
  })
})

describe('what must be refused is refused', () => {
  test.each(refusals.map((one) => [one.label, one] as const))('%s', (_label, one) => {
    expect(runRefusal(one, items, readText).failures.map(sayFailure)).toEqual([])
  })

  test('what has nothing wrong is not refused', () => {
    const [one] = refusals.filter(({ given }) => given.kind === 'facts')
    if (one === undefined) throw new Error('no refusal of facts')
    const fine = { ...one, given: { kind: 'facts' as const, facts: [], codes: [], asOf: '2024-12-31' } }
    expect(runRefusal(fine, items, readText).failures).toHaveLength(1)
  })
})

describe('coverage', () => {
  const numbers = Array.from({ length: 34 }, (_, at) => `SF-${String(at + 1).padStart(2, '0')}`)
  const shown = new Set(cases.flatMap(({ functions }) => functions))

  test.each([...numbers, 'SF-13b'])('%s has a case, with its source', (number) => {
    const own = cases.filter(({ functions }) => functions.includes(number))
    expect(own.length).toBeGreaterThan(0)
    expect(own.some(({ source }) => source !== null)).toBe(true)
  })

  test('no case names a function that is not in the catalogue', () => {
    expect([...shown].filter((number) => ![...numbers, 'SF-13b'].includes(number))).toEqual([])
  })

  test('a scheme that gives points has a case, and one without cases says why', () => {
    const covered = new Set(cases.map(({ scheme }) => scheme))
    const without = [...schemes.values()].filter(({ id }) => !covered.has(id)).map(({ id }) => id)
    // Neither prints a single weight, target or score: nothing can be computed from them.
    expect(without.sort()).toEqual(['department-frame-2013', 'jiangxi-dexing-department'])
    for (const id of without) expect(schemes.get(id)?.versions[0]?.unknown.length).toBeGreaterThan(0)
  })
})
