/** Whether a printed score is what one reading of its rule gives, compared at the printed place of the score. */
import {
  absolute,
  add,
  around,
  type Bounds,
  compare,
  compareRational,
  decimal,
  exactly,
  multiply,
  ONE,
  type Rational,
  round,
  subtract,
  subtractRational,
  toRational,
} from '@jiheng/quantity'
import type { Figure } from '../claims/figure.ts'
import type { Equation } from '../relations/relation.ts'
import { type Scored, scoreOf } from '../rules/score-of.ts'
import type { Verdict } from './verdict.ts'

type ScoreEquation = Extract<Equation, { form: 'score' }>

const HALF = decimal('0.5')
/** Scores on a grid of half points are the nearest of them. */
const QUARTER = toRational(decimal('0.25'))

export function scored(equation: ScoreEquation, figures: readonly Figure[]): Scored | null {
  const actual = equation.actual < 0 ? null : (figures[equation.actual] as Figure)
  return scoreOf(equation.formula, {
    weight: (figures[equation.weight] as Figure).value,
    target: equation.target < 0 ? null : (figures[equation.target] as Figure).value,
    actual: actual === null ? null : { value: actual.value, bounds: printed(actual) },
  })
}

/** Null where this reading says nothing of the values. */
export function judgeScore(equation: ScoreEquation, figures: readonly Figure[]): Verdict | null {
  const given = scored(equation, figures)
  if (given === null) return null
  const { value, ownPlace } = figures[equation.result] as Figure
  const reach = multiply(absolute(ownPlace), HALF)
  const isRounded = meets(given, toRational(subtract(value, reach)), toRational(add(value, reach)))
  const isCut = compare(ownPlace, ONE) < 0 && isCutTo(given, toRational(value), toRational(add(value, ownPlace)))
  const isHalf = equation.formula.isHalfPoints && isNearest(given, toRational(value))
  return {
    holds: isRounded || isCut || isHalf,
    byTruncation: !isRounded && isCut,
    computed: given.center,
    stated: value,
    gap: subtract(value, round(given.center, 'half-up', 4)),
  }
}

const meets = (given: Scored, low: Rational, high: Rational): boolean =>
  compareRational(given.low, high) <= 0 && compareRational(given.high, low) >= 0

/** Cut off at a decimal; whole points are rounded, never cut. */
const isCutTo = (given: Scored, value: Rational, next: Rational): boolean =>
  compareRational(given.low, next) < 0 && compareRational(given.high, value) >= 0

const printed = (figure: Figure): Bounds =>
  figure.place === null ? exactly(figure.value) : around(figure.value, multiply(absolute(figure.ownPlace), HALF))

function isNearest(given: Scored, value: Rational): boolean {
  const below = subtractRational(given.low, value)
  const above = subtractRational(value, given.high)
  return compareRational(below, QUARTER) <= 0 && compareRational(above, QUARTER) <= 0
}
