/** The relations of a report, judged, with the causes of those that do not hold; all checks read from here. */
import type { Cause } from '../causes/cause.ts'
import { causesOf } from '../causes/causes.ts'
import { isFarOff, isOtherResult } from '../causes/far-off.ts'
import type { ClaimSet } from '../claims/claim-set.ts'
import type { FindingKind } from '../findings/finding.ts'
import type { Relation } from '../relations/relation.ts'
import { withoutConfirmed } from './both-held.ts'
import { type Judged, judgeRelations } from './judged.ts'

export interface ClaimGraph {
  readonly set: ClaimSet
  readonly judged: readonly Judged[]
  readonly causes: readonly Cause[]
}

export function graphOf(set: ClaimSet, relations: readonly Relation[]): ClaimGraph {
  const judged = withoutConfirmed(judgeRelations(relations, set.figures))
  const causes = causesOf(judged, set.figures)
  const doubted = new Set(causes.filter((cause) => isFarOff(cause) || isOtherResult(cause, set.figures)).map(({ violated }) => violated[0]))
  if (doubted.size === 0) return { set, judged, causes }
  return {
    set,
    judged: judged.map((one) => (doubted.has(one) ? { ...one, outcome: 'cannot-tell', slip: null } : one)),
    causes: causes.filter(({ violated }) => !doubted.has(violated[0])),
  }
}

/** Judged relations whose violation is a finding of this kind. */
export function judgedOf(graph: ClaimGraph, kind: FindingKind): readonly Judged[] {
  return graph.judged.filter((judged) => judged.relation.finding === kind)
}
