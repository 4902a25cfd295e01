/** "a3万元，b5万元，合计8万元": a total after its parts. */
import type { ClaimSet } from '../../claims/claim-set.ts'
import type { Figure, Sentence } from '../../claims/figure.ts'
import type { NewRelation } from '../recogniser.ts'
import { type Reading, side } from '../relation.ts'
import { clauseText, isAmount, WITHIN } from './list-words.ts'

/** "a3万元，b5万元，合计8万元": a total after its parts. The list starts where the figures of its kind start. */
export function trailingTotal(set: ClaimSet, sentence: Sentence): NewRelation | null {
  for (let at = sentence.figures.length - 1; at >= 2; at--) {
    const total = set.figures[sentence.figures[at] as number] as Figure
    if (!isAmount(total) || !total.announcesTotal || !saysOnlyTotal(total) || isOfSome(set, total)) continue
    const parts: number[] = []
    for (let i = at - 1; i >= 0; i--) {
      const figure = set.figures[sentence.figures[i] as number] as Figure
      if (!isAmount(figure) || figure.dimension !== total.dimension) continue
      parts.unshift(figure.index)
    }
    if (parts.length < 2) continue
    const readings: Reading[] = []
    for (let start = 0; start < parts.length - 1 && readings.length < 12; start++)
      readings.push({ say: '各项相加', equation: { form: 'linear', left: side([total.index]), right: side(parts.slice(start)) } })
    return {
      kind: 'sum',
      finding: 'sum',
      readings: readings.sort((a, b) => preferred(set, sentence, b, parts) - preferred(set, sentence, a, parts)),
      source: { by: 'wording', ref: '合计' },
      certainty: 'error',
      accused: total.index,
    }
  }
  return null
}

/** The reading to show first: the parts after the last list opening, or else all. */
function preferred(set: ClaimSet, sentence: Sentence, reading: Reading, parts: readonly number[]): number {
  if (reading.equation.form !== 'linear') return 0
  const first = set.figures[reading.equation.right.plus[0] as number] as Figure
  const at = first.seat.kind === 'text' ? first.seat.clause : -1
  const clause = sentence.clauses[at]
  const before = sentence.clauses[at - 1]
  const opens =
    clause !== undefined &&
    clause.figures[0] === first.index &&
    (WITHIN.test(first.lead) ||
      (':：'.includes(clause.opener) && clause.opener !== '') ||
      (before !== undefined && before.figures.length === 0 && WITHIN.test(clauseText(set, sentence, before))))
  if (opens) return 2
  return reading.equation.right.plus.length === parts.length ? 1 : 0
}

/** "前两项合计150份": of some of the list. */
function isOfSome(set: ClaimSet, { claim, tidyEnd }: Figure): boolean {
  const block = set.report.blocks[claim.anchor.block]
  return (
    block !== undefined && 'text' in block && /[前后][两二三四五六七八九\d]项/.test(block.text.slice(Math.max(0, tidyEnd - 20), tidyEnd))
  )
}

function saysOnlyTotal(total: Figure): boolean {
  return /^(?:以上|上述|几项|各项|三项|两项|[二三四五六七八九]项|并|，)*(?:共|合计|总计|共计|共涉及|累计|涉及)(?:涉及|金额|资金|支出|支付|投入|安排|使用|经费|为|共)*$/.test(
    total.lead.replace(/\s/g, ''),
  )
}
