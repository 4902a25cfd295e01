/**
 * "A合计N，其中：a…，b…，c…" and "a…、b…，合计N": parts of a list against their total.
 * 其中 bounds a sum from above and does not exhaust it; other openings do, and so do partitions that the field knows.
 */
import { add, compare, ZERO } from '@jiheng/quantity'
import type { ClaimSet } from '../../claims/claim-set.ts'
import type { Clause, Figure, Sentence } from '../../claims/figure.ts'
import { FIGURE_BEFORE } from '../../claims/read-phrase.ts'
import type { NewRelation } from '../recogniser.ts'
import { type Reading, side } from '../relation.ts'
import { cite } from './identity-relation.ts'
import { clauseText, isAmount, WITHIN } from './list-words.ts'
import { identityOf } from './partitions.ts'
import { trailingTotal } from './trailing-totals.ts'

/** Opens a list whose parts make up the whole. */
const EXHAUSTIVE =
  /分别(?:为|是)|按.{0,12}(?:分类|划分|分为?|科目|性质|来源)|由.{1,30}(?:组成|构成)|构成(?:情况)?(?:为|是|如下)?$|具体(?:为|是|情况)|组成/
/** What comes beside the total and not out of it. */
const OTHER_SUBJECT = /^(?:由[^，。；]{2,16}列支|另|此外|同时|还有|完成(?:年初|年度|全年)|为(?:年初|预算|计划|目标)|比|较|同比)/
/** A list that ends so is not all. */
const OPEN_END = /等(?:等)?[^级于]?|主要|部分/

/** Longer lists are put into tables; here they are hostile or misread. */
const MAX_PARTS = 60

interface List {
  readonly total: Figure
  readonly parts: readonly Figure[]
  readonly exhaustive: boolean
  /** Another list opens inside, so where it ends is not sure. */
  readonly nested: boolean
  readonly opener: string
}

export function recogniseLists(set: ClaimSet): NewRelation[] {
  const relations: NewRelation[] = []
  for (const sentence of set.sentences) {
    if (sentence.figures.length === 0) continue
    const total = trailingTotal(set, sentence)
    if (total !== null) relations.push(total)
    for (const list of listsOf(set, sentence)) relations.push(...relationsOf(set, list))
  }
  return relations
}

function relationsOf(set: ClaimSet, list: List): NewRelation[] {
  const { total, parts } = list
  if (parts.length === 0) return []
  const isScore = total.dimension === 'point'
  // "指标分值分别为20分、10分，得分分别为19分、8分": points in a row answer to names, not to a total.
  if (isScore && /分别/.test(list.opener)) return []
  const identity = identityOf(total, parts)
  if (list.exhaustive || identity !== null) {
    if (parts.length < 2) return []
    return [
      {
        kind: 'sum',
        finding: isScore ? 'score-total' : 'sum',
        readings: readingsOf(set, list),
        source: identity === null ? { by: 'wording', ref: list.opener } : { by: 'identity', ref: list.opener, citation: cite(identity) },
        certainty: list.nested || parts.some((part) => part.claim.confidence < 0.5) ? 'question' : 'error',
        accused: total.index,
      },
    ]
  }
  if (isScore) return []
  return [...firstWithin(list), ...withinBySlip(set, list)]
}

/** 其中: the first part cannot be more than the whole. Where the list ends is not sure, so later parts accuse only as below. */
function firstWithin({ total, parts, nested, opener }: List): NewRelation[] {
  const first = parts[0] as Figure
  return [
    {
      kind: 'bound',
      finding: 'sum',
      readings: [{ say: '分项不超过总数', equation: { form: 'order', low: side([first.index]), high: side([total.index]) } }],
      source: { by: 'wording', ref: opener },
      certainty: nested ? 'question' : 'warning',
      accused: total.index,
    },
  ]
}

/** 其中: parts that one typing slip keeps from adding up; below the total only where the figures are long enough to tell. */
function withinBySlip(set: ClaimSet, list: List): NewRelation[] {
  const { total, parts } = list
  if (parts.length < 2) return []
  const whole = parts.reduce((sum, part) => add(sum, part.value), ZERO)
  const prefixes: Reading[] = []
  for (let length = parts.length - 1; length >= 1 && prefixes.length < 20; length--) {
    prefixes.push({
      say: '各分项相加',
      equation: { form: 'linear', left: side([total.index]), right: side(parts.slice(0, length).map((part) => part.index)) },
      onlyExplains: true,
    })
  }
  return [
    {
      kind: 'sum',
      finding: 'sum',
      readings: [...readingsOf(set, list), ...prefixes],
      source: { by: 'wording', ref: list.opener },
      certainty: list.nested ? 'question' : 'warning',
      guard: compare(whole, total.value) > 0 ? 'slip' : 'telling-slip',
      accused: total.index,
      explainBy: 'slip',
    },
  ]
}

