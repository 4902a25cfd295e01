/** Short names for exact numbers, and how they are shown in a working. */
import {
  compareRational,
  type Decimal,
  decimal,
  divideRational,
  formatDecimal,
  multiplyRational,
  type Rational,
  round,
  subtractRational,
  toRational,
} from '@jiheng/quantity'

export const NOUGHT: Rational = { numerator: 0n, denominator: 1n }
export const UNIT: Rational = { numerator: 1n, denominator: 1n }

/** Of a canonical decimal of our own data; throws on anything else. */
export const exact = (text: string): Rational => toRational(decimal(text))

export const isBelow = (a: Rational, b: Rational): boolean => compareRational(a, b) < 0
export const isAbove = (a: Rational, b: Rational): boolean => compareRational(a, b) > 0
export const isNought = (a: Rational): boolean => a.numerator === 0n

export const least = (a: Rational, b: Rational): Rational => (isBelow(b, a) ? b : a)
export const greatest = (a: Rational, b: Rational): Rational => (isAbove(b, a) ? b : a)

/** Between nought and `most`. */
export const clip = (value: Rational, most: Rational): Rational => greatest(NOUGHT, least(value, most))

/** Throws where the divisor is nought: who calls has looked. */
export function over(a: Rational, b: Rational): Rational {
  const ratio = divideRational(a, b)
  if (ratio === null) throw new Error('division by nought')
  return ratio
}

export const times = multiplyRational
export const minus = subtractRational

/** The whole number not above it. */
export function floorOf({ numerator, denominator }: Rational): bigint {
  const whole = numerator / denominator
  return numerator < 0n && numerator % denominator !== 0n ? whole - 1n : whole
}

export const wholeNumber = (value: bigint): Rational => ({ numerator: value, denominator: 1n })

const MOST_PLACES = 6

/** Exactly where that takes six decimals at most, else rounded to six and marked as such. */
export function show(value: Rational | Decimal): string {
  const rounded = round(value, 'half-up', MOST_PLACES)
  const isExact = 'scale' in value || compareRational(toRational(rounded), value) === 0
  return `${isExact ? '' : '≈'}${formatDecimal(rounded)}`
}
