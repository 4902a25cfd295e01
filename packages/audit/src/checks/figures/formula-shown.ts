/** How a result would be shown in the cell: to the places, in the scale and with the separators of the text that stands there. */
import { compare, type Decimal, formatDecimal, negate, parseDecimal, type Rational, round, shift } from '@jiheng/quantity'

export interface ShownResult {
  /** The number inside the shown text, as printed. */
  readonly number: string
  /** The text with the result in its place. */
  readonly with: (result: Rational) => string
  /** Nobody who reads the cell would see a difference. */
  readonly looksLike: (result: Rational) => boolean
}

const NUMBER = /[\d,，]*\d(?:\.\d+)?/
/** Tens that a format moves the point by: percent, thousands, 万, 百万, 亿. */
const SCALES = [0, 2, -3, -4, -6, -8] as const
/** Places that are shown of a result where the cell shows too few to tell. */
const MORE_PLACES = 2

/** null when the text cannot be a form of the saved value. */
export function shownResult(text: string, saved: Decimal): ShownResult | null {
  const number = NUMBER.exec(text)?.[0]
  const shown = number === undefined ? null : parseDecimal(number.replace(/[,，]/g, ''))
  if (number === undefined || shown === null || /[eE][+-]\d/.test(text)) return null
  const places = number.includes('.') ? number.length - number.indexOf('.') - 1 : 0
  const magnitude = saved.coefficient < 0n ? negate(saved) : saved
  const scale = SCALES.find((tens) => compare(round(shift(magnitude, tens), 'half-up', places), shown) === 0)
  if (scale === undefined) return null
  const isExact = compare(shift(magnitude, scale), shown) === 0 && !/[.,，%％]/.test(text)
  const rounded = (result: Rational, to: number): Decimal => round(scaled(result, scale), 'half-up', to)
  return {
    number,
    looksLike: (result) => compare(rounded(result, places), saved.coefficient < 0n ? negate(shown) : shown) === 0,
    with: (result) => {
      const value = rounded(result, places)
      const coarse = isExact && !isWhole(result, scale, places)
      return withNumber(text, number, coarse ? rounded(result, places + MORE_PLACES) : value, coarse ? 0 : places, saved)
    },
  }
}

function scaled({ numerator, denominator }: Rational, tens: number): Rational {
  return tens >= 0
    ? { numerator: numerator * 10n ** BigInt(tens), denominator }
    : { numerator, denominator: denominator * 10n ** BigInt(-tens) }
}

function isWhole(result: Rational, scale: number, places: number): boolean {
  const { numerator, denominator } = scaled(result, scale + places)
  return numerator % denominator === 0n
}

function withNumber(text: string, number: string, value: Decimal, places: number, saved: Decimal): string {
  const isNegative = value.coefficient < 0n
  const plain = formatDecimal(isNegative ? negate(value) : value)
  const [whole = '', part = ''] = plain.split('.')
  const grouped = /[,，]/.test(number) ? whole.replace(/\B(?=(\d{3})+$)/g, ',') : whole
  const digits = part.padEnd(places, '0')
  const written = grouped + (digits && `.${digits}`)
  if (isNegative === saved.coefficient < 0n) return text.replace(number, () => written)
  // The sign of the cell was the other one: its words for it no longer fit.
  const bare = text.replace(/[-－−()（）]/g, '')
  return (isNegative ? '-' : '') + bare.replace(number, () => written)
}
