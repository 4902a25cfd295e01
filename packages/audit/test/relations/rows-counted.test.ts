import { describe, expect, test } from 'vitest'
import { alarmsIn } from './alarms.ts'

const rows = (count: number): string =>
  [
    '| 序号 | 项目名称 | 预算数 | 支出数 |',
    '| --- | --- | --- | --- |',
    ...Array.from({ length: count }, (_, at) => `| ${at + 1} | 第${'甲乙丙丁'[at]}标段改造 | 12.30 | 12.30 |`),
  ].join('\n')

describe('rows counted against the number announced', () => {
  test('numbered rows below the sentence', () => {
    expect(alarmsIn(`全年实施改造，共3个项目，明细如下：\n\n${rows(3)}`)).toEqual([])
    expect(alarmsIn(`全年实施改造，共4个项目，明细如下：\n\n${rows(3)}`)).toHaveLength(1)
  })

  test('two numbers of things leave open which the table lists', () => {
    expect(alarmsIn(`全年安排5个项目，完工4个项目，完工项目如下：\n\n${rows(3)}`)).toEqual([])
  })
})

describe('a rate of which a unit has one a year', () => {
  test('told twice', () => {
    const told = (again: string): string =>
      `年末结转21.40万元，结转结余率2.31%。\n\n（二）结转结余情况\n\n结转结余率${again}，低于5%的控制线。`
    expect(alarmsIn(told('2.31%'))).toEqual([])
    expect(alarmsIn(told('2.13%'))).toHaveLength(1)
  })
})
