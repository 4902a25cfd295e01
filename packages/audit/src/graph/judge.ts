/** Whether an equation can be true of the printed figures: every figure is an interval, and the intervals must meet. */
import {
  absolute,
  add,
  addBounds,
  around,
  type Bounds,
  boundsOf,
  compare,
  type Decimal,
  decimal,
  exactly,
  meet,
  meetsRatio,
  multiply,
  multiplyBounds,
  negateBounds,
  quotient,
  ratioBounds,
  subtract,
  ZERO,
} from '@jiheng/quantity'
import type { Figure } from '../claims/figure.ts'
import type { Equation, Side } from '../relations/relation.ts'
import { ExactSum } from './exact-sum.ts'
import { judgeScore } from './judge-score.ts'
import type { Verdict } from './verdict.ts'

const HALF = decimal('0.5')

/** All values that a figure may stand for, in the base unit. Place: see `resolvePlaces`. */
export function boundsOfFigure(figure: Figure): Bounds {
  if (figure.claim.quantity.hedge !== undefined) return boundsOf(figure.claim.quantity)
  return figure.place === null ? exactly(figure.value) : around(figure.value, multiply(absolute(figure.place), HALF))
}

/** Null when the equation cannot be computed: a denominator that may be zero. */
export function judge(equation: Equation, figures: readonly Figure[]): Verdict | null {
  switch (equation.form) {
    case 'linear': {
      const stated = valueOfSide(equation.left, figures)
      const computed = valueOfSide(equation.right, figures)
      const holds = meet(boundsOfSide(equation.left, figures, stated), boundsOfSide(equation.right, figures, computed))
      return { holds, byTruncation: false, computed, stated, gap: subtract(stated, computed) }
    }
    case 'order': {
      const stated = valueOfSide(equation.low, figures)
      const limit = valueOfSide(equation.high, figures)
      const low = boundsOfSide(equation.low, figures, stated)
      const high = boundsOfSide(equation.high, figures, limit)
      const holds = low.low === null || high.high === null || compare(low.low, high.high) <= 0
      return { holds, byTruncation: false, computed: limit, stated, gap: subtract(stated, limit) }
    }
    case 'ratio':
      return judgeRatio(equation, figures)
    case 'score':
      return judgeScore(equation, figures)
    case 'same': {
      const first = figures[equation.first] as Figure
      const second = figures[equation.second] as Figure
      const holds = meet(printBounds(first), printBounds(second))
      return { holds, byTruncation: false, computed: second.value, stated: first.value, gap: subtract(first.value, second.value) }
    }
    case 'product': {
      const result = figures[equation.result] as Figure
      let bounds: Bounds | null = null
      let computed = decimal('1')
      for (const index of equation.factors) {
        const factor = figures[index] as Figure
        const times = isTimes(factor)
        computed = multiply(computed, times ? decimal(factor.claim.quantity.value) : factor.value)
        const range = times
          ? exactly(decimal(factor.claim.quantity.value))
          : isSetPrice(factor)
            ? exactly(factor.value)
            : boundsOfFigure(factor)
        bounds = bounds === null ? range : multiplyBounds(bounds, range)
      }
      const printed = resultBounds(result)
      return {
        holds: bounds !== null && meet(printed, bounds),
        byTruncation: false,
        computed,
        stated: result.value,
        gap: subtract(result.value, computed),
      }
    }
  }
}

/** "每亩200元" is set; "人均95.43元" came out so and was rounded. */
const isSetPrice = (figure: Figure): boolean =>
  figure.dimension === 'money' &&
  figure.claim.quantity.hedge === undefined &&
  /每|标准/.test(figure.lead) &&
  !/均|[^的]价$/.test(figure.lead)

/** Days, months, hectares: as a factor they count as many as are printed. */
function isTimes(figure: Figure): boolean {
  return (
    figure.dimension !== 'money' && figure.dimension !== 'ratio' && !figure.dimension.startsWith('each:') && figure.dimension !== 'point'
  )
}

