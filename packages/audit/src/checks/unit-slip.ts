/** An amount whose unit must be wrong: only a change of unit makes its relations hold, or no such thing costs so little. */
import { compare, decimal, multiply } from '@jiheng/quantity'
import { PLANNED_ROLES } from '@jiheng/vocabulary'
import type { ClaimSet } from '../claims/claim-set.ts'
import type { Figure } from '../claims/figure.ts'
import { explain, nameOf } from '../findings/explain.ts'
import { sayFigure, symbolOf } from '../findings/say.ts'
import { type ClaimGraph, type Judged, membersShown } from '../graph/claim-graph.ts'
import { type Check, type CheckRun, type FindingDraft, noOutcomes } from './check.ts'
import { quotesOf } from './relation-check.ts'

const wording = {
  title: '金额单位有误',
  remedy: '核对金额单位（元、万元）。',
  explain: '改换单位（元、千元、万元、亿元）后关系成立而原单位不成立；或部门、资产类金额以元计不足百元，而同段其他金额均为万元。',
  titleEnglish: 'An amount in a wrong unit',
}
/** No fund of a department, and no asset, is worth less; fees and standards are not meant. */
const LEAST_AMOUNT = decimal('10000')
/** Single items of expenditure, reception and the like may be small. */
const LEAST_ITEM = decimal('100')
const SMALL_ITEMS = /^(?:item-|reception|meeting|training|abroad|vehicle|other-revenue|procurement)/
const FAR = decimal('100')
const NEAR = 30

export const unitSlip: Check = {
  id: 'unit-slip',
  kind: 'unit',
  severity: 'error',
  needs: ['sum', 'difference', 'ratio', 'same-as', 'product'],
  wording,
  source: 'framework §6 ID-58',
  run,
}

function run(graph: ClaimGraph): CheckRun {
  const outcomes = noOutcomes()
  const byFigure = new Map<number, Judged[]>()
  for (const judged of graph.judged) {
    if (judged.slip === null || judged.outcome !== 'fail') continue
    byFigure.set(judged.slip.figure, [...(byFigure.get(judged.slip.figure) ?? []), judged])
  }
  const findings: FindingDraft[] = [...byFigure].map(([index, judged]) => fromRelations(graph.set, index, judged))
  for (const figure of graph.set.figures) {
    if (byFigure.has(figure.index)) continue
    const suspicious = isTooSmall(graph.set, figure)
    if (suspicious === null) continue
    outcomes[suspicious ? 'fail' : 'pass']++
    if (suspicious) findings.push(fromSize(graph.set, figure))
  }
  outcomes.fail += byFigure.size
  return { findings, outcomes, untold: [] }
}

function fromRelations(set: ClaimSet, index: number, judged: readonly Judged[]): FindingDraft {
  const figure = set.figures[index] as Figure
  const first = judged[0] as Judged
  const to = `${figure.claim.quantity.value}${symbolOf(first.slip?.unit ?? figure.claim.quantity.unit)}`
  const { steps, computation } = explain(first, set.figures)
  return {
    check: 'unit-slip',
    kind: 'unit',
    severity: 'error',
    title: wording.title,
    message: `${nameOf(figure)}写为 ${sayFigure(figure)}，与所列其他数据不符；改为 ${to} 后相符，请核对单位。`,
    quotes: quotesOf(set, [index, ...judged.flatMap(membersShown)]),
    computation: `${computation}；改为 ${to} 后相符`,
    steps: [...steps, { say: `只把 ${sayFigure(figure)} 改为 ${to}，${judged.length} 处关系全部成立` }],
    expected: to,
    repair: { from: sayFigure(figure), to, reason: 'wrong-unit' },
    confidence: 0.95,
  }
}

/**
 * Null where the question does not arise. Asked of amounts in 元 with decimals that name a fund or an asset: a price, a standard
 * or an amount a head may well be small, the budget of a unit is not.
 */
function isTooSmall(set: ClaimSet, figure: Figure): boolean | null {
  const { quantity, concept } = figure.claim
  if (quantity.unit !== 'yuan' || figure.value.coefficient <= 0n || quantity.hedge !== undefined || figure.compare !== null) return null
  if (concept === null && !/资产/.test(figure.lead)) return null
  if (/每|人均|户均|均价|单价|标准|按/.test(figure.lead)) return null
  const neighbours = nearby(set, figure).filter((other) => other.dimension === 'money' && other.index !== figure.index)
  if (neighbours.length < 2 || neighbours.some((other) => other.claim.quantity.unit === 'yuan')) return false
  if (quantity.value.includes('.'))
    return compare(figure.value, concept !== null && SMALL_ITEMS.test(concept) ? LEAST_ITEM : LEAST_AMOUNT) < 0
  return isFarBelow(figure, neighbours)
}

/** A planned or spent whole number of yuan beside its counterpart in 万元, a hundred times as large or more. */
function isFarBelow(figure: Figure, neighbours: readonly Figure[]): boolean {
  const counterpart = neighbours.find(
    (other) =>
      Math.abs(other.index - figure.index) === 1 &&
      other.seat.kind === 'text' &&
      figure.seat.kind === 'text' &&
      other.seat.sentence === figure.seat.sentence,
  )
  if (
    counterpart === undefined ||
    PLANNED_ROLES.has(counterpart.claim.role) === PLANNED_ROLES.has(figure.claim.role) ||
    counterpart.qualifier !== figure.qualifier
  )
    return false
  return compare(multiply(figure.value, FAR), counterpart.value) < 0
}

/** Figures of the same block, a few on either side. */
function nearby(set: ClaimSet, figure: Figure): readonly Figure[] {
  const { block } = figure.claim.anchor
  return set.figures.slice(Math.max(0, figure.index - NEAR), figure.index + NEAR).filter((other) => other.claim.anchor.block === block)
}

function fromSize(set: ClaimSet, figure: Figure): FindingDraft {
  const to = `${figure.claim.quantity.value}万元`
  return {
    check: 'unit-slip',
    kind: 'unit',
    severity: 'warning',
    title: wording.title,
    message: `${nameOf(figure)}写为 ${sayFigure(figure)}，金额不合常理，同段其他金额均以万元计，疑为 ${to}，请核对单位。`,
    quotes: quotesOf(set, [figure.index]),
    computation: `${sayFigure(figure)}，同段其他金额均为万元`,
    steps: [
      { say: `此处：${nameOf(figure)} ${sayFigure(figure)}` },
      { say: '同段其他金额均以万元为单位' },
      { say: `以元计的金额小得不合常理，疑为 ${to}` },
    ],
    expected: to,
    repair: { from: sayFigure(figure), to, reason: 'wrong-unit' },
    confidence: 0.8,
  }
}
