/**
 * Lists that say themselves that they are complete: "其中男生946人，女生674人", "…，其他收入12.75万元", "用于5个方面：…",
 * "按学段分，…". What they make up is the amount of their kind that stands right before them.
 */
import type { ClaimSet } from '../../claims/claim-set.ts'
import type { Clause, Figure, Sentence } from '../../claims/figure.ts'
import type { NewRelation } from '../recogniser.ts'
import { type Reading, side } from '../relation.ts'
import { announcedParts } from './announced-parts.ts'
import { type Evidence, evidenceOf, type Item, isFamily, isScale, makeHundred, nounOf } from './whole-evidence.ts'
import {
  type BlockState,
  BY_CRITERION,
  isAmong,
  isAmount,
  isClose,
  isOpen,
  isRough,
  itemsFrom,
  PRICE,
  WITHIN,
  wordsOf,
} from './whole-items.ts'

/** What people answered. */
const ANSWERS = /^(?:评价为|表示|其中表示)?(?:非常|很)?满意/
/** Opens a list of everything there is. */
const EVERYTHING = /^(?:具体(?:是|为)|分别(?:是|为)|分为)/
const SENTENCES_BACK = 2
/** "医疗收入比上年（…）增加…，其中…": the list divides what is compared, and not the amount that happens to stand before. */
const COMPARED = /^([\u4e00-\u9fff]{2,14}?)(?:相?较|比|与|同比)/
const MARKS = /[\s“”"]/g
const MAX_OTHERS = 6

type Opening = 'list' | 'criterion' | 'answers' | 'plain'

export function recogniseWholeLists(set: ClaimSet): NewRelation[] {
  const relations: NewRelation[] = []
  for (const [block, sentences] of set.sentencesOf) {
    const content = set.report.blocks[block]
    if (content === undefined || !('text' in content)) continue
    const state: BlockState = { set, text: content.text, parts: new Set(), words: new Map(), last: null }
    for (const sentence of sentences) if (sentence.figures.length > 1) relations.push(...listsIn(state, sentence))
  }
  return relations
}

function listsIn(state: BlockState, sentence: Sentence): NewRelation[] {
  const relations: NewRelation[] = []
  let until = -1
  for (const [at, clause] of sentence.clauses.entries()) {
    if (at < until) continue
    const opening = openingAt(state, sentence, at, clause)
    if (opening === null) continue
    const all = itemsFrom(state, sentence, clause.figures.length > 0 ? at : at + 1)
    const own = opening === 'plain' ? wholeFirst(state, all) : null
    const items = own === null ? all : own.items
    const first = items[0]
    if (first === undefined || items.length < 2) continue
    const totals = own !== null ? [own.whole] : totalsBefore(state, sentence, at, first.figure, opening).filter(named(state, clause))
    const total = totals[0] ?? null
    const evidence =
      opening === 'criterion' || EVERYTHING.test(wordsOf(state, clause))
        ? { length: items.length, isSure: true }
        : evidenceOf(state.set, total, items, announced(state, sentence, at, total))
    if (total === null || ((opening === 'answers' || opening === 'plain') && own === null && evidence?.isSure !== true)) continue
    const run = joinedAlike(sentence, items)
    const isAlike = run.every(({ figure }) => isPlanned(figure) === isPlanned(total))
    if (evidence?.isSure !== true && opening === 'list' && run.length >= 2 && isAlike && isPlainRun(state, sentence, run))
      relations.push(boundOf(total, run))
    if (clause.opener === '：' || clause.opener === ':') state.last = total
    if (evidence === null) continue
    const parts = items.slice(0, evidence.length).map(({ figure }) => figure)
    if (isOpenEnded(state, parts)) continue
    for (const part of parts) state.parts.add(part.index)
    state.last = total
    until = lastClause(parts) + 1
    relations.push(relationOf(totals, parts, evidence))
  }
  return relations
}

/**
 * "毕业生472人，升学318人（67.37%），就业148人（31.36%），其他6人（1.27%）": the first is the whole when the shares of the others make
 * 100 %, or when they are its kinds: "编制24名，行政编制11名，事业编制13名".
 */
function wholeFirst(state: BlockState, items: readonly Item[]): { whole: Figure; items: Item[] } | null {
  const [first, ...others] = items
  if (first === undefined || others.length < 2) return null
  if (makeHundred(state.set, others) || isScale(others)) return { whole: first.figure, items: others }
  const noun = nounOf(first.figure)
  const end = others.findIndex(({ name }) => !name.endsWith(noun))
  const kinds = end < 0 ? others : others.slice(0, end)
  return noun !== '' && kinds.length >= 2 && isFamily(kinds) ? { whole: first.figure, items: kinds } : null
}

/** "小学3所、初中1所等": not all. */
const isOpenEnded = (state: BlockState, parts: readonly Figure[]): boolean =>
  /^[^，。；、]{0,4}等(?!级)/.test(state.text.slice((parts.at(-1) as Figure).tidyEnd, (parts.at(-1) as Figure).tidyEnd + 8))

function openingAt(state: BlockState, sentence: Sentence, at: number, clause: Clause): Opening | null {
  const words = wordsOf(state, clause)
  if (clause.figures.length === 0) {
    if (BY_CRITERION.test(words)) return 'criterion'
    if (WITHIN.test(words) && words.length <= 6) return 'list'
    return isAmong(words) ? 'list' : null
  }
  if (WITHIN.test(words)) return 'list'
  if (ANSWERS.test(words) && clause.opener !== '、') return 'answers'
  const { opener } = clause
  if (opener === '：' || opener === ':' || isOpen(opener)) {
    const before = sentence.clauses[at - 1]
    return before !== undefined && before.figures.length > 0 ? 'list' : null
  }
  return at === 0 || opener === '；' || opener === ';' ? 'plain' : null
}

/** What the list may divide, the likeliest first: in its sentence, else in the sentences before. */
function totalsBefore(state: BlockState, sentence: Sentence, at: number, first: Figure, opening: Opening): Figure[] {
  const fits = (figure: Figure): boolean =>
    figure.index < first.index &&
    figure.dimension === first.dimension &&
    isAmount(figure) &&
    !isRough(figure) &&
    (opening === 'list' || !state.parts.has(figure.index)) &&
    isPlanned(figure) === isPlanned(first) &&
    !isBase(figure) &&
    !PRICE.test(figure.lead.replace(/\s/g, ''))
  const again = opening !== 'list' && state.last !== null && fits(state.last) ? [state.last] : []
  const here =
    opening === 'plain'
      ? []
      : outside(sentence, at)
          .map((index) => state.set.figures[index] as Figure)
          .filter(fits)
          .reverse()
  if (here.length > 0) return uniqueOf([...here, ...again]).slice(0, MAX_OTHERS)
  const subject =
    opening === 'list' ? COMPARED.exec(state.text.slice(sentence.start, sentence.start + 24).replace(MARKS, ''))?.[1] : undefined
  const isOfSubject = ({ lead }: Figure): boolean => subject === undefined || lead.replace(MARKS, '').endsWith(subject)
  for (let back = sentence.index - 1; back >= Math.max(0, sentence.index - SENTENCES_BACK); back--) {
    const earlier = state.set.sentences[back] as Sentence
    if (earlier.block !== sentence.block) break
    const found = outside(earlier, earlier.clauses.length)
      .map((index) => state.set.figures[index] as Figure)
      .filter((figure) => fits(figure) && isOfSubject(figure))
      .reverse()
    if (found.length > 0) return uniqueOf([...again, ...found]).slice(0, MAX_OTHERS)
  }
  return again
}

/** "基本支出中，…": only an amount of that name is divided. */
function named(state: BlockState, clause: Clause): (figure: Figure) => boolean {
  const words = wordsOf(state, clause)
  if (clause.figures.length > 0 || WITHIN.test(words) || !isAmong(words)) return () => true
  const name = words.replace(/(?:资金|人员|支出)?(?:中|里)$/, '').slice(-3)
  return ({ lead, tail }) => `${lead}${tail}`.replace(/[\s“”"（()）]/g, '').includes(name)
}

/** Figures before a clause that stand in no bracket. */
function outside(sentence: Sentence, at: number): number[] {
  const found: number[] = []
  let depth = 0
  for (const clause of sentence.clauses.slice(0, at)) {
    if (isOpen(clause.opener)) depth++
    if (isClose(clause.opener)) depth = Math.max(0, depth - 1)
    if (depth === 0) found.push(...clause.figures.slice(-MAX_OTHERS * 4))
  }
  return found
}

const isPlanned = ({ claim }: Figure): boolean =>
  claim.role === 'initial-budget' || claim.role === 'adjusted-budget' || claim.role === 'budget' || claim.role === 'target'

/** "比上年11.34万元", "与2010年的201875人相比": what is compared with, not what is divided. */
const isBase = (figure: Figure): boolean =>
  figure.periodKey === 'last' || /^\s*(?:相?较|对?比|与|和|同|由|从)/.test(figure.lead) || /^\s*相比/.test(figure.tail)

const uniqueOf = (figures: readonly Figure[]): Figure[] => [...new Set(figures)]

/** "用于5个方面：", "由四部分组成", "共6个项目": how many parts the words before promise; 0 where they promise none. */
function announced(state: BlockState, sentence: Sentence, at: number, total: Figure | null): number {
  const clause = sentence.clauses[at] as Clause
  const from = total !== null && total.seat.kind === 'text' && total.seat.sentence === sentence.index ? total.tidyEnd : sentence.start
  return announcedParts(state.text.slice(Math.max(from, clause.start - 40), clause.start + 12))
}

/** 甲1、乙2，丙3: up to the comma, where the first two are joined by 、. */
function joinedAlike(sentence: Sentence, items: readonly Item[]): Item[] {
  const markBefore = ({ figure }: Item): string => (figure.seat.kind === 'text' ? (sentence.clauses[figure.seat.clause]?.opener ?? '') : '')
  const mark = items[1] === undefined ? '' : markBefore(items[1])
  const end = mark === '、' ? items.findIndex((item, at) => at > 1 && markBefore(item) !== mark) : -1
  return items.slice(0, end < 0 ? items.length : end)
}

/** One item a clause with nothing between but shares, so that no item can be a part of another. */
function isPlainRun(state: BlockState, sentence: Sentence, items: readonly Item[]): boolean {
  const [first, last] = [items[0]?.figure.seat, items.at(-1)?.figure.seat]
  if (
    first?.kind !== 'text' ||
    last?.kind !== 'text' ||
    items.some(({ figure }) => figure.dimension === 'each:人' || figure.announcesTotal)
  )
    return false
  const taken = new Set(items.map(({ figure }) => figure.index))
  return sentence.clauses.slice(first.clause, last.clause + 1).every((clause, at) => {
    if (clause.figures.length === 0 || isOpen(clause.opener)) return at === 0 && clause.figures.length > 0
    return clause.figures.every((index) => taken.has(index) || state.set.figures[index]?.claim.role === 'share')
  })
}

/** Parts that stand side by side are never more than their whole, complete or not. */
function boundOf(total: Figure, items: readonly Item[]): NewRelation {
  return {
    kind: 'bound',
    finding: 'sum',
    readings: [
      {
        say: '各分项之和不超过总数',
        equation: { form: 'order', low: side(items.map(({ figure }) => figure.index)), high: side([total.index]) },
      },
    ],
    source: { by: 'wording', ref: '其中各项之和' },
    certainty: 'warning',
    accused: total.index,
  }
}

const lastClause = (parts: readonly Figure[]): number => {
  const seat = parts.at(-1)?.seat
  return seat?.kind === 'text' ? seat.clause : -1
}

function relationOf(totals: readonly Figure[], parts: readonly Figure[], evidence: Evidence): NewRelation {
  const right = side(parts.map(({ index }) => index))
  const isSole = totals.length === 1 || totals[0]?.seat.kind === 'text'
  return {
    kind: 'sum',
    finding: 'sum',
    readings: totals.map(
      (total, at): Reading => ({
        say: '各分项相加',
        equation: { form: 'linear', left: side([total.index]), right },
        ...(at > 0 ? { onlyExplains: true as const } : {}),
      }),
    ),
    source: { by: 'wording', ref: '各分项合成总数' },
    certainty: evidence.isSure && isSole ? 'error' : 'warning',
    ...(evidence.isSure ? {} : { guard: 'slip' as const }),
    accused: (totals[0] as Figure).index,
  }
}
