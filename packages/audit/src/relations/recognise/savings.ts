/** "预算30万元，结算27.45万元，节约2.55万元", "送审…，审定…，审减…", "编制45名，实有41人，空编4名": the two figures right before a difference that is named so. */
import { compare } from '@jiheng/quantity'
import type { ClaimSet } from '../../claims/claim-set.ts'
import type { Figure } from '../../claims/figure.ts'
import type { NewRelation } from '../recogniser.ts'
import { side } from '../relation.ts'

const NOUN = '(?:资金|投资|金额|财政资金|支出|经费|编制|人员|名额)?(?:了|为|的|共|约)?$'
const LESS = new RegExp(`(?:节约|节余|节支|审减|核减|净减|空编|缺编|空缺|缺员|空岗|盈余|收支结余)${NOUN}`)
const MORE = new RegExp(`(?:超支|超编|审增|超概|超出|多支出)${NOUN}`)
/** What was planned, asked for or allowed; what came of it. */
const PLANNED = /预算|合同|送审|报审|上报|概算|估算|控制价|限价|招标|编制|核定|额定|定额|计划|收入|安排|应/
const DONE = /结算|审定|审核|成交|中标|支出|实有|在编|在岗|实际|决算|支付|完成|采购|使用|执行|发放/
/** Figures between the two and behind them: a rate, another count. */
const NEAR = 2

export function recogniseSavings(set: ClaimSet): NewRelation[] {
  const relations: NewRelation[] = []
  for (const sentence of set.sentences) {
    const figures = sentence.figures.map((index) => set.figures[index] as Figure)
    for (const [at, rest] of figures.entries()) {
      const lead = rest.lead.replace(/[\s“”"]/g, '')
      const isLess = LESS.test(lead)
      if (at < 2 || !isPlain(rest) || (!isLess && !MORE.test(lead))) continue
      const alike = figures.slice(Math.max(0, at - 2 * NEAR), at).filter((figure) => figure.dimension === rest.dimension && isPlain(figure))
      const [whole, done] = alike.slice(-2)
      if (whole === undefined || done === undefined || rest.index - done.index > NEAR || done.index - whole.index > NEAR) continue
      if (!PLANNED.test(whole.lead) || !DONE.test(done.lead) || DONE_FIRST.test(whole.lead) || isApart(set, whole, rest)) continue
      const [more, less] = isLess ? [whole, done] : [done, whole]
      if (compare(more.value, less.value) < 0) continue
      relations.push({
        kind: 'difference',
        finding: 'difference',
        readings: [
          {
            say: isLess ? '原定数 − 实际数' : '实际数 − 原定数',
            equation: { form: 'linear', left: side([rest.index]), right: side([more.index], [less.index]) },
          },
        ],
        source: { by: 'wording', ref: isLess ? '节约数 = 原定数 − 实际数' : '超出数 = 实际数 − 原定数' },
        certainty: 'warning',
        accused: rest.index,
      })
    }
  }
  return relations
}

/** "实际支出预算资金18万元": what came of it, for all that it names the plan. */
const DONE_FIRST = /(?:实际|已)(?:支出|支付|完成|使用)/

const isPlain = ({ dimension, compare: sign, claim }: Figure): boolean =>
  (dimension === 'money' || dimension.startsWith('each:')) && sign === null && claim.quantity.hedge === undefined

/** A full stop of a list, or another subject, stands between. */
function isApart(set: ClaimSet, whole: Figure, rest: Figure): boolean {
  const block = set.report.blocks[whole.claim.anchor.block]
  const between = block !== undefined && 'text' in block ? block.text.slice(whole.tidyEnd, rest.tidyEnd) : ''
  return /[；;]|其中|同比|较上年|比上年|另/.test(between)
}
