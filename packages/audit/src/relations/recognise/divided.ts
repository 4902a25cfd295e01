/**
 * Lists whose total stands elsewhere or whose items say more than their amount:
 * "项目支出由三部分组成：…", "按资金来源，…", "项目支出90万元的去向为：养护60万元，每公里200元；清扫30万元，…".
 * What the words leave open only a slip of typing decides.
 */
import { conceptAtEnd } from '@jiheng/vocabulary'
import type { ClaimSet } from '../../claims/claim-set.ts'
import type { Clause, Figure, Sentence } from '../../claims/figure.ts'
import { conceptNear } from '../../claims/look-back.ts'
import type { NewRelation } from '../recogniser.ts'
import { type Reading, side } from '../relation.ts'
import { uniqueByValue } from './distinct-values.ts'

/** The total is named by the words before the opening: group 1. */
const NAMED =
  /^([^，。：；\d]{2,16}?)(?:由[^，。：；\d]{1,12}(?:组成|构成)|(?:的)?(?:去向|构成|用途|组成)(?:为|是|如下)|分为|(?:具体)?(?:包括|包含|涵盖)[：:])/
/** The total is not named: one of the amounts told before. */
const CLASSIFIED = /^(?:其中)?[，,]?(?:按|从)[^，。：；\d]{1,10}(?:划分|分类?|性质|来源|类型|类别|科目|用途|看|分)[，,：:]|^资金来源[：:]/
const MAX_FACTS = 20
const MAX_TOTALS = 8
const SENTENCES_BACK = 5
const MAX_PARTS = 30

export function recogniseDividedLists(set: ClaimSet): NewRelation[] {
  const relations: NewRelation[] = []
  for (const sentence of set.sentences) {
    if (sentence.figures.length < 2) continue
    const text = textOf(set, sentence)
    const named = NAMED.exec(text)
    const totals = named !== null ? namedTotals(set, sentence, named[1] ?? '') : CLASSIFIED.test(text) ? totalsBefore(set, sentence) : []
    if (totals.length > 0) relations.push(...sumOf(totals, itemsOf(set, sentence, 0), text.slice(0, 12), named !== null))
    const divided = dividedAt(sentence)
    if (divided < 1) continue
    const total = firstAmount(set, sentence.clauses.slice(0, divided))
    if (total !== null) relations.push(...sumOf([total], itemsOf(set, sentence, divided), '：', true))
  }
  return relations
}

/** The clause after the colon of a list whose items end with semicolons, or -1. */
function dividedAt(sentence: Sentence): number {
  const colon = sentence.clauses.findIndex(({ opener }) => opener === '：' || opener === ':')
  return colon >= 0 && sentence.clauses.slice(colon).some(isSemicolon) ? colon : -1
}

const isSemicolon = ({ opener }: Clause): boolean => opener === '；' || opener === ';'

function textOf(set: ClaimSet, sentence: Sentence): string {
  const block = set.report.blocks[sentence.block]
  return block !== undefined && 'text' in block ? block.text.slice(sentence.start, sentence.start + 40).trimStart() : ''
}

/** The last figure before the sentence that bears the name. */
function namedTotals(set: ClaimSet, sentence: Sentence, name: string): Figure[] {
  const concept = conceptAtEnd(name)
  const first = sentence.figures[0] as number
  if (concept === null || name.length - concept.length > 2) return []
  const last = conceptNear(set, concept.concept, first, MAX_FACTS).findLast(
    (figure) => figure.index < first && figure.qualifier === '' && figure.seat.kind === 'text' && isAmount(figure),
  )
  return last === undefined ? [] : [last]
}

/** Amounts of the sentences before, under the same heading. */
function totalsBefore(set: ClaimSet, sentence: Sentence): Figure[] {
  const found: Figure[] = []
  for (let at = sentence.index - 1; at >= Math.max(0, sentence.index - SENTENCES_BACK); at--) {
    const earlier = set.sentences[at] as Sentence
    if (earlier.section !== sentence.section) break
    found.push(...earlier.figures.map((index) => set.figures[index] as Figure).filter(isAmount))
  }
  return uniqueByValue(found).slice(-MAX_TOTALS)
}

function firstAmount(set: ClaimSet, clauses: readonly Clause[]): Figure | null {
  const figures = clauses.flatMap((clause) => clause.figures.map((index) => set.figures[index] as Figure)).filter(isAmount)
  return figures.at(-1) ?? null
}

/** The first amount of each item where items end with semicolons; otherwise all amounts that stand outside brackets. */
function itemsOf(set: ClaimSet, sentence: Sentence, from: number): Figure[] {
  const clauses = sentence.clauses.slice(from)
  const hasSemicolons = clauses.some(isSemicolon)
  const items: Figure[] = []
  let depth = 0
  let isTaken = false
  for (const clause of clauses) {
    if (clause.opener === '（' || clause.opener === '(') depth++
    if (clause.opener === '）' || clause.opener === ')') depth = Math.max(0, depth - 1)
    if (isSemicolon(clause)) isTaken = false
    for (const index of clause.figures) {
      const figure = set.figures[index] as Figure
      if (depth > 0 || isTaken || !isAmount(figure)) continue
      items.push(figure)
      isTaken = hasSemicolons
    }
  }
  return items
}

const isAmount = (figure: Figure): boolean =>
  figure.dimension === 'money' &&
  figure.claim.role !== 'change' &&
  figure.compare === null &&
  figure.claim.quantity.hedge === undefined &&
  !/每|人均|单价|标准/.test(figure.lead.slice(-8))

function sumOf(totals: readonly Figure[], items: readonly Figure[], opener: string, isNamed: boolean): NewRelation[] {
  if (items.length < 2 || items.length > MAX_PARTS) return []
  const right = side(items.map(({ index }) => index))
  const readings: Reading[] = totals
    .filter((total) => !items.includes(total))
    .map((total) => ({ say: '各分项相加', equation: { form: 'linear', left: side([total.index]), right } }))
  const accused = totals[0]
  if (readings.length === 0 || accused === undefined) return []
  return [
    {
      kind: 'sum',
      finding: 'sum',
      readings,
      source: { by: 'wording', ref: opener },
      certainty: 'warning',
      guard: isNamed ? 'slip' : 'telling-slip',
      accused: accused.index,
      explainBy: 'slip',
    },
  ]
}
