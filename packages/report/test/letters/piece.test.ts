import { describe, expect, it } from 'vitest'
import { chineseNumber, dateWords } from '../../src/letters/piece.ts'

describe('numbers and days in official letters', () => {
  it.each([
    [1, '一'],
    [10, '十'],
    [11, '十一'],
    [20, '二十'],
    [99, '九十九'],
    [100, '100'],
  ])('%i is headed %s', (number, words) => {
    expect(chineseNumber(number)).toBe(words)
  })

  it('writes a day without zeros in front, and leaves other words alone', () => {
    expect(dateWords('2026-03-05')).toBe('2026年3月5日')
    expect(dateWords('收到后五个工作日')).toBe('收到后五个工作日')
  })
})
