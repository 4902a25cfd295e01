/** Worked examples for a report about 2023: text, then every period in it as "printed | years from the report's | kind and dates". */
import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { type PeriodReading, readPeriods } from '../src/index.ts'

type Example = readonly [text: string, ...periods: readonly string[]]

const PERIODS: readonly Example[] = [
  ['2023年', '2023年 | year 2023-01-01 2023-12-31'],
  ['2023年度', '2023年度 | year 2023-01-01 2023-12-31'],
  ['2023 年度', '2023 年度 | year 2023-01-01 2023-12-31'],
  ['二〇二三年', '二〇二三年 | year 2023-01-01 2023-12-31'],
  ['二零二三年度', '二零二三年度 | year 2023-01-01 2023-12-31'],
  ['22年度', '22年度 | year 2022-01-01 2022-12-31'],
  ['2023年1-6月', '2023年1-6月 | range 2023-01-01 2023-06-30'],
  ['2023年1—6月份', '2023年1—6月份 | range 2023-01-01 2023-06-30'],
  ['2023年1月至6月', '2023年1月至6月 | range 2023-01-01 2023-06-30'],
  ['2023年1月-6月', '2023年1月-6月 | range 2023-01-01 2023-06-30'],
  ['上半年', '上半年 | 0 half 2023-01-01 2023-06-30'],
  ['2023年上半年', '2023年上半年 | half 2023-01-01 2023-06-30'],
  ['2023年度上半年', '2023年度上半年 | half 2023-01-01 2023-06-30'],
  ['2023年下半年', '2023年下半年 | half 2023-07-01 2023-12-31'],
  ['第一季度', '第一季度 | 0 quarter 2023-01-01 2023-03-31'],
  ['2023年三季度', '2023年三季度 | quarter 2023-07-01 2023-09-30'],
  ['2023年第4季度', '2023年第4季度 | quarter 2023-10-01 2023-12-31'],
  ['前三季度', '前三季度 | 0 range 2023-01-01 2023-09-30'],
  ['2023年7月下旬', '2023年7月下旬 | range 2023-07-21 2023-07-31'],
  ['2022年8月初', '2022年8月初 | range 2022-08-01 2022-08-10'],
  ['8月中旬', '8月中旬 | 0 range 2023-08-11 2023-08-20'],
  ['6月底', '6月底 | 0 instant 2023-06-30'],
  ['2023年8月15日', '2023年8月15日 | instant 2023-08-15'],
  ['2023年8月15号', '2023年8月15号 | instant 2023-08-15'],
  ['2023-08-15', '2023-08-15 | instant 2023-08-15'],
  ['2023.8.15', '2023.8.15 | instant 2023-08-15'],
  ['2023/8/15', '2023/8/15 | instant 2023-08-15'],
  ['2023-08', '2023-08 | month 2023-08-01 2023-08-31'],
  ['2023年末', '2023年末 | instant 2023-12-31'],
  ['2023年底', '2023年底 | instant 2023-12-31'],
  ['2023 年底', '2023 年底 | instant 2023-12-31'],
  ['2023年年末', '2023年年末 | instant 2023-12-31'],
  ['2022年年底', '2022年年底 | instant 2022-12-31'],
  ['2023年12月31日', '2023年12月31日 | instant 2023-12-31'],
  ['截至12月31日', '12月31日 | 0 instant 2023-12-31'],
  ['2023年初', '2023年初 | instant 2023-01-01'],
  ['2023年年初', '2023年年初 | instant 2023-01-01'],
  ['年初结转', '年初 | 0 instant 2023-01-01'],
  ['年末结转', '年末 | 0 instant 2023-12-31'],
  ['年初结转预算资金', '年初 | 0 instant 2023-01-01'],
  ['期初余额', '期初 | 0 instant 2023-01-01'],
  ['期末余额', '期末 | 0 instant 2023-12-31'],
  ['本年', '本年 | 0 year 2023-01-01 2023-12-31'],
  ['本年度', '本年度 | 0 year 2023-01-01 2023-12-31'],
  ['今年以来', '今年 | 0 year 2023-01-01 2023-12-31'],
  ['当年', '当年 | 0 year 2023-01-01 2023-12-31'],
  ['全年预算数', '全年 | 0 year 2023-01-01 2023-12-31'],
  ['2023年全年', '2023年全年 | year 2023-01-01 2023-12-31'],
  ['本年度年末', '本年度年末 | 0 instant 2023-12-31'],
  ['上年', '上年 | -1 year 2022-01-01 2022-12-31'],
  ['上年度', '上年度 | -1 year 2022-01-01 2022-12-31'],
  ['上一年度', '上一年度 | -1 year 2022-01-01 2022-12-31'],
  ['去年', '去年 | -1 year 2022-01-01 2022-12-31'],
  ['去年底', '去年底 | -1 instant 2022-12-31'],
  ['上年末', '上年末 | -1 instant 2022-12-31'],
  ['上年同期', '上年 | -1 year 2022-01-01 2022-12-31'],
  ['前年', '前年 | -2 year 2021-01-01 2021-12-31'],
  ['下年度', '下年度 | 1 year 2024-01-01 2024-12-31'],
  ['明年', '明年 | 1 year 2024-01-01 2024-12-31'],
  ['近三年', '近三年 | 0 range 2021-01-01 2023-12-31'],
  ['近3年', '近3年 | 0 range 2021-01-01 2023-12-31'],
  ['今年11月', '今年11月 | 0 month 2023-11-01 2023-11-30'],
  ['12月份', '12月份 | 0 month 2023-12-01 2023-12-31'],
  ['十二月份', '十二月份 | 0 month 2023-12-01 2023-12-31'],
  ['二〇二三年十二月三十一日', '二〇二三年十二月三十一日 | instant 2023-12-31'],
  ['2023年元月', '2023年元月 | month 2023-01-01 2023-01-31'],
  ['2021-2023年', '2021-2023年 | range 2021-01-01 2023-12-31'],
  ['2021年—2023年', '2021年—2023年 | range 2021-01-01 2023-12-31'],
  ['2021年至2023年', '2021年至2023年 | range 2021-01-01 2023-12-31'],
  ['2023年1月1日至12月31日', '2023年1月1日至12月31日 | range 2023-01-01 2023-12-31'],
  ['2023年1月1日至2023年12月31日', '2023年1月1日至2023年12月31日 | range 2023-01-01 2023-12-31'],
  ['2022年7月至2023年6月', '2022年7月至2023年6月 | range 2022-07-01 2023-06-30'],
  ['5月30日至6月2日', '5月30日至6月2日 | 0 range 2023-05-30 2023-06-02'],
  ['2023年6月底至年末', '2023年6月底至年末 | range 2023-06-30 2023-12-31'],
]

