/** A stretch inside some year, before the year is known; and how it becomes a period. */
import { dateOf, daysInMonth, type Period } from '../period.ts'

export interface Span {
  readonly kind: Period['kind']
  /** Years after the one it is told of: 0, or −2 for the beginning of 近三年. */
  readonly fromYear: number
  readonly fromMonth: number
  readonly fromDay: number
  readonly toYear: number
  readonly toMonth: number
  /** LAST for the last day of the month, whatever its length. */
  readonly toDay: number
}

export const LAST = 0

/** The year a span belongs to: printed, or leaning on the year of the report (0 本年, −1 上年). */
export type YearOf = { readonly absolute: number } | { readonly relative: number }

export function span(kind: Period['kind'], fromMonth: number, fromDay: number, toMonth: number, toDay: number): Span {
  return { kind, fromYear: 0, fromMonth, fromDay, toYear: 0, toMonth, toDay }
}

export function instant(month: number, day: number): Span {
  return span('instant', month, day, month, day)
}

export const WHOLE_YEAR = span('year', 1, 1, 12, 31)

/** From the beginning of one span to the end of another, `years` later. */
export function fromTo(a: Span, b: Span, years: number): Span {
  return { ...a, kind: 'range', toYear: b.toYear + years, toMonth: b.toMonth, toDay: b.toDay }
}

/** The period in a year; null when the calendar has no such date, or it would end before it begins. */
export function periodIn(year: number, part: Span, asPrinted: string): Period | null {
  const from = dayOf(year + part.fromYear, part.fromMonth, part.fromDay)
  const to = dayOf(year + part.toYear, part.toMonth, part.toDay)
  if (from === null || to === null || from > to) return null
  return Object.freeze({ kind: part.kind, from, to, asPrinted })
}

function dayOf(year: number, month: number, day: number): string | null {
  return dateOf(year, month, day === LAST ? daysInMonth(year, month) : day)
}
