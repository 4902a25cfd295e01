/** Does a labelled relation hold, as precisely as its figures are printed? */
import { add, compare, type Fraction, fraction, half, multiply, one, powerOfTen, subtract, zero } from './fraction.ts'
import { type Formula, idsOf, type Operand } from './label.ts'
import { decimalsInContext, decimalsOf, isMoney, isRate } from './place.ts'
import { exactly, meet, minus, over, plus, type Range, times } from './range.ts'

/** Powers of ten to the base unit of a dimension. */
const scales: Readonly<Record<string, number>> = { 'wan-yuan': 4, 'yi-yuan': 8, percent: -2, 'percentage-point': -2 }
const scaleOf = (unit: string): number => scales[unit] ?? (unit.startsWith('each:万') ? 4 : 0)

/** Looks up what an operand may have been, in base units. */
type Look = (name: string) => Range

/**
 * @param text the report that the operands' places refer to
 * @param around all labelled figures of the report; they tell the place of a table column
 */
export function holds(formula: Formula, text: string, operands: readonly Operand[], around: readonly Operand[] = operands): boolean {
  const byId = new Map(operands.map((operand) => [operand.id, operand]))
  const get = (name: string): Operand => {
    const operand = byId.get(name)
    if (!operand) throw new Error(`no operand ${name}`)
    return operand
  }
  const look: Look = (name) =>
    name.startsWith('=') ? constant(name, get(otherThan(formula, name)).unit) : rangeOf(text, get(name), around)
  return judge(formula, look, get)
}

/** What the figure may have been before it was rounded; counts, weights and scores are what they are. */
export const rangeOf = (text: string, operand: Operand, around: readonly Operand[]): Range =>
  rangeAt(operand, decimalsInContext(text, operand, around))

function rangeAt(operand: Operand, decimals: number): Range {
  const unit = operand.readAs ?? operand.unit
  const value = multiply(fraction(operand.value), powerOfTen(scaleOf(unit)))
  if (!isMoney(unit) && !isRate(unit) && !operand.hedge) return exactly(value)
  return within(value, multiply(half, powerOfTen(scaleOf(unit) - decimals)))
}

const within = (value: Fraction, distance: Fraction): Range => ({ low: subtract(value, distance), high: add(value, distance) })
const otherThan = (formula: Formula, name: string): string => idsOf(formula).find((id) => id !== name) ?? name
const constant = (name: string, unit: string): Range => exactly(multiply(fraction(name.slice(1)), powerOfTen(scaleOf(unit))))
const total = (names: readonly string[], look: Look): Range => names.map(look).reduce(plus, exactly(zero))

function judge(formula: Formula, look: Look, get: (name: string) => Operand): boolean {
  switch (formula.form) {
    case 'all':
      return formula.of.every((part) => judge(part, look, get))
    case 'sum':
      return meet(look(formula.total), minus(total(formula.parts, look), total(formula.less ?? [], look)))
    case 'difference':
      return meet(look(formula.result), minus(look(formula.minuend), total(formula.subtrahends, look)))
    case 'balance':
      return meet(total(formula.left, look), total(formula.right, look))
    case 'change':
      return meet(look(formula.change), risen(look(formula.current), look(formula.base), formula.direction === 'up'))
    case 'ratio':
      return fits(get(formula.rate), look(formula.rate), over(look(formula.numerator), look(formula.denominator)))
    case 'growth':
      return fits(get(formula.rate), look(formula.rate), growthOf(formula, look))
    case 'product': {
      const product = formula.factors.map(look).reduce(times, exactly(one))
      const result = (formula.divisors ?? []).map(look).reduce<Range | null>((a, b) => (a ? over(a, b) : null), product)
      return fitsResult(get(formula.result), look(formula.result), result)
    }
    case 'same':
      return isSame(formula.operands, get)
    case 'bound':
      return compare(total([formula.low].flat(), look).low, look(formula.high).high) <= 0
    case 'count':
      return compare(look(formula.stated).low, fraction(String(formula.listed))) === 0
    case 'grade':
      return isGraded(formula, look, get)
  }
}

const risen = (current: Range, base: Range, up: boolean): Range => (up ? minus(current, base) : minus(base, current))

/** Each figure is used once where that is possible, so that its width does not count twice. */
function growthOf(formula: Extract<Formula, { form: 'growth' }>, look: Look): Range | null {
  const up = formula.direction === 'up'
  const [change, current, base] = [formula.change, formula.current, formula.base].map((name) => (name ? look(name) : null))
  if (base && change) return over(change, base)
  if (base && current) return beside(over(current, base), up)
  if (!change || !current) return null
  // change ÷ (current ∓ change) = 1 ÷ (current ÷ change ∓ 1)
  const inverse = over(current, change)
  return inverse && over(exactly(one), up ? minus(inverse, exactly(one)) : plus(inverse, exactly(one)))
}

const beside = (quotient: Range | null, up: boolean): Range | null =>
  quotient && (up ? minus(quotient, exactly(one)) : minus(exactly(one), quotient))

/** A rate that was cut instead of rounded passes, too: the printed place then reaches one unit up. Points out of a ratio are on a scale of 100. */
function fits(rate: Operand, printed: Range, computed: Range | null): boolean {
  if (!computed) return true
  if (rate.unit === 'point') return fitsResult(rate, printed, times(computed, exactly(fraction('100'))))
  if (!isRate(rate.unit)) return fitsResult(rate, printed, computed)
  const halfUnit = multiply(half, subtract(printed.high, printed.low))
  return meet({ low: printed.low, high: add(printed.high, halfUnit) }, computed)
}

/** A score out of a rate is compared after rounding (or cutting) to its own printed place. */
function fitsResult(result: Operand, printed: Range, computed: Range | null): boolean {
  if (!computed) return true
  if (compare(printed.low, printed.high) !== 0) return meet(printed, computed)
  const place = powerOfTen(scaleOf(result.unit) - decimalsOf(result.text))
  return meet({ low: subtract(printed.low, multiply(half, place)), high: add(printed.low, place) }, computed)
}

/** A fact told again may be rounded further (331.21 beside 331.206418), whatever else its sentence prints: each has the places it is printed with. */
function isSame(names: readonly string[], get: (name: string) => Operand): boolean {
  const told = names.map(get)
  if (told.some(({ value }) => !/^[+-]?\d/.test(value))) return new Set(told.map(({ value }) => value)).size === 1
  const ranges = told.map((operand) => rangeAt(operand, decimalsOf(operand.text)))
  return ranges.every((a, i) => ranges.slice(i + 1).every((b) => meet(a, b)))
}

function isGraded(formula: Extract<Formula, { form: 'grade' }>, look: Look, get: (name: string) => Operand): boolean {
  const score = look(formula.score).low
  return formula.bands.some((band) => {
    const low = compare(score, fraction(band.low))
    const high = compare(score, fraction(band.high))
    return (band.lowIncluded ? low >= 0 : low > 0) && (band.highIncluded ? high <= 0 : high < 0) && band.grade === get(formula.grade).value
  })
}
