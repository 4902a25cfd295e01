/** An amount whose unit must be wrong: only a change of unit makes its relations hold, or no such thing costs so little. */
import { compare, type Decimal, decimal, multiply, round } from '@jiheng/quantity'
import { PLANNED_ROLES } from '@jiheng/vocabulary'
import type { ClaimSet } from '../../claims/claim-set.ts'
import type { Figure } from '../../claims/figure.ts'
import { nameOf } from '../../findings/explain.ts'
import { sayFigure, sayNumber } from '../../findings/say.ts'
import type { ClaimGraph } from '../../graph/claim-graph.ts'
import { type Check, type CheckRun, type FindingDraft, noOutcomes } from '../check.ts'
import { draftOf, isUnitSlip, quotesOf } from './relation-check.ts'

const wording = {
  title: '金额单位有误',
  remedy: '核对金额单位（元、万元）。',
  explain:
    '改换单位（元、千元、万元、亿元）后关系成立而原单位不成立；或部门、资产类金额以元计不足百元，而同段其他金额均为万元；或同一串数字在别处以万元计；或前后金额以亿元计，此处以万元计的数正是别处金额的亿元数。',
  titleEnglish: 'An amount in a wrong unit',
}
/** No fund of a department, and no asset, is worth less; fees and standards are not meant. */
const LEAST_AMOUNT = decimal('10000')
/** Single items of expenditure, reception and the like may be small. */
const LEAST_ITEM = decimal('100')
const SMALL_ITEMS = /^(?:item-|reception|meeting|training|abroad|vehicle|other-revenue|procurement)/
/** An amount for one of many, which may be small. */
const OF_EACH = /每|人均|户均|均价|单价|标准|按/
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
  const causes = graph.causes.filter(isUnitSlip)
  const told = new Set(causes.map((cause) => cause.accused))
  const findings: FindingDraft[] = causes.map((cause) => ({ ...draftOf(unitSlip, graph.set, cause), severity: 'error' as const }))
  const twins = inTenThousands(graph.set)
  const rounded = inHundredMillions(graph.set)
  for (const figure of graph.set.figures) {
    if (told.has(figure.index)) continue
    const twin = twinOf(figure, twins)
    if (twin !== null) {
      outcomes.fail++
      findings.push(fromTwin(graph.set, figure, twin))
      continue
    }
    const large = inLargerUnit(graph.set, figure, rounded)
    if (large !== null) {
      outcomes.fail++
      findings.push(fromRounded(graph.set, figure, large))
      continue
    }
    const suspicious = isTooSmall(graph.set, figure)
    if (suspicious === null) continue
    outcomes[suspicious ? 'fail' : 'pass']++
    if (suspicious) findings.push(fromSize(graph.set, figure))
  }
  outcomes.fail += causes.length
  return { findings, outcomes, untold: [] }
}

/** Amounts printed in 万元, by their digits; the first of each. */
function inTenThousands(set: ClaimSet): ReadonlyMap<string, Figure> {
  const found = new Map<string, Figure>()
  for (const figure of set.figures) {
    const { unit, value } = figure.claim.quantity
    if (unit === 'wan-yuan' && !found.has(bareDigits(value))) found.set(bareDigits(value), figure)
  }
  return found
}

/** Amounts of a hundred million yuan and more that are printed in 万元, by what they are in 亿元 with two decimals; the first of each. */
function inHundredMillions(set: ClaimSet): ReadonlyMap<string, Figure> {
  const found = new Map<string, Figure>()
  for (const figure of set.figures) {
    if (figure.claim.quantity.unit !== 'wan-yuan' || compare(figure.value, HUNDRED_MILLION) < 0) continue
    const key = keyOfRounded(multiply(figure.value, IN_HUNDRED_MILLIONS))
    if (!found.has(key)) found.set(key, figure)
  }
  return found
}

const HUNDRED_MILLION = decimal('100000000')
const IN_HUNDRED_MILLIONS = decimal('0.00000001')
const keyOfRounded = (value: Decimal): string => {
  const { coefficient, scale } = round(value, 'half-up', 2)
  return `${coefficient}e${scale}`
}

