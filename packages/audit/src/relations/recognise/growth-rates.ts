/** A rate of change without the change itself: "上年15.5万元，本年12.4万元，下降20%", "变动率为-3.2%". */
import type { Direction } from '@jiheng/vocabulary'
import type { ClaimSet } from '../../claims/claim-set.ts'
import type { Figure, Sentence } from '../../claims/figure.ts'
import { conceptNear } from '../../claims/look-back.ts'
import type { NewRelation } from '../recogniser.ts'
import { type Equation, type Reading, side } from '../relation.ts'
import { distinct } from './distinct-values.ts'
import { baseInBracket, fromSentencesBefore, isBase, isCompared, isPlan, isYearEndBefore, sameThing } from './growth-base.ts'

/** A change by its name: 增长率, 降幅, 变动率. */
const NAMED_RATE = /(?:变动|变化|增长|增减|下降|上升|上涨|压缩|压减|缩减|降低|提高)(?:率|幅度|比例)$|[增降涨跌]幅$|增速$/
const FALLS = /下降|降低|压缩|压减|缩减|[降跌]幅/
const SIGNED = /变动|变化|增减/
/** "同期临山县增长2.1%": somebody else's rate. */
const OTHER_PLACE = /(?:[县市区省旗州盟]|全国|平均)$/
const LAST_YEAR = /上一?年|去年|同期|同比/
const PLANNED_BASE = /预算|计划|目标|指标/
const REACH = 6
const MAX_FACTS = 60

/** Rates of change, by their direction word or by their name. */
export function isChangeRate(figure: Figure): boolean {
  return figure.claim.role === 'change-rate' || (figure.dimension === 'ratio' && NAMED_RATE.test(figure.claim.label))
}

/** Which way a rate goes; 变动率 says it by its sign. */
export function directionOf(rate: Figure): Direction | null {
  if (rate.direction !== null) return rate.direction
  if (!NAMED_RATE.test(rate.claim.label)) return null
  return FALLS.test(rate.claim.label) ? 'down' : 'up'
}

export function fromRateAlone(set: ClaimSet, sentence: Sentence, place: number, rate: Figure): NewRelation[] {
  const direction = directionOf(rate)
  if (direction === null || rate.dimension !== 'ratio' || rate.compare !== null) return []
  if (rate.value.coefficient < 0n && !SIGNED.test(rate.claim.label)) return []
  const earlier = sentence.figures
    .slice(Math.max(0, place - REACH), place)
    .map((index) => set.figures[index] as Figure)
    .filter((figure) => figure.dimension !== 'ratio' && figure.dimension !== 'percentage-point' && figure.claim.role !== 'change')
  const base = baseOf(set, sentence, place, earlier)
  if (base === undefined || OTHER_PLACE.test(rate.claim.label)) return []
  const alike = earlier.filter(
    (figure) =>
      figure.index !== base.index &&
      figure.dimension === base.dimension &&
      sameThing(figure, base) &&
      !isBase(figure) &&
      (isPlan(base) || !isPlan(figure)) &&
      !/^\s*占/.test(figure.lead),
  )
  const atEnd = isYearEndBefore(set, base) ? alike.filter(({ periodKey }) => periodKey === `${set.report.year}-12-31`) : []
  const same = atEnd.length > 0 ? atEnd : alike
  // This year's figure stands right before its base ("8万元，与年初的5万元相比"), or after it ("上年15.5万元，本年12.4万元").
  const current =
    same.findLast((figure) => figure.index < base.index) ??
    same.at(-1) ??
    (sentence.figures[0] === base.index ? fromElsewhere(set, sentence, base) : undefined)
  if (current === undefined) return []
  const over = (figure: Figure): Equation => ({
    form: 'ratio',
    result: rate.index,
    numerator: direction === 'up' ? side([figure.index], [base.index]) : side([base.index], [figure.index]),
    denominator: side([base.index]),
  })
  const say = direction === 'up' ? '（本期数 − 上期数）÷ 上期数' : '（上期数 − 本期数）÷ 上期数'
  const isNear = same.length === 1 || base.index - current.index === 1 || (isCompared(base) && same.includes(current))
  return [
    {
      kind: 'growth',
      finding: 'growth',
      source: { by: 'wording', ref: '增长（下降）…%' },
      certainty: isNear ? 'error' : same.length === 0 ? 'warning' : 'question',
      accused: rate.index,
      readings: [
        { say, equation: over(current) },
        ...same.filter((figure) => figure !== current).map((figure): Reading => ({ say, equation: over(figure), onlyExplains: true })),
      ],
    },
  ]
}

/** "与上年支出298.12万元相比增长2.8%" alone: the one amount of its concept in the report, else the one of the sentence before. */
function fromElsewhere(set: ClaimSet, sentence: Sentence, base: Figure): Figure | undefined {
  const { concept } = base.claim
  if (concept === null) return fromSentencesBefore(set, sentence, base)[0]
  const found = conceptNear(set, concept, base.index, MAX_FACTS).filter(
    (figure) =>
      figure.dimension === base.dimension &&
      figure.claim.role !== 'change' &&
      figure.qualifier === '' &&
      figure.periodKey === '' &&
      figure.seat.kind === 'text' &&
      !isBase(figure) &&
      !isPlan(figure),
  )
  const before = found.filter(({ claim, index }) => claim.anchor.block === sentence.block && index < base.index)
  return distinct(found) === 1 ? found[0] : distinct(before) === 1 ? before[0] : undefined
}

/** "较预算9.80万元节约0.87万元，较上年下降7.37%": the budget is not the year before. */
const isOtherBase = (rate: Figure, base: Figure): boolean =>
  LAST_YEAR.test(rate.lead) && PLANNED_BASE.test(base.lead) && !LAST_YEAR.test(base.lead)

/** The base in words, else in a bracket right behind, else the end of the year before. */
function baseOf(set: ClaimSet, sentence: Sentence, place: number, earlier: readonly Figure[]): Figure | undefined {
  const inWords = earlier.findLast(
    (figure) => isBase(figure) && !isOtherBase(set.figures[sentence.figures[place] as number] as Figure, figure),
  )
  if (inWords !== undefined) return inWords
  const last = earlier.at(-1)
  return (
    (last === undefined ? null : baseInBracket(set, sentence, place, last.dimension)) ??
    earlier.find((figure) => isYearEndBefore(set, figure))
  )
}
