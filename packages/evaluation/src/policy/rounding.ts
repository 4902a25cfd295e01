/** Rounding of points, once and by name. SF-29 and D-18. */
import { compare, type Decimal, decimal, type Rational, round, toRational } from '@jiheng/quantity'
import type { Rounding } from '../scheme/scheme.ts'
import { over, show, times } from '../scoring/exact.ts'

const EXACT_PLACES = 10

/** `exact` keeps ten decimals: more are not printed anywhere, and a third has no end. */
export function roundPoints(value: Rational, rounding: Rounding): Decimal {
  switch (rounding.to) {
    case 'places':
      return round(value, rounding.mode, rounding.places)
    case 'grid': {
      const step = toRational(decimal(rounding.step))
      return round(times(toRational(round(over(value, step), 'half-up', 0)), step), 'half-up', EXACT_PLACES)
    }
    case 'exact':
      return round(value, 'half-up', EXACT_PLACES)
  }
}

/** null when rounding changed nothing. */
export function sayRounding(value: Rational, rounded: Decimal, rounding: Rounding): string | null {
  if (compare(round(value, 'down', EXACT_PLACES * 2), rounded) === 0) return null
  const how =
    rounding.to === 'grid'
      ? `取 ${rounding.step} 的倍数`
      : rounding.to === 'places'
        ? `${MODES[rounding.mode]}到 ${rounding.places} 位小数`
        : '保留 10 位小数'
  return `${show(value)} ${how}：${show(rounded)} 分`
}

const MODES = { 'half-up': '四舍五入', 'half-even': '四舍六入五成双', down: '舍去', up: '进位' } as const
