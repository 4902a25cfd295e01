/** Exact fractions over BigInt, and the reading of printed numbers. No floating point anywhere. */

const gcd = (a, b) => (b === 0n ? (a < 0n ? -a : a) : gcd(b, a % b))

export const frac = (n, d = 1n) => {
  if (d === 0n) throw new Error('division by zero')
  const g = gcd(n, d) * (d < 0n ? -1n : 1n)
  return { n: n / g, d: d / g }
}
export const ZERO = frac(0n)
export const add = (a, b) => frac(a.n * b.d + b.n * a.d, a.d * b.d)
export const sub = (a, b) => frac(a.n * b.d - b.n * a.d, a.d * b.d)
export const mul = (a, b) => frac(a.n * b.n, a.d * b.d)
export const div = (a, b) => frac(a.n * b.d, a.d * b.n)
export const neg = (a) => frac(-a.n, a.d)
export const compare = (a, b) => {
  const left = a.n * b.d
  const right = b.n * a.d
  return left < right ? -1 : left > right ? 1 : 0
}
export const equal = (a, b) => compare(a, b) === 0
export const least = (list) => list.reduce((a, b) => (compare(a, b) <= 0 ? a : b))
export const most = (list) => list.reduce((a, b) => (compare(a, b) >= 0 ? a : b))

/** A power of ten as a fraction; the exponent may be negative. */
export const ten = (exponent) => (exponent < 0 ? frac(1n, 10n ** BigInt(-exponent)) : frac(10n ** BigInt(exponent)))

const floor = (a) => (a.n >= 0n || a.n % a.d === 0n ? a.n / a.d : a.n / a.d - 1n)

/** Half away from zero, to a multiple of `place`. */
export const roundTo = (a, place) => {
  const steps = div(a.n < 0n ? neg(a) : a, place)
  const whole = mul(frac(floor(add(steps, frac(1n, 2n)))), place)
  return a.n < 0n ? neg(whole) : whole
}

/** Towards zero, to a multiple of `place`. */
export const truncateTo = (a, place) => {
  const whole = mul(frac(floor(div(a.n < 0n ? neg(a) : a, place))), place)
  return a.n < 0n ? neg(whole) : whole
}

/** Decimal text without trailing zeros; throws when the fraction has no finite decimal form. */
export const toDecimal = (a) => {
  let digits = 0
  while (a.d !== 1n && (10n ** BigInt(digits) * a.n) % a.d !== 0n) {
    digits += 1
    if (digits > 30) throw new Error('no finite decimal form')
  }
  const whole = (10n ** BigInt(digits) * a.n) / a.d
  const text = (whole < 0n ? -whole : whole).toString().padStart(digits + 1, '0')
  const cut = text.length - digits
  return `${whole < 0n ? '-' : ''}${text.slice(0, cut)}${digits ? `.${text.slice(cut)}` : ''}`
}

/** Decimal text of the fraction rounded to so many digits: for computations that are shown. */
export const show = (a, digits = 4) => toDecimal(roundTo(a, ten(-digits)))

/** A printed number (full-width digits, thousands separators, sign) as value and number of printed decimals. */
export const readNumber = (printed) => {
  const text = printed.normalize('NFKC').replace(/[,\s]/g, '').replace(/^[−–]/, '-')
  const match = /^([+-]?)(\d+)(?:\.(\d+))?$/.exec(text)
  if (!match) return null
  const [, sign, whole, decimals = ''] = match
  const n = BigInt(whole + decimals) * (sign === '-' ? -1n : 1n)
  return { value: frac(n, 10n ** BigInt(decimals.length)), decimals: decimals.length }
}
