/** The total score and the scores of blocks, wherever they are said again. */
import type { ClaimSet } from '../../claims/claim-set.ts'
import type { KeyedFact } from './restated-keyed.ts'
import { blockName } from './scores.ts'

/** The total score, and the score of each block, wherever they stand. */
export function scoreFacts(set: ClaimSet): KeyedFact[] {
  const facts: KeyedFact[] = []
  const isTotal = (words: string): boolean => /(?:自评|综合|最终|总体|整体|总|评价|合计).{0,6}(?:得分|总分|评分)|^总分$/.test(words)
  for (const figure of set.figures) {
    if (
      figure.claim.role !== 'score' ||
      figure.dimension !== 'point' ||
      figure.compare !== null ||
      figure.claim.quantity.hedge !== undefined ||
      figure.periodKey !== ''
    )
      continue
    if (figure.seat.kind === 'text') {
      if (/换算|折算|平均|项目|中心|下属|所属|原始|扣/.test(figure.lead + figure.tail.slice(0, 4))) continue
      if (isTotal(figure.lead.replace(/\s/g, '').replace(/(?:为|是|达|达到|：|:)+$/, '')))
        facts.push({ key: 'score|total', figure, certainty: 'warning' })
      else if (blockName(figure.lead) !== '' && /指标(?:得分|得|总?得分为?|自评得分)/.test(figure.lead))
        facts.push({ key: `score|${blockName(figure.lead)}`, figure, certainty: 'warning' })
    } else if (/^自评得分$|^自评总分$/.test(figure.claim.label)) facts.push({ key: 'score|total', figure, certainty: 'error' })
  }
  return facts
}