/** The whole list; where a subtotal or a nested list stands inside, also without it. */
function readingsOf(set: ClaimSet, list: List): Reading[] {
  return variantsOf(set, list).map((some) => ({
    say: '各分项相加',
    equation: { form: 'linear', left: side([list.total.index]), right: side(some) },
  }))
}

/** Ways to read the members of a list: all of them; without the members of a part that is itself divided; up to where a nested list opens. */
function variantsOf(set: ClaimSet, list: List): number[][] {
  const indexes = list.parts.map((part) => part.index)
  const variants = [indexes]
  const outer = withoutDivided(list.parts).map((part) => part.index)
  if (outer.length >= 2 && outer.length < indexes.length) variants.push(outer)
  const subtotal = list.parts.findIndex((part, at) => at >= 2 && part.announcesTotal)
  if (subtotal >= 0)
    variants.push(
      indexes.filter((_, at) => at !== subtotal),
      indexes.slice(subtotal),
    )
  if (list.nested)
    for (let length = indexes.length - 1; length >= 2 && variants.length < 14; length--) variants.push(indexes.slice(0, length))
  return variants.filter((some) => some.every((index) => set.figures[index] !== undefined))
}

/** Drops the members of a part: "领导班子4名，其中站长1名、副站长3名，技术人员9名" counts 4 and 9. */
function withoutDivided(parts: readonly Figure[]): Figure[] {
  const outer: Figure[] = []
  for (let at = 0; at < parts.length; at++) {
    const part = parts[at] as Figure
    outer.push(part)
    let total = ZERO
    for (let next = at + 1; next < parts.length && next - at <= 12; next++) {
      total = add(total, (parts[next] as Figure).value)
      if (next - at >= 2 && compare(total, part.value) === 0) {
        at = next
        break
      }
      if (compare(total, part.value) > 0) break
    }
  }
  return outer
}

/** Lists whose total stands before them, in this sentence or at the end of the one before. */
function listsOf(set: ClaimSet, sentence: Sentence): List[] {
  const lists: List[] = []
  for (const [at, clause] of sentence.clauses.entries()) {
    const opening = openingOf(set, sentence, at, clause)
    if (opening === null) continue
    const total = totalBefore(set, sentence, at, opening)
    if (total === null) continue
    const { parts, nested, openEnd } = partsAfter(set, sentence, at, opening, total)
    if (parts.length === 0 || (opening.word.length === 1 && parts.length < 2)) continue
    lists.push({ total, parts, nested, opener: opening.word, exhaustive: opening.exhaustive && !openEnd })
  }
  return lists
}

interface Opening {
  readonly word: string
  readonly exhaustive: boolean
  /** Offset in the block text from which parts are taken. */
  readonly from: number
}

/** Whether a list opens in this clause, or with the delimiter before it. */
function openingOf(set: ClaimSet, sentence: Sentence, at: number, clause: Clause): Opening | null {
  const firstFigure = clause.figures.length > 0 ? (set.figures[clause.figures[0] as number] as Figure) : null
  const lead = (firstFigure?.lead ?? clauseText(set, sentence, clause)).replace(/\s/g, '')
  const exhaustive = EXHAUSTIVE.exec(lead)
  if (exhaustive !== null) return { word: exhaustive[0], exhaustive: true, from: clause.start }
  const within = WITHIN.exec(lead.slice(0, 8))
  if (within !== null && within.index <= 2) return { word: within[0], exhaustive: false, from: clause.start }
  if (clause.opener === '（' || clause.opener === '(' || clause.opener === '：' || clause.opener === ':') {
    const before = sentence.clauses[at - 1]
    if (before === undefined || before.figures.length === 0) return null
    const last = set.figures[before.figures.at(-1) as number] as Figure
    // A colon or bracket straight after a counted total: "共接入287个部门单位（乡镇8个，社区12个…）".
    if (last.dimension.startsWith('each:') || last.dimension === 'money')
      return { word: clause.opener, exhaustive: last.dimension.startsWith('each:') && /共|合计|总/.test(last.lead), from: clause.start }
  }
  return null
}

