/** "97.62%，比上年末的95.12%提高2.5个百分点": a change in percentage points against its two rates. */
import type { ClaimSet } from '../../claims/claim-set.ts'
import type { Figure } from '../../claims/figure.ts'
import type { NewRelation } from '../recogniser.ts'
import { type Reading, side } from '../relation.ts'

const UP = /提高|上升|增加|增长|高|提升|多|超/
const DOWN = /下降|降低|减少|低|回落|差|少/

/** "高于目标3.06个百分点" is held against a target that is printed, not against what was reached of one. */
const AIM = /目标|计划|预期|指标/
const AIMED_AT = /(?:目标|计划|预期|指标)(?:值|数)?(?:为|是|的)?[≥≤＞＜>不低于高]*\s*$/

/** Rates of a sentence that a difference may be meant of. */
const MAX_RATES = 8

export function recognisePointsApart(set: ClaimSet): NewRelation[] {
  const relations: NewRelation[] = []
  for (const sentence of set.sentences) {
    const figures = sentence.figures.map((index) => set.figures[index] as Figure)
    for (const [at, points] of figures.entries()) {
      if (points.dimension !== 'percentage-point' || points.claim.quantity.hedge !== undefined || points.compare !== null) continue
      const words = points.lead.replace(/\s/g, '').slice(-8)
      const isUp = UP.test(words)
      if (isUp === DOWN.test(words)) continue
      const rates = figures.slice(0, at).filter((figure) => figure.dimension === 'ratio' && figure.claim.role !== 'change-rate')
      const [last, earlier] = [rates.at(-1), rates.at(-2)]
      if (last === undefined || earlier === undefined) continue
      // "由67.9%提高到68.35%" names the base first, "68.35%，比上年的67.9%提高" names it last.
      const risesTo = /^\s*(?:由|从)|(?:由|从)[^，]{0,10}$/.test(earlier.lead) && /(?:到|至)\s*$/.test(last.lead)
      const [current, base] = risesTo ? [last, earlier] : [earlier, last]
      if (!risesTo && !/[较比与]|上年|去年|目标|计划|20\d{2}年|２０/.test(base.lead)) continue
      if (AIM.test(points.lead) && !AIMED_AT.test(base.lead)) continue
      const equation = (later: Figure, earlier: Figure): Reading['equation'] => ({
        form: 'linear',
        left: side([points.index]),
        right: isUp ? side([later.index], [earlier.index]) : side([earlier.index], [later.index]),
      })
      relations.push({
        kind: 'difference',
        finding: 'difference',
        readings: [
          { say: '两个比率相减', equation: equation(current, base) },
          ...rates
            .slice(-MAX_RATES, -2)
            .map((other): Reading => ({ say: '两个比率相减', equation: equation(other, base), onlyExplains: true })),
        ],
        source: { by: 'wording', ref: '相差…个百分点' },
        certainty: 'error',
        accused: points.index,
      })
    }
  }
  return relations
}
