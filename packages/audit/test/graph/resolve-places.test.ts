/** The precision that money is judged with; told from reports, since the place follows from what stands round a figure. */
import { formatDecimal } from '@jiheng/quantity'
import { describe, expect, test } from 'vitest'
import { claimsOfReport } from '../../src/claims/claims-of-report.ts'
import { resolvePlaces } from '../../src/graph/resolve-places.ts'
import { HEAD, readText, table } from '../audit-text.ts'

/** value → place in 元; null for exact figures. */
function placesOf(text: string): (string | null)[] {
  const [report] = readText(HEAD + text).reports
  if (report === undefined) throw new Error('no report')
  const set = claimsOfReport(report, 0)
  resolvePlaces(set)
  return set.figures.map(({ place }) => (place === null ? null : formatDecimal(place)))
}

describe('the place that a figure is judged with', () => {
  test('a figure that dropped its zeros has the finest place of its sentence', () => {
    expect(placesOf('人员经费234万元，公用经费173.65万元。')).toEqual(['100', '100'])
  })

  test('sentences apart keep their own places', () => {
    expect(placesOf('人员经费234万元。公用经费173.65万元。')).toEqual(['10000', '100'])
  })

  test('a place that most figures of the report print counts for all of them', () => {
    expect(placesOf('基本支出1.25万元。项目支出2.25万元。人员经费3.25万元。公用经费4.25万元。会议费234万元。').at(-1)).toBe('100')
  })

  test('the finest place of a column counts for the column and not for its neighbour', () => {
    expect(
      placesOf(table('项目 | 预算数（万元） | 执行数（万元）', '道路改造 | 100 | 95.5', '桥梁维修 | 200 | 180.25', '合计 | 300 | 275.75')),
    ).toEqual(['10000', '100', '10000', '100', '10000', '100'])
  })

  test('a hedged figure keeps its own', () => {
    expect(placesOf('人员经费约234万元，公用经费173.65万元。')[0]).toBe('10000')
  })

  test('a figure in 亿元 keeps its own', () => {
    expect(placesOf('人员经费2.3亿元，公用经费173.65万元。')[0]).toBe('10000000')
  })

  test('元 and 万元 do not share', () => {
    expect(placesOf('人员经费234万元，公用经费1736500.25元。')).toEqual(['10000', '0.01'])
  })

  test('a figure that is printed in full elsewhere was rounded and dropped no zeros', () => {
    expect(placesOf('资产总额650.14万元。资产总额650.1万元，负债总额173.65万元。')[1]).toBe('1000')
  })

  test('counts and points are exact', () => {
    expect(placesOf('学生234人，自评得分95.5分。')).toEqual([null, null])
  })

  test('rates keep their own', () => {
    expect(placesOf('执行率95%，完成率95.25%。')).toEqual(['0.01', '0.0001'])
  })
})
