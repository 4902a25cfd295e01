/** What one reading of a rule gives for a weight, a target and an actual value. Exact; rounding is the reader's. */
import {
  addRational,
  type Bounds,
  compare,
  compareRational,
  type Decimal,
  divideRational,
  isZero,
  multiplyRational,
  ONE,
  quotient,
  type Rational,
  subtract,
  subtractRational,
  toRational,
  ZERO,
} from '@jiheng/quantity'
import type { Counting, Edge, Give, Piece, ScoreFormula, Sense, Share } from './scoring-rule.ts'

export interface Operands {
  readonly weight: Decimal
  readonly target: Decimal | null
  readonly actual: { readonly value: Decimal; readonly bounds: Bounds } | null
}

export interface Scored {
  /** All scores that the actual value may stand for, and the one of its printed value. */
  readonly low: Rational
  readonly high: Rational
  readonly center: Rational
  /** The piece that gave it, and how far the target is missed, for the explanation. */
  readonly piece: Piece
}

const NOUGHT = toRational(ZERO)
const WHOLE = toRational(ONE)

/** Null when the formula says nothing for these values. */
export function scoreOf(formula: ScoreFormula, operands: Operands): Scored | null {
  const limit = formula.limit ?? operands.target
  for (const piece of formula.pieces) {
    const scored = scoreByPiece(piece, formula, operands, limit)
    if (scored === 'unknown') return null
    if (scored !== null) return scored
  }
  return null
}

/** Null: the piece does not apply. Unknown: it cannot be told whether it does. */
function scoreByPiece(piece: Piece, formula: ScoreFormula, operands: Operands, limit: Decimal | null): Scored | 'unknown' | null {
  const weight = toRational(operands.weight)
  const { actual } = operands
  if (piece.kind === 'portion') {
    const [low, high] = [piece.low, piece.high].map((part) => multiplyRational(weight, toRational(part))) as [Rational, Rational]
    return { low, high, center: high, piece }
  }
  if (actual === null) return 'unknown'
  switch (piece.kind) {
    case 'range': {
      const place = isWithin(actual.value, piece.low, piece.high)
      return place === null ? 'unknown' : place ? exactly(points(piece.give, weight), piece) : null
    }
    case 'reached':
      if (limit === null) return 'unknown'
      return isReached(actual.value, limit, formula.sense) ? exactly(points(piece.give, weight), piece) : null
    case 'missed':
      if (limit === null) return 'unknown'
      return isReached(actual.value, limit, formula.sense) ? null : exactly(points(piece.give, weight), piece)
    case 'proportion': {
      if (limit === null) return 'unknown'
      const shares = [actual.value, actual.bounds.low, actual.bounds.high].map((value) =>
        value === null ? null : shareOf(value, limit, formula.share),
      )
      return spread(
        shares.map((share) => (share === null ? null : multiplyRational(weight, share))),
        weight,
        piece,
      )
    }
    case 'deduction': {
      const from = piece.side === 'each' ? ZERO : limit
      if (from === null) return 'unknown'
      const lost = [actual.value, actual.bounds.low, actual.bounds.high].map((value) => {
        const gap = value === null ? null : piece.side === 'below' ? subtract(from, value) : subtract(value, from)
        const steps = gap === null ? null : countSteps(gap, piece.step, formula.counting)
        return steps === null ? null : subtractRational(weight, multiplyRational(steps, toRational(piece.points)))
      })
      return spread(lost, weight, piece)
    }
  }
}

export function isReached(actual: Decimal, limit: Decimal, sense: Sense): boolean {
  const order = compare(actual, limit)
  return sense === 'at-least' ? order >= 0 : order <= 0
}

/** Null at an end of which it is not said whether it belongs. */
function isWithin(value: Decimal, low: Edge | null, high: Edge | null): boolean | null {
  const above = low === null ? 1 : compare(value, low.value)
  const below = high === null ? -1 : compare(value, high.value)
  if (above < 0 || below > 0) return false
  if (above === 0 && low?.isIncluded !== true) return low?.isIncluded ?? null
  if (below === 0 && high?.isIncluded !== true) return high?.isIncluded ?? null
  return true
}

const points = (give: Give, weight: Rational): Rational => (give === 'all' ? weight : give === 'none' ? NOUGHT : toRational(give.points))

const exactly = (value: Rational, piece: Piece): Scored => ({ low: value, high: value, center: value, piece })

/** A share of nothing, or of less than nothing, is none. */
function shareOf(actual: Decimal, limit: Decimal, share: Share): Rational | null {
  if (limit.coefficient <= 0n || actual.coefficient < 0n) return null
  switch (share) {
    case 'actual/target':
      return quotient(actual, limit)
    case 'target/actual':
      return quotient(limit, actual)
    case 'less-excess': {
      const excess = quotient(subtract(actual, limit), limit)
      return excess === null ? null : subtractRational(WHOLE, excess)
    }
  }
}

/** The number of steps in a gap; nothing where there is none. */
function countSteps(gap: Decimal, step: Decimal, counting: Counting): Rational | null {
  if (gap.coefficient <= 0n || isZero(gap)) return NOUGHT
  const steps = divideRational(toRational(gap), toRational(step))
  if (steps === null || counting === 'exact') return steps
  const full = { numerator: steps.numerator / steps.denominator, denominator: 1n }
  return counting === 'full' || compareRational(full, steps) === 0 ? full : addRational(full, WHOLE)
}

/** The first value is that of the print, the others are its ends; all within 0 and the weight. */
function spread(values: readonly (Rational | null)[], weight: Rational, piece: Piece): Scored | 'unknown' {
  const known = values.filter((value) => value !== null).map((value) => clip(value, weight))
  const [center] = values
  if (center === null || center === undefined) return 'unknown'
  const pick = (sign: 1 | -1): Rational => known.reduce((best, value) => (compareRational(value, best) === sign ? value : best))
  return { low: pick(-1), high: pick(1), center: clip(center, weight), piece }
}

function clip(value: Rational, weight: Rational): Rational {
  if (compareRational(value, NOUGHT) < 0) return NOUGHT
  return compareRational(value, weight) > 0 ? weight : value
}
