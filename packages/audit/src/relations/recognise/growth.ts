/** "12.4万元，较上年减少3.1万元，下降20%": a change and its rate against this year and the base. */
import { conceptAtEnd } from '@jiheng/vocabulary'
import type { ClaimSet } from '../../claims/claim-set.ts'
import type { Figure, Sentence } from '../../claims/figure.ts'
import { conceptNear, figuresBefore } from '../../claims/look-back.ts'
import { reduce } from '../../claims/phrase-words.ts'
import { judge } from '../../graph/judge.ts'
import type { NewRelation } from '../recogniser.ts'
import { type Equation, type Reading, type Side, side } from '../relation.ts'
import { distinct } from './distinct-values.ts'
import { baseInBracket, baseNamed, fromSentencesBefore, isBase, isPlan, sameThing } from './growth-base.ts'
import { directionOf, fromRateAlone, isChangeRate } from './growth-rates.ts'

/** A rate over several years has no one base. */
const AVERAGE = /年均|年平均|月均|平均|累计|复合/

/** Other amounts before a change that may be meant. */
const MAX_OTHERS = 8
const MAX_FACTS = 60

export function recogniseGrowth(set: ClaimSet): NewRelation[] {
  const relations: NewRelation[] = []
  for (const sentence of set.sentences) {
    for (const [place, index] of sentence.figures.entries()) {
      const figure = set.figures[index] as Figure
      if (AVERAGE.test(figure.lead)) continue
      if (figure.claim.role === 'change') relations.push(...fromChange(set, sentence, place, figure))
      else if (isChangeRate(figure) && !followsChange(set, sentence, place)) relations.push(...fromRateAlone(set, sentence, place, figure))
    }
  }
  return relations
}

const at = (set: ClaimSet, sentence: Sentence, place: number): Figure | undefined => {
  const index = sentence.figures[place]
  return index === undefined ? undefined : set.figures[index]
}

function followsChange(set: ClaimSet, sentence: Sentence, place: number): boolean {
  return at(set, sentence, place - 1)?.claim.role === 'change'
}

/** Candidates for this year's figure: the nearest amount before the change, or the one of the report that the change names. */
function currents(set: ClaimSet, sentence: Sentence, place: number, change: Figure): Figure[] {
  const own = ownConcept(change)
  for (let i = place - 1; i >= 0; i--) {
    const figure = at(set, sentence, i) as Figure
    if (figure.dimension !== change.dimension || figure.claim.role === 'change' || isBase(figure) || isBracketed(sentence, figure)) continue
    if (isPlan(figure) && !/预算|计划|目标/.test(change.against ?? '')) continue
    if (own !== null && figure.claim.concept !== null && figure.claim.concept !== own) continue
    return [figure]
  }
  if (own === null) return sentence.figures.indexOf(change.index) === 0 ? fromSentencesBefore(set, sentence, change) : []
  return ofConceptNear(set, own, change)
}

/** Inside brackets: an aside that what follows does not speak of. */
function isBracketed(sentence: Sentence, figure: Figure): boolean {
  if (figure.seat.kind !== 'text') return false
  let depth = 0
  for (let i = 0; i <= figure.seat.clause; i++) {
    const { opener } = sentence.clauses[i] as Sentence['clauses'][number]
    if (opener === '（' || opener === '(') depth++
    else if (opener === '）' || opener === ')') depth = Math.max(0, depth - 1)
  }
  return depth > 0
}

/** The nearest figure of a concept before the change in its paragraph; else the report's, when it has one value. */
function ofConceptNear(set: ClaimSet, concept: string, change: Figure): Figure[] {
  const found = conceptNear(set, concept, change.index, MAX_FACTS).filter(
    (figure) =>
      figure.qualifier === '' &&
      figure.periodKey !== 'last' &&
      figure.dimension === change.dimension &&
      isDone(figure) &&
      figure.seat.kind === 'text' &&
      !isBase(figure),
  )
  const near = found.findLast((figure) => figure.claim.anchor.block === change.claim.anchor.block && figure.index < change.index)
  if (near !== undefined) return [near]
  return distinct(found) === 1 ? found.slice(0, 1) : found.slice(0, 6)
}

/** This year's figure where the sentence only gives the base: of the base's concept, or the last one told before. */
function besideBase(set: ClaimSet, sentence: Sentence, base: Figure, change: Figure): Figure[] {
  const { concept } = base.claim
  const named = concept === null || base.qualifier !== '' ? [] : ofConceptNear(set, concept, change)
  if (named.length === 1) return named
  return sentence.figures[0] === base.index ? fromSentencesBefore(set, sentence, change) : []
}

const isDone = (figure: Figure): boolean =>
  figure.claim.role === 'amount' || figure.claim.role === 'executed' || figure.claim.role === 'final'