function totalBefore(set: ClaimSet, sentence: Sentence, at: number, opening: Opening): Figure | null {
  for (let i = at - 1; i >= 0; i--) {
    const clause = sentence.clauses[i] as Clause
    for (let f = clause.figures.length - 1; f >= 0; f--) {
      const figure = set.figures[clause.figures[f] as number] as Figure
      // "为计划1.2万亩的103%": what was planned is not what is divided.
      if (isAmount(figure) && set.figures[figure.index + 1]?.against !== FIGURE_BEFORE) return figure
    }
  }
  if (!/^[：:（(]$/.test(opening.word)) return lastTotal(set, sentence, opening)
  return null
}

/** The total of a list that opens a sentence of its own: the first amount of the sentence before, when it is alone there. */
function lastTotal(set: ClaimSet, sentence: Sentence, opening: Opening): Figure | null {
  const previous = set.sentences[sentence.index - 1]
  if (previous === undefined || previous.block !== sentence.block || (!opening.exhaustive && sentence.clauses[0]?.opener !== ''))
    return null
  const amounts = previous.figures
    .map((index) => set.figures[index] as Figure)
    .filter((figure) => isAmount(figure) && figure.dimension !== 'ratio')
  return amounts.length === 1 || (amounts.length > 0 && amounts.at(-1)?.announcesTotal === true) ? (amounts.at(-1) ?? null) : null
}

function partsAfter(
  set: ClaimSet,
  sentence: Sentence,
  at: number,
  { from, exhaustive }: Opening,
  total: Figure,
): { parts: Figure[]; nested: boolean; openEnd: boolean } {
  const parts: Figure[] = []
  let nested = false
  let openEnd = false
  let depth = 0
  let semicolons: boolean | null = null
  let enumerates = false
  const opensBracket = (sentence.clauses[at] as Clause).opener === '（' || (sentence.clauses[at] as Clause).opener === '('
  for (let i = at; i < sentence.clauses.length; i++) {
    const clause = sentence.clauses[i] as Clause
    if (clause.start < from) continue
    if (i > at && (clause.opener === '（' || clause.opener === '(')) depth++
    if (clause.opener === '）' || clause.opener === ')') {
      if (opensBracket && depth === 0) break
      depth = Math.max(0, depth - 1)
    }
    if (depth > 0) continue
    const isSemicolon = clause.opener === '；' || clause.opener === ';'
    if (i > at && parts.length === 1 && semicolons === null && clause.opener !== '') semicolons = isSemicolon
    // A list with commas ends at a semicolon.
    if (isSemicolon && semicolons === false) break
    const text = clauseText(set, sentence, clause)
    if (i > at && WITHIN.test(text.slice(0, 6))) nested = true
    if (i > at && OTHER_SUBJECT.test(text)) break
    // 甲1、乙2，丙3: what a comma sets apart is no part of what 其中 divides.
    if (parts.length >= 2 && clause.opener === '、') enumerates = true
    if (!exhaustive && parts.length >= 2 && (enumerates || isEnumerated(set, parts)) && /^[，,]$/.test(clause.opener)) break
    for (const index of clause.figures) {
      const figure = set.figures[index] as Figure
      if (!isAmount(figure) || figure.dimension !== total.dimension || figure.periodKey !== total.periodKey) continue
      if (figure.announcesTotal && parts.length >= 2) nested = true
      // Later on, a figure above the total opens a new subject; straight after the opening it would be a fault.
      if (parts.length > 0 && compare(figure.value, total.value) > 0) return { parts, nested: true, openEnd }
      if (total.dimension === 'money' && isPlanned(figure) !== isPlanned(total)) continue
      parts.push(figure)
      if (parts.length > MAX_PARTS) return { parts: [], nested, openEnd }
    }
    if (OPEN_END.test(text.slice(-3)) || /^等/.test(text)) openEnd = true
  }
  return { parts, nested, openEnd }
}

/** Parts that 、 or 和 joins: within one clause, or from clause to clause. */
function isEnumerated(set: ClaimSet, parts: readonly Figure[]): boolean {
  const [first, second] = parts
  if (first === undefined || second === undefined) return false
  const block = set.report.blocks[first.claim.anchor.block]
  return (
    first.tidyEnd > 0 &&
    block !== undefined &&
    'text' in block &&
    /^[^，。；\d]{0,6}、/.test(block.text.slice(first.tidyEnd, first.tidyEnd + 8))
  )
}

const isPlanned = (figure: Figure): boolean =>
  figure.claim.role === 'initial-budget' || figure.claim.role === 'adjusted-budget' || figure.claim.role === 'budget'
