/** Finds periods and dates in text, in one pass: 2023年, 二〇二三年度, 1—6月份, 第一季度, 2023-08-15, 上年末, 近三年. */
import { numeralOf } from './numerals.ts'
import { type Found, readBehindYear, readJoint, readSmallNumber, readWithinYear } from './period/calendar-words.ts'
import { readRelativeYear } from './period/relative-years.ts'
import { fromTo, instant, LAST, periodIn, type Span, span, WHOLE_YEAR, type YearOf } from './period/span.ts'
import type { Period } from './period.ts'
import { classAt, DIGIT, digitsEnd, isDash, isPointAt, NUMERAL, OTHER, plainDigits, skipSpaces } from './scan/characters.ts'

export interface PeriodReading {
  /** UTF-16 code units of the scanned text. */
  readonly start: number
  readonly end: number
  /** Null for words that lean on a report year that is not given, and for dates that no calendar has (2月30日): then `relative` is absent. */
  readonly period: Period | null
  /**
   * Years from the report's own: 0 for 本年, 年末 and months without year, −1 for 上年. Absent when the year is printed. A year printed earlier
   * in the same sentence is stronger (2021年我局年底…): who knows it reads that sentence again with it as `reportYear`.
   */
  readonly relative?: number
}

/** All periods of a text, in order. `reportYear` is the year that the report is about. */
export function readPeriods(text: string, options: { readonly reportYear?: number } = {}): readonly PeriodReading[] {
  const readings: PeriodReading[] = []
  let index = 0
  while (index < text.length) {
    const dated = canStart(text, index) ? readStretch(text, index) : null
    if (dated !== null) readings.push(settle(text, index, dated, options.reportYear))
    index = dated?.end ?? skipUnread(text, index)
  }
  return readings
}

interface Dated {
  readonly year: YearOf
  readonly part: Span
  readonly end: number
}

const FIRST_CHARACTERS = new Set([...'上下第前近本今当全去明次来年期元'].map((word) => word.charCodeAt(0)))

function canStart(text: string, index: number): boolean {
  const kind = classAt(text, index)
  if (kind === DIGIT) return !isPointAt(text, index - 1) || classAt(text, index - 2) !== DIGIT
  if (kind === NUMERAL) return isBeforeCalendarWord(text, index)
  return kind === OTHER && FIRST_CHARACTERS.has(text.charCodeAt(index))
}

/** Most numerals are parts of words; a date has 年, 月, 季度 or a dash behind them. */
function isBeforeCalendarWord(text: string, index: number): boolean {
  const behind = text.charCodeAt(runEnd(text, index))
  return behind === 0x5e74 || behind === 0x6708 || behind === 0x5b63 || behind === 0x81f3 || behind === 0x5230 || isDash(behind)
}

/** Digits and numerals are left as a whole run, so that no number is read from its middle. */
function skipUnread(text: string, index: number): number {
  const kind = classAt(text, index)
  return kind === DIGIT || kind === NUMERAL ? runEnd(text, index) : index + 1
}

function runEnd(text: string, index: number): number {
  const kind = classAt(text, index)
  let end = index + 1
  while (classAt(text, end) === kind) end++
  return end
}

/** One date or period, and the other end of a stretch when one follows: 2023年1月1日至12月31日, 2021—2023年. */
function readStretch(text: string, index: number): Dated | null {
  const first = readYears(text, index) ?? readDated(text, index)
  const joint = first === null ? null : readJoint(text, first.end)
  if (first === null || joint === null) return first
  const absolute = readDated(text, joint)
  const within = absolute === null || 'relative' in absolute.year ? readWithinYear(text, joint) : null
  if (within !== null) return closed(first, fromTo(first.part, within.value, 0), within.end)
  const years = absolute === null ? null : yearsBetween(first.year, absolute.year)
  return absolute === null || years === null ? first : closed(first, fromTo(first.part, absolute.part, years), absolute.end)
}

/** Only a stretch that runs forwards; anything else was two periods with a dash between them. */
function closed(first: Dated, part: Span, end: number): Dated {
  return periodIn(2000, part, '') === null ? first : { year: first.year, part, end }
}

function yearsBetween(a: YearOf, b: YearOf): number | null {
  if ('absolute' in a && 'absolute' in b) return b.absolute - a.absolute
  return 'relative' in a && 'relative' in b ? b.relative - a.relative : null
}

/** 2021—2023年: the first year has no 年 of its own. */
function readYears(text: string, index: number): Dated | null {
  const first = readYearDigits(text, index)
  const joint = first === null ? null : readJoint(text, first.end)
  const last = joint === null ? null : readYear(text, joint)
  if (first === null || last === null || last.value <= first.value) return null
  return {
    year: { absolute: first.value },
    part: fromTo(WHOLE_YEAR, WHOLE_YEAR, last.value - first.value),
    end: skipMark(text, last.end, '度'),
  }
}

