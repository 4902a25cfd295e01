import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { formatDecimal, readChineseNumber } from '../src/index.ts'

const DIGITS = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九']
const CAPITALS = ['零', '壹', '贰', '叁', '肆', '伍', '陆', '柒', '捌', '玖']

/** Writes 0 to 9999 in full, so that reading can be compared with writing. */
function writeSection(value: number, digits: readonly string[], places: readonly string[]): string {
  let text = ''
  let isGap = false
  for (let power = 3; power >= 0; power--) {
    const digit = Math.floor(value / 10 ** power) % 10
    if (digit === 0) isGap = text !== ''
    else {
      text += `${isGap ? digits[0] : ''}${digits[digit]}${places[power]}`
      isGap = false
    }
  }
  return text
}

function write(value: number, digits: readonly string[], places: readonly string[]): string {
  if (value === 0) return digits[0] ?? ''
  let text = ''
  for (const [step, word] of [
    [1e8, '亿'],
    [1e4, '万'],
    [1, ''],
  ] as const) {
    const section = Math.floor(value / step) % 1e4
    if (section === 0) continue
    if (text !== '' && section < 1000) text += digits[0]
    text += writeSection(section, digits, places) + word
  }
  return text
}

describe('Chinese numbers', () => {
  test.each([
    ['二〇二三', '2023'],
    ['二○二三', '2023'],
    ['二零二三', '2023'],
    ['两百三十', '230'],
    ['一千零五', '1005'],
    ['三万二', '32000'],
    ['两百三', '230'],
    ['十二', '12'],
    ['二十', '20'],
    ['廿三', '23'],
    ['一百一十', '110'],
    ['一亿二千万', '120000000'],
    ['一万亿', '1000000000000'],
    ['1.2亿', '120000000'],
    ['3万5千', '35000'],
    ['３万', '30000'],
    ['5百万', '5000000'],
    ['三点五', '3.5'],
    ['一点二亿', '120000000'],
    ['百分之九十八', '0.98'],
    ['百分之九十八点五', '0.985'],
    ['百分之百', '1'],
    ['百分之3.5', '0.035'],
    ['千分之三', '0.003'],
    ['三成', '0.3'],
    ['九成五', '0.95'],
    ['九成半', '0.95'],
    ['壹佰贰拾叁万肆仟伍佰陆拾柒元捌角玖分', '1234567.89'],
    ['人民币壹佰元整', '100'],
    ['伍拾元零伍分', '50.05'],
    ['贰拾叁', '23'],
    ['负三', '-3'],
    ['－3万', '-30000'],
    ['零', '0'],
    ['100', '100'],
  ])('%s is %s', (text, value) => {
    const read = readChineseNumber(text)
    expect(read && formatDecimal(read)).toBe(value)
  })

  test.each([
    '',
    ' ',
    '一体化',
    '三五十',
    '三个',
    '百分之',
    '成',
    '负',
    '亿亿',
    '三百五千',
    '三万五万',
    '点五',
    '1.2.3',
    '元',
    '壹佰元陆',
    '三分之一',
  ])('%j is no number', (text) => {
    expect(readChineseNumber(text)).toBeNull()
  })

  it('reads back what was written, small and capital', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 999_999_999_999 }), (value) => {
        const small = readChineseNumber(write(value, DIGITS, ['', '十', '百', '千']))
        const capital = readChineseNumber(write(value, CAPITALS, ['', '拾', '佰', '仟']))
        expect(small && formatDecimal(small)).toBe(String(value))
        expect(capital && formatDecimal(capital)).toBe(String(value))
      }),
      { numRuns: 2000 },
    )
  })
})
