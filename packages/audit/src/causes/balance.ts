/** A linear equation as a whole: what it allows one of its figures is what is left when that figure is taken out again. */
import { add, around, type Bounds, type Decimal, decimal, multiply, subtract } from '@jiheng/quantity'
import type { Figure } from '../claims/figure.ts'
import { ExactSum } from '../graph/exact-sum.ts'
import { valueOfSide } from '../graph/judge.ts'
import type { Equation, Side } from '../relations/relation.ts'

export interface Balance {
  /** Left less right. */
  readonly gap: Decimal
  /** How far the prints of all members reach together. */
  readonly reach: Decimal
  /** The figures that stand in it once. */
  readonly once: ReadonlySet<number>
}

/** Every member of a violated sum is doubted in turn; adding up the others for each of them would cost the square of its length. */
const balances = new WeakMap<readonly Figure[], Map<Equation, Balance | null>>()

/** Of the figures as they are printed. Null where a hedged one may stand for anything. */
export function balanceOf(equation: Equation, left: Side, right: Side, figures: readonly Figure[]): Balance | null {
  const known = balances.get(figures) ?? new Map<Equation, Balance | null>()
  balances.set(figures, known)
  let balance = known.get(equation)
  if (balance === undefined) {
    balance = readBalance(left, right, figures)
    known.set(equation, balance)
  }
  return balance
}

function readBalance(left: Side, right: Side, figures: readonly Figure[]): Balance | null {
  const once = new Set<number>()
  const again = new Set<number>()
  const reach = new ExactSum()
  for (const members of [left.plus, left.minus, right.plus, right.minus])
    for (const index of members) {
      const { claim, place } = figures[index] as Figure
      if (claim.quantity.hedge !== undefined) return null
      if (place !== null) reach.add(place)
      if (once.has(index)) again.add(index)
      once.add(index)
    }
  for (const index of again) once.delete(index)
  return { gap: subtract(valueOfSide(left, figures), valueOfSide(right, figures)), reach: reach.value, once }
}

const HALF = decimal('0.5')

/** What all others make of one figure. `sign`: +1 for what the left adds, −1 for what the right does. */
export function withoutOne({ gap, reach }: Balance, sign: 1 | -1, { value, place }: Figure): Bounds & { readonly center: Decimal } {
  const center = sign === 1 ? subtract(value, gap) : add(value, gap)
  const others = place === null ? reach : subtract(reach, place)
  return { ...around(center, multiply(others, HALF)), center }
}
