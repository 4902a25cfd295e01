/** A number without a format of its own: as many digits as eleven characters hold. */
import { type Digits, isZeroDigits, magnitude, placesOf, plainText, roundDigits } from './digits.ts'

const WIDTH = 11

/**
 * As a spreadsheet shows it, but for whole numbers of 12 to 15 digits: those are codes or amounts, shown as 2.01E+14 only for
 * want of room, and every digit of them is known.
 */
export function generalText(number: Digits): string {
  if (isZeroDigits(number)) return '0'
  const sign = number.isNegative ? '-' : ''
  const power = magnitude(number)
  if (number.exponent >= 0 && power < 15) return plainText(number)
  if (power >= WIDTH || power < -9) return sign + scientific(number)
  const places = power >= 0 ? Math.max(0, WIDTH - 2 - power) : WIDTH - 2
  const fits = withoutZeros(placesOf(number, places))
  return fits === '0' ? sign + scientific(number) : sign + fits
}

function withoutZeros([whole, part]: readonly [string, string]): string {
  const kept = part.replace(/0+$/, '')
  return kept === '' ? whole : `${whole}.${kept}`
}

function scientific(number: Digits): string {
  const rounded = roundDigits(number, 6)
  const power = magnitude(rounded)
  const [first, ...rest] = rounded.digits
  return `${first}${rest.length > 0 ? `.${rest.join('')}` : ''}E${power < 0 ? '-' : '+'}${String(Math.abs(power)).padStart(2, '0')}`
}
