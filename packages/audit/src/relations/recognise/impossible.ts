/** Values outside their own definition: a share above the whole, a score above full marks. */
import { add, compare, decimal, multiply, ONE } from '@jiheng/quantity'
import { rateAtEnd, TOTAL_ROW } from '@jiheng/vocabulary'
import type { ClaimSet } from '../../claims/claim-set.ts'
import type { Figure } from '../../claims/figure.ts'
import { FIGURE_BEFORE } from '../../claims/read-phrase.ts'
import type { NewRelation } from '../recogniser.ts'
import { side } from '../relation.ts'

const HUNDRED_POINTS = decimal('100')

/** Rounded shares may make 100.01 % together. */
const isRoundedTotal = ({ claim, value, ownPlace }: Figure): boolean =>
  TOTAL_ROW.test(claim.label) && compare(value, add(ONE, multiply(ownPlace, MOST_ROUNDING))) <= 0
const MOST_ROUNDING = decimal('10')

export function recogniseLimits(set: ClaimSet): NewRelation[] {
  const relations: NewRelation[] = []
  for (const figure of set.figures) {
    if (figure.compare !== null || figure.claim.quantity.hedge !== undefined) continue
    if (figure.dimension === 'ratio' && figure.claim.quantity.unit !== 'fold') {
      // A figure held against a plan or target (为目标…的136.9%) may well exceed it.
      const isShare = figure.claim.role === 'share' && figure.against !== FIGURE_BEFORE
      const rate = figure.claim.role === 'rate' ? rateAtEnd(figure.rateName ?? '')?.rate : undefined
      if (!isShare && rate?.atMostWhole !== true) continue
      if (isShare && isRoundedTotal(figure)) continue
      relations.push({
        kind: 'bound',
        finding: 'impossible-value',
        accused: figure.index,
        certainty: isShare || rate?.id === 'satisfaction-rate' || rate?.id === 'settled-rate' ? 'error' : 'warning',
        source: { by: 'identity', ref: isShare ? '占比不超过 100%' : `${figure.rateName}不超过 100%`, citation: rate?.source ?? '定义' },
        readings: [
          { say: '不超过 100%', equation: { form: 'order', low: side([figure.index]), high: { plus: [], minus: [], constant: ONE } } },
        ],
      })
    } else if (
      figure.dimension === 'point' &&
      figure.claim.role === 'score' &&
      figure.seat.kind === 'text' &&
      /(?:自评|综合|总|最终).{0,4}(?:得分|总分|分)/.test(figure.lead)
    ) {
      relations.push({
        kind: 'bound',
        finding: 'impossible-value',
        accused: figure.index,
        certainty: 'warning',
        source: { by: 'scheme', ref: '百分制得分不超过 100 分', citation: '勾稽 ID-43' },
        readings: [
          {
            say: '不超过 100 分',
            equation: { form: 'order', low: side([figure.index]), high: { plus: [], minus: [], constant: HUNDRED_POINTS } },
          },
        ],
      })
    }
  }
  return relations
}
