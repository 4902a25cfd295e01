import { describe, expect, test } from 'vitest'
import { coverageOfList } from '../../src/department/coverage.ts'
import { readDepartment } from '../../src/department/read-department.ts'
import { readItems } from '../../src/read/read-items.ts'
import { itemData } from '../samples.ts'

const { items } = readItems({ items: [...itemData.items, { item: 'rate', label: '比率', unit: 'percent' }] }, 'items')

const data = (rest: object = {}) => ({
  department: '219',
  name: '样例局',
  due: '2024-03-31',
  units: [
    { unit: '219001', name: '本级', state: 'reported', submitted: '2024-03-31' },
    { unit: 219002, state: 'late', submitted: '2024-04-03' },
    { unit: '219003', state: 'offline' },
    { unit: '219004', state: 'missing' },
  ],
  transfers: [{ from: '219001', to: '219002', item: 'executed', year: 2023, amount: '10', unit: 'wan-yuan', reason: '拨款' }],
  adjustments: [{ item: 'executed', year: 2023, amount: '-4', unit: 'yuan', reason: '审计调减' }],
  ...rest,
})
const told = (rest: object) => {
  const read = readDepartment(data(rest), 'd', items)
  return 'problems' in read ? read.problems.map(({ code, at }) => `${code} ${at.slice(1).join('.')}`) : []
}
const transfer = (rest: object) => ({ transfers: [{ ...data().transfers[0], ...rest }] })

describe('the list of a department', () => {
  test('says who hands in and what is offset', () => {
    const read = readDepartment(data(), 'd', items)
    expect(read).toMatchObject({
      department: {
        id: '219',
        units: [{ unit: '219001' }, { unit: '219002', name: '', state: 'late' }, {}, { submitted: null }],
        transfers: [{ from: '219001', to: '219002', items: ['executed'], year: 2023, amount: '10' }],
        blank: 'missing',
        funds: 'adjusted-budget',
      },
    })
  })

  test('tells everything that is wrong at once', () => {
    const units = [{ unit: '219', state: 'reported' }, { unit: '1' }, { unit: '1', state: 'gone', colour: 'red' }]
    expect(told({ units, transfers: [], blank: 'x' })).toEqual([
      'facts.missing units.1.state',
      'facts.unknown-key units.2.colour',
      'facts.bad-value units.2.state',
      'facts.bad-value units.0.unit',
      'facts.bad-value units.2.unit',
      'facts.bad-value blank',
    ])
    expect(told({ units: [], transfers: [] })).toEqual(['facts.missing units'])
  })

  test('dates that say otherwise than the state are told', () => {
    const units = (rest: object) => ({ units: [{ unit: '1', ...rest }], transfers: [] })
    expect(told(units({ state: 'reported', submitted: '2024-04-01' }))).toEqual(['facts.bad-value units.0.state'])
    expect(told(units({ state: 'late', submitted: '2024-03-31' }))).toEqual(['facts.bad-value units.0.state'])
    expect(told(units({ state: 'missing', submitted: '2024-03-31' }))).toEqual(['facts.bad-value units.0.submitted'])
    expect(told({ ...units({ state: 'late', submitted: '2024-03-31' }), due: null })).toEqual([])
  })

  test.each([
    [{ to: '999' }, 'facts.bad-value transfers.0.to'],
    [{ to: '219003' }, 'facts.bad-value transfers.0.to'],
    [{ to: '219001' }, 'facts.bad-value transfers.0.to'],
    [{ item: 'nothing' }, 'facts.bad-value transfers.0.item'],
    [{ item: 'rate' }, 'facts.bad-value transfers.0.item'],
    [{ item: 'staff' }, 'facts.bad-value transfers.0.unit'],
    [{ item: [] }, 'facts.missing transfers.0.item'],
    [{ unit: 'gold' }, 'facts.bad-value transfers.0.unit'],
    [{ amount: '0' }, 'facts.bad-value transfers.0.amount'],
    [{ amount: 0.5 }, 'facts.bad-value transfers.0.amount'],
    [{ year: 23 }, 'facts.bad-value transfers.0.year'],
    [{ reason: '' }, 'facts.missing transfers.0.reason'],
  ])('a transfer with %j is refused', (rest, code) => expect(told(transfer(rest))[0]).toBe(code))

  test('gives the coverage as it stands on a day', () => {
    const read = readDepartment(data(), 'd', items)
    if (!('department' in read)) throw new Error('sample')
    expect(coverageOfList(read.department, '2024-04-10')).toEqual({
      expected: 4,
      submitted: 2,
      offline: 1,
      exempt: [],
      late: [{ unit: '219002', days: 3 }],
      overdue: [{ unit: '219004', days: 10 }],
      pending: [],
      percent: '75',
    })
    expect(coverageOfList(read.department, '2024-03-31')).toMatchObject({ overdue: [], pending: ['219004'] })
    expect(coverageOfList({ ...read.department, due: null }, '2024-04-10')).toMatchObject({
      late: [{ days: null }],
      overdue: [],
      pending: ['219004'],
    })
  })
})
