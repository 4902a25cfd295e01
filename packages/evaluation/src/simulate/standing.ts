/** How units stand by one plan: points, totals, grades and ranks; and by another, with what did not change taken over. */
import type { Plan, PlannedIndicator } from '../evaluate/plan.ts'
import type { Block } from '../kernel/column.ts'
import { type Kernel, roomFor, type Scores } from '../kernel/kernel.ts'
import { ranksOf } from '../kernel/rank.ts'

export interface Standing {
  readonly plan: Plan
  readonly kernel: Kernel
  readonly scores: Scores
  readonly ranks: Uint32Array
}

export function standingOf(plan: Plan, kernel: Kernel, block: Block): Standing {
  const scores = roomFor(kernel, block.count)
  kernel.run(block, scores)
  return { plan, kernel, scores, ranks: ranksOf(scores.totals) }
}

/** By another plan over the same rows. Only indicators that differ are scored; totals, grades and ranks are made anew. */
export function standingAfter(
  before: Standing,
  plan: Plan,
  kernel: Kernel,
  block: Block,
): Standing & { readonly rescored: readonly string[] } {
  const known = new Map(
    before.plan.indicators.map((planned, at) => [
      planned.id,
      { text: scoringOf(planned), points: before.scores.points[at] as Float64Array },
    ]),
  )
  const rescored: string[] = []
  const points = plan.indicators.map((planned) => {
    const same = known.get(planned.id)
    if (same !== undefined && same.text === scoringOf(planned)) return same.points
    rescored.push(planned.id)
    return new Float64Array(block.count)
  })
  const scores: Scores = { points, totals: new Float64Array(block.count), grades: new Int8Array(block.count) }
  kernel.run(block, scores, new Set(rescored))
  return { plan, kernel, scores, ranks: ranksOf(scores.totals), rescored }
}

/** All that the points of an indicator depend on beside the facts. */
function scoringOf({ indicator, weight, policies }: PlannedIndicator): string {
  const { measure, target, curve, alternatives } = indicator
  const { notApplicable, rounding, overFulfilment } = policies
  return JSON.stringify([
    measure,
    target,
    curve,
    alternatives,
    weight.coefficient.toString(),
    weight.scale,
    notApplicable,
    rounding,
    overFulfilment.deductFrom,
  ])
}
