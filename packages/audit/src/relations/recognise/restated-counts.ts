/** How many things of a kind there are, said twice. */
import type { ClaimSet } from '../../claims/claim-set.ts'
import type { Figure } from '../../claims/figure.ts'
import type { KeyedFact } from './restated-keyed.ts'

/** Words that promise the number of all things of a kind. */
const ALL_THERE_ARE = /现有|共有|共监管|总共有|目前共|现共有|设有|管辖|下辖/
/** "共监管54个农家书屋" and "现有53个农家书屋" in one paragraph. */
export function countFacts(set: ClaimSet): KeyedFact[] {
  const facts: KeyedFact[] = []
  for (const figure of set.figures) {
    if (
      !figure.dimension.startsWith('each:') ||
      figure.seat.kind !== 'text' ||
      figure.claim.quantity.hedge !== undefined ||
      figure.compare !== null
    )
      continue
    if (!ALL_THERE_ARE.test(figure.lead)) continue
    const noun = nounOf(figure)
    if (noun.length < 4) continue
    facts.push({ key: `count|${figure.dimension}|${noun}|${figure.claim.anchor.block}`, figure, certainty: 'error' })
  }
  return facts
}

/** The thing counted: after the figure ("54个农家书屋"), or before it ("农家书屋54个"). */
function nounOf(figure: Figure): string {
  const tail = figure.tail.replace(/\s/g, '').replace(/(?:的|管理|建设|工作|等).*$/, '')
  if (/^[\u4e00-\u9fff]{4,12}$/.test(tail)) return tail
  const lead = figure.lead.replace(/\s/g, '').replace(/^.*(?:现有|共有|监管维护|监管|维护|设有|管辖|下辖)/, '')
  return /^[\u4e00-\u9fff]{4,12}$/.test(lead) ? lead : ''
}
