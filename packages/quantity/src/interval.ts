/** Closed intervals of exact values, open-ended where a wording is: all values a printed figure may stand for. */
import {
  absolute,
  add,
  compare,
  type Decimal,
  decimal,
  formatDecimal,
  isZero,
  multiply,
  negate,
  ONE,
  subtract,
  sum,
  ZERO,
} from './decimal.ts'
import { compareRational, multiplyRational, quotient, type Rational, toRational } from './rational.ts'

/** JSON form of bounds: canonical decimals in the base unit of a dimension; null is an open end. */
export interface Interval {
  readonly low: string | null
  readonly high: string | null
}

/** In the base unit of a dimension; null is an open end (−∞, +∞). */
export interface Bounds {
  readonly low: Decimal | null
  readonly high: Decimal | null
}

/** As `Bounds`, for quotients. */
export interface RationalBounds {
  readonly low: Rational | null
  readonly high: Rational | null
}

export function exactly(value: Decimal): Bounds {
  return { low: value, high: value }
}

/** All values within `radius` of `value`. */
export function around(value: Decimal, radius: Decimal): Bounds {
  const reach = absolute(radius)
  return { low: subtract(value, reach), high: add(value, reach) }
}

export function toInterval(bounds: Bounds): Interval {
  return { low: bounds.low && formatDecimal(bounds.low), high: bounds.high && formatDecimal(bounds.high) }
}

/** Back from JSON; throws on text that `toInterval` cannot have written. */
export function fromInterval(interval: Interval): Bounds {
  return { low: readEnd(interval.low), high: readEnd(interval.high) }
}

export function addBounds(a: Bounds, b: Bounds): Bounds {
  return { low: a.low && b.low && add(a.low, b.low), high: a.high && b.high && add(a.high, b.high) }
}

export function sumBounds(list: readonly Bounds[]): Bounds {
  const lows = list.map((bounds) => bounds.low).filter((low) => low !== null)
  const highs = list.map((bounds) => bounds.high).filter((high) => high !== null)
  return { low: lows.length === list.length ? sum(lows) : null, high: highs.length === list.length ? sum(highs) : null }
}

export function negateBounds(a: Bounds): Bounds {
  return { low: a.high && negate(a.high), high: a.low && negate(a.low) }
}

export function subtractBounds(a: Bounds, b: Bounds): Bounds {
  return addBounds(a, negateBounds(b))
}

/** Bounds times an exact factor of either sign; zero times an open end is zero. */
export function scaleBounds(a: Bounds, factor: Decimal): Bounds {
  if (isZero(factor)) return exactly(ZERO)
  const scaled = { low: a.low && multiply(a.low, factor), high: a.high && multiply(a.high, factor) }
  return factor.coefficient > 0n ? scaled : { low: scaled.high, high: scaled.low }
}

export function multiplyBounds(a: Bounds, b: Bounds): Bounds {
  const ends = [
    multiplyEnds(a.low, -1, b.low, -1, multiply),
    multiplyEnds(a.low, -1, b.high, 1, multiply),
    multiplyEnds(a.high, 1, b.low, -1, multiply),
    multiplyEnds(a.high, 1, b.high, 1, multiply),
  ]
  return hull(ends, compare)
}

/** Whether some value lies in both. */
export function meet(a: Bounds, b: Bounds): boolean {
  return isAtMost(a.low, b.high) && isAtMost(b.low, a.high)
}

export function containsValue(a: Bounds, value: Decimal): boolean {
  return isAtMost(a.low, value) && isAtMost(value, a.high)
}

/** Whether every value of `b` lies in `a`. */
export function containsBounds(a: Bounds, b: Bounds): boolean {
  const low = a.low === null || (b.low !== null && compare(a.low, b.low) <= 0)
  const high = a.high === null || (b.high !== null && compare(b.high, a.high) <= 0)
  return low && high
}

/** All quotients, unrounded. Null when the denominator may be zero. An open denominator lets the quotient come as near to zero as you like. */
export function ratioBounds(numerator: Bounds, denominator: Bounds): RationalBounds | null {
  if (containsValue(denominator, ZERO)) return null
  const inverse = [reciprocal(denominator.high), reciprocal(denominator.low)]
  const low = numerator.low && toRational(numerator.low)
  const high = numerator.high && toRational(numerator.high)
  const ends = inverse.flatMap((end) => [multiplyEnds(low, -1, end, 1, multiplyRational), multiplyEnds(high, 1, end, 1, multiplyRational)])
  return hull(ends, compareRational)
}

/** Whether a quotient may equal a printed rate, both in base units (ratio: one). Cross-multiplied, nothing is rounded. */
export function meetsRatio(ratio: RationalBounds, rate: Bounds): boolean {
  const low = rate.low && toRational(rate.low)
  const high = rate.high && toRational(rate.high)
  const reachesUp = ratio.high === null || low === null || compareRational(low, ratio.high) <= 0
  const reachesDown = ratio.low === null || high === null || compareRational(ratio.low, high) <= 0
  return reachesUp && reachesDown
}

type End<Value> = Value | 'minus' | 'plus'

function multiplyEnds<Value extends Decimal | Rational>(
  a: Value | null,
  openA: -1 | 1,
  b: Value | null,
  openB: -1 | 1,
  times: (a: Value, b: Value) => Value,
): End<Value> {
  if (a !== null && b !== null) return times(a, b)
  const sign = (a === null ? openA : signOf(a)) * (b === null ? openB : signOf(b))
  // 0 · ∞ is 0 here: an end that is exactly zero stays zero however far the other reaches.
  if (sign === 0) return a !== null ? a : (b as Value)
  return sign > 0 ? 'plus' : 'minus'
}

function hull<Value>(ends: readonly End<Value>[], order: (a: Value, b: Value) => number): { low: Value | null; high: Value | null } {
  const values = ends.filter((end): end is Value => end !== 'plus' && end !== 'minus')
  const lowest = values.reduce<Value | null>((best, value) => (best === null || order(value, best) < 0 ? value : best), null)
  const highest = values.reduce<Value | null>((best, value) => (best === null || order(value, best) > 0 ? value : best), null)
  return { low: ends.includes('minus') ? null : lowest, high: ends.includes('plus') ? null : highest }
}

function signOf(value: Decimal | Rational): number {
  const carrier = 'scale' in value ? value.coefficient : value.numerator
  return carrier === 0n ? 0 : carrier < 0n ? -1 : 1
}

function isAtMost(low: Decimal | null, high: Decimal | null): boolean {
  return low === null || high === null || compare(low, high) <= 0
}

/** 1 ÷ end; an open end gives zero, which is approached and never reached. */
function reciprocal(end: Decimal | null): Rational {
  return (end && quotient(ONE, end)) ?? toRational(ZERO)
}

function readEnd(text: string | null): Decimal | null {
  return text === null ? null : decimal(text)
}
