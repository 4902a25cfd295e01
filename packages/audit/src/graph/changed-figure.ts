/** Figures as they would be after a correction. Nothing else changes. */
import {
  compare,
  type Decimal,
  decimal,
  decimalPlace,
  formatDecimal,
  multiply,
  negate,
  ONE,
  placeOf,
  type UnitId,
  factorOf as unitFactor,
} from '@jiheng/quantity'
import type { Figure } from '../claims/figure.ts'

const HUNDREDTH = decimal('0.01')

/** With another number printed, in the unit it has: "512.30", and as precise as that says. */
export function withNumber(figure: Figure, number: string): Figure {
  const { quantity } = figure.claim
  const decimals = number.split('.')[1]?.length ?? 0
  const place = decimalPlace(decimals)
  const factor = factorOf(figure)
  const ownPlace = multiply(place, factor)
  const shared = figure.place !== null && compare(figure.place, figure.ownPlace) < 0 && compare(figure.place, ownPlace) < 0
  const precision = quantity.precision === 'exact' ? quantity.precision : { place: formatDecimal(place) }
  const value = decimal(number)
  return {
    ...figure,
    claim: { ...figure.claim, quantity: { ...quantity, value: formatDecimal(value), precision } },
    value: multiply(value, factor),
    ownPlace,
    place: figure.place === null ? null : shared ? figure.place : ownPlace,
  }
}

/** With the opposite direction: a rise by so much becomes a fall. */
export function turned(figure: Figure): Figure {
  const value = formatDecimal(negate(decimal(figure.claim.quantity.value)))
  return { ...figure, claim: { ...figure.claim, quantity: { ...figure.claim.quantity, value } }, value: negate(figure.value) }
}

/** The same number in another unit. */
export function withUnit(figure: Figure, unit: UnitId): Figure {
  const { quantity } = figure.claim
  const factor = unitFactor(unit) ?? ONE
  const place = multiply(placeOf(quantity) ?? ONE, factor)
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
  if (figure.dimension === 'percentage-point') return HUNDREDTH
  return unitFactor(figure.claim.quantity.unit) ?? ONE
}

/** The members of a relation at their places, changed where a change is given. All other places stay empty: a report has too many to copy. */
export function overlay(figures: readonly Figure[], members: readonly number[], changes: ReadonlyMap<number, Figure>): readonly Figure[] {
  const copy: Figure[] = []
  for (const member of members) copy[member] = changes.get(member) ?? (figures[member] as Figure)
  return copy
}
