import { describe, expect, test } from 'vitest'
import { alarmsIn } from './alarms.ts'

describe('a price of one thing, how many there were and what they cost', () => {
  const faulty: Readonly<Record<string, string>> = {
    'number, price, amount': '核验合格面积2960亩，按每亩40元兑付11.48万元。',
    'price, number, amount': '按每户3000元的标准对126户危房改造户发放补助39.8万元。',
    'amount, number, average': '公务接待费3.66万元，接待412人次，人均98.83元。',
    'things in things': '举办技能培训18期，每期50人，共培训950人次。',
    'the amount named again':
      '项目支出包括：协管员经费236.00万元；设施维护86.50万元；标志标线42.36万元。协管员经费按50人、人均5.26万元安排。',
    'the amount before what it is made of': '林地管护186.40万元，按管护面积18.46万亩、每亩每年10元兑付。',
    'the amount in the sentence before, a slip away': '生活垃圾处理费支出126.72万元。全年处理垃圾10650吨，每吨处理费用120元。',
  }
  test.each(Object.entries(faulty))('%s', (_, body) => {
    expect(alarmsIn(body)).toHaveLength(1)
  })

  const silent: Readonly<Record<string, string>> = {
    'figures that fit': [
      '核验合格面积2960亩，按每亩40元兑付11.84万元。',
      '公务接待费3.66万元，接待412人次，人均88.83元。',
      '举办技能培训18期，每期50人，共培训900人次。',
    ].join('\n\n'),
    'a price compared with another': '购置图书3200册，平均每册36.5元，比预计的38元有所降低。',
    'what else was paid for': '处理垃圾5200吨，每吨处理费用120元。环卫经费支出386万元。',
  }
  test.each(Object.entries(silent))('silent: %s', (_, body) => {
    expect(alarmsIn(body)).toEqual([])
  })
})