/** Everything that rounds or is cut to the print: a restatement may give fewer places than the figure it repeats. */
export function printBounds(figure: Figure): Bounds {
  if (figure.claim.quantity.hedge !== undefined) return boundsOfFigure(figure)
  if (figure.value.coefficient < 0n)
    return { low: subtract(figure.value, figure.ownPlace), high: add(figure.value, multiply(figure.ownPlace, HALF)) }
  const reach = isWhole(figure) ? exactly(figure.value) : around(figure.value, multiply(figure.ownPlace, HALF))
  return isWhole(figure) ? reach : { low: reach.low, high: subtractLeast(add(figure.value, figure.ownPlace)) }
}

/** Counts are whole things: 53 never stands for 54. Scores neither. */
function isWhole(figure: Figure): boolean {
  return figure.place === null
}

/** Just below: a figure that is cut never reaches the next place. */
function subtractLeast(value: Decimal): Decimal {
  return subtract(value, LEAST)
}

const LEAST = decimal('0.0000000001')

/** A score derived from a rate is exact where it is added, but rounded where it is computed: its own printed place. */
function resultBounds(result: Figure): Bounds {
  if (result.claim.quantity.hedge !== undefined) return boundsOfFigure(result)
  return around(result.value, multiply(result.ownPlace, HALF))
}

function judgeRatio(equation: Extract<Equation, { form: 'ratio' }>, figures: readonly Figure[]): Verdict | null {
  const result = figures[equation.result] as Figure
  const top = valueOfSide(equation.numerator, figures)
  const bottom = valueOfSide(equation.denominator, figures)
  const value = quotient(top, bottom)
  if (value === null) return null
  const numerator = boundsOfSide(equation.numerator, figures, top)
  const denominator = boundsOfSide(equation.denominator, figures, bottom)
  const range = ratioBounds(numerator, denominator)
  if (range === null) return null
  // An average of counts is rounded where it is printed.
  const scaled = result.place === null ? resultBounds(result) : boundsOfFigure(result)
  const stated = result.value
  const holds = meetsRatio(range, scaled)
  if (holds) return { holds, byTruncation: false, computed: value, stated, gap: null }
  const cut = truncationBounds(result, stated)
  const byTruncation = cut !== null && meetsRatio(range, cut)
  return { holds: byTruncation, byTruncation, computed: value, stated, gap: null }
}

/** A rate that was cut off stands for everything up to the next printed place. */
function truncationBounds(result: Figure, stated: Decimal): Bounds | null {
  if (result.claim.quantity.hedge !== undefined) return null
  const place = result.ownPlace
  return stated.coefficient < 0n ? { low: subtract(stated, place), high: stated } : { low: stated, high: add(stated, place) }
}

export function valueOfSide(side: Side, figures: readonly Figure[]): Decimal {
  const sum = new ExactSum()
  if (side.constant !== undefined) sum.add(side.constant)
  for (const index of side.plus) sum.add((figures[index] as Figure).value)
  for (const index of side.minus) sum.subtract((figures[index] as Figure).value)
  return sum.value
}

/** The printed value, as far up and down as the prints of all members reach together; hedged members have ends of their own. */
export function boundsOfSide(side: Side, figures: readonly Figure[], value: Decimal = valueOfSide(side, figures)): Bounds {
  const reach = new ExactSum()
  for (const members of [side.plus, side.minus])
    for (const index of members) {
      const { claim, place } = figures[index] as Figure
      if (claim.quantity.hedge !== undefined) return boundsOfHedged(side, figures)
      if (place !== null) reach.add(place)
    }
  return around(value, multiply(reach.value, HALF))
}

function boundsOfHedged(side: Side, figures: readonly Figure[]): Bounds {
  let total = exactly(side.constant ?? ZERO)
  for (const index of side.plus) total = addBounds(total, boundsOfFigure(figures[index] as Figure))
  for (const index of side.minus) total = addBounds(total, negateBounds(boundsOfFigure(figures[index] as Figure)))
  return total
}
