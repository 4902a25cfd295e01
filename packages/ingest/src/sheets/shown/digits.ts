/** A number as its decimal digits, so that it is rounded as it is shown and not as a float happens to lie. */

/** value = digits · 10^exponent, with the sign. Zero has the digits '0'. */
export interface Digits {
  readonly isNegative: boolean
  readonly digits: string
  readonly exponent: number
}

/** What a spreadsheet keeps of a number; what lies behind is the noise of floats. */
const KEPT_DIGITS = 15
/** Beyond this no spreadsheet counts. */
const LARGEST_EXPONENT = 320

/** From `1234.5`, `-0.30000000000000004`, `1.5E-7`; null for anything else. Keeps 15 significant digits. */
export function readDigits(text: string): Digits | null {
  const match = /^\s*([+-]?)(\d*)(?:\.(\d*))?(?:[eE]([+-]?\d{1,4}))?\s*$/.exec(text)
  if (!match || text.length > 400) return null
  const [, sign = '', whole = '', part = '', power = '0'] = match
  if (whole === '' && part === '') return null
  const exponent = Number(power) - part.length
  if (Math.abs(Number(power)) > LARGEST_EXPONENT) return null
  return roundDigits({ isNegative: sign === '-', ...stripped(whole + part, exponent) }, KEPT_DIGITS)
}

function stripped(all: string, exponent: number): { digits: string; exponent: number } {
  const digits = all.replace(/^0+/, '')
  if (digits === '') return { digits: '0', exponent: 0 }
  const kept = digits.replace(/0+$/, '')
  return { digits: kept, exponent: exponent + digits.length - kept.length }
}

/** To this many significant digits, half away from zero. */
export function roundDigits(number: Digits, count: number): Digits {
  return number.digits.length <= count ? number : roundAt(number, number.exponent + number.digits.length - count)
}

/** To a multiple of 10^exponent, half away from zero. */
export function roundAt(number: Digits, exponent: number): Digits {
  const cut = exponent - number.exponent
  if (cut <= 0) return number
  const kept = number.digits.length - cut
  if (kept < 0) return { isNegative: number.isNegative, digits: '0', exponent: 0 }
  const grows = number.digits.charAt(kept) >= '5'
  const whole = BigInt(number.digits.slice(0, kept) || '0') + (grows ? 1n : 0n)
  return { isNegative: number.isNegative, ...stripped(whole.toString(), exponent) }
}

export const isZeroDigits = ({ digits }: Digits): boolean => digits === '0'

/** The power of ten of the first digit: 0 for 1 to 9.99. */
export const magnitude = ({ digits, exponent }: Digits): number => digits.length + exponent - 1

/** Digits before and behind the point, without sign: ['1234', '50'] for 1234.5 and two places. Rounds. */
export function placesOf(number: Digits, places: number): readonly [whole: string, part: string] {
  const rounded = roundAt(number, -places)
  const { digits, exponent } = rounded
  const all = exponent > -places ? digits + '0'.repeat(isZeroDigits(rounded) ? places : exponent + places) : digits
  const padded = all.padStart(places + 1, '0')
  const point = padded.length - places
  return [padded.slice(0, point), padded.slice(point)]
}

/** Without exponent, sign in front: "-0.5". */
export function plainText(number: Digits): string {
  const [whole, part] = placesOf(number, Math.max(0, -number.exponent))
  return `${number.isNegative && !isZeroDigits(number) ? '-' : ''}${whole}${part && `.${part}`}`
}

/** The canonical decimal of a saved number, without the noise of floats; null when it is none. */
export function savedValue(number: string): string | null {
  if (number.length < 16 && /^(0|-?[1-9]\d*)$/.test(number)) return number
  const digits = readDigits(number)
  return digits && plainText(digits)
}

/** Times 10^power. */
export function scaled(number: Digits, power: number): Digits {
  return isZeroDigits(number) ? number : { ...number, exponent: number.exponent + power }
}
