/** A number in a section of a format that has places for digits. */
import { type Digits, isZeroDigits, magnitude, placesOf, scaled } from './digits.ts'
import type { FormatSection, FormatToken } from './format-sections.ts'
import { generalText } from './general.ts'

/** Without the sign, which the section or the caller gives. */
export function fixedNumber(number: Digits, { tokens }: FormatSection): string {
  const unsigned = { ...number, isNegative: false }
  if (!tokens.some(({ kind }) => kind === 'digit')) return tokens.map((token) => plainToken(token, unsigned)).join('')
  const percents = tokens.filter(({ kind }) => kind === 'percent').length
  const layout = layoutOf(tokens)
  const value = scaled(unsigned, 2 * percents - 3 * layout.thousands)
  return layout.exponent < 0 ? fixed(value, layout) : scientific(value, layout)
}

function plainToken(token: FormatToken, number: Digits): string {
  if (token.kind === 'general' || token.kind === 'text') return generalText(number)
  return literalOf(token)
}

function literalOf(token: FormatToken): string {
  if (token.kind === 'literal') return token.text
  return token.kind === 'percent' ? '%' : ''
}

interface Layout {
  readonly before: readonly FormatToken[]
  /** From the point on; empty without one. */
  readonly behind: readonly FormatToken[]
  readonly isGrouped: boolean
  /** Commas behind the last place: each divides by a thousand. */
  readonly thousands: number
  /** Index of the exponent in `behind` or `before`, counted over both; -1 without one. */
  readonly exponent: number
}

function layoutOf(tokens: readonly FormatToken[]): Layout {
  const point = tokens.findIndex(({ kind }) => kind === 'point')
  const before = point < 0 ? tokens : tokens.slice(0, point)
  const places = tokens.map(({ kind }, i) => (kind === 'digit' ? i : -1)).filter((i) => i >= 0)
  const lastWhole = before.findLastIndex(({ kind }) => kind === 'digit')
  const last = places.at(-1) ?? 0
  const first = places[0] ?? 0
  return {
    before,
    behind: point < 0 ? [] : tokens.slice(point),
    isGrouped: before.some(({ kind }, i) => kind === 'comma' && i > first && i < lastWhole),
    thousands: tokens.filter(({ kind }, i) => kind === 'comma' && (i > last || (i > lastWhole && i < before.length))).length,
    exponent: tokens.findIndex(({ kind }) => kind === 'exponent'),
  }
}

function fixed(value: Digits, layout: Layout): string {
  const marks = layout.behind.filter((token) => token.kind === 'digit')
  const [whole, part] = placesOf(value, marks.length)
  return filledWhole(whole === '0' ? '' : whole, layout) + filledPart(part, layout.behind)
}

/** From the right: each place takes a digit, the leftmost one all that are left. */
function filledWhole(whole: string, { before, isGrouped }: Layout): string {
  const first = before.findIndex(({ kind }) => kind === 'digit')
  let shown = ''
  let left = whole
  let count = 0
  const put = (digit: string) => {
    shown = digit + (isGrouped && count > 0 && count % 3 === 0 ? ',' : '') + shown
    count++
  }
  for (let i = before.length - 1; i >= 0; i--) {
    const token = before[i] as FormatToken
    if (token.kind !== 'digit') {
      shown = literalOf(token) + shown
      continue
    }
    const digit = left.slice(-1)
    if (digit !== '') put(digit)
    else if (token.mark === '0') put('0')
    else if (token.mark === '?') shown = ` ${shown}`
    left = left.slice(0, -1)
    if (i === first) for (; left !== ''; left = left.slice(0, -1)) put(left.slice(-1))
  }
  return shown
}

function filledPart(part: string, behind: readonly FormatToken[]): string {
  let shown = ''
  let at = 0
  for (const token of behind) {
    if (token.kind === 'point') shown += '.'
    else if (token.kind !== 'digit') shown += literalOf(token)
    else {
      const digit = part.charAt(at)
      const isTrailing = /^0*$/.test(part.slice(at))
      shown += !isTrailing || token.mark === '0' ? digit : token.mark === '?' ? ' ' : ''
      at++
    }
  }
  return shown
}

/** `0.00E+00`; with more places before the point the power is a multiple of their number. */
function scientific(value: Digits, layout: Layout): string {
  const all = [...layout.before, ...layout.behind]
  const mantissa = all.slice(0, layout.exponent)
  const point = mantissa.findIndex(({ kind }) => kind === 'point')
  const whole = mantissa.slice(0, point < 0 ? mantissa.length : point).filter(({ kind }) => kind === 'digit').length
  const places = point < 0 ? 0 : mantissa.slice(point).filter(({ kind }) => kind === 'digit').length
  const step = Math.max(1, whole)
  const power = isZeroDigits(value) ? 0 : Math.floor(magnitude(value) / step) * step
  const [before, behind] = placesOf(scaled(value, -power), places)
  const exponent = all[layout.exponent]
  const sign = power < 0 ? '-' : exponent?.kind === 'exponent' && exponent.sign ? '+' : ''
  const width = all.slice(layout.exponent).filter(({ kind }) => kind === 'digit').length
  return `${before}${behind && `.${behind}`}E${sign}${String(Math.abs(power)).padStart(width, '0')}`
}
