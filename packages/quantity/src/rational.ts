/** Exact quotients. They stay unrounded until someone rounds once, by name. */
import { type Decimal, tenTo } from './decimal.ts'

/** Not reduced by `quotient` and `toRational`, so compare with `compareRational`, never field by field. */
export interface Rational {
  readonly numerator: bigint
  /** Always above zero. */
  readonly denominator: bigint
}

/** a ÷ b in whatever unit they share; null when b is zero. */
export function quotient(a: Decimal, b: Decimal): Rational | null {
  if (b.coefficient === 0n) return null
  const sign = b.coefficient < 0n ? -1n : 1n
  return { numerator: sign * a.coefficient * tenTo(b.scale), denominator: sign * b.coefficient * tenTo(a.scale) }
}

export function toRational(d: Decimal): Rational {
  return { numerator: d.coefficient, denominator: tenTo(d.scale) }
}

export function compareRational(a: Rational, b: Rational): -1 | 0 | 1 {
  const left = a.numerator * b.denominator
  const right = b.numerator * a.denominator
  if (left === right) return 0
  return left < right ? -1 : 1
}

export function addRational(a: Rational, b: Rational): Rational {
  return reduce(a.numerator * b.denominator + b.numerator * a.denominator, a.denominator * b.denominator)
}

export function subtractRational(a: Rational, b: Rational): Rational {
  return addRational(a, negateRational(b))
}

export function multiplyRational(a: Rational, b: Rational): Rational {
  return reduce(a.numerator * b.numerator, a.denominator * b.denominator)
}

/** a ÷ b; null when b is zero. */
export function divideRational(a: Rational, b: Rational): Rational | null {
  if (b.numerator === 0n) return null
  const sign = b.numerator < 0n ? -1n : 1n
  return reduce(sign * a.numerator * b.denominator, sign * b.numerator * a.denominator)
}

export function negateRational(a: Rational): Rational {
  return { numerator: -a.numerator, denominator: a.denominator }
}

/** Chains of operations would otherwise grow their terms without end. */
function reduce(numerator: bigint, denominator: bigint): Rational {
  let a = numerator < 0n ? -numerator : numerator
  let b = denominator
  while (b !== 0n) [a, b] = [b, a % b]
  return a <= 1n ? { numerator, denominator } : { numerator: numerator / a, denominator: denominator / a }
}
