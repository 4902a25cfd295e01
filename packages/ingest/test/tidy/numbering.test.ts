import { describe, expect, test } from 'vitest'
import { LEVELS } from '../../src/index.ts'
import { readNumber } from '../../src/tidy/numbering.ts'

const read = (text: string) => {
  const number = readNumber(text)
  return number && [number.number, number.level, number.value]
}

describe('numbers of headings', () => {
  test('every style has its level', () => {
    expect(read('第一部分 部门概况')).toEqual(['第一部分', LEVELS.part, 1])
    expect(read('第三章 结论')).toEqual(['第三章', 1, 3])
    expect(read('第二节 管理')).toEqual(['第二节', 2, 2])
    expect(read('一、基本情况')).toEqual(['一、', 2, 1])
    expect(read('十二、其他')).toEqual(['十二、', 2, 12])
    expect(read('（三）收支')).toEqual(['（三）', 3, 3])
    expect(read('(二）混排')).toEqual(['(二）', 3, 2])
    expect(read('㈠概况')).toEqual(['㈠', 3, 1])
    expect(read('3.资产')).toEqual(['3.', 4, 3])
    expect(read('3、资产')).toEqual(['3、', 4, 3])
    expect(read('１．资产')).toEqual(['１．', 4, 1])
    expect(read('（4）债务')).toEqual(['（4）', 5, 4])
    expect(read('(4) 债务')).toEqual(['(4)', 5, 4])
    expect(read('4）债务')).toEqual(['4）', 5, 4])
    expect(read('⑵债务')).toEqual(['⑵', 5, 2])
    expect(read('⑪资产')).toEqual(['⑪', 6, 11])
  })

  test('points lie deeper', () => {
    expect(read('1.1 背景')).toEqual(['1.1', 5, 1])
    expect(read('2.3.1 数量')).toEqual(['2.3.1', 6, 1])
    expect(read('2.10.质量')).toEqual(['2.10.', 5, 10])
  })

  test('the spaces of a scanner stay in the number', () => {
    expect(read('（ 一 ）情况')?.[0]).toBe('（ 一 ）')
    expect(read('2 、情况')?.[0]).toBe('2 、')
  })

  test('a year behind a number is no decimal', () => {
    expect(read('2.2023年收入')).toEqual(['2.', 4, 2])
  })

  test('figures, years, dates and words are no numbers of headings', () => {
    for (const text of [
      '1.5万元用于维护',
      '95.92分',
      '3.5%',
      '2023年度',
      '24小时',
      '12345热线',
      '1,234.50',
      '一是推进',
      '十分重视',
      '第一季度',
      '（2022年度）',
      '1.25',
      '2023.12.31',
      '12.31',
      '0.5倍',
      '90（含）-100分',
    ]) {
      expect([text, read(text)]).toEqual([text, null])
    }
  })
})
