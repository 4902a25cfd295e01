import { describe, expect, test } from 'vitest'
import { claimsOf } from '../../src/index.ts'
import { HEAD, readText } from '../audit-text.ts'

const namesIn = (text: string): string[] =>
  claimsOf(readText(`${HEAD}一、基本情况\n\n${text}\n`))
    .flat()
    .map(({ quantity, label, concept }) => `${quantity.value} ${concept ?? label}`)

describe('the name of a figure', () => {
  test('words that only begin like a connecting word stay whole', () => {
    expect(namesIn('在校学生860人，及格人数812人。')).toEqual(['860 在校学生', '812 及格人数'])
  })

  test('the number of an item is no part of it', () => {
    expect(namesIn('1.志愿服务费6.5万元。')[0]).toMatch(/^6.5 志愿服务费/)
  })

  test('it may stand behind the figure', () => {
    expect(namesIn('一是年末有12.6万元结转。')).toEqual(['12.6 carry-out'])
  })

  test('under the heading of an indicator, 实际 is that indicator', () => {
    expect(namesIn('（三）路灯亮灯率。目标98%以上，实际98.9%。')).toEqual(['98 路灯亮灯率', '98.9 路灯亮灯率'])
  })

  test('a number of households, all of which', () => {
    expect(namesIn('其余23户均落实帮扶措施。')).toHaveLength(1)
  })
})
