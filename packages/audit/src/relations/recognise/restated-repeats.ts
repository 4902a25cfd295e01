/** "248,576,952.15元（约2.49亿元）", "34,787.60万元，折合3.48亿元": a figure that says the one before it again in another unit. */

import type { ClaimSet } from '../../claims/claim-set.ts'
import type { Figure, Sentence } from '../../claims/figure.ts'
import type { NewRelation } from '../recogniser.ts'
import { restatement } from './restated-relation.ts'

/** What the words before the second figure come to when they say that it repeats the first. */
const SAYS_AGAIN = /^(?:折合|折算|约合|合|即|也就是|换算|相当于|计)?(?:人民币)?(?:约|近|为|成)*$/
const MUST_SAY = /折合|折算|约合|换算|相当于|即|也就是/

export function recogniseRepeats(set: ClaimSet): NewRelation[] {
  const relations: NewRelation[] = []
  for (const sentence of set.sentences) {
    for (const [at, index] of sentence.figures.entries()) {
      const first = set.figures[index] as Figure
      const second = set.figures[sentence.figures[at + 1] ?? -1]
      if (second !== undefined && repeats(sentence, first, second)) relations.push(restatement(second, first, 'error'))
    }
  }
  return relations
}

/** Neighbours of one dimension in different units, the second in a bracket of its own or after a word that says so. */
function repeats(sentence: Sentence, first: Figure, second: Figure): boolean {
  if (first.dimension !== 'money' || second.dimension !== 'money') return false
  if (first.claim.quantity.unit === second.claim.quantity.unit || first.seat.kind !== 'text' || second.seat.kind !== 'text') return false
  if (second.seat.clause !== first.seat.clause + 1) return false
  const clause = sentence.clauses[second.seat.clause]
  const lead = second.lead.replace(/[\s（(，,]/g, '')
  const opensBracket = clause?.opener === '（' || clause?.opener === '('
  // A bare bracket's lead is the clause before it: then nothing stands between the figures.
  const words = opensBracket && second.claim.label === first.claim.label && !MUST_SAY.test(lead) ? '' : lead
  return clause?.figures.length === 1 && SAYS_AGAIN.test(words) && (opensBracket || MUST_SAY.test(words)) && first.tail.trim() === ''
}
