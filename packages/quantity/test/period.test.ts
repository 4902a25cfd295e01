import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { contains, dateOf, daysInMonth, type Period, previousYear, readPeriods, samePeriod, yearOf } from '../src/index.ts'

function period(text: string): Period {
  const found = readPeriods(text, { reportYear: 2023 })[0]?.period
  if (!found) throw new Error(`no period in ${text}`)
  return found
}

describe('periods', () => {
  it('contain their parts', () => {
    expect(contains(period('2023年'), period('2023年1-6月'))).toBe(true)
    expect(contains(period('2023年1-6月'), period('2023年'))).toBe(false)
    expect(contains(period('2023年'), period('2023年末'))).toBe(true)
    expect(contains(period('2023年'), period('2022年末'))).toBe(false)
  })

  it('are the same however they were printed', () => {
    expect(samePeriod(period('2023年度'), period('2023年1-12月'))).toBe(true)
    expect(samePeriod(period('二〇二三年'), period('2023年'))).toBe(true)
    expect(samePeriod(period('2023年末'), period('2023年12月31日'))).toBe(true)
    expect(samePeriod(period('2023年'), period('2022年'))).toBe(false)
  })

  it('keep a stock apart from the flow of one day', () => {
    const day: Period = { kind: 'range', from: '2023-12-31', to: '2023-12-31', asPrinted: '' }
    expect(samePeriod(day, period('2023年末'))).toBe(false)
  })

  it('know their year unless they cross a new year', () => {
    expect(yearOf(period('2023年8月'))).toBe(2023)
    expect(yearOf(period('2021-2023年'))).toBeNull()
  })

  it('step back a year, a month to its own last day', () => {
    expect(previousYear(period('2023年度'))).toEqual({
      kind: 'year',
      from: '2022-01-01',
      to: '2022-12-31',
      asPrinted: '2022-01-01/2022-12-31',
    })
    expect(previousYear(period('2025年2月')).to).toBe('2024-02-29')
    expect(previousYear(period('2024年2月')).to).toBe('2023-02-28')
    expect(previousYear(period('2023年末')).asPrinted).toBe('2022-12-31')
  })

  it('have only dates that the calendar has', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1900, max: 2099 }),
        fc.integer({ min: 0, max: 13 }),
        fc.integer({ min: 0, max: 32 }),
        (year, month, day) => {
          const text = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`
          const date = new Date(`${text}T00:00:00Z`)
          const isReal = !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text)
          expect(dateOf(year, month, day)).toBe(isReal ? text : null)
          if (month >= 1 && month <= 12) expect(daysInMonth(year, month)).toBe(new Date(Date.UTC(year, month, 0)).getUTCDate())
        },
      ),
    )
  })
})
