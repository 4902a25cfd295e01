/** The date and time that a serial number stands for, in the words of its format. */
import type { FormatToken } from './format-sections.ts'

interface Moment {
  readonly year: number
  readonly month: number
  readonly day: number
  /** 0 is Sunday. */
  readonly weekday: number
  readonly hour: number
  readonly minute: number
  readonly second: number
  /** Behind the point of the second, 0 to 1. */
  readonly fraction: number
  /** Since the beginning of day 0. */
  readonly seconds: number
}

const DAY = 86_400
const LAST_SERIAL = 2_958_465.999_999_9

/** null for numbers that are no dates: below zero, beyond the year 9999. */
export function shownDate(serial: number, tokens: readonly FormatToken[], is1904: boolean): string | null {
  const shift = is1904 ? 1462 : 0
  if (!(serial >= 0) || serial + shift > LAST_SERIAL) return null
  const places = tokens.filter((token, i) => token.kind === 'digit' && tokens.slice(0, i).some(({ kind }) => kind === 'point')).length
  const moment = momentOf(serial + shift, Math.min(3, places))
  const isHalfDay = tokens.some((token) => token.kind === 'date' && HALF_DAY.test(token.code))
  return tokens.map((token, i) => wordsOf(token, moment, { tokens, at: i, isHalfDay, places })).join('')
}

const HALF_DAY = /^(am\/pm|a\/p|上午\/下午)$/

function momentOf(serial: number, places: number): Moment {
  const unit = 10 ** places
  const total = Math.round(serial * DAY * unit)
  const days = Math.floor(total / (DAY * unit))
  const rest = total - days * DAY * unit
  const seconds = Math.floor(rest / unit)
  return {
    ...calendarDay(days),
    hour: Math.floor(seconds / 3600),
    minute: Math.floor(seconds / 60) % 60,
    second: seconds % 60,
    fraction: (rest - seconds * unit) / unit,
    seconds: days * DAY + seconds,
  }
}

/** Day 60 is the 29th of February 1900, which never was; day 0 is the 0th of January. */
function calendarDay(days: number): Pick<Moment, 'year' | 'month' | 'day' | 'weekday'> {
  const weekday = (days + 6) % 7
  if (days === 60) return { year: 1900, month: 2, day: 29, weekday }
  if (days === 0) return { year: 1900, month: 1, day: 0, weekday }
  return { ...fromMarch(days > 60 ? days - 61 : days - 60), weekday }
}

const DAYS_IN_FOUR_YEARS = 1461
const DAYS_IN_CENTURY = 36_524
const DAYS_IN_FOUR_CENTURIES = 146_097

/** Days since the 1st of March 1900, as a date: with years that begin in March, the day that may be missing is their last. */
function fromMarch(since1900: number): { year: number; month: number; day: number } {
  // From the 1st of March 1600, where the pattern of four centuries begins.
  const days = since1900 + 3 * DAYS_IN_CENTURY
  const inCycle = days % DAYS_IN_FOUR_CENTURIES
  const century = Math.min(3, Math.floor(inCycle / DAYS_IN_CENTURY))
  const inCentury = inCycle - century * DAYS_IN_CENTURY
  const four = Math.floor(inCentury / DAYS_IN_FOUR_YEARS)
  const inFour = inCentury - four * DAYS_IN_FOUR_YEARS
  const year = Math.min(3, Math.floor(inFour / 365))
  const dayOfYear = inFour - year * 365
  const month = Math.floor((5 * dayOfYear + 2) / 153)
  const whole = 1600 + 400 * Math.floor(days / DAYS_IN_FOUR_CENTURIES) + 100 * century + 4 * four + year
  const day = dayOfYear - Math.floor((153 * month + 2) / 5) + 1
  return month < 10 ? { year: whole, month: month + 3, day } : { year: whole + 1, month: month - 9, day }
}

interface Around {
  readonly tokens: readonly FormatToken[]
  readonly at: number
  readonly isHalfDay: boolean
  readonly places: number
}

function wordsOf(token: FormatToken, moment: Moment, around: Around): string {
  switch (token.kind) {
    case 'literal':
      return token.text
    case 'date':
      return dateWords(token.code, moment, around)
    case 'point':
      return '.'
    case 'comma':
      return ','
    case 'percent':
      return '%'
    case 'digit':
      return fractionDigit(moment, around)
    default:
      return ''
  }
}

function fractionDigit({ fraction }: Moment, { tokens, at, places }: Around): string {
  const before = tokens.slice(0, at).filter(({ kind }) => kind === 'digit').length
  return fraction.toFixed(Math.min(3, places)).slice(2).padEnd(places, '0').charAt(before)
}

const MONTHS = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December']
const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday']
const CHINESE_WEEKDAYS = '日一二三四五六'

function dateWords(code: string, moment: Moment, around: Around): string {
  const { year, month, day, weekday, hour, minute, second, seconds } = moment
  const letter = code.charAt(0)
  if (code === '上午/下午') return hour < 12 ? '上午' : '下午'
  if (code === 'am/pm') return hour < 12 ? 'AM' : 'PM'
  if (code === 'a/p') return hour < 12 ? 'A' : 'P'
  if (letter === '[') return elapsed(code, seconds)
  if (letter === 'y') return code.length <= 2 ? padded(year % 100, 2) : padded(year, 4)
  if (letter === 'e') return String(year)
  if (letter === 'a') return `${code.length > 3 ? '星期' : '周'}${CHINESE_WEEKDAYS.charAt(weekday)}`
  if (letter === 'd') return code.length <= 2 ? padded(day, code.length) : named(WEEKDAYS[weekday] ?? '', code.length)
  if (letter === 'h') return padded(around.isHalfDay ? hour % 12 || 12 : hour, code.length)
  if (letter === 's') return padded(second, code.length)
  if (code.length <= 2 && isMinute(around)) return padded(minute, code.length)
  return code.length <= 2 ? padded(month, code.length) : named(MONTHS[month - 1] ?? '', code.length)
}

const padded = (value: number, length: number): string => String(value).padStart(length, '0')

function named(name: string, length: number): string {
  return length === 3 ? name.slice(0, 3) : length === 5 ? name.slice(0, 1) : name
}

function elapsed(code: string, seconds: number): string {
  const unit = code.charAt(1) === 'h' ? 3600 : code.charAt(1) === 'm' ? 60 : 1
  return padded(Math.floor(seconds / unit), code.length - 2)
}

/** m is a minute behind an hour or before a second. */
function isMinute({ tokens, at }: Around): boolean {
  const codes = (part: readonly FormatToken[]) => part.flatMap((token) => (token.kind === 'date' ? [token.code] : []))
  return /^\[?h/.test(codes(tokens.slice(0, at)).at(-1) ?? '') || /^\[?s/.test(codes(tokens.slice(at + 1))[0] ?? '')
}
