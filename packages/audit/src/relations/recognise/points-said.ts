/** Points in running text: which full marks belong to which score, and which points only quote a rule. */
import type { Figure, Sentence } from '../../claims/figure.ts'

export interface PointPair {
  readonly weight: Figure
  readonly score: Figure
}

/** "按“每延误一周扣1分”的标准扣1分", "“两周以内得2.5分”档": points of a rule in quotes, and none that were given or taken. */
export const isQuotedRule = (figure: Figure): boolean => /^\s*(?:及以[上下])?[”"’」』]/.test(figure.tail)

/** Full marks right behind their score in a bracket: 得47.30分（满分50分）, 得9.76分（10分）. */
export function isBehind(sentence: Sentence, weight: Figure, score: Figure): boolean {
  if (weight.seat.kind !== 'text' || score.seat.kind !== 'text' || score.claim.role !== 'score') return false
  const clause = sentence.clauses[weight.seat.clause]
  return clause !== undefined && (clause.opener === '（' || clause.opener === '(') && clause.start - score.tidyEnd <= 2
}

/** Each score of a sentence with its full marks, those printed before it or those in the bracket behind it. */
export function pairsOfPoints(sentence: Sentence, points: readonly Figure[]): PointPair[] {
  const pairs: PointPair[] = []
  for (const [at, weight] of points.entries()) {
    if (weight.claim.role !== 'weight') continue
    const [before, after] = [points[at - 1], points[at + 1]]
    if (before !== undefined && isBehind(sentence, weight, before)) {
      pairs.push({ weight, score: before })
      continue
    }
    if (after?.claim.role !== 'score' || isTakenBy(sentence, points[at + 2], after)) continue
    // Weights in a row, then scores in a row: neighbours do not belong together.
    if (before?.claim.role === 'weight' && points[at + 2]?.claim.role === 'score') continue
    pairs.push({ weight, score: after })
  }
  return pairs
}

/** "权重30分，其中产出得9分（满分10分）": the score has full marks of its own. */
const isTakenBy = (sentence: Sentence, next: Figure | undefined, score: Figure): boolean =>
  next?.claim.role === 'weight' && isBehind(sentence, next, score)
