/** A figure as it would be after a correction. Nothing else of it changes. */
import { compare, type Decimal, decimal, decimalPlace, formatDecimal, multiply, type UnitId, unitById } from '@jiheng/quantity'
import type { Figure } from '../claims/figure.ts'

/** With another number printed, in the unit it has; a finer print brings its finer place along. */
export function withNumber(figure: Figure, number: Decimal): Figure {
  const { quantity } = figure.claim
  const factor = factorOf(figure)
  const text = formatDecimal(number)
  const decimals = text.split('.')[1]?.length ?? 0
  const place = decimals === 0 ? null : decimalPlace(decimals)
  const finer = place === null ? null : multiply(place, factor)
  const printsFiner = place !== null && quantity.precision !== 'exact' && compare(place, decimal(quantity.precision.place)) < 0
  const precision = printsFiner ? { place: formatDecimal(place) } : quantity.precision
  return {
    ...figure,
    claim: { ...figure.claim, quantity: { ...quantity, value: text, precision } },
    value: multiply(number, factor),
    ownPlace: finer !== null && compare(finer, figure.ownPlace) < 0 ? finer : figure.ownPlace,
    place: figure.place === null ? null : finer !== null && compare(finer, figure.place) < 0 ? finer : figure.place,
  }
}

/** The same number in another unit. */
export function withUnit(figure: Figure, unit: UnitId): Figure {
  const { quantity } = figure.claim
  const factor = decimal(unitById(unit)?.factor ?? '1')
  const place = multiply(decimal(quantity.precision === 'exact' ? '1' : quantity.precision.place), factor)
  return {
    ...figure,
    claim: { ...figure.claim, quantity: { ...quantity, unit } },
    value: multiply(decimal(quantity.value), factor),
    ownPlace: place,
    place,
  }
}

/** What one of the printed number is in the base unit. Percentage points count as the ratio that they are points of. */
export function factorOf(figure: Figure): Decimal {
  if (figure.dimension === 'percentage-point') return decimal('0.01')
  return decimal(unitById(figure.claim.quantity.unit)?.factor ?? '1')
}
