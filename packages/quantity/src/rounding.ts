/** Rounding, once and by name. Each mode says only whether the cut magnitude grows by one unit of the place. */
import { type Decimal, decimalOf, tenTo } from './decimal.ts'
import type { Rational } from './rational.ts'
import { growsDown } from './rounding/down.ts'
import { growsHalfEven } from './rounding/half-even.ts'
import { growsHalfUp } from './rounding/half-up.ts'
import type { Remainder } from './rounding/remainder.ts'
import { growsUp } from './rounding/up.ts'

export type RoundingMode = 'half-up' | 'half-even' | 'down' | 'up'

/** `value` rounded to `places` digits behind the point; negative places round to tens, hundreds … */
export function round(value: Decimal | Rational, mode: RoundingMode, places: number): Decimal {
  if ('scale' in value && value.scale <= places) return value
  const { numerator, denominator } = inUnitsOfPlace(value, places)
  const isNegative = numerator < 0n
  const magnitude = isNegative ? -numerator : numerator
  const kept = magnitude / denominator
  const cut = magnitude % denominator
  const twice = cut * 2n
  const remainder = { kept, isExact: cut === 0n, againstHalf: twice === denominator ? 0 : twice < denominator ? -1 : 1 } as const
  const rounded = grows(mode, remainder) ? kept + 1n : kept
  return decimalOf(isNegative ? -rounded : rounded, places)
}

function inUnitsOfPlace(value: Decimal | Rational, places: number): Rational {
  const numerator = 'scale' in value ? value.coefficient : value.numerator
  const denominator = 'scale' in value ? tenTo(value.scale) : value.denominator
  if (places >= 0) return { numerator: numerator * tenTo(places), denominator }
  return { numerator, denominator: denominator * tenTo(-places) }
}

function grows(mode: RoundingMode, remainder: Remainder): boolean {
  switch (mode) {
    case 'half-up':
      return growsHalfUp(remainder)
    case 'half-even':
      return growsHalfEven(remainder)
    case 'down':
      return growsDown()
    case 'up':
      return growsUp(remainder)
  }
}
