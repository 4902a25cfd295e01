import { describe, expect, test } from 'vitest'
import { alarmsIn } from './alarms.ts'

describe('all of them done', () => {
  test('as many were done as there were', () => {
    expect(alarmsIn('排查燃气隐患46处，年内全部整改，整改46处。')).toEqual([])
    expect(alarmsIn('排查燃气隐患46处，年内全部整改，整改64处。')).toHaveLength(1)
    expect(alarmsIn('收到群众来信58件，均已答复，共答复55件。')).toHaveLength(1)
  })

  test('all but some, and all of something else', () => {
    expect(alarmsIn('排查燃气隐患46处，除2处外全部整改，整改44处。')).toEqual([])
    expect(alarmsIn('排查燃气隐患46处，全部建立台账，整改44处。')).toEqual([])
  })
})

describe('a rate that no definition knows', () => {
  test('what was done over what should be', () => {
    expect(alarmsIn('应发证照128本，已发124本，发证率96.88%。')).toEqual([])
    expect(alarmsIn('应发证照128本，已发124本，发证率98.68%。')).toHaveLength(1)
  })

  test('two numbers that stand for something else', () => {
    expect(alarmsIn('发放问卷200份，收回186份，知晓率91.5%。')).toEqual([])
  })
})

describe('the share of the first of its list', () => {
  test('其中 says of what', () => {
    expect(alarmsIn('专职教师96人，其中高级教师36人，占37.5%。')).toEqual([])
    expect(alarmsIn('专职教师96人，其中高级教师36人，占35.7%。')).toHaveLength(1)
  })
})
