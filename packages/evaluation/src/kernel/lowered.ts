/** Pieces as whole numbers, for an actual that comes as N·factor ÷ D: every product and sum of them stays exact while N and D are small enough. */
import { divideRational, type Rational, tenTo } from '@jiheng/quantity'
import { roundPoints } from '../policy/rounding.ts'
import type { Rounding } from '../scheme/scheme.ts'
import { exact, over, times, UNIT, wholeNumber } from '../scoring/exact.ts'
import { EXACT_LIMIT } from './column.ts'
import { wholeOf } from './columns-of.ts'
import type { Piece, Rule } from './pieces.ts'

export const COMPUTE = 0
export const CONSTANT = 1
export const SINGLY = 2
export const BEGUN = 3
export const WHOLE = 4

export interface Lowered {
  /** N and D up to here are exact all the way; 0: never. */
  readonly safe: number
  readonly last: number
  /** Piece j ends where N·scaleN − D·scaleD reaches `edge`: 0 for an open end, 1 for a closed one. */
  readonly scaleN: Float64Array
  readonly scaleD: Float64Array
  readonly edge: Float64Array
  readonly way: Uint8Array
  /** Points × 10^scale; NaN where it is open. */
  readonly constant: Float64Array
  /** (p·D + q·N) ÷ (r·D + s·N) roundings of the indicator; of stairs, the number of steps. */
  readonly p: Float64Array
  readonly q: Float64Array
  readonly r: Float64Array
  readonly s: Float64Array
  /** Of stairs: (all − step × count) ÷ whole roundings. */
  readonly all: Float64Array
  readonly step: Float64Array
  readonly whole: Float64Array
  readonly grid: Grid
}

/** How points are rounded: to multiples of 1 ÷ 10^scale × unit. */
export interface Grid {
  readonly scale: number
  readonly unit: number
  readonly mode: 'half-up' | 'half-even' | 'down' | 'up'
  readonly step: Rational
  /** All points, rounded, in multiples. */
  readonly most: number
}

/** null where points are finer than a plain number takes. */
export function gridOf(rounding: Rounding, weight: Rational, scale: number): Grid | null {
  if (scaleOf(rounding) > 10 || weight.numerator < 0n) return null
  const step = stepOf(rounding)
  const unit = wholeOf(roundPoints(step, { to: 'exact' }), scale)
  const all = wholeOf(roundPoints(weight, rounding), scale)
  if (unit === null || all === null || unit === 0) return null
  return { scale, unit, mode: rounding.to === 'places' ? rounding.mode : 'half-up', step, most: all / unit }
}

export function stepOf(rounding: Rounding): Rational {
  if (rounding.to === 'grid') return exact(rounding.step)
  return { numerator: 1n, denominator: tenTo(rounding.to === 'places' ? rounding.places : 10) }
}

/** Decimals that rounded points can have. */
export const scaleOf = (rounding: Rounding): number =>
  rounding.to === 'grid' ? (rounding.step.split('.')[1] ?? '').length : rounding.to === 'places' ? rounding.places : 10

/** null when its numbers are too great for plain ones. */
export function lower(pieces: readonly Piece[], factor: Rational, weight: Rational, rounding: Rounding, grid: Grid): Lowered | null {
  const count = pieces.length
  const array = (): Float64Array => new Float64Array(count)
  const lowered = {
    safe: EXACT_LIMIT,
    last: count - 1,
    scaleN: array(),
    scaleD: array(),
    edge: array(),
    way: new Uint8Array(count),
    constant: array(),
    p: array(),
    q: array(),
    r: array(),
    s: array(),
    all: array(),
    step: array(),
    whole: array(),
    grid,
  }
  for (const [at, { upTo, isClosed, rule }] of pieces.entries()) {
    lowered.edge[at] = isClosed ? 1 : 0
    if (upTo !== null) {
      const bound = over(upTo, factor)
      lowered.scaleN[at] = Number(bound.denominator)
      lowered.scaleD[at] = Number(bound.numerator)
      lowered.safe = Math.min(lowered.safe, roomFor(Number(bound.denominator), Number(bound.numerator)))
    }
    const [way, numbers] = numbersOf(rule, factor, weight, grid, rounding)
    lowered.way[at] = way
    for (const [name, value] of Object.entries(numbers) as [keyof Numbers, number | undefined][]) lowered[name][at] = value ?? 0
    if (way !== CONSTANT && way !== SINGLY)
      lowered.safe = Math.min(lowered.safe, roomFor(2 * (numbers.p ?? 0), 2 * (numbers.q ?? 0), 2 * (numbers.r ?? 0), 2 * (numbers.s ?? 0)))
  }
  return lowered.safe < 1 ? null : lowered
}

type Numbers = { readonly [name in 'constant' | 'p' | 'q' | 'r' | 's' | 'all' | 'step' | 'whole']?: number | undefined }

const roomFor = (...factors: readonly number[]): number =>
  Math.floor(
    EXACT_LIMIT /
      Math.max(
        1,
        factors.reduce((sum, one) => sum + Math.abs(one), 0),
      ),
  )

function numbersOf(rule: Rule, factor: Rational, weight: Rational, grid: Grid, rounding: Rounding): readonly [number, Numbers] {
  switch (rule.kind) {
    case 'points':
      return [CONSTANT, { constant: wholeOf(roundPoints(rule.points, rounding), grid.scale) ?? Number.NaN }]
    case 'open':
      return [CONSTANT, { constant: Number.NaN }]
    case 'singly':
      return [SINGLY, {}]
    case 'fraction': {
      const [p, q, r, s] = wholes([rule.p, times(rule.q, factor), times(rule.r, grid.step), times(times(rule.s, factor), grid.step)])
      return [COMPUTE, { p, q, r, s }]
    }
    case 'stairs': {
      const [p, q, r] = wholes([rule.p, times(rule.q, factor), UNIT])
      const [all, step, whole] = wholes([over(weight, grid.step), over(rule.points, grid.step), UNIT])
      return [rule.steps === 'begun' ? BEGUN : WHOLE, { p, q, r, s: 0, all, step, whole }]
    }
  }
}

/** The same proportions as whole numbers, as small as can be. */
function wholes(list: readonly Rational[]): readonly number[] {
  const common = list.reduce((all, { denominator }) => leastCommon(all, denominator), 1n)
  const numbers = list.map(({ numerator, denominator }) => (numerator * common) / denominator)
  const divisor = numbers.reduce((all, one) => greatestCommon(all, one), 0n) || 1n
  return numbers.map((one) => Number(one / divisor))
}

export function greatestCommon(a: bigint, b: bigint): bigint {
  let [x, y] = [a < 0n ? -a : a, b < 0n ? -b : b]
  while (y !== 0n) [x, y] = [y, x % y]
  return x
}

export const leastCommon = (a: bigint, b: bigint): bigint => (a / greatestCommon(a, b)) * b

/** `a` and `b` as whole multiples of the same: a = first × common, b = second × common. */
export function commonFactor(a: Rational, b: Rational): { readonly common: Rational; readonly first: number; readonly second: number } {
  const denominator = leastCommon(a.denominator, b.denominator)
  const [x, y] = [(a.numerator * denominator) / a.denominator, (b.numerator * denominator) / b.denominator]
  const divisor = greatestCommon(x, y) || 1n
  const common = divideRational(wholeNumber(divisor), wholeNumber(denominator)) ?? UNIT
  return { common, first: Number(x / divisor), second: Number(y / divisor) }
}
