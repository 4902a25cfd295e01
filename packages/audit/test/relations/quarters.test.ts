import { describe, expect, test } from 'vitest'
import { alarmsIn } from './alarms.ts'

describe('four quarters', () => {
  test('told together make the year', () => {
    const told = (last: string): string =>
      `全年门急诊68420人次，比上年（63150人次）增加5270人次，一至四季度分别为16210人次、16875人次、17120人次、${last}人次。`
    expect(alarmsIn(told('18215'))).toEqual([])
    expect(alarmsIn(told('18125'))).toHaveLength(1)
  })
  test('told one by one make the year', () => {
    const told = (third: string): string => `全年检查车辆18342辆。分季度看，一季度4116辆、二季度4905辆、三季度${third}辆、四季度4448辆。`
    expect(alarmsIn(told('4873'))).toEqual([])
    expect(alarmsIn(told('4783'))).toHaveLength(1)
  })
  test('of what there was at the end of each add up to nothing', () => {
    expect(alarmsIn('年内最多在册6842人。一至四季度末在册人数分别为5210人、5875人、6120人、6215人。')).toEqual([])
  })
  test('of which one is missing say nothing', () => {
    expect(alarmsIn('全年检查车辆18342辆，一季度4116辆、二季度4905辆、三季度4873辆。')).toEqual([])
  })
})
