/** Exact decimal numbers. Every amount of the project is one of these; no float ever holds an amount. */

/** value = coefficient · 10^-scale. Canonical: scale ≥ 0, no trailing zero behind the point, so equal values have equal fields. */
export interface Decimal {
  readonly coefficient: bigint
  readonly scale: number
}

/** Longer texts are no amounts but codes or noise, and reading them as one number costs more than linear time. */
const MAX_TEXT_LENGTH = 1000
const PLAIN_DECIMAL = /^[+-]?\d+(?:\.\d+)?$/

export const ZERO: Decimal = Object.freeze({ coefficient: 0n, scale: 0 })
export const ONE: Decimal = Object.freeze({ coefficient: 1n, scale: 0 })

const powersOfTen: bigint[] = [1n]

/** 10^n for n ≥ 0. */
export function tenTo(n: number): bigint {
  const known = powersOfTen[n]
  if (known !== undefined) return known
  if (!Number.isInteger(n) || n < 0) throw new Error(`tenTo needs a whole number from 0, got ${n}`)
  if (n > 400) return 10n ** BigInt(n)
  for (let power = powersOfTen.length; power <= n; power++) powersOfTen.push((powersOfTen[power - 1] ?? 1n) * 10n)
  return powersOfTen[n] ?? 1n
}

const decimalPlaces: readonly Decimal[] = Array.from({ length: 41 }, (_, scale) => Object.freeze({ coefficient: 1n, scale }))

/** One unit in the n-th place behind the point: 0.01 for 2. */
export function decimalPlace(n: number): Decimal {
  return decimalPlaces[n] ?? { coefficient: 1n, scale: n }
}

/** coefficient · 10^-scale, brought to its canonical form. */
export function decimalOf(coefficient: bigint, scale: number): Decimal {
  if (coefficient === 0n) return ZERO
  while (scale > 0 && endsInZero(coefficient)) {
    coefficient /= 10n
    scale--
  }
  return scale < 0 ? { coefficient: coefficient * tenTo(-scale), scale: 0 } : { coefficient, scale }
}

/** Most coefficients fit into a plain number, whose remainder is found without making another big one. */
function endsInZero(coefficient: bigint): boolean {
  const plain = Number(coefficient)
  return Number.isSafeInteger(plain) ? plain % 10 === 0 : coefficient % 10n === 0n
}

/** Reads ASCII digits with an optional sign and point: "-0.50", "512.34". Anything else is null. */
export function parseDecimal(text: string): Decimal | null {
  if (text.length > MAX_TEXT_LENGTH || !PLAIN_DECIMAL.test(text)) return null
  const point = text.indexOf('.')
  if (point < 0) return decimalOf(BigInt(text), 0)
  return decimalOf(BigInt(text.slice(0, point) + text.slice(point + 1)), text.length - point - 1)
}

/** For figures written in our own code and data: throws where `parseDecimal` answers null. */
export function decimal(text: string): Decimal {
  const value = parseDecimal(text)
  if (value === null) throw new Error(`not a decimal: ${text.slice(0, 60)}`)
  return value
}

/** Canonical text: "-0.5", "512.34", "100". */
export function formatDecimal(d: Decimal): string {
  if (d.scale === 0) return d.coefficient.toString()
  const negative = d.coefficient < 0n
  const digits = (negative ? -d.coefficient : d.coefficient).toString().padStart(d.scale + 1, '0')
  const point = digits.length - d.scale
  return `${negative ? '-' : ''}${digits.slice(0, point)}.${digits.slice(point)}`
}

export function fromInteger(value: bigint | number): Decimal {
  return decimalOf(BigInt(value), 0)
}

export function add(a: Decimal, b: Decimal): Decimal {
  if (a.scale === b.scale) return decimalOf(a.coefficient + b.coefficient, a.scale)
  if (a.scale < b.scale) return decimalOf(a.coefficient * tenTo(b.scale - a.scale) + b.coefficient, b.scale)
  return decimalOf(a.coefficient + b.coefficient * tenTo(a.scale - b.scale), a.scale)
}

export function subtract(a: Decimal, b: Decimal): Decimal {
  return add(a, negate(b))
}

export function multiply(a: Decimal, b: Decimal): Decimal {
  return decimalOf(a.coefficient * b.coefficient, a.scale + b.scale)
}

export function negate(d: Decimal): Decimal {
  return d.coefficient === 0n ? ZERO : { coefficient: -d.coefficient, scale: d.scale }
}

export function absolute(d: Decimal): Decimal {
  return d.coefficient < 0n ? negate(d) : d
}

export function compare(a: Decimal, b: Decimal): -1 | 0 | 1 {
  const left = a.scale < b.scale ? a.coefficient * tenTo(b.scale - a.scale) : a.coefficient
  const right = b.scale < a.scale ? b.coefficient * tenTo(a.scale - b.scale) : b.coefficient
  if (left === right) return 0
  return left < right ? -1 : 1
}

export function isZero(d: Decimal): boolean {
  return d.coefficient === 0n
}

export function sum(list: readonly Decimal[]): Decimal {
  return list.reduce(add, ZERO)
}

/** d · 10^n, n of either sign. */
export function shift(d: Decimal, n: number): Decimal {
  return decimalOf(d.coefficient, d.scale - n)
}

/** The value of one unit in the last digit that is not zero: 1560 → 10, 99.8 → 0.1. Null for zero, which has no such digit. */
export function lastDigitPlace(d: Decimal): Decimal | null {
  if (d.coefficient === 0n) return null
  if (d.scale > 0) return { coefficient: 1n, scale: d.scale }
  let place = 1n
  for (let rest = d.coefficient; rest % 10n === 0n; rest /= 10n) place *= 10n
  return { coefficient: place, scale: 0 }
}
