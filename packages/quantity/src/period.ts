/** Period values: a stretch of time or an instant, in dates without zone. Reading them from text is read-periods.ts. */
export interface Period {
  readonly kind: 'year' | 'half' | 'quarter' | 'month' | 'range' | 'instant'
  /** YYYY-MM-DD, inclusive. */
  readonly from: string
  readonly to: string
  readonly asPrinted: string
}

/** Whether `b` lies wholly within `a`. */
export function contains(a: Period, b: Period): boolean {
  return a.from <= b.from && b.to <= a.to
}

/** The same stretch of time, however it was printed. An instant is not a one-day stretch: a stock is not a flow. */
export function samePeriod(a: Period, b: Period): boolean {
  return a.from === b.from && a.to === b.to && (a.kind === 'instant') === (b.kind === 'instant')
}

/** The calendar year that the period lies in; null when it crosses a new year. */
export function yearOf(p: Period): number | null {
  const year = p.from.slice(0, 4)
  return year === p.to.slice(0, 4) ? Number(year) : null
}

/** The same stretch one year earlier. It was not printed, so `asPrinted` is plain dates; a month ends on its own last day. */
export function previousYear(p: Period): Period {
  const from = oneYearEarlier(p.from)
  const to = oneYearEarlier(p.to)
  return Object.freeze({ kind: p.kind, from, to, asPrinted: from === to ? from : `${from}/${to}` })
}

/** YYYY-MM-DD, or null for a date that is not in the calendar. */
export function dateOf(year: number, month: number, day: number): string | null {
  if (year < 1 || year > 9999 || month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return null
  return `${String(year).padStart(4, '0')}-${twoDigits(month)}-${twoDigits(day)}`
}

export function daysInMonth(year: number, month: number): number {
  if (month === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31
}

function oneYearEarlier(date: string): string {
  const year = Number(date.slice(0, 4)) - 1
  const month = Number(date.slice(5, 7))
  const day = Number(date.slice(8, 10))
  const last = daysInMonth(year, month)
  return dateOf(year, month, day === daysInMonth(year + 1, month) ? last : day) ?? date
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0')
}
