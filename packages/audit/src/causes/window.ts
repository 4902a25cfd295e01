/** Which values of one figure an equation allows, when all its other figures stand as printed. In the base unit. */
import {
  add,
  addRational,
  type Bounds,
  compareRational,
  type Decimal,
  decimal,
  divideRational,
  multiplyRational,
  type Rational,
  subtractRational,
  toRational,
  ZERO,
} from '@jiheng/quantity'
import type { Figure } from '../claims/figure.ts'
import { boundsOfFigure, boundsOfSide, judge, printBounds, valueOfSide } from '../graph/judge.ts'
import { asRational } from '../graph/judged.ts'
import { type Equation, type Side, side, timesIn } from '../relations/relation.ts'
import { balanceOf, withoutOne } from './balance.ts'

export interface Window {
  readonly low: Rational | null
  readonly high: Rational | null
  /** What follows from the printed values themselves; null where the equation gives a limit only. */
  readonly center: Rational | null
}

/** Null when the equation says nothing of the figure, or cannot be solved for it. */
export function windowOf(equation: Equation, index: number, figures: readonly Figure[]): Window | null {
  switch (equation.form) {
    case 'linear':
      return linearWindow(equation, equation.left, equation.right, index, figures)
    case 'order':
      return orderWindow(equation, index, figures)
    case 'same':
      return sameWindow(figures[index === equation.first ? equation.second : equation.first] as Figure)
    case 'ratio':
      return ratioWindow(equation, index, figures)
    case 'product':
      return productWindow(equation, index, figures)
    case 'score':
      return scoreWindow(equation, index, figures)
  }
}

const without = (value: Side, index: number): Side => ({
  ...value,
  plus: value.plus.filter((member) => member !== index),
  minus: value.minus.filter((member) => member !== index),
})

/** left = right as sign · x + rest = 0. */
function linearWindow(equation: Equation, left: Side, right: Side, index: number, figures: readonly Figure[]): Window | null {
  const sign = timesIn(left, index) - timesIn(right, index)
  if (sign !== 1 && sign !== -1) return null
  const balance = balanceOf(equation, left, right, figures)
  if (balance?.once.has(index)) {
    const others = withoutOne(balance, sign, figures[index] as Figure)
    return { ...rationalBounds(others), center: toRational(others.center) }
  }
  const [a, b] = [without(left, index), without(right, index)]
  // With sign +1 on the left: x = b − a; on the right: x = a − b.
  const [to, from] = sign === 1 ? [b, a] : [a, b]
  const joined = joinSides(to, from)
  return { ...rationalBounds(boundsOfSide(joined, figures)), center: toRational(valueOfSide(joined, figures)) }
}

/** One side less another. */
function joinSides(to: Side, from: Side): Side {
  const constant = add(to.constant ?? ZERO, negated(from.constant ?? ZERO))
  return { ...side([...to.plus, ...from.minus], [...to.minus, ...from.plus]), constant }
}

const negated = (value: Decimal): Decimal => ({ ...value, coefficient: -value.coefficient })

function orderWindow(equation: Extract<Equation, { form: 'order' }>, index: number, figures: readonly Figure[]): Window | null {
  const { low, high } = equation
  const window = linearWindow(equation, low, high, index, figures)
  if (window === null) return null
  return timesIn(low, index) === 1 ? { low: null, high: window.high, center: null } : { low: window.low, high: null, center: null }
}

function sameWindow(other: Figure): Window {
  return { ...rationalBounds(printBounds(other)), center: toRational(other.value) }
}

