/** "按“每延误一周扣1分”的标准扣1分", "“两周以内得2.5分”档，得2.5分": a rule in quotes, and right behind it the points that it led to. */
import type { ClaimSet } from '../../claims/claim-set.ts'
import type { Figure } from '../../claims/figure.ts'
import type { NewRelation } from '../recogniser.ts'
import { isQuotedRule } from './points-said.ts'

/** Points for each of several, at most, or at discretion: what came of it need not be the same. */
const OPEN = /每|逐|最多|至多|不超过|以内酌情|酌情|—|-|至\s*$|~/
const VERB = /(扣|得|计)(?:减|除|去|掉)?(?:了)?$/
/** What may stand between the quote and the points. */
const LINK =
  /^[”"’」』]?(?:的|一)?(?:评分|计分|打分|扣分)?(?:标准|规定|办法|细则|条款|要求|档次|档|规则)?(?:该项|本项|此项|该指标|应|实|予以)?$/

export function recogniseQuotedRules(set: ClaimSet): NewRelation[] {
  const relations: NewRelation[] = []
  for (const sentence of set.sentences) {
    for (const [at, index] of sentence.figures.entries()) {
      const rule = set.figures[index] as Figure
      const points = set.figures[sentence.figures[at + 1] ?? -1]
      if (points === undefined || !isPlain(rule) || !isPlain(points) || !isQuotedRule(rule) || isQuotedRule(points)) continue
      const verb = verbOf(rule)
      if (verb === null || verb !== verbOf(points) || OPEN.test(rule.lead) || !followsOn(rule, points)) continue
      relations.push({
        kind: 'same-as',
        finding: 'scoring-rule',
        readings: [{ say: '所引计分标准', equation: { form: 'same', first: points.index, second: rule.index } }],
        source: { by: 'wording', ref: '按所引标准计分' },
        certainty: 'warning',
        accused: points.index,
      })
    }
  }
  return relations
}

const isPlain = (figure: Figure): boolean =>
  figure.dimension === 'point' && figure.compare === null && figure.claim.quantity.hedge === undefined

const verbOf = (figure: Figure): string | null => VERB.exec(figure.lead.replace(/\s/g, ''))?.[1] ?? null

/** In the same clause right behind the quote, or opening the next one. */
function followsOn(rule: Figure, points: Figure): boolean {
  if (rule.seat.kind !== 'text' || points.seat.kind !== 'text' || points.seat.clause - rule.seat.clause > 1) return false
  const between = points.lead.replace(/\s/g, '').replace(VERB, '')
  const rest = rule.seat.clause === points.seat.clause ? '' : rule.tail.replace(/\s/g, '')
  return LINK.test(between) && LINK.test(rest)
}