const OTHER_WORDS: readonly Example[] = [
  ['2023年初预算', '2023年 | year 2023-01-01 2023-12-31'],
  ['年初预算'],
  ['2022年年初预算资金', '2022年 | year 2022-01-01 2022-12-31'],
  ['预算年初数'],
  ['12个月'],
  ['每季度'],
  ['一月一题'],
  ['一体化'],
  ['以上年度'],
  ['学期末'],
  ['近年来'],
  ['3年'],
  ['12345年'],
  ['1800年'],
  ['2023'],
  ['〔2023〕59号'],
  ['2012.12万元'],
  ['1.5月'],
  ['半年'],
  ['年度目标'],
  ['2023年2月30日', '2023年2月30日 | null'],
  ['2023年13月', '2023年13月 | null'],
  ['6月至2月', '6月至2月 | 0 null'],
  ['年初支出预算'],
  ['年初一般公共预算拨款'],
  ['2023年初步完成', '2023年 | year 2023-01-01 2023-12-31'],
  ['8月初审', '8月 | 0 month 2023-08-01 2023-08-31'],
]

function show(text: string, reading: PeriodReading): string {
  const { start, end, period, relative } = reading
  const dates = period === null ? 'null' : [period.kind, period.from, ...(period.from === period.to ? [] : [period.to])].join(' ')
  return `${text.slice(start, end)} | ${relative === undefined ? '' : `${relative} `}${dates}`
}

const cases = (examples: readonly Example[]) => examples.map((example) => ({ text: example[0], periods: example.slice(1) }))

describe('periods in text', () => {
  test.each(cases(PERIODS))('$text', ({ text, periods }) => {
    expect(readPeriods(text, { reportYear: 2023 }).map((reading) => show(text, reading))).toEqual(periods)
  })

  it('keep what was printed', () => {
    expect(readPeriods('截至 2023 年底，')[0]?.period?.asPrinted).toBe('2023 年底')
  })

  it('are found side by side', () => {
    const text = '2022年末，原值137.14万元。2023年末，原值139.03万元，较上年增加1.89万元'
    expect(readPeriods(text).map((reading) => text.slice(reading.start, reading.end))).toEqual(['2022年末', '2023年末', '上年'])
  })
})

describe('words and dates that are no period', () => {
  test.each(cases(OTHER_WORDS))('$text', ({ text, periods }) => {
    expect(readPeriods(text, { reportYear: 2023 }).map((reading) => show(text, reading))).toEqual(periods)
  })
})

describe('words that lean on the year of the report', () => {
  it('stay open while it is not known', () => {
    expect(readPeriods('上年末')).toEqual([{ start: 0, end: 3, period: null, relative: -1 }])
  })

  it('follow it', () => {
    const dates = [2021, 2023].map((reportYear) => readPeriods('上年末', { reportYear })[0]?.period?.to)
    expect(dates).toEqual(['2020-12-31', '2022-12-31'])
  })

  it('do not touch printed years', () => {
    expect(readPeriods('2022年', { reportYear: 2023 })).toEqual(readPeriods('2022年'))
  })
})

describe('reading periods', () => {
  const piece = fc.constantFrom(
    '2023',
    '年',
    '年度',
    '末',
    '初',
    '1',
    '12',
    '月',
    '日',
    '-',
    '至',
    '上',
    '本',
    '近',
    '三',
    '季度',
    '第',
    '，',
    ' ',
    '二〇二三',
    '期末',
    '.',
  )
  const anyText = fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join(''))

  it('gives positions in order, and periods that run forwards', () => {
    fc.assert(
      fc.property(anyText, (text) => {
        let last = 0
        for (const { start, end, period } of readPeriods(text, { reportYear: 2023 })) {
          expect(start).toBeGreaterThanOrEqual(last)
          expect(end).toBeGreaterThan(start)
          if (period !== null) {
            expect(period.from <= period.to).toBe(true)
            expect(period.asPrinted).toBe(text.slice(start, end))
          }
          last = end
        }
      }),
      { numRuns: 2000 },
    )
  })

  it('survives any string', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        expect(Array.isArray(readPeriods(text))).toBe(true)
      }),
    )
  })
})