/** rate = (a·x + n) ÷ (b·x + d), solved for x: x = (n − rate·d) ÷ (rate·b − a). */
function ratioWindow(equation: Extract<Equation, { form: 'ratio' }>, index: number, figures: readonly Figure[]): Window | null {
  const { numerator, denominator } = equation
  if (index === equation.result) {
    const center = divide(toRational(valueOfSide(numerator, figures)), toRational(valueOfSide(denominator, figures)))
    return center === null ? null : hull(cornersOf(boundsOfSide(numerator, figures), boundsOfSide(denominator, figures), divide), center)
  }
  const [a, b] = [timesIn(numerator, index), timesIn(denominator, index)]
  const [top, bottom] = [without(numerator, index), without(denominator, index)]
  const solve = (rate: Rational, n: Rational, d: Rational): Rational | null =>
    divideRational(subtractRational(n, multiplyRational(rate, d)), subtractRational(multiplyRational(rate, whole(b)), whole(a)))
  const result = figures[equation.result] as Figure
  const center = solve(toRational(result.value), toRational(valueOfSide(top, figures)), toRational(valueOfSide(bottom, figures)))
  if (center === null) return null
  const ends: (Rational | null)[] = []
  for (const rate of endsOf(boundsOfFigure(result)))
    for (const n of endsOf(boundsOfSide(top, figures))) for (const d of endsOf(boundsOfSide(bottom, figures))) ends.push(solve(rate, n, d))
  return hull(ends, center)
}

function productWindow(equation: Extract<Equation, { form: 'product' }>, index: number, figures: readonly Figure[]): Window | null {
  const times = equation.factors.filter((factor) => factor !== index).map((factor) => figures[factor] as Figure)
  const product = times.reduce<Rational>((value, factor) => multiplyRational(value, toRational(factor.value)), whole(1))
  if (index === equation.result) return { low: product, high: product, center: product }
  if (equation.factors.filter((factor) => factor === index).length !== 1) return null
  const result = figures[equation.result] as Figure
  const center = divideRational(toRational(result.value), product)
  if (center === null) return null
  return hull(
    endsOf(boundsOfFigure({ ...result, place: result.ownPlace })).map((end) => divideRational(end, product)),
    center,
  )
}

/** A rule of points is not turned round: of its operands nothing is told. A grade of quality is a stretch, of which no score is the right one. */
function scoreWindow(equation: Extract<Equation, { form: 'score' }>, index: number, figures: readonly Figure[]): Window | null {
  if (index !== equation.result || equation.formula.pieces.some(({ kind }) => kind === 'portion')) return null
  const computed = judge(equation, figures)?.computed
  if (computed === undefined) return null
  const center = asRational(computed)
  return { low: center, high: center, center }
}

const whole = (n: number): Rational => toRational(decimal(String(n)))
const divide = (a: Rational, b: Rational): Rational | null => divideRational(a, b)
const endsOf = (bounds: Bounds): Rational[] => [bounds.low, bounds.high].flatMap((end) => (end === null ? [] : [toRational(end)]))

function cornersOf(a: Bounds, b: Bounds, combine: (a: Rational, b: Rational) => Rational | null): (Rational | null)[] {
  return endsOf(a).flatMap((x) => endsOf(b).map((y) => combine(x, y)))
}

function hull(ends: readonly (Rational | null)[], center: Rational): Window {
  const values = [...ends.filter((end) => end !== null), center]
  const pick = (sign: 1 | -1): Rational => values.reduce((best, value) => (compareRational(value, best) === sign ? value : best))
  return { low: pick(-1), high: pick(1), center }
}

const rationalBounds = ({ low, high }: Bounds) => ({ low: low && toRational(low), high: high && toRational(high) })

/** The values that both allow; the center of the first that tells one. */
export function meetWindows(a: Window, b: Window): Window {
  const low = a.low === null || (b.low !== null && compareRational(b.low, a.low) > 0) ? b.low : a.low
  const high = a.high === null || (b.high !== null && compareRational(b.high, a.high) < 0) ? b.high : a.high
  return { low, high, center: a.center ?? b.center }
}

/** Half a printed place on either side: what a print of a value in the window may differ from it. */
export function widen(window: Window, by: Rational): Window {
  return {
    low: window.low && subtractRational(window.low, by),
    high: window.high && addRational(window.high, by),
    center: window.center,
  }
}
