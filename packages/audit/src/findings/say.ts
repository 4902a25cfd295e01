/** Figures and results in words: the unit as Chinese prints it, decimals as many as the print has. */
import {
  type Decimal,
  decimal,
  divideRational,
  formatDecimal,
  quotient,
  type Rational,
  round,
  shift,
  toRational,
  type UnitId,
  unitById,
} from '@jiheng/quantity'
import type { Figure } from '../claims/figure.ts'

/** "512.30万元", "86.5%", "7个": as printed, but for spaces and separators. Bare numbers have no unit. */
export function sayFigure(figure: Figure): string {
  const thousands = inTenThousands(figure)
  return `${thousands ?? sayNumber(figure)}${symbolOf(figure.claim.quantity.unit)}`
}

/** "18.92万" as counts are printed: their place says that they stand for tens of thousands. Amounts have units for that. */
function inTenThousands({ claim, dimension }: Figure): string | null {
  const { value, precision } = claim.quantity
  if (dimension === 'money' || precision === 'exact' || !/^10+$/.test(precision.place)) return null
  const places = TEN_THOUSAND - (precision.place.length - 1)
  if (places < 0 || value.includes('.') || value.length <= TEN_THOUSAND) return null
  return `${withZeros(formatDecimal(shift(decimal(value), -TEN_THOUSAND)), places)}万`
}
const TEN_THOUSAND = 4

/** The number with the zeros that it is printed with. */
export function sayNumber({ claim }: Figure): string {
  const { value, precision } = claim.quantity
  return withZeros(value, precision === 'exact' ? 0 : decimalsOf(precision.place))
}

function withZeros(number: string, places: number): string {
  const missing = places - decimalsOf(number)
  return missing <= 0 ? number : `${number}${number.includes('.') ? '' : '.'}${'0'.repeat(missing)}`
}

const printedPlaces = (figure: Figure): number => decimalsOf(sayNumber(figure))

/** How many digits a printed number has behind its point. */
export function decimalsOf(number: string): number {
  const point = number.indexOf('.')
  return point < 0 ? 0 : number.length - point - 1
}

export function symbolOf(unit: UnitId): string {
  return unit === 'none' ? '' : unit.startsWith('each:') ? unit.slice(5) : (unitById(unit)?.symbols[0] ?? '')
}

const EXACT_PLACES = 2

/** A value of the base unit, in the unit and to the places of the figure that it is held against, with at least two places for rates. */
export function sayLike(value: Decimal | Rational, figure: Figure, extraPlaces = 0): string {
  const unit = figure.claim.quantity.unit
  const factor = unitById(unit)?.factor ?? '1'
  const inUnit = divide(value, figure.dimension === 'percentage-point' ? '0.01' : factor)
  // Counts and points are exact: half a point is shown even where the print is whole.
  const places = Math.max(placesOf(figure) + extraPlaces, figure.place === null && 'scale' in value ? EXACT_PLACES : 0)
  return `${withZeros(formatRounded(inUnit, places), printedPlaces(figure))}${symbolOf(unit)}`
}

function divide(value: Decimal | Rational, factor: string): Rational {
  const rational = 'scale' in value ? toRational(value) : value
  return divideRational(rational, toRational(decimal(factor))) ?? rational
}

/** Rounded half up, with as many decimals as asked unless the value ends earlier. */
function formatRounded(value: Rational, places: number): string {
  return formatDecimal(round(value, 'half-up', places))
}

/** Decimals that the figure is printed with; a rate printed as a whole number is shown with two, so that the reader sees the difference. */
function placesOf(figure: Figure): number {
  const unitPlace = figure.place ?? figure.ownPlace
  const factor = decimal(unitById(figure.claim.quantity.unit)?.factor ?? '1')
  const ratio = quotient(unitPlace, factor)
  if (ratio === null) return 2
  let places = 0
  let scaled = ratio.numerator
  while (scaled % ratio.denominator !== 0n && places < 8) {
    scaled *= 10n
    places++
  }
  return figure.dimension === 'ratio' || figure.dimension === 'percentage-point' ? Math.max(places, 2) : places
}