function readDated(text: string, index: number): Dated | null {
  return readNumericDate(text, index) ?? readPrintedYear(text, index) ?? readRelative(text, index) ?? readImplied(text, index)
}

/** 2023-08-15, 2023.8.15, 2023/8/15 and 2023-08. */
function readNumericDate(text: string, index: number): Dated | null {
  const year = readYearDigits(text, index)
  const mark = year === null ? '' : text.charAt(year.end)
  if (year === null || !'-./－．／'.includes(mark) || mark === '') return null
  const month = readShortDigits(text, year.end + 1)
  if (month === null) return null
  const day = text.charAt(month.end) === mark ? readShortDigits(text, month.end + 1) : null
  if (day !== null) return { year: { absolute: year.value }, part: instant(month.value, day.value === LAST ? 99 : day.value), end: day.end }
  const isMonth = (mark === '-' || mark === '－') && month.end - year.end === 3 && month.value >= 1 && month.value <= 12
  return isMonth ? { year: { absolute: year.value }, part: span('month', month.value, 1, month.value, LAST), end: month.end } : null
}

function readPrintedYear(text: string, index: number): Dated | null {
  const year = readYear(text, index)
  if (year === null) return null
  const behind = readBehind(text, year.end)
  return { year: { absolute: year.value }, part: behind?.value ?? WHOLE_YEAR, end: behind?.end ?? year.end }
}

/** 本年度, 上年末, 去年1-6月. */
function readRelative(text: string, index: number): Dated | null {
  const found = readRelativeYear(text, index)
  if (found === null) return null
  const { relative, part, end } = found.value
  const behind = part === WHOLE_YEAR ? readBehind(text, end) : null
  return { year: { relative }, part: behind?.value ?? part, end: behind?.end ?? end }
}

/** What narrows a year: 度 or 全年 alone leave it whole and may be followed by more (2023年度上半年, 本年度年末). */
function readBehind(text: string, index: number): Found<Span> | null {
  const first = readBehindYear(text, skipSpaces(text, index, 1))
  if (first?.value !== WHOLE_YEAR) return first
  return readWithinYear(text, skipSpaces(text, first.end, 1)) ?? first
}

/** A part of a year without its year: 上半年, 12月31日, 年末. Chinese months alone (一月一题) need a day or 份. */
function readImplied(text: string, index: number): Dated | null {
  const within = readWithinYear(text, index)
  if (within === null) return null
  const isSpelled = classAt(text, index) === NUMERAL && within.value.kind === 'month' && text.charAt(within.end - 1) !== '份'
  return isSpelled ? null : { year: { relative: 0 }, part: within.value, end: within.end }
}

/** 2023年, 二〇二三年, 22年度. */
function readYear(text: string, index: number): Found<number> | null {
  const digits = readYearDigits(text, index) ?? readSpelledYear(text, index)
  if (digits !== null) {
    const mark = skipSpaces(text, digits.end, 1)
    return text.charAt(mark) === '年' ? { value: digits.value, end: mark + 1 } : null
  }
  const short = classAt(text, index) === DIGIT ? readSmallNumber(text, index) : null
  const isShortYear = short !== null && digitsEnd(text, index) - index === 2 && text.startsWith('年度', short.end)
  return isShortYear ? { value: 2000 + short.value, end: short.end + 1 } : null
}

function readYearDigits(text: string, index: number): Found<number> | null {
  const end = digitsEnd(text, index)
  if (end - index !== 4) return null
  const value = Number(plainDigits(text, index, end))
  return isYear(value) ? { value, end } : null
}

function readSpelledYear(text: string, index: number): Found<number> | null {
  let value = 0
  for (let i = index; i < index + 4; i++) {
    const numeral = numeralOf(text.charCodeAt(i))
    if (numeral?.kind !== 'digit') return null
    value = value * 10 + Number(numeral.value)
  }
  return isYear(value) ? { value, end: index + 4 } : null
}

function readShortDigits(text: string, index: number): Found<number> | null {
  const end = digitsEnd(text, index)
  return end === index || end - index > 2 ? null : { value: Number(plainDigits(text, index, end)), end }
}

/** Reports are about years of this and the last century; 1500年 would be a stretch of time. */
function isYear(value: number): boolean {
  return value >= 1900 && value <= 2099
}

function settle(text: string, start: number, dated: Dated, reportYear: number | undefined): PeriodReading {
  const { year, part, end } = dated
  const asPrinted = text.slice(start, end)
  if ('absolute' in year) return Object.freeze({ start, end, period: periodIn(year.absolute, part, asPrinted) })
  const period = reportYear === undefined ? null : periodIn(reportYear + year.relative, part, asPrinted)
  return Object.freeze({ start, end, period, relative: year.relative })
}

function skipMark(text: string, index: number, mark: string): number {
  return text.startsWith(mark, index) ? index + mark.length : index
}