/** The concept that the change names itself: "整体支出较上年减少36万元". */
function ownConcept(change: Figure): string | null {
  const label = change.claim.label.replace(/[“”"（()）\s]/g, '')
  const match = label === '' ? null : conceptAtEnd(label)
  return match !== null && reduce(label.slice(0, label.length - match.length), () => false).length <= 6 ? match.concept : null
}

/** An explicit base in the sentence: same dimension, about the year before, before the change. */
function baseOf(set: ClaimSet, sentence: Sentence, place: number, change: Figure): Figure | null {
  if (change.against !== null && change.against !== '') {
    if (!/上年|去年|上一年|同期|20\d{2}年|年初/.test(change.against)) return null
    // "较上年减少": the base is named in words; a figure of the year before stands further back.
  }
  const atStart = /年初|期初/.test(change.against ?? '')
  for (let i = place - 1; i >= Math.max(0, place - 4); i--) {
    const figure = at(set, sentence, i) as Figure
    if (figure.dimension !== change.dimension || figure.claim.role === 'change') continue
    if (isBase(figure) || (atStart && /年初|期初/.test(figure.lead))) return figure
  }
  if (sentence.figures.indexOf(change.index) > 0) return null
  for (let back = sentence.index - 1; back >= Math.max(0, sentence.index - 2); back--) {
    const earlier = set.sentences[back] as Sentence
    if (earlier.block !== sentence.block) return null
    const figure = earlier.figures
      .map((index) => set.figures[index] as Figure)
      .findLast(
        (candidate) =>
          candidate.dimension === change.dimension && candidate.claim.role !== 'change' && !/折合|约合|即/.test(candidate.lead),
      )
    if (figure !== undefined && isBase(figure)) return figure
  }
  return null
}

function fromChange(set: ClaimSet, sentence: Sentence, place: number, change: Figure): NewRelation[] {
  if (change.direction === null || change.value.coefficient < 0n || change.compare !== null) return []
  const inSight = baseOf(set, sentence, place, change) ?? baseInBracket(set, sentence, place, change.dimension, change.against)
  const base = inSight ?? baseNamed(set, change)
  const inWords = currents(set, sentence, place, change)
  const candidates = inWords.length > 0 || base === null ? inWords : besideBase(set, sentence, base, change)
  const relations: NewRelation[] = []
  const only = candidates[0]
  const difference =
    base !== null && only !== undefined && candidates.length === 1 && (inSight === null || sameThing(base, only))
      ? differenceOf(set, sentence, change, only, base)
      : null
  if (difference !== null) relations.push(difference)
  const isProven = difference !== null && judge((difference.readings[0] as Reading).equation, set.figures)?.holds === true
  const next = at(set, sentence, base !== null && base.index === change.index + 1 ? place + 2 : place + 1)
  const rate = next !== undefined && isChangeRate(next) && next.compare === null && next.value.coefficient >= 0n ? next : null
  if (rate === null || (base === null && candidates.length === 0)) return relations
  const opposite = directionOf(rate) !== null && directionOf(rate) !== change.direction
  const signed = opposite ? side([], [change.index]) : side([change.index])
  const over = (denominator: Side): Equation => ({ form: 'ratio', result: rate.index, numerator: signed, denominator })
  const beforeChange = (current: Figure): Side =>
    change.direction === 'up' ? side([current.index], [change.index]) : side([current.index, change.index])
  const say = change.direction === 'up' ? '增加额 ÷（本期数 − 增加额）' : '减少额 ÷（本期数 + 减少额）'
  const readings: Reading[] =
    base !== null
      ? [{ say: '增减额 ÷ 上期数', equation: over(side([base.index])) }]
      : candidates.slice(0, 6).map((current) => ({ say, equation: over(beforeChange(current)) }))
  relations.push({
    kind: 'growth',
    finding: 'growth',
    readings:
      opposite || isProven ? readings : [...readings, ...looseBases(set, sentence, place, change, [base, only], over, beforeChange)],
    source: { by: 'wording', ref: '增长（下降）…%' },
    certainty: base !== null || distinct(candidates) === 1 ? 'error' : 'question',
    accused: rate.index,
    ...(opposite ? { note: '增减方向前后相反' } : {}),
  })
  return relations
}

/**
 * Other amounts of the sentence as this year's figure or as the base: they can only explain a rate that is right. Where both
 * years are given in words, neither may stand in for the other: a rate over this year's figure is a fault.
 */
function looseBases(
  set: ClaimSet,
  sentence: Sentence,
  place: number,
  change: Figure,
  [base, current]: [Figure | null, Figure | undefined],
  over: (side: Side) => Equation,
  beforeChange: (figure: Figure) => Side,
): Reading[] {
  return sentence.figures
    .slice(Math.max(0, place - 6), place)
    .map((index) => set.figures[index] as Figure)
    .filter((figure) => figure.dimension === change.dimension && figure.claim.role !== 'change')
    .filter((figure) => base === null || (figure !== base && figure !== current))
    .flatMap((figure): Reading[] => [
      { say: '增减额 ÷ 上期数', equation: over(side([figure.index])), onlyExplains: true },
      { say: '增减额 ÷ 上期数', equation: over(beforeChange(figure)), onlyExplains: true },
    ])
}

function differenceOf(set: ClaimSet, sentence: Sentence, change: Figure, current: Figure, base: Figure): NewRelation {
  const equation = (later: number, earlier: number): Equation => ({
    form: 'linear',
    left: side([change.index]),
    right: change.direction === 'up' ? side([later], [earlier]) : side([earlier], [later]),
  })
  const others = figuresBefore(set, sentence.block, change.index, MAX_OTHERS).filter(
    (figure) =>
      figure.dimension === change.dimension &&
      figure.index !== current.index &&
      figure.index !== base.index &&
      figure.claim.role !== 'change',
  )
  return {
    kind: 'difference',
    finding: 'difference',
    source: { by: 'wording', ref: '较…增加（减少）' },
    certainty: 'error',
    accused: change.index,
    readings: [
      { say: change.direction === 'up' ? '本期数 − 上期数' : '上期数 − 本期数', equation: equation(current.index, base.index) },
      ...others.map((other): Reading => ({ say: '两期相减', equation: equation(other.index, base.index), onlyExplains: true })),
    ],
  }
}
