/** "以上三项共205.70万元", "三类合计有效问卷2150份": a total of so many parallel figures that were told one after the other. */
import { readChineseNumber } from '@jiheng/quantity'
import type { ClaimSet } from '../../claims/claim-set.ts'
import type { Figure } from '../../claims/figure.ts'
import { figuresBefore } from '../../claims/look-back.ts'
import type { NewRelation } from '../recogniser.ts'
import { type Reading, side } from '../relation.ts'

const SUMMARY =
  /^(?:[，,]|以上|上述|前述|这)*([二两三四五六七八九十]|\d{1,2})(?:项|类|个|家|处|所|笔|部分|大类|种|批|期)[^，。；]{0,6}?(?:共|合计|总计)/
const MAX_BACK = 60

export function recogniseSummaries(set: ClaimSet): NewRelation[] {
  const relations: NewRelation[] = []
  for (const sentence of set.sentences) {
    const first = sentence.clauses[0]
    const content = set.report.blocks[sentence.block]
    if (first === undefined || content === undefined || !('text' in content)) continue
    const words = content.text.slice(sentence.start, sentence.end).replace(/\s/g, '')
    const number = SUMMARY.exec(words)?.[1]
    const times = number === undefined ? null : readChineseNumber(number)
    if (times === null || times.scale !== 0) continue
    for (const index of sentence.figures) {
      const relation = summaryOf(set, set.figures[index] as Figure, Number(times.coefficient))
      if (relation !== null) relations.push(relation)
    }
  }
  return relations
}

/** The last so many figures of the block that end in the same words as the total, or that are called totals themselves. */
function summaryOf(set: ClaimSet, total: Figure, times: number): NewRelation | null {
  if (
    total.seat.kind !== 'text' ||
    total.dimension === 'ratio' ||
    total.compare !== null ||
    total.claim.quantity.hedge !== undefined ||
    times < 2 ||
    times > 20
  )
    return null
  const sentence = total.seat.sentence
  const before = figuresBefore(set, total.claim.anchor.block, total.index, MAX_BACK)
    .filter(
      (figure) =>
        figure.index < total.index &&
        figure.seat.kind === 'text' &&
        figure.seat.sentence !== sentence &&
        figure.dimension === total.dimension &&
        figure.claim.role !== 'change' &&
        figure.compare === null,
    )
    .slice(-MAX_BACK)
  const stem = total.lead
    .replace(/\s/g, '')
    .replace(/^.*(?:共|合计|总计)/, '')
    .slice(-2)
  const likes = [
    stem.length === 2 ? before.filter((figure) => figure.lead.replace(/\s/g, '').endsWith(stem)) : [],
    before.filter((figure) => /(?:计|共|合计|小计)$/.test(figure.lead.replace(/\s/g, ''))),
    before,
  ]
  const readings: Reading[] = []
  for (const like of likes) {
    const parts = like.slice(-times)
    if (parts.length === times)
      readings.push({
        say: `前述 ${times} 项相加`,
        equation: { form: 'linear', left: side([total.index]), right: side(parts.map((part) => part.index)) },
      })
  }
  if (readings.length === 0) return null
  return {
    kind: 'sum',
    finding: 'sum',
    readings,
    source: { by: 'wording', ref: '以上各项合计' },
    certainty: 'error',
    guard: 'slip',
    accused: total.index,
    explainBy: 'slip',
  }
}
