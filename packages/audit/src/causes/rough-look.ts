/**
 * Whether an equation may hold once figures are changed, told in floating point. It only ever rules out: what it lets through is judged
 * exactly. Most changes that are tried leave an equation far from holding, and exact sums of long lists are dear.
 */
import type { Decimal } from '@jiheng/quantity'
import type { Figure } from '../claims/figure.ts'
import { type Equation, type Side, timesIn } from '../relations/relation.ts'
import type { Changes } from './surroundings.ts'

type Rules = (equation: Equation, changes: Changes) => boolean

/** A linear equation as it is printed. */
interface Rough {
  /** Left less right. */
  readonly gap: number
  /** How far the prints of all members reach together. */
  readonly reach: number
  /** The sizes of all members together: what floating point may be off by is a share of it. */
  readonly size: number
}

/** Far above what adding doubles can be off by, far below what a change is about. */
const SLACK = 1e-9

/** Answers whether the equation is sure not to hold with the changes. Reads each equation once, however many changes are tried on it. */
export function roughLook(figures: readonly Figure[]): Rules {
  const known = new Map<Equation, Rough>()
  return (equation, changes) => {
    if (equation.form !== 'linear') return false
    let rough = known.get(equation)
    if (rough === undefined) {
      rough = asPrinted(equation.left, equation.right, figures)
      known.set(equation, rough)
    }
    let { gap, reach, size } = rough
    for (const [index, changed] of changes) {
      const times = timesIn(equation.left, index) - timesIn(equation.right, index)
      const [before, after] = [roughly((figures[index] as Figure).value), roughly(changed.value)]
      gap += times * (after - before)
      reach += Math.abs(times) * reachOf(changed)
      size += Math.abs(times) * (Math.abs(before) + Math.abs(after))
    }
    return Math.abs(gap) > reach + size * SLACK
  }
}

function asPrinted(left: Side, right: Side, figures: readonly Figure[]): Rough {
  let gap = 0
  let reach = 0
  let size = 0
  const take = (members: readonly number[], sign: 1 | -1): void => {
    for (const index of members) {
      const figure = figures[index] as Figure
      const value = roughly(figure.value)
      gap += sign * value
      reach += reachOf(figure)
      size += Math.abs(value)
    }
  }
  take(left.plus, 1)
  take(left.minus, -1)
  take(right.plus, -1)
  take(right.minus, 1)
  for (const [constant, sign] of [[left.constant, 1] as const, [right.constant, -1] as const]) {
    if (constant === undefined) continue
    gap += sign * roughly(constant)
    size += Math.abs(roughly(constant))
  }
  return { gap, reach, size }
}

/** A whole place, though half of it is judged with; a hedged figure may stand for anything. */
const reachOf = ({ claim, place }: Figure): number =>
  claim.quantity.hedge !== undefined ? Number.POSITIVE_INFINITY : place === null ? 0 : Math.abs(roughly(place))

const roughly = ({ coefficient, scale }: Decimal): number => Number(coefficient) / 10 ** scale
