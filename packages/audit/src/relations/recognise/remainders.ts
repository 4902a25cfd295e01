/** "计划40个，建成36个，尚有4个": what is left of a number of things once some are done. */
import type { ClaimSet } from '../../claims/claim-set.ts'
import type { Figure } from '../../claims/figure.ts'
import type { NewRelation } from '../recogniser.ts'
import { type Reading, side } from '../relation.ts'

const LEFT = /(?:未[^，。；]{1,4}的?|尚有|还有|剩余|其余|余下)$/
const LOOK_BACK = 5

export function recogniseRemainders(set: ClaimSet): NewRelation[] {
  const relations: NewRelation[] = []
  for (const [block, figures] of set.figuresOf) {
    if (set.report.blocks[block]?.kind === 'table') continue
    const counts = figures.filter(
      (figure) =>
        figure.dimension.startsWith('each:') &&
        figure.seat.kind === 'text' &&
        figure.compare === null &&
        figure.claim.quantity.hedge === undefined &&
        figure.claim.role !== 'change',
    )
    for (const [at, rest] of counts.entries()) {
      if (!LEFT.test(rest.lead.replace(/\s/g, '')) || at < 2) continue
      const relation = remainderOf(counts.slice(Math.max(0, at - LOOK_BACK), at), rest)
      if (relation !== null) relations.push(relation)
    }
  }
  return relations
}

/** Two earlier counts of the kind, the larger less the smaller. Only where the paragraph has just these two is a gap a fault. */
function remainderOf(earlier: readonly Figure[], rest: Figure): NewRelation | null {
  const same = earlier.filter((figure) => figure.dimension === rest.dimension)
  const readings: Reading[] = []
  for (const whole of same) {
    for (const done of same) {
      if (whole.index >= done.index) continue
      readings.push({
        say: '总数 − 已完成数',
        equation: { form: 'linear', left: side([rest.index]), right: side([whole.index], [done.index]) },
      })
    }
  }
  if (readings.length === 0) return null
  return {
    kind: 'difference',
    finding: 'difference',
    readings,
    source: { by: 'wording', ref: '未完成数 = 总数 − 已完成数' },
    certainty: same.length === 2 ? 'warning' : 'question',
    guard: 'slip',
    accused: rest.index,
    explainBy: 'nearest',
  }
}
