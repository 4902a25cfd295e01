/**
 * Exact fractions. The measure does its own arithmetic, apart from the engine's, so that a mistake there cannot hide here.
 */

export interface Fraction {
  readonly n: bigint
  /** Above 0. */
  readonly d: bigint
}

export const zero: Fraction = { n: 0n, d: 1n }
export const one: Fraction = { n: 1n, d: 1n }
export const half: Fraction = { n: 1n, d: 2n }

/** From a plain decimal such as "-12.5". */
export function fraction(text: string): Fraction {
  const found = /^([+-]?)(\d+)(?:\.(\d+))?$/.exec(text)
  if (!found) throw new Error(`not a decimal: ${text}`)
  const [, sign, whole, decimals = ''] = found
  const n = BigInt(`${whole}${decimals}`)
  return { n: sign === '-' ? -n : n, d: 10n ** BigInt(decimals.length) }
}

export const powerOfTen = (exponent: number): Fraction =>
  exponent < 0 ? { n: 1n, d: 10n ** BigInt(-exponent) } : { n: 10n ** BigInt(exponent), d: 1n }

export const add = (a: Fraction, b: Fraction): Fraction => ({ n: a.n * b.d + b.n * a.d, d: a.d * b.d })
export const negate = (a: Fraction): Fraction => ({ n: -a.n, d: a.d })
export const subtract = (a: Fraction, b: Fraction): Fraction => add(a, negate(b))
export const multiply = (a: Fraction, b: Fraction): Fraction => ({ n: a.n * b.n, d: a.d * b.d })

export function divide(a: Fraction, b: Fraction): Fraction {
  if (b.n === 0n) throw new Error('division by zero')
  return b.n < 0n ? { n: -a.n * b.d, d: a.d * -b.n } : { n: a.n * b.d, d: a.d * b.n }
}

/** Below 0 when a is less. */
export function compare(a: Fraction, b: Fraction): number {
  const left = a.n * b.d
  const right = b.n * a.d
  return left < right ? -1 : left > right ? 1 : 0
}

export const least = (values: readonly Fraction[]): Fraction => values.reduce((a, b) => (compare(b, a) < 0 ? b : a))
export const greatest = (values: readonly Fraction[]): Fraction => values.reduce((a, b) => (compare(b, a) > 0 ? b : a))
