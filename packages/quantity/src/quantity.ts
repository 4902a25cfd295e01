/** A printed figure with its unit and the precision it was printed to. Plain, frozen, JSON-safe. */
import {
  absolute,
  add,
  type Decimal,
  decimal,
  decimalPlace,
  formatDecimal,
  lastDigitPlace,
  multiply,
  negate,
  ONE,
  parseDecimal,
  subtract,
} from './decimal.ts'
import { around, type Bounds, exactly, scaleBounds } from './interval.ts'
import { dimensionOf, factorOf, isCount, type UnitId } from './unit.ts'

export type Hedge = 'about' | 'over' | 'under' | 'at-least' | 'at-most'

/** `exact` for counts, weights and scores; `place` is the value of one unit in the last printed place, in the printed unit ("0.01", "1", "1000"). */
export type Precision = 'exact' | { readonly place: string }

export interface Quantity {
  /** Canonical decimal in the printed unit, e.g. "512.34", "-0.5". */
  readonly value: string
  readonly unit: UnitId
  readonly precision: Precision
  readonly hedge?: Hedge
}

const HALF = decimal('0.5')
const EXACT_DIMENSIONS = new Set<string | null>(['time', 'calendar', 'working-day', 'age'])

/** The plain value of a quantity; `place` is one unit in the last printed place, in the printed unit, or `exact`. */
export function quantityOf(value: Decimal, unit: UnitId, place: Decimal | 'exact', hedge?: Hedge): Quantity {
  const precision: Precision = place === 'exact' ? 'exact' : Object.freeze({ place: formatDecimal(place) })
  const plain = { value: formatDecimal(value), unit, precision }
  return Object.freeze(hedge === undefined ? plain : { ...plain, hedge })
}

/**
 * A figure as it was printed to `place`. Whole things and stretches of time are exact, unless 万, a decimal or a soft hedge (约, 余, 近) says
 * that somebody rounded: 300余人 is printed to the hundreds, 1.2万件 to the thousands.
 */
export function printedQuantity(value: Decimal, unit: UnitId, place: Decimal, hedge?: Hedge): Quantity {
  const isWhole = place.coefficient === 1n && place.scale === 0
  if (!isWhole || !(isCount(unit) || EXACT_DIMENSIONS.has(dimensionOf(unit)))) return quantityOf(value, unit, place, hedge)
  const isSoft = hedge === 'about' || hedge === 'over' || hedge === 'under'
  return quantityOf(value, unit, isSoft ? (lastDigitPlace(value) ?? ONE) : 'exact', hedge)
}

/** The same figure in the unit that a column heading or a table's 单位 gives to it; the figure itself printed none. */
export function withUnit(q: Quantity, unit: UnitId): Quantity {
  return printedQuantity(printedValue(q), unit, placeOf(q) ?? ONE, q.hedge)
}

/** The value in the printed unit. */
export function printedValue(q: Quantity): Decimal {
  return decimal(q.value)
}

/** The value in the base unit of its dimension (money: yuan, ratio: one). Throws on a unit that is not in the tables. */
export function amountOf(q: Quantity): Decimal {
  return multiply(printedValue(q), knownFactor(q.unit))
}

/**
 * All values, in the base unit, that the figure may stand for: half a unit in its last printed place either way, an exact figure only itself.
 * `place` (in the printed unit) takes the place of the printed one, for columns that drop trailing zeros; a hedged figure ignores it.
 *
 * A hedge reaches one unit of the last digit that is not zero: 余 and 多 say exactly that (300多 is 300 to 400, 1560余 is 1560 to 1570),
 * 近 and 不足 the same from below, 约 and 左右 both ways. 以上 and 以内 are open-ended. 余 and 近 follow the size of a negative figure.
 */
export function boundsOf(q: Quantity, place?: Decimal): Bounds {
  const value = printedValue(q)
  return scaleBounds(q.hedge === undefined ? unhedged(q, value, place) : hedged(q, value, q.hedge), knownFactor(q.unit))
}

/** Nearly all figures are printed to one of these. */
const usualPlaces = new Map(Array.from({ length: 7 }, (_, n) => [formatDecimal(decimalPlace(n)), decimalPlace(n)]))

/** One unit in the last printed place, in the printed unit; null for an exact figure. */
export function placeOf(q: Quantity): Decimal | null {
  return q.precision === 'exact' ? null : (usualPlaces.get(q.precision.place) ?? decimal(q.precision.place))
}

/** Reads a quantity that came from JSON; null when the text is no decimal or the unit is unknown. */
export function readQuantity(value: string, unit: UnitId, precision: Precision, hedge?: Hedge): Quantity | null {
  const amount = parseDecimal(value)
  const place = precision === 'exact' ? 'exact' : parseDecimal(precision.place)
  if (amount === null || place === null || factorOf(unit) === null) return null
  return quantityOf(amount, unit, place, hedge)
}

function unhedged(q: Quantity, value: Decimal, override: Decimal | undefined): Bounds {
  const place = override ?? placeOf(q)
  return place === null ? exactly(value) : around(value, multiply(absolute(place), HALF))
}

function hedged(q: Quantity, value: Decimal, hedge: Hedge): Bounds {
  const reach = lastDigitPlace(value) ?? placeOf(q) ?? ONE
  const further = value.coefficient < 0n ? negate(reach) : reach
  switch (hedge) {
    case 'about':
      return around(value, reach)
    case 'over':
      return inOrder(value, add(value, further))
    case 'under':
      return inOrder(subtract(value, further), value)
    case 'at-least':
      return { low: value, high: null }
    case 'at-most':
      return { low: null, high: value }
  }
}

function inOrder(a: Decimal, b: Decimal): Bounds {
  return subtract(b, a).coefficient < 0n ? { low: b, high: a } : { low: a, high: b }
}

function knownFactor(unit: UnitId): Decimal {
  const factor = factorOf(unit)
  if (factor === null) throw new Error(`unit ${unit} is not in the tables`)
  return factor
}
