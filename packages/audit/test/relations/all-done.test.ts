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

describe('rates whose figures stand in other sentences', () => {
  test('the only counts of the paragraph that fit', () => {
    const told = (rate: string): string => `全年实际开放总床日36600床日。床位使用率${rate}。实际占用总床日29280床日。`
    expect(alarmsIn(told('80.0%'))).toEqual([])
    expect(alarmsIn(told('80.6%'))).toHaveLength(1)
  })

  test('what was available in another paragraph', () => {
    const told = (rate: string): string =>
      `加上年初结转12.46万元，全年可用资金735.40万元。\n\n（二）支出情况\n\n全年支出671.90万元，预算执行率${rate}。`
    expect(alarmsIn(told('91.37%'))).toEqual([])
    expect(alarmsIn(told('93.17%'))).toHaveLength(1)
  })
})

describe('a clause of words about another year', () => {
  test('says nothing of the figures behind it', () => {
    const told = (rate: string): string =>
      `接待观众41286人次，比上年29841人次增长38.35%，主要是上年闭馆时间较长；举办讲座236场，比上年201场增长${rate}。`
    expect(alarmsIn(told('17.41%'))).toEqual([])
    expect(alarmsIn(told('14.71%'))).toHaveLength(1)
  })
})

describe('lines of a name and a figure each', () => {
  test('the rate on its line is that of the lines above', () => {
    const lines = (rate: string): string =>
      ['年初预算数：300.00万元', '调整预算数：360.00万元', '全年执行数：342.00万元', `预算执行率：${rate}`].join('\n\n')
    expect(alarmsIn(lines('95.00%'))).toEqual([])
    expect(alarmsIn(lines('59.00%'))).toHaveLength(1)
  })
})
