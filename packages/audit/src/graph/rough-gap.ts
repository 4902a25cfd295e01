/**
 * How far sums, or two prints of one fact, are from holding, in floating point. It only ever rules out; what may hold is judged exactly. Most sums that
 * are tried are far off, and exact sums of long lists are dear.
 */
import type { Decimal } from '@jiheng/quantity'
import type { Figure } from '../claims/figure.ts'
import type { Equation, Side } from '../relations/relation.ts'

export interface RoughGap {
  /** Left less right. */
  readonly gap: number
  /** How far the prints of all members reach together. */
  readonly reach: number
  /** The sizes of all members together: what floating point may be off by is a share of it. */
  readonly size: number
}

/** Far above what adding doubles can be off by, far below what a gap is about. */
const SLACK = 1e-9

/** Whether figures that far apart are sure not to meet. */
export const isFar = ({ gap, reach, size }: RoughGap): boolean => Math.abs(gap) > reach + size * SLACK

/** Whether the equation is sure not to hold of the figures as they are printed. */
export function isRuledOut(equation: Equation, figures: readonly Figure[]): boolean {
  if (equation.form === 'linear') return isFar(roughGap(equation.left, equation.right, figures))
  return equation.form === 'same' && isFar(roughApart(figures[equation.first] as Figure, figures[equation.second] as Figure))
}

/** The same fact twice: each print may be cut as well as rounded, but no further than its own last place. */
function roughApart(first: Figure, second: Figure): RoughGap {
  const [a, b] = [roughly(first.value), roughly(second.value)]
  const isHedged = first.claim.quantity.hedge !== undefined || second.claim.quantity.hedge !== undefined
  const reach = isHedged ? Number.POSITIVE_INFINITY : roughly(first.ownPlace) + roughly(second.ownPlace)
  return { gap: a - b, reach, size: Math.abs(a) + Math.abs(b) }
}

export function roughGap(left: Side, right: Side, figures: readonly Figure[]): RoughGap {
  const rough = roughFigures(figures)
  const sum = { gap: 0, reach: 0, size: 0 }
  take(sum, left.plus, 1, rough)
  take(sum, left.minus, -1, rough)
  take(sum, right.plus, -1, rough)
  take(sum, right.minus, 1, rough)
  if (left.constant !== undefined) takeConstant(sum, left.constant, 1)
  if (right.constant !== undefined) takeConstant(sum, right.constant, -1)
  return sum
}

type Sum = { -readonly [Key in keyof RoughGap]: number }

function take(sum: Sum, members: readonly number[], sign: 1 | -1, { values, reaches }: RoughFigures): void {
  for (const index of members) {
    const value = values[index] as number
    sum.gap += sign * value
    sum.reach += reaches[index] as number
    sum.size += Math.abs(value)
  }
}

function takeConstant(sum: Sum, constant: Decimal, sign: 1 | -1): void {
  sum.gap += sign * roughly(constant)
  sum.size += Math.abs(roughly(constant))
}

interface RoughFigures {
  readonly values: Float64Array
  readonly reaches: Float64Array
}

/** Made once a report, when all places are settled. */
const known = new WeakMap<readonly Figure[], RoughFigures>()

function roughFigures(figures: readonly Figure[]): RoughFigures {
  const found = known.get(figures)
  if (found !== undefined) return found
  const rough = {
    values: Float64Array.from(figures, (figure) => roughly(figure.value)),
    reaches: Float64Array.from(figures, roughReach),
  }
  known.set(figures, rough)
  return rough
}

/** A whole place, though half of it is judged with; a hedged figure may stand for anything. */
export const roughReach = ({ claim, place }: Figure): number =>
  claim.quantity.hedge !== undefined ? Number.POSITIVE_INFINITY : place === null ? 0 : Math.abs(roughly(place))

export const roughly = ({ coefficient, scale }: Decimal): number => Number(coefficient) / 10 ** scale
