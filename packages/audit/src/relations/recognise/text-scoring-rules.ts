/** Items of running text that say how their score was made: 按分值乘以执行率计算，得3.88分 · 目标值95%，按完成比例计分. */
import { compare, ONE } from '@jiheng/quantity'
import type { ClaimSet } from '../../claims/claim-set.ts'
import type { Figure } from '../../claims/figure.ts'
import type { ScoreFormula } from '../../rules/scoring-rule.ts'
import type { NewRelation } from '../recogniser.ts'
import type { Reading } from '../relation.ts'
import { type ScoredItem, scoredItems } from './scored-items.ts'

const BY_RATE =
  /(?:分值|权重|满分)[^，。；]{0,4}(?:乘以?|×|与)[^，。；]{0,8}?([\u4e00-\u9fff]{1,6}率)|按(?:照)?([\u4e00-\u9fff]{1,8}率)(?:\d[^，。；]{0,8})?(?:计|得|折|给)/
const BY_SHARE = /按(?:照)?[^，。；]{0,14}(?:比例|之比|比值)[^，。；]{0,4}(?:计|得|算|折)/
const TARGET_BEFORE = /目标值?(?:为|是)?$|(?:不低于|不高于|不超过|低于|高于|未达到?|达到)$/
const TARGET_BEHIND = /^\s*的?(?:年度|年初|考核|绩效|预期)?(?:目标|指标值|标准|控制线|考核线|要求)/
const MAX_CANDIDATES = 2
const MAX_WORDS = 2000
/** Figures on either side of the weight. */
const REACH = 30
const MAX_TOLD = 20
const SPENDING = /(?:支出|执行|支付)率$/

/** What was reached over what was aimed at. */
export const PROPORTION: ScoreFormula = {
  pieces: [{ kind: 'reached', give: 'all' }, { kind: 'proportion' }],
  sense: 'at-least',
  share: 'actual/target',
  counting: 'exact',
  limit: null,
  isHalfPoints: false,
}

export function recogniseTextScoringRules(set: ClaimSet): NewRelation[] {
  const told = spendingRates(set)
  return scoredItems(set).flatMap((item) => {
    const block = set.report.blocks[item.block]
    const words =
      block !== undefined && 'text' in block
        ? block.text.slice(item.start, Math.min(item.end, item.start + MAX_WORDS)).replace(/\s/g, '')
        : ''
    const byRate = BY_RATE.exec(words)
    if (byRate !== null) return rated(item, ratesFor(set, item, byRate[1] ?? byRate[2] ?? '', told), byRate[0])
    const byShare = BY_SHARE.exec(words)
    if (byShare === null) return []
    const own = figuresOf(set, item)
    const target = own.find(isTarget)
    if (target === undefined) return /目标值|指标值|未达/.test(words) ? [] : rated(item, own.filter(isRate), byShare[0])
    return proportioned(
      item,
      target,
      own.filter((figure) => figure !== target && figure.dimension === target.dimension && !isTarget(figure)),
      byShare[0],
    )
  })
}

const isTarget = ({ claim, lead, tail }: Figure): boolean =>
  claim.role === 'target' || TARGET_BEFORE.test(lead.replace(/\s/g, '')) || TARGET_BEHIND.test(tail)

const isRate = (figure: Figure): boolean =>
  figure.dimension === 'ratio' && /[率例]$/.test(figure.lead.replace(/\s/g, '')) && compare(figure.value, ONE) <= 0

/** Plain figures of the item's own words. */
function figuresOf(set: ClaimSet, { weight, block, start, end }: ScoredItem): Figure[] {
  const found: Figure[] = []
  for (let index = Math.max(0, weight.index - REACH); index <= weight.index + REACH && index < set.figures.length; index++) {
    const figure = set.figures[index] as Figure
    const isOwn = figure.claim.anchor.block === block && figure.seat.kind === 'text' && figure.tidyEnd > start && figure.tidyEnd <= end
    if (!isOwn || figure.dimension === 'point' || figure.claim.quantity.hedge !== undefined) continue
    if (figure.compare === null || isTarget(figure)) found.push(figure)
  }
  return found
}

/** Rates of the item's own words; else the rate of spending that the report states for the whole unit. */
function ratesFor(set: ClaimSet, item: ScoredItem, name: string, told: readonly Figure[]): Figure[] {
  const own = figuresOf(set, item).filter(isRate)
  const core = SPENDING.exec(name)?.[0]
  return own.length > 0 || core === undefined ? own : told.filter(({ rateName }) => rateName?.endsWith(core) === true)
}

/** Rates of spending of the whole unit, in the running text. */
function spendingRates(set: ClaimSet): Figure[] {
  return set.figures
    .filter(
      ({ seat, dimension, rateName, periodKey, qualifier, value }) =>
        seat.kind === 'text' &&
        dimension === 'ratio' &&
        rateName !== null &&
        SPENDING.test(rateName) &&
        periodKey === '' &&
        qualifier === '' &&
        compare(value, ONE) <= 0,
    )
    .slice(0, MAX_TOLD)
}

/** Each value once. */
function distinct(figures: readonly Figure[]): Figure[] {
  return figures.filter((figure, at) => figures.findIndex(({ value }) => compare(value, figure.value) === 0) === at)
}

function rated({ weight, score }: ScoredItem, rates: readonly Figure[], words: string): NewRelation[] {
  const candidates = distinct(rates)
  if (candidates.length === 0 || candidates.length > MAX_CANDIDATES) return []
  return [
    {
      kind: 'product',
      finding: 'product-score',
      accused: score.index,
      certainty: 'warning',
      source: { by: 'scheme', ref: `所述计分办法“${words}”`, citation: 'SF-02' },
      readings: candidates.map(
        (rate): Reading => ({
          say: '分值 × 比率',
          equation: { form: 'product', result: score.index, factors: [weight.index, rate.index] },
        }),
      ),
    },
  ]
}

function proportioned({ weight, score }: ScoredItem, target: Figure, actuals: readonly Figure[], words: string): NewRelation[] {
  const candidates = distinct(actuals)
  if (candidates.length === 0 || candidates.length > MAX_CANDIDATES) return []
  return [
    {
      kind: 'implies',
      finding: 'scoring-rule',
      accused: score.index,
      certainty: 'warning',
      source: { by: 'scheme', ref: `所述计分办法“${words}”`, citation: 'SF-01' },
      readings: candidates.map(
        (actual): Reading => ({
          say: '按完成值÷指标值计',
          equation: {
            form: 'score',
            result: score.index,
            weight: weight.index,
            target: target.index,
            actual: actual.index,
            formula: PROPORTION,
          },
        }),
      ),
    },
  ]
}
