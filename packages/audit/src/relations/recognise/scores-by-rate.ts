/**
 * Items scored by their rate without a rule that says so: "销号率（10分）得9.13分" where 销号率91.30% stands elsewhere. That a report
 * scores so is borne out by its own items; then one whose score is a slip away from weight × rate is told.
 */
import { compare, type Decimal, decimal, multiply, multiplyRational, ONE, quotient, round, toRational } from '@jiheng/quantity'
import type { ClaimSet } from '../../claims/claim-set.ts'
import type { Figure } from '../../claims/figure.ts'
import { slipBetween } from '../../graph/slip.ts'
import type { NewRelation } from '../recogniser.ts'
import { distinct } from './distinct-values.ts'
import { isQuotedRule, type PointPair, pairsOfPoints } from './points-said.ts'
import { type TargetOf, targetsOf } from './rate-targets.ts'
import { PROPORTION } from './text-scoring-rules.ts'

const SPENDING = /(?:预算|资金|支出)?执行率?$/
const SPENDING_RATE = /^(?:部门|单位|整体|支出|全年|资金)*(?:预算)?执行率$/
const MARKS = /[\s“”"'‘’（()）]/g
const BEHIND = /(?:指标|得分|评分|得|满分|情况|完成)+$/
/** Items that bear out how the report scores, and one of them must be about something else than money. */
const LEAST_HOLDING = 2
const KEY = 2
const MAX_ALIKE = 20
const HALVES = decimal('2')

interface Item extends PointPair {
  readonly rate: Figure
  readonly target: Figure | null
  readonly isSpending: boolean
  /** Weight × rate, and weight × rate ÷ target, as scores are printed. */
  readonly expected: readonly Decimal[]
}

export function recogniseScoresByRate(set: ClaimSet): NewRelation[] {
  const items = itemsOf(set)
  const holding = items.filter(({ score, expected }) => expected.some((value) => compare(value, score.value) === 0))
  if (holding.length < LEAST_HOLDING || holding.every(({ isSpending }) => isSpending)) return []
  return items.flatMap((item): NewRelation[] => {
    const fits = item.expected.findIndex((value) => compare(value, item.score.value) === 0)
    const slipped = item.expected.findIndex((value) => slipBetween(item.score.value, value) !== null)
    const reading = fits >= 0 ? fits : slipped
    return reading < 0 ? [] : [relationOf(item, reading)]
  })
}

/** The reading that holds; where none does, the one whose slip it is. */
function relationOf({ weight, score, rate, target, expected }: Item, reading: number): NewRelation {
  const byTarget = reading === 1 && target !== null && expected.length > 1
  return {
    kind: byTarget ? 'implies' : 'product',
    finding: byTarget ? 'scoring-rule' : 'product-score',
    accused: score.index,
    certainty: 'warning',
    source: { by: 'scheme', ref: '得分 = 分值 × 比率（本报告其他指标同此）', citation: 'SF-02' },
    readings: [
      byTarget
        ? {
            say: '按完成值÷指标值计',
            equation: {
              form: 'score',
              result: score.index,
              weight: weight.index,
              target: target.index,
              actual: rate.index,
              formula: PROPORTION,
            },
          }
        : { say: '分值 × 比率', equation: { form: 'product', result: score.index, factors: [weight.index, rate.index] } },
    ],
  }
}

/** Items whose score is no step of half a point and lies below their full marks, with their rate where one is meant for sure. */
function itemsOf(set: ClaimSet): Item[] {
  const rateOf = ratesOf(set)
  let targetOf: TargetOf | null = null
  const items: Item[] = []
  for (const sentence of set.sentences) {
    const points = sentence.figures
      .map((index) => set.figures[index] as Figure)
      .filter((figure) => figure.dimension === 'point' && figure.compare === null && !isQuotedRule(figure))
    if (points.length < 2) continue
    for (const pair of pairsOfPoints(sentence, points)) {
      const { weight, score } = pair
      if (score.claim.quantity.hedge !== undefined || isStep(score.value) || compare(score.value, weight.value) >= 0) continue
      const found = rateBetween(set, pair) ?? rateOf(nameOf(pair))
      if (found === null) continue
      targetOf ??= targetsOf(set)
      const target = targetOf(found)
      const byTarget = target === null ? null : quotient(found.value, target.value)
      const expected = [
        round(toRational(multiply(weight.value, found.value)), 'half-up', 2),
        ...(byTarget === null ? [] : [round(multiplyRational(byTarget, toRational(weight.value)), 'half-up', 2)]),
      ]
      items.push({ ...pair, rate: found, target, isSpending: SPENDING_RATE.test(found.rateName ?? ''), expected })
    }
  }
  return items
}

/** Whole and half points may be steps of any rule. */
function isStep(value: Decimal): boolean {
  const doubled = multiply(value, HALVES)
  return compare(round(toRational(doubled), 'half-up', 0), doubled) === 0
}

function nameOf({ weight, score }: PointPair): string {
  const name = (weight.index < score.index ? weight : score).claim.label
  return name.replace(MARKS, '').replace(BEHIND, '')
}

/** The only rate that stands between the two: "供水指标8分，…，完成率96.25%，得7.70分". */
function rateBetween(set: ClaimSet, { weight, score }: PointPair): Figure | null {
  const between = set.figures.slice(weight.index + 1, score.index).filter(isRate)
  return between.length === 1 ? (between[0] ?? null) : null
}

const isRate = ({ dimension, claim, compare: sign, periodKey, value, seat }: Figure): boolean =>
  dimension === 'ratio' && claim.role === 'rate' && sign === null && periodKey === '' && seat.kind === 'text' && compare(value, ONE) < 0

/** "比上年（结案360起，结案率96.26%）": nobody scores it. */
function isOfYearBefore(set: ClaimSet, { claim, tidyEnd }: Figure): boolean {
  const block = set.report.blocks[claim.anchor.block]
  return block !== undefined && 'text' in block && /上年|去年|同期/.test(block.text.slice(Math.max(0, tidyEnd - NEAR), tidyEnd))
}
const NEAR = 28

/** Rates below 100 % by the end of their names. */
function ratesOf(set: ClaimSet): (name: string) => Figure | null {
  const byEnd = new Map<string, Figure[]>()
  const spending: Figure[] = []
  for (const figure of set.figures) {
    if (!isRate(figure) || isOfYearBefore(set, figure)) continue
    const name = fullName(figure)
    if (SPENDING_RATE.test(figure.rateName ?? '') && figure.qualifier === '' && spending.length < MAX_ALIKE) spending.push(figure)
    const alike = byEnd.get(name.slice(-KEY))
    if (alike === undefined) byEnd.set(name.slice(-KEY), [figure])
    else if (alike.length < MAX_ALIKE) alike.push(figure)
  }
  return (name) => {
    const found = SPENDING.test(name)
      ? spending
      : name.length <= KEY
        ? []
        : (byEnd.get(name.slice(-KEY)) ?? []).filter((figure) => name.endsWith(fullName(figure)) || fullName(figure).endsWith(name))
    return distinct(found) === 1 ? (found[0] ?? null) : null
  }
}

const fullName = (figure: Figure): string =>
  figure.lead
    .replace(MARKS, '')
    .replace(/(?:达到|达|为|是)+$/, '')
    .slice(-12)
