import { describe, expect, test } from 'vitest'
import { claimsOf } from '../../src/index.ts'
import { HEAD, readText } from '../audit-text.ts'
import { alarmsIn } from '../relations/alarms.ts'

const told = (text: string): string[] =>
  claimsOf(readText(`${HEAD}一、基本情况\n\n${text}\n`))
    .flat()
    .map(({ quantity, concept, label, role, period }) => [quantity.value, concept ?? label, role, period?.from.slice(0, 4) ?? ''].join(' '))

describe('names in a row before 分别, figures in a row behind it', () => {
  test('every figure gets its own name and role', () => {
    expect(told('年初预算、调整后预算和支出决算分别为300万元、360万元和342万元。')).toEqual([
      '300 budget initial-budget ',
      '360 budget adjusted-budget ',
      '342 expenditure final ',
    ])
  })

  test('what only one of the names says belongs to all', () => {
    expect(told('2023年和2022年收入分别为320万元、300万元。')).toEqual(['320 revenue amount 2023', '300 revenue amount 2022'])
    expect(told('收入2022年、2023年分别为300万元、320万元。')).toEqual(['300 revenue amount 2022', '320 revenue amount 2023'])
  })

  test('as many figures as names, or none of it', () => {
    expect(told('人员经费、公用经费分别为200万元、30万元、12万元。')[0]).toContain('public-cost')
  })

  test('so that rates find their figures', () => {
    const rate = (value: string): string => `年初预算、调整后预算和支出决算分别为300万元、360万元和342万元，执行率${value}。`
    expect(alarmsIn(rate('95%'))).toEqual([])
    expect(alarmsIn(rate('59%'))).toHaveLength(1)
  })

  test('points in a row add up to nothing before them', () => {
    expect(alarmsIn('数量、质量、时效指标分别为20分、10分、10分，得分分别为19分、10分、8分。')).toEqual([])
  })
})
