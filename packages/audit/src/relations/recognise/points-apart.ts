/** "97.62%，比上年末的95.12%提高2.5个百分点": a change in percentage points against its two rates. */
import { negate } from '@jiheng/quantity'
import type { ClaimSet } from '../../claims/claim-set.ts'
import type { Figure } from '../../claims/figure.ts'
import type { NewRelation } from '../recogniser.ts'
import { type Reading, type Side, side } from '../relation.ts'
import { type TargetOf, targetsOf } from './rate-targets.ts'

const UP = /提高|上升|增加|增长|高|提升|多|超/
const DOWN = /下降|降低|减少|低|回落|差|少/

/** "高于目标3.06个百分点" is held against a target that is printed, not against what was reached of one. */
const AIM = /目标|计划|预期|指标/
const AIMED_AT = /(?:目标|计划|预期|指标)(?:值|数)?(?:为|是|的)?[≥≤＞＜>不低于高]*\s*$/

/** "达标率93.75%，上年达标180次，达标率90.91%", "比上年（结案360起，结案率96.26%）": the same rate again, of the year before. */
function isOfYearBefore(set: ClaimSet, current: Figure, base: Figure): boolean {
  const block = set.report.blocks[base.claim.anchor.block]
  if (block === undefined || !('text' in block) || current.rateName === null || current.rateName !== base.rateName) return false
  const between = block.text.slice(current.tidyEnd, Math.min(base.tidyEnd, current.tidyEnd + MAX_BETWEEN))
  return /[，,；;（(](?:[较比与])?(?:上年|去年|上一年)(?:同期)?/.test(between) && !/目标|计划/.test(between)
}
const MAX_BETWEEN = 60

/** Rates of a sentence that a difference may be meant of. */
const MAX_RATES = 8

export function recognisePointsApart(set: ClaimSet): NewRelation[] {
  const relations: NewRelation[] = []
  let targetOf: TargetOf | null = null
  for (const sentence of set.sentences) {
    const figures = sentence.figures.map((index) => set.figures[index] as Figure)
    for (const [at, points] of figures.entries()) {
      if (points.dimension !== 'percentage-point' || points.claim.quantity.hedge !== undefined || points.compare !== null) continue
      const words = points.lead.replace(/\s/g, '').slice(-8)
      const isUp = UP.test(words)
      if (isUp === DOWN.test(words)) continue
      const rates = figures
        .slice(Math.max(0, at - MOST), at)
        .filter((figure) => figure.dimension === 'ratio' && figure.claim.role !== 'change-rate')
      const pair = pairOf(set, points, rates)
      if (pair !== null) {
        relations.push(relationOf(points, isUp, pair, rates.slice(-MAX_RATES, -2)))
        continue
      }
      const current = rates.at(-1)
      if (current === undefined || !TO_TARGET.test(points.lead) || points.index - current.index > 2) continue
      targetOf ??= targetsOf(set)
      const target = targetOf(current)
      if (target !== null) relations.push(toTarget(points, isUp, current, target))
    }
  }
  return relations
}

/** Figures looked back over in a sentence without end. */
const MOST = 40
/** "高于目标", "比目标值低". */
const TO_TARGET = /(?:高于|超过|超出|超|低于|未达到?|优于|比|较)[^，。；]{0,6}(?:目标|指标值|计划值|控制线)/

/** The rate that is meant, and the one it is compared with. */
function pairOf(set: ClaimSet, points: Figure, rates: readonly Figure[]): readonly [Figure, Figure] | null {
  const [last, earlier] = [rates.at(-1), rates.at(-2)]
  if (last === undefined || earlier === undefined) return null
  // "目标值95%，实际93%，低2个百分点" names the aim first.
  if (AIMED_AT.test(earlier.lead) && /实际/.test(last.lead) && /^[\s低高差超]*(?:了|于目标)?$/.test(points.lead)) return [last, earlier]
  // "由71.2%提高到72.45%" names the base first, "72.45%，比上年的71.2%提高" names it last.
  const risesTo = /^\s*(?:由|从)|(?:由|从)[^，]{0,10}$/.test(earlier.lead) && /(?:到|至)\s*$/.test(last.lead)
  if (!risesTo && !/[较比与]|上年|去年|目标|计划|20\d{2}年|２０/.test(last.lead) && !isOfYearBefore(set, earlier, last)) return null
  const [current, base] = risesTo ? [last, earlier] : [earlier, last]
  return AIM.test(points.lead) && !AIMED_AT.test(base.lead) ? null : [current, base]
}

/** A target may be met by more (≥75%), and 75 % means 75.00 %: the difference is taken to the number that is printed. */
function toTarget(points: Figure, isUp: boolean, current: Figure, target: Figure): NewRelation {
  const relation = relationOf(points, isUp, [current, target], [])
  const right: Side = isUp
    ? { plus: [current.index], minus: [], constant: negate(target.value) }
    : { plus: [], minus: [current.index], constant: target.value }
  return {
    ...relation,
    certainty: 'warning',
    note: `目标值：${target.lead.replace(/\s/g, '')}${target.claim.quantity.value}%`,
    readings: [{ say: '实际值与目标值相减', equation: { form: 'linear', left: side([points.index]), right } }],
  }
}

function relationOf(points: Figure, isUp: boolean, [current, base]: readonly [Figure, Figure], others: readonly Figure[]): NewRelation {
  const equation = (later: Figure, earlier: Figure): Reading['equation'] => ({
    form: 'linear',
    left: side([points.index]),
    right: isUp ? side([later.index], [earlier.index]) : side([earlier.index], [later.index]),
  })
  return {
    kind: 'difference',
    finding: 'difference',
    readings: [
      { say: '两个比率相减', equation: equation(current, base) },
      ...others.map((other): Reading => ({ say: '两个比率相减', equation: equation(other, base), onlyExplains: true })),
    ],
    source: { by: 'wording', ref: '相差…个百分点' },
    certainty: 'error',
    accused: points.index,
  }
}