/** "送审12.36万元，审定11.08亿元" over a table that prints 123641.57 in 万元: beside amounts in 亿元, it is one of them. */
function inLargerUnit(set: ClaimSet, figure: Figure, rounded: ReadonlyMap<string, Figure>): Figure | null {
  const { quantity } = figure.claim
  const { seat } = figure
  if (quantity.unit !== 'wan-yuan' || seat.kind !== 'text' || quantity.hedge !== undefined || figure.compare !== null) return null
  if (OF_EACH.test(figure.lead) || !/\.\d{2}$/.test(quantity.value) || significant(quantity.value) < LONG) return null
  const isBesideLarge = [figure.index - 1, figure.index + 1].some((index) => {
    const beside = set.figures[index]
    return beside?.claim.quantity.unit === 'yi-yuan' && beside.seat.kind === 'text' && beside.seat.sentence === seat.sentence
  })
  return isBesideLarge ? (rounded.get(keyOfRounded(decimal(quantity.value))) ?? null) : null
}

/** "预算3240万元，支出3240元": the same digits in 万元 elsewhere. Round numbers and prices meet by chance, long numbers do not. */
function twinOf(figure: Figure, twins: ReadonlyMap<string, Figure>): Figure | null {
  const { quantity } = figure.claim
  if (quantity.unit !== 'yuan' || figure.seat.kind !== 'text' || quantity.hedge !== undefined || figure.compare !== null) return null
  if (OF_EACH.test(figure.lead)) return null
  const twin = twins.get(bareDigits(quantity.value))
  if (twin === undefined) return null
  const digits = significant(quantity.value)
  const { seat } = twin
  const isBeside = seat.kind === 'text' && seat.sentence === figure.seat.sentence && Math.abs(twin.index - figure.index) === 1
  return digits >= LONG || (isBeside && digits >= LONG_BESIDE) ? twin : null
}

const LONG = 4
const LONG_BESIDE = 3
const bareDigits = (value: string): string => (value.includes('.') ? value.replace(/\.?0+$/, '') : value)
const significant = (value: string): number =>
  bareDigits(value)
    .replace('.', '')
    .replace(/^0+|0+$/g, '').length

/**
 * Null where the question does not arise. Asked of amounts in 元 with decimals that name a fund or an asset: a price, a standard
 * or an amount a head may well be small, the budget of a unit is not.
 */
function isTooSmall(set: ClaimSet, figure: Figure): boolean | null {
  const { quantity, concept } = figure.claim
  if (quantity.unit !== 'yuan' || figure.value.coefficient <= 0n || quantity.hedge !== undefined || figure.compare !== null) return null
  if (concept === null && !/资产/.test(figure.lead)) return null
  if (OF_EACH.test(figure.lead)) return null
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

/** What two kinds of suspicion have in common. */
function suspected(
  set: ClaimSet,
  figure: Figure,
  why: string,
  quoted: readonly number[],
  steps: readonly string[],
  confidence: number,
  meant = '万元',
): FindingDraft {
  const to = `${sayNumber(figure)}${meant}`
  return {
    check: 'unit-slip',
    kind: 'unit',
    severity: 'warning',
    title: wording.title,
    message: `${nameOf(figure)}写为 ${sayFigure(figure)}，${why}，疑为 ${to}，请核对单位。`,
    quotes: quotesOf(set, quoted),
    computation: `${sayFigure(figure)}，${why}`,
    steps: [`此处：${nameOf(figure)} ${sayFigure(figure)}`, ...steps].map((say) => ({ say })),
    expected: to,
    repair: { from: sayFigure(figure), to, reason: 'wrong-unit' },
    related: [],
    confidence,
  }
}

function fromSize(set: ClaimSet, figure: Figure): FindingDraft {
  const steps = ['同段其他金额均以万元为单位', `以元计的金额小得不合常理，疑为 ${sayNumber(figure)}万元`]
  return suspected(set, figure, '金额不合常理，同段其他金额均以万元计', [figure.index], steps, 0.8)
}

function fromTwin(set: ClaimSet, figure: Figure, twin: Figure): FindingDraft {
  const steps = [`另一处：${nameOf(twin)} ${sayFigure(twin)}`, '两处数字相同而单位不同']
  return suspected(set, figure, `另一处同一数字为 ${sayFigure(twin)}`, [figure.index, twin.index], steps, 0.8)
}

function fromRounded(set: ClaimSet, figure: Figure, twin: Figure): FindingDraft {
  const steps = [`另一处：${nameOf(twin)} ${sayFigure(twin)}`, '换算成亿元后数字相同，前后金额也以亿元计']
  return suspected(set, figure, `另一处为 ${sayFigure(twin)}`, [figure.index, twin.index], steps, 0.8, '亿元')
}
