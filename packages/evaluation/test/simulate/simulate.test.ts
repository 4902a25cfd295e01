import { describe, expect, test } from 'vitest'
import { evaluate } from '../../src/evaluate/evaluate.ts'
import { type Plan, planOf } from '../../src/evaluate/plan.ts'
import { factBook } from '../../src/facts/fact-book.ts'
import { readItems } from '../../src/read/read-items.ts'
import { readScheme } from '../../src/read/read-scheme.ts'
import type { SchemeVersion } from '../../src/scheme/scheme.ts'
import { changedVersion, type SchemeChange } from '../../src/simulate/changed-version.ts'
import { simulate } from '../../src/simulate/simulate.ts'
import { aFact, figure, itemData, schemeData } from '../samples.ts'

const { items } = readItems(itemData, 'items')

function version(): SchemeVersion {
  const data = schemeData()
  const tree = data.versions[0]?.tree.slice(0, 2)
  const read = readScheme(
    {
      ...data,
      versions: [
        {
          ...data.versions[0],
          full: '30',
          tree,
          policies: {
            grades: [
              { label: '好', from: '25' },
              { label: '差', from: '0' },
            ],
          },
        },
      ],
    },
    '细则',
    items,
  )
  const found = 'scheme' in read ? read.scheme.versions[0] : undefined
  if (found === undefined) throw new Error(JSON.stringify(read))
  return found
}

function planFor(changes: readonly SchemeChange[] = []): Plan {
  const changed = changedVersion(version(), changes)
  const planned = planOf(changed.version, null)
  if ('faults' in planned || changed.unknown.length > 0) throw new Error(JSON.stringify([planned, changed.unknown]))
  return planned.plan
}

const units = ['u1', 'u2', 'u3', 'u4']
const executed = ['900', '1150', '1150', null]
const book = factBook(
  units.flatMap((unit, at) => [
    ...(executed[at] === null ? [] : [aFact('executed', figure(executed[at] as string), { unit })]),
    aFact('adjusted-budget', figure('1200'), { unit }),
    aFact('staff', figure(at === 1 ? '34' : '33', 'each:人'), { unit }),
    aFact('posts', figure('33', 'each:人'), { unit }),
    aFact('rules', { kind: 'checks', met: ['exist', 'legal'] }, { unit }),
    aFact('disclosed', { kind: 'date', date: '2024-10-30' }, { unit }),
  ]),
  { asOf: '2024-12-31', isNeverNegative: () => false },
)

function run(changes: readonly SchemeChange[]) {
  const simulation = simulate({ before: planFor(), after: planFor(changes), units, year: 2023, book, items })
  if (simulation === null) throw new Error('refused')
  return simulation
}

describe('a simulation', () => {
  test('of no change changes nothing and scores nothing', () => {
    expect(run([])).toMatchObject({ rescored: [], changed: [] })
  })

  test('of another curve says who moves, by which indicator, and who is only overtaken', () => {
    const strict: SchemeChange = { kind: 'curve', id: 'staffing', curve: { curve: 'threshold' } }
    const { rescored, changed, before, after } = run([strict])
    expect(rescored).toEqual(['staffing'])
    // 34 of 33: 3.0303 points over, half a point each; by the threshold none is left.
    expect(changed).toEqual([
      {
        unit: 'u1',
        total: { before: '26.5', after: '26.5' },
        grade: { before: '好', after: '好' },
        rank: { before: 3, after: 2 },
        moved: [],
        because: 'others',
      },
      {
        unit: 'u2',
        total: { before: '27.06', after: '23.58' },
        grade: { before: '好', after: '差' },
        rank: { before: 2, after: 3 },
        moved: [{ indicator: 'staffing', label: '在职人员控制率', before: '3.48', after: '0' }],
        because: 'indicators',
      },
    ])
    expect(before).toMatchObject({
      units: 4,
      scored: 3,
      mean: '27.38',
      byGrade: [
        { label: '好', count: 3 },
        { label: '差', count: 0 },
      ],
    })
    expect(after).toMatchObject({
      byGrade: [
        { label: '好', count: 2, percent: '66.67' },
        { label: '差', count: 1, percent: '33.33' },
      ],
    })
  })

  test('of weights says the same as two evaluations', () => {
    const changes: readonly SchemeChange[] = [
      { kind: 'weight', id: 'execution', weight: '15' },
      { kind: 'weight', id: 'input', weight: '15' },
      { kind: 'weight', id: 'disclosed', weight: '7' },
    ]
    const { rescored, changed } = run(changes)
    expect(rescored).toEqual(['execution', 'disclosed'])
    for (const { unit, total, grade } of changed) {
      const [was, is] = [planFor(), planFor(changes)].map((plan) => evaluate({ plan, unit, year: 2023, book, items }))
      expect([total, grade]).toEqual([
        { before: was?.total, after: is?.total },
        { before: was?.grade, after: is?.grade },
      ])
    }
    expect(changed.map(({ unit }) => unit)).toEqual(['u1', 'u2', 'u3', 'u4'])
    // u4 has no total before or after, but its points for disclosure did move.
    expect(changed.at(-1)).toMatchObject({
      total: { before: null, after: null },
      rank: { before: null, after: null },
      moved: [{ indicator: 'disclosed' }],
    })
  })

  test('of grades alone scores no indicator', () => {
    const { rescored, changed } = run([
      {
        kind: 'policies',
        policies: {
          grades: [
            { label: '好', from: '27' },
            { label: '差', from: '0' },
          ],
        },
      },
    ])
    expect(rescored).toEqual([])
    expect(changed).toMatchObject([{ unit: 'u1', grade: { before: '好', after: '差' }, moved: [], because: 'total' }])
  })

  test('an id that the scheme has not comes back', () => {
    expect(
      changedVersion(version(), [
        { kind: 'weight', id: 'nobody', weight: '1' },
        { kind: 'policies', policies: {} },
      ]).unknown,
    ).toEqual(['nobody'])
  })
})
