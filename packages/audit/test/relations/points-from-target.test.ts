import { describe, expect, test } from 'vitest'
import { checksIn } from './alarms.ts'

const AIMS = '年度目标为：床位使用率不低于75%，健康管理率达到75%，患者满意度不低于90%。\n\n'

describe('percentage points to a target that is printed elsewhere', () => {
  const told = (points: string): string => `${AIMS}全年床位使用率79.27%，高于目标${points}个百分点。`
  test('that fit are silent', () => expect(checksIn(told('4.27'))).toEqual([]))
  test('that do not are told', () => expect(checksIn(told('4.72'))).toEqual(['difference-mismatch']))
  test('below a target that is reached and no bound', () => {
    expect(checksIn(`${AIMS}老年人健康管理率73.37%，低于目标1.63个百分点。`)).toEqual([])
    expect(checksIn(`${AIMS}老年人健康管理率73.37%，低于目标1.36个百分点。`)).toEqual(['difference-mismatch'])
  })
  test('of which two different ones are printed are left alone', () => {
    const two = '年度目标为：职工满意度不低于95%，患者满意度不低于90%。\n\n'
    expect(checksIn(`${two}满意度92.12%，高于目标3.40个百分点。`)).toEqual([])
  })
  test('of another rate are left alone', () => {
    expect(checksIn(`${AIMS}按时办结率97.66%，高于目标3.40个百分点。`)).toEqual([])
  })
  test('that the sentence names before what was reached', () => {
    const said = (points: string): string => `预算单位满意度目标值95%，实际93.00%，低${points}个百分点。`
    expect(checksIn(said('2.00'))).toEqual([])
    expect(checksIn(said('3.00'))).toEqual(['difference-mismatch'])
  })
})

describe('percentage points to the same rate of the year before', () => {
  const told = (points: string): string => `达标207次，达标率95.83%，上年达标198次，达标率91.67%，提高${points}个百分点。`
  test('are held against it', () => {
    expect(checksIn(told('4.16'))).toEqual([])
    expect(checksIn(told('4.61'))).toEqual(['difference-mismatch'])
  })
  test('in a bracket', () => {
    const said = (points: string): string => `年内结案419起，结案率98.36%，比上年（结案383起，结案率97.95%）提高${points}个百分点。`
    expect(checksIn(said('0.41'))).toEqual([])
    expect(checksIn(said('0.14'))).toEqual(['difference-mismatch'])
  })
})

describe('a change against the budget of the beginning of the year', () => {
  const told = (change: string, rate = '10.55'): string =>
    `年初预算1600.17万元，年中追加218.60万元。全年支出1768.93万元，较年初预算增加${change}万元，增长${rate}%。`
  test('that fits is silent', () => expect(checksIn(told('168.76'))).toEqual([]))
  test('that does not is told', () => expect(checksIn(told('168.67')).join()).toContain('difference-mismatch'))
  test('and its rate', () => expect(checksIn(told('168.76', '9.54')).join()).toContain('growth-mismatch'))
  test('is left alone where two budgets are printed', () => {
    expect(checksIn('年初预算1600.17万元。年初预算1500.17万元。全年支出1768.93万元，较年初预算增加200.76万元。')).not.toContain(
      'difference-mismatch',
    )
  })
})
