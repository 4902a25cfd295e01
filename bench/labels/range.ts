/** Closed ranges of fractions: what a rounded figure may have been. `null` stands for "no bound can be told" (division by a range over 0). */
import { add, compare, divide, type Fraction, greatest, least, multiply, negate, one } from './fraction.ts'

export interface Range {
  readonly low: Fraction
  readonly high: Fraction
}

export const exactly = (value: Fraction): Range => ({ low: value, high: value })
export const plus = (a: Range, b: Range): Range => ({ low: add(a.low, b.low), high: add(a.high, b.high) })
export const minus = (a: Range, b: Range): Range => ({ low: add(a.low, negate(b.high)), high: add(a.high, negate(b.low)) })

export function times(a: Range, b: Range): Range {
  const ends = [multiply(a.low, b.low), multiply(a.low, b.high), multiply(a.high, b.low), multiply(a.high, b.high)]
  return { low: least(ends), high: greatest(ends) }
}

export function over(a: Range, b: Range): Range | null {
  if (b.low.n <= 0n && b.high.n >= 0n) return null
  return times(a, { low: divide(one, b.high), high: divide(one, b.low) })
}

export const meet = (a: Range, b: Range): boolean => compare(a.low, b.high) <= 0 && compare(b.low, a.high) <= 0
