/** Whether an equation may hold once figures are changed, told in floating point: see graph/rough-gap.ts. */
import type { Figure } from '../claims/figure.ts'
import { isFar, type RoughGap, roughGap, roughly, roughReach } from '../graph/rough-gap.ts'
import { type Equation, timesIn } from '../relations/relation.ts'

/** Answers whether the equation is sure not to hold with the changes. Reads each equation once, however many changes are tried on it. */
export function roughLook(figures: readonly Figure[]): (equation: Equation, changes: ReadonlyMap<number, Figure>) => boolean {
  const known = new Map<Equation, RoughGap>()
  return (equation, changes) => {
    if (equation.form !== 'linear') return false
    const { left, right } = equation
    let printed = known.get(equation)
    if (printed === undefined) {
      printed = roughGap(left, right, figures)
      known.set(equation, printed)
    }
    let { gap, reach, size } = printed
    for (const [index, changed] of changes) {
      const times = timesIn(left, index) - timesIn(right, index)
      const [before, after] = [roughly((figures[index] as Figure).value), roughly(changed.value)]
      gap += times * (after - before)
      reach += Math.abs(times) * roughReach(changed)
      size += Math.abs(times) * (Math.abs(before) + Math.abs(after))
    }
    return isFar({ gap, reach, size })
  }
}
