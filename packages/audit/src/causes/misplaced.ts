/**
 * Two totals of which one is as much above its parts as the other is below: an item that is counted under the other heading.
 * What is violated for the weights of a table is violated for its scores as well; all of it is one cause.
 */
import { absolute, add, compare, type Decimal, isZero, subtract } from '@jiheng/quantity'
import type { Figure } from '../claims/figure.ts'
import { sayLike } from '../findings/say.ts'
import { valueOfSide } from '../graph/judge.ts'
import type { Judged } from '../graph/judged.ts'
import type { Cause } from './cause.ts'

const TOTALS: ReadonlySet<string> = new Set(['weight-total', 'score-total', 'sum'])

interface Total {
  readonly cause: Cause
  readonly judged: Judged
  /** Where the parts stand. */
  readonly block: number
  /** What the parts have too much; negative when they have too little. */
  readonly excess: Decimal
  readonly isPoints: boolean
}

/** The causes in their order, those that are one put together at the place of the first. */
export function withMisplaced(causes: readonly Cause[], figures: readonly Figure[]): Cause[] {
  const totals = causes.flatMap((cause) => totalOf(cause, figures) ?? [])
  const joined = new Map<Cause, Cause | null>()
  for (const over of totals) {
    if (over.excess.coefficient <= 0n || joined.has(over.cause) || (over.isPoints && !hasItem(over, figures))) continue
    const alike = totals.filter((other) => other.block === over.block && other.isPoints === over.isPoints && !joined.has(other.cause))
    const same = alike.filter((other) => compare(other.excess, over.excess) === 0)
    const under = alike.filter((other) => isZero(add(other.excess, over.excess)))
    if (under.length === 0) continue
    const members = [...same, ...under]
    for (const { cause } of members) joined.set(cause, null)
    joined.set(over.cause, together(over, members, figures))
  }
  return causes.flatMap((cause) => (joined.has(cause) ? (joined.get(cause) ?? []) : [cause]))
}

function together(over: Total, members: readonly Total[], figures: readonly Figure[]): Cause {
  const others = members.filter((member) => member.judged !== over.judged).map(({ judged }) => judged)
  return {
    violated: [over.judged, ...others],
    accused: over.judged.relation.accused,
    corrections: [],
    isTangled: false,
    misplaced: sayLike(absolute(over.excess), figures[over.judged.relation.accused] as Figure),
  }
}

function totalOf(cause: Cause, figures: readonly Figure[]): Total | null {
  const [judged, ...others] = cause.violated
  if (others.length > 0 || judged.reading?.equation.form !== 'linear') return null
  if (!TOTALS.has(judged.relation.finding)) return null
  const { left, right } = judged.reading.equation
  const part = figures[right.plus[0] ?? -1]
  if (left.plus.length !== 1 || right.plus.length < 2 || right.minus.length > 0 || part === undefined) return null
  const excess = subtract(valueOfSide(right, figures), valueOfSide(left, figures))
  return { cause, judged, block: part.claim.anchor.block, excess, isPoints: part.dimension === 'point' }
}

/** Whether one of the parts is worth just what is too much. */
function hasItem({ judged, excess }: Total, figures: readonly Figure[]): boolean {
  const equation = judged.reading?.equation
  return equation?.form === 'linear' && equation.right.plus.some((index) => compare((figures[index] as Figure).value, excess) === 0)
}
