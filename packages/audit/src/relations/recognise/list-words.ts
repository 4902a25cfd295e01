/** Words and figures of lists in running text. */
import type { ClaimSet } from '../../claims/claim-set.ts'
import type { Clause, Figure, Sentence } from '../../claims/figure.ts'

export const WITHIN = /其中|其中包括|包括|主要(?:包括|为|是|用于)|含/

/** The words of one clause. */
export function clauseText(set: ClaimSet, sentence: Sentence, clause: Clause): string {
  const block = set.report.blocks[sentence.block]
  return block !== undefined && 'text' in block ? block.text.slice(clause.start, clause.end) : ''
}

export const isAmount = (figure: Figure): boolean =>
  figure.claim.role !== 'change' &&
  figure.claim.role !== 'change-rate' &&
  figure.claim.role !== 'share' &&
  figure.claim.role !== 'rate' &&
  figure.compare === null &&
  figure.claim.quantity.hedge === undefined &&
  !/每[^，。；]{1,6}$|单价$|人均$|标准$/.test(figure.lead)
