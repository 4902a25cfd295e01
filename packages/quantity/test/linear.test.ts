/** Time grows with the text alone, whatever stands in it. Compared as ratios within one run: eight times the text may take 24 times, a square takes 64. */
import { describe, expect, test } from 'vitest'
import { parseDecimal, readChineseNumber, readPeriods, scanCell, scanNumbers } from '../src/index.ts'

const LENGTH = 1 << 12
const GROWTH = 8
const GATE = 24

const HOSTILE: Readonly<Record<string, string>> = {
  digits: '7',
  'full-width digits': '７',
  'enumeration commas': '、',
  spaces: ' ',
  NULs: '\0',
  'ones and commas': '1,',
  'thousands groups': ',111',
  'spaced groups': ' 111',
  'figures and spaces': '1 ',
  brackets: '(',
  'dotted numbers': '1.',
  'spaced points': '1 . ',
  'figures and dashes': '1-',
  dashes: '-',
  ones: '一',
  'ten thousands': '万',
  'digits with 万': '1万',
  'digits with two steps': '3万5千',
  tens: '一十',
  points: '一点',
  fractions: '百分之',
  'letters and digits': 'a1',
  addresses: 'a://',
  comparators: '≤',
  'figures and comparators': '5≤',
  included: '（含）',
  dates: '2023-',
  years: '2023年',
  months: '1月',
  'joined figures': '1至',
  more: '10多',
  capitals: '壹佰元',
  'capital digits': '壹',
  'last years': '近三',
}

const READERS = { scanNumbers, scanCell, readPeriods } as const

/** Processor time, not time on the wall: a busy machine takes a longer run away from us more often than a short one. */
function cheapestMs(run: () => unknown): number {
  let best = Number.POSITIVE_INFINITY
  for (let i = 0; i < 4; i++) {
    const start = process.cpuUsage()
    run()
    const { user, system } = process.cpuUsage(start)
    best = Math.min(best, (user + system) / 1000)
  }
  return best
}

describe.each(Object.entries(READERS))('%s is linear on', (_name, read) => {
  test.each(Object.entries(HOSTILE))('%s', (_case, unit) => {
    const short = unit.repeat(Math.ceil(LENGTH / unit.length))
    const long = unit.repeat(Math.ceil((GROWTH * LENGTH) / unit.length))
    read(short)
    const base = cheapestMs(() => read(short))
    const grown = cheapestMs(() => read(long))
    // Below a few milliseconds the clock and the collector measure themselves.
    expect(grown / Math.max(base, 2)).toBeLessThan(GATE)
  })
})

describe('very long input', () => {
  test('five million digits are no amount, and are left in no time', () => {
    expect(scanNumbers('7'.repeat(5_000_000))).toEqual([])
    expect(readPeriods('7'.repeat(5_000_000))).toEqual([])
  })

  test('forty digits are an amount, forty-one a code', () => {
    expect(scanNumbers('7'.repeat(40))).toHaveLength(1)
    expect(scanNumbers('7'.repeat(41))).toEqual([])
    expect(scanNumbers(`0.${'7'.repeat(41)}`)).toEqual([])
  })

  test('a code does not hide the figure behind it', () => {
    expect(scanNumbers(`${'7'.repeat(50)}，共3件`)).toHaveLength(1)
  })

  test('texts that are no number are refused by their length', () => {
    expect(parseDecimal('7'.repeat(5_000_000))).toBeNull()
    expect(readChineseNumber('一'.repeat(1_000_000))).toBeNull()
  })
})
