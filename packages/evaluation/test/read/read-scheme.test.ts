import { describe, expect, test } from 'vitest'
import { readItems } from '../../src/read/read-items.ts'
import { readScheme } from '../../src/read/read-scheme.ts'
import { itemData, schemeData } from '../samples.ts'

const { items } = readItems(itemData, 'items')

const problemsOf = (value: unknown): readonly string[] => {
  const read = readScheme(value, '细则', items)
  return 'problems' in read ? read.problems.map(({ code, at }) => `${code} ${at.join('/')}`) : []
}

/** The sample with one thing changed. */
function changed(change: (data: ReturnType<typeof schemeData>) => void): unknown {
  const data = schemeData()
  change(data)
  return data
}

describe('a scheme from data', () => {
  test('is read whole', () => {
    const read = readScheme(schemeData(), '细则', items)
    if ('problems' in read) throw new Error(JSON.stringify(read.problems))
    expect(read.scheme.versions[0]?.tree.map(({ id, weight }) => [id, weight])).toEqual([
      ['execution', '10'],
      ['input', '20'],
      ['output', '70'],
    ])
    expect(read.scheme.versions[0]?.policies).toMatchObject({
      notApplicable: 'rebase',
      rounding: { to: 'places', places: 2, mode: 'half-up' },
    })
  })

  // biome-ignore lint/suspicious/noExplicitAny: the data are changed into what they must not be
  const faults: readonly (readonly [name: string, change: (data: any) => void, problem: string])[] = [
    ['weights that do not add up', (data) => (data.versions[0].tree[0].weight = '11'), 'scheme.weights-not-full 细则/versions/0/tree'],
    [
      'weights of a block that do not add up',
      (data) => (data.versions[0].tree[1].children[0].weight = '3'),
      'scheme.weights-not-full 细则/versions/0/tree/1',
    ],
    ['an unknown rule', (data) => (data.versions[0].tree[0].curve = 'magic'), 'scheme.unknown-rule 细则/versions/0/tree/0/curve'],
    [
      'a figure that nobody knows',
      (data) => (data.versions[0].tree[0].formula = 'executed / wishes'),
      'scheme.unknown-item 细则/versions/0/tree/0/formula',
    ],
    [
      'unlike added to unlike',
      (data) => (data.versions[0].tree[0].formula = '(executed + staff) / executed'),
      'scheme.unit-mismatch 细则/versions/0/tree/0/formula',
    ],
    [
      'an amount that is no percentage',
      (data) => (data.versions[0].tree[0].formula = 'executed'),
      'scheme.unit-mismatch 细则/versions/0/tree/0/unit',
    ],
    [
      'a formula ten thousand deep',
      (data) => (data.versions[0].tree[0].formula = `${'('.repeat(900)}1${')'.repeat(900)}`),
      'scheme.bad-formula 细则/versions/0/tree/0/formula',
    ],
    [
      'the same id twice',
      (data) => (data.versions[0].tree[0].indicator = 'staffing'),
      'scheme.duplicate 细则/versions/0/tree/1/children/0/indicator',
    ],
    ['a version without a period', (data) => delete data.versions[0].from, 'scheme.no-period 细则/versions/0'],
    [
      'versions that overlap',
      (data) => data.versions.push({ ...data.versions[0], from: '2023-06-01' }),
      'scheme.overlap 细则/versions/1/from',
    ],
    [
      'a decimal that has become a float',
      (data) => (data.versions[0].tree[0].weight = 10.5),
      'scheme.bad-value 细则/versions/0/tree/0/weight',
    ],
    ['a misspelt key', (data) => (data.versions[0].tree[0].wieght = '10'), 'scheme.unknown-key 细则/versions/0/tree/0/wieght'],
    ['a target that is none', (data) => (data.versions[0].tree[0].target = '不低于九成'), 'scheme.bad-value 细则/versions/0/tree/0/target'],
    ['an unknown unit', (data) => (data.versions[0].tree[0].unit = '元/人'), 'scheme.unknown-unit 细则/versions/0/tree/0/unit'],
    ['no source', (data) => delete data.versions[0].source, 'scheme.missing 细则/versions/0/source'],
  ]

  test.each(faults)('%s is told with its place', (_name, change, problem) => {
    expect(problemsOf(changed(change))).toContain(problem)
  })

  test('everything that is wrong is told at once', () => {
    const problems = problemsOf(
      changed((data) => {
        for (const [, change] of faults.slice(0, 3)) change(data)
      }),
    )
    expect(problems.length).toBeGreaterThan(2)
  })

  test.each([null, 'x', [], 7, { versions: 'x' }])('%j is refused', (value) => expect(problemsOf(value).length).toBeGreaterThan(0))

  test('trees that are too deep end', () => {
    let node: unknown = { indicator: 'leaf', label: 'x', weight: '100', judged: true, curve: 'manual' }
    for (let depth = 0; depth < 5000; depth++) node = { block: `b${depth}`, label: 'x', children: [node] }
    expect(problemsOf(changed((data) => ((data.versions[0] as { tree: unknown }).tree = [node]))).length).toBeGreaterThan(0)
  })
})

describe('the catalogue of items', () => {
  test('what goes round is told', () => {
    const read = readItems({ items: [itemOf('a', 'b + c'), itemOf('b', 'a - c'), itemOf('c')] }, 'items')
    expect(read.problems.map(({ code }) => code)).toEqual(['scheme.cycle', 'scheme.cycle'])
  })

  test('last year is another figure', () => {
    expect(
      readItems({ items: [itemOf('carry-in', 'last(carry-out)'), itemOf('carry-out', 'carry-in + 0 * carry-in')] }, 'items').problems,
    ).toEqual([])
  })
})

const itemOf = (item: string, formula?: string) => ({ item, label: item, unit: 'wan-yuan', ...(formula === undefined ? {} : { formula }) })
