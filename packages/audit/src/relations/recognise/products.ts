/** "12个单位，每个单位500元，共计0.6万元" · "40件，每件300元，计1.2万元": number × rate (× times) = amount. */
import type { ClaimSet } from '../../claims/claim-set.ts'
import type { Figure, Sentence } from '../../claims/figure.ts'
import { figuresBefore } from '../../claims/look-back.ts'
import type { NewRelation } from '../recogniser.ts'
import type { Reading } from '../relation.ts'

const EACH = /(?:每|人均|户均|单价|均价|平均)[^，。；：]{0,14}$|(?:补助|补贴|发放|执行)?标准(?:为|是|按)?$/
const TOTAL =
  /共[^，。；]{1,12}$|(?:共计|合计|总计|共需|小计|共|计|金额|发放|需|总额|支出|兑付|安排|投入)(?:资金|补助|补贴|经费|金额|支出|为|约)*$/

/** Counts before the price that may be meant as well. */
const MAX_OTHERS = 10

export function recogniseProducts(set: ClaimSet): NewRelation[] {
  const relations: NewRelation[] = []
  for (const sentence of set.sentences) {
    if (sentence.figures.length < 3) continue
    const figures = sentence.figures.map((index) => set.figures[index] as Figure)
    for (const [at, price] of figures.entries()) {
      if (price.compare !== null || price.claim.quantity.hedge !== undefined || !isPrice(price)) continue
      const relation = productOf(set, sentence, figures, at, price) ?? totalFirst(figures, at, price)
      if (relation !== null) relations.push(relation)
    }
  }
  return relations
}

/** A price, or a number of things each: "每支32人". */
function isPrice(figure: Figure): boolean {
  return EACH.test(figure.lead.replace(/\s/g, '')) && (figure.dimension === 'money' || figure.dimension.startsWith('each:'))
}

function productOf(set: ClaimSet, sentence: Sentence, figures: readonly Figure[], at: number, price: Figure): NewRelation | null {
  const total = totalOf(figures, at, price)
  if (total === null) return null
  const within = figures
    .slice(Math.max(0, at - 3), figures.indexOf(total))
    .filter((figure) => figure.index !== price.index && isNumber(figure) && sameStretch(sentence, figure, total))
  const after = figures.slice(at + 1, figures.indexOf(total)).filter(isNumber)
  const before = figures.slice(Math.max(0, at - 3), at).filter(isNumber)
  const nearest = before.at(-1)
  const main = after.length > 0 ? after : nearest === undefined ? [] : [nearest]
  if (main.length === 0 || main.length > 2) return null
  const product = (factors: readonly Figure[]): Reading['equation'] => ({
    form: 'product',
    result: total.index,
    factors: [...factors.map((figure) => figure.index), price.index],
  })
  const readings: Reading[] = [{ say: '数量 × 标准', equation: product(main) }]
  if (after.length > 0 && nearest !== undefined) readings.push({ say: '数量 × 次数 × 标准', equation: product([nearest, ...after]) })
  for (const other of [...within, ...figuresBefore(set, price.claim.anchor.block, price.index, MAX_OTHERS).filter(isNumber)])
    readings.push({ say: '数量 × 标准', equation: product([other]), onlyExplains: true })
  return {
    kind: 'product',
    finding: 'conversion',
    readings,
    source: { by: 'wording', ref: '数量 × 标准 = 总额' },
    certainty:
      TOTAL.test(total.lead.replace(/\s/g, '')) && main.length === 1 && main.every((figure) => sameStretch(sentence, figure, price))
        ? 'error'
        : 'question',
    accused: total.index,
    explainBy: 'nearest',
  }
}

/** "补助1045万元，按1045人、每人10000元兑付": the amount stands before what it is made of. */
function totalFirst(figures: readonly Figure[], at: number, price: Figure): NewRelation | null {
  const [count, total] = [figures[at - 1], figures[at - 2]]
  const times = figures[at + 1]
  const isTimes = times?.dimension === 'calendar' || (times !== undefined && /^\s*(?:全年|共|计)?$/.test(times.lead) && isNumber(times))
  // "每村每月1场" says nothing of the year until the months are told.
  if (!isTimes && PER_PERIOD.test(price.lead.replace(/\s/g, ''))) return null
  if (
    count === undefined ||
    total === undefined ||
    total.dimension !== price.dimension ||
    isPrice(total) ||
    !isNumber(count) ||
    !/^\s*按/.test(count.lead)
  )
    return null
  return {
    kind: 'product',
    finding: 'conversion',
    readings: [
      ...(isTimes ? [{ say: '数量 × 标准 × 次数', equation: productOver(total, [count, price, times as Figure]) }] : []),
      ...(isTimes && PER_PERIOD.test(price.lead.replace(/\s/g, ''))
        ? []
        : [{ say: '数量 × 标准', equation: productOver(total, [count, price]) }]),
    ],
    source: { by: 'wording', ref: '按数量 × 标准' },
    certainty: 'error',
    accused: total.index,
  }
}

/** A standard for a part of the year. */
const PER_PERIOD = /每(?:个)?[月日天周旬季](?:度)?[^，。；：、\d]{0,8}$/

const productOver = (total: Figure, factors: readonly Figure[]): Reading['equation'] => ({
  form: 'product',
  result: total.index,
  factors: factors.map((figure) => figure.index),
})

/** The amount after the price that is called a total. */
function totalOf(figures: readonly Figure[], at: number, price: Figure): Figure | null {
  for (const figure of figures.slice(at + 1, at + 4)) {
    if (figure.dimension !== price.dimension || isPrice(figure)) continue
    if (figure.announcesTotal || TOTAL.test(figure.lead.replace(/\s/g, ''))) return figure
  }
  return null
}

const isNumber = (figure: Figure): boolean =>
  (figure.dimension.startsWith('each:') || /^(?:day|month|time|duration|area|mass|volume)/.test(figure.dimension)) &&
  figure.claim.quantity.hedge === undefined &&
  !isPrice(figure)

/** No full stop of a list between them: a semicolon opens the next item. */
function sameStretch(sentence: Sentence, a: Figure, b: Figure): boolean {
  if (a.seat.kind !== 'text' || b.seat.kind !== 'text') return false
  return sentence.clauses
    .slice(Math.min(a.seat.clause, b.seat.clause) + 1, Math.max(a.seat.clause, b.seat.clause) + 1)
    .every((clause) => clause.opener !== '；' && clause.opener !== ';')
}
