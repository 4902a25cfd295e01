import { describe, expect, test } from 'vitest'
import { table } from '../audit-text.ts'
import { checksIn } from './alarms.ts'

const report = (text: string, spent = '1568.92'): string =>
  `${text}\n\n表1 支出情况表（单位：万元）\n${table(
    '支出类别 | 年初预算数 | 全年预算数 | 全年执行数 | 执行率',
    '基本支出 | 812.60 | 899.96 | 856.37 | 95.16%',
    `项目支出 | 673.60 | 743.45 | 712.55 | 95.84%`,
    `合计 | 1486.20 | 1643.41 | ${spent} | 95.47%`,
  )}\n`
const said = (initial: string, spent: string, rate = '95.47'): string =>
  `年初预算${initial}万元。执行中有追加，全年预算数为1643.41万元。全年支出${spent}万元，预算执行率${rate}%。`

describe('a row of money that is told again under another name', () => {
  test('with the same figures is silent', () => expect(checksIn(report(said('1486.20', '1568.92')))).toEqual([]))
  test('with a figure that is a slip away is told', () => {
    expect(checksIn(report(said('1468.20', '1568.92')))).toEqual(['text-table-conflict'])
    expect(checksIn(report(said('1486.20', '1586.92'))).length).toBeGreaterThan(0)
  })
  test('with a figure that is something else is left alone', () => {
    expect(checksIn(report('全年预算数为1643.41万元，其中年初预算1120.30万元为财政拨款。'))).toEqual([])
  })
  test('of which no figure is repeated is another one', () => {
    expect(checksIn(report('培训项目年初预算1468.20万元，全年预算1720.00万元，支出1586.92万元。'))).toEqual([])
  })
})
