import { describe, expect, test } from 'vitest'
import { goalsAt } from '../../src/goals/approved-goals.ts'
import { readGoals } from '../../src/goals/read-goals.ts'
import { readItems } from '../../src/read/read-items.ts'
import { itemData } from '../samples.ts'

const { items } = readItems(itemData, 'items')
const indicator = {
  indicator: 'trained',
  block: 'output',
  label: '培训人次',
  weight: '70',
  figure: true,
  unit: 'each:人次',
  target: '>= 200',
}
const version = { kind: 'initial', document: '样财〔2023〕1号', approved: '2023-02-01', indicators: [indicator] }
const data = (versions: readonly unknown[]) => ({ goals: '219001', year: 2023, versions })
const codes = (value: unknown) => {
  const read = readGoals(value, '目标.yaml', items)
  return 'problems' in read ? read.problems.map(({ code, at }) => `${code} ${at.slice(1).join('/')}`) : []
}

describe('approved goals from data', () => {
  test('are read with their versions, and the one that held on a day is found', () => {
    const read = readGoals(
      data([version, { ...version, kind: 'adjusted', approved: '2023-09-01', indicators: [{ ...indicator, target: '>= 150' }] }]),
      '目标.yaml',
      items,
    )
    if ('problems' in read) throw new Error(JSON.stringify(read.problems))
    expect(read.goals).toMatchObject({ unit: '219001', project: null, year: 2023 })
    expect(goalsAt(read.goals, '2023-06-30')?.indicators[0]?.target).toEqual({ sign: '>=', value: '200' })
    expect(goalsAt(read.goals, '2023-12-31')?.indicators[0]?.target).toEqual({ sign: '>=', value: '150' })
    expect(goalsAt(read.goals, '2023-01-01')).toBeNull()
  })

  test('tell everything that is wrong', () => {
    expect(codes(data([]))).toEqual(['scheme.missing versions'])
    expect(codes({ ...data([version]), year: '二三' })).toEqual(['scheme.bad-value year', 'scheme.bad-value year'])
    expect(codes(data([{ ...version, approved: undefined, indicators: [{ ...indicator, target: '很多', weight: '-1' }] }]))).toEqual([
      'scheme.missing versions/0/approved',
      'scheme.bad-value versions/0/indicators/0/target',
      'scheme.bad-value versions/0/indicators/0/weight',
    ])
    expect(codes(data([{ ...version, indicators: [indicator, indicator] }]))).toEqual([
      'scheme.duplicate versions/0/indicators/1/indicator',
    ])
    expect(codes(data([version, { ...version, approved: '2022-01-01' }]))).toEqual(['scheme.bad-value versions/1/approved'])
    expect(codes(data([{ ...version, indicators: [{ ...indicator, formula: 'executed' }] }]))).toEqual([
      'scheme.missing versions/0/indicators/0/figure',
    ])
  })
})
