import { type RateDefinition, rateAtEnd } from '@jiheng/vocabulary'
import type { ClaimSet } from '../../claims/claim-set.ts'
import type { Figure, Sentence } from '../../claims/figure.ts'
import { figuresBefore, firstAt } from '../../claims/look-back.ts'
import type { NewRelation } from '../recogniser.ts'
import { figuresOf, type Reading, side } from '../relation.ts'
import { distinct } from './distinct-values.ts'
import { ofNearest, ofTwoAmounts, ofTwoCounts, ofUnknownName, stemReadings, stemRelation } from './rate-beside.ts'
import { definedHere } from './rate-defined.ts'
import { loosePairs, NEAR, operandsOf, readingsFrom, samePeriod } from './rate-operands.ts'
import { ofAnswers } from './rate-satisfaction.ts'

const MAX_FACTS = 60
const MAX_UNNAMED = 200
const NEAR_COUNTS = 8
const LINES_ABOVE = 6
/** A rate with fewer digits is a slip away from many others. */
const TELLING_DIGITS = 3
/** Rates of which the two counts right before them must be the operands. */
const OF_TWO_COUNTS = new Set([
  'completion-rate',
  'coverage-rate',
  'standard-rate',
  'inspection-pass-rate',
  'settled-rate',
  'resolved-rate',
  'case-closed-rate',
])
/** Rates of an amount spent over the amount given. */
const OF_TWO_AMOUNTS = new Set(['budget-execution-rate', 'payment-rate'])
/** "抽样比例31.25%": no rate that a definition knows. */
const PROPORTION = /(?:比例|比率)(?:为|达|达到|是)?$/

export function recogniseNamedRates(set: ClaimSet): NewRelation[] {
  const relations: NewRelation[] = []
  for (const sentence of set.sentences) {
    for (const index of sentence.figures) {
      const rate = set.figures[index] as Figure
      if (rate.dimension !== 'ratio' || rate.compare !== null) continue
      if (rate.claim.role === 'amount' && PROPORTION.test(rate.lead.trim())) {
        const found = ofNearest(rate, operandsOf(set, sentence.figures, rate), rate.lead.trim())
        if (found !== null) relations.push(found)
      }
      if (rate.claim.role !== 'rate' || rate.rateName === null) continue
      const relation = rate.rateName === '完成预算的比例' ? ofBudget(set, sentence, rate) : byDefinition(set, sentence, rate)
      if (relation !== null) relations.push(relation)
    }
  }
  return relations
}

function byDefinition(set: ClaimSet, sentence: Sentence, rate: Figure): NewRelation | null {
  const definition = rateAtEnd(rate.rateName ?? '')?.rate
  const all = operandsOf(set, sentence.figures, rate)
  const pool = opensItems(set, rate) ? all.filter((figure) => figure.index < rate.index) : all
  const answers = definition?.id === 'satisfaction-rate' ? ofAnswers(rate, pool) : null
  if (answers !== null) return answers
  const byStem = stemReadings(rate, pool)
  const inOwnWords = definedHere(rate, () => figuresAbove(set, sentence, rate))
  if (inOwnWords !== undefined) return inOwnWords
  if (byStem.length > 0) return stemRelation(rate, [...byStem, ...loosePairs(rate, pool)])
  if (definition === undefined) return ofUnknownName(rate, pool) ?? ofNearest(rate, pool)
  const inSentence = readingsFrom(definition, rate, pool).map((reading) =>
    isFarBehind(reading, rate) ? { ...reading, onlyExplains: true as const } : reading,
  )
  const isCount = definition.readings[0]?.numerator.words !== undefined
  const certain = (readings: readonly Reading[]): boolean => readings.some((reading) => reading.onlyExplains !== true)
  if (certain(inSentence)) return relationOf(definition, rate, [...inSentence, ...loosePairs(rate, pool)], isCount, 'error')
  if (isCount)
    return (
      (OF_TWO_COUNTS.has(definition.id) ? ofTwoCounts(rate, pool) : null) ??
      ofCountsNear(set, sentence, rate, definition) ??
      ofNearest(rate, pool)
    )
  const wide = figuresAbove(set, sentence, rate).filter((figure) => rate.periodKey === '' || samePeriod(figure.periodKey, rate.periodKey))
  const inBlock = readingsFrom(definition, rate, wide)
  if (certain(inBlock)) return relationOf(definition, rate, [...inBlock, ...loosePairs(rate, wide)], isCount, 'warning')
  const spentHere = OF_TWO_AMOUNTS.has(definition.id) ? ofTwoAmounts(rate, pool) : null
  if (spentHere !== null) return spentHere
  const facts = unitFacts(set, rate, wide)
  const inReport = readingsFrom(definition, rate, facts)
  return facts.length > 0 && certain(inReport)
    ? relationOf(definition, rate, [...inReport, ...loosePairs(rate, wide)], isCount, 'warning')
    : ofNearest(rate, pool)
}

/** Whether what follows the rate is said to be the items of what came before. */
function opensItems(set: ClaimSet, { claim, tidyEnd }: Figure): boolean {
  const block = set.report.blocks[claim.anchor.block]
  return (
    block !== undefined &&
    'text' in block &&
    /^[，,。；;]?[^，。；\d]{0,6}(?:分项|其中|具体|明细|如下|分别)/.test(block.text.slice(tidyEnd, tidyEnd + 16))
  )
}

/** "执行率94.10%，分项情况为：…": amounts that follow further on are those of the items. */
const isFarBehind = ({ equation }: Reading, rate: Figure): boolean =>
  figuresOf(equation).every((index) => index === rate.index || index > rate.index + 2)

/** "占用总床日15,535床日…。开放总床日19,032床日。病床使用率81.63%": the only two counts of the paragraph that the definition fits. */
function ofCountsNear(set: ClaimSet, sentence: Sentence, rate: Figure, definition: RateDefinition): NewRelation | null {
  const figures = set.figuresOf.get(sentence.block) ?? []
  const at = firstAt(figures, ({ index }) => index >= rate.index)
  const near = figures.slice(Math.max(0, at - NEAR_COUNTS), at + NEAR_COUNTS).map(({ index }) => index)
  const readings = readingsFrom(definition, rate, operandsOf(set, near, rate))
  if (readings.length !== 1 || rate.claim.quantity.value.replace(/[^\d]/g, '').length < TELLING_DIGITS) return null
  return { ...relationOf(definition, rate, readings, true, 'warning'), guard: 'slip' }
}

const figuresAbove = (set: ClaimSet, sentence: Sentence, rate: Figure): Figure[] =>
  operandsOf(
    set,
    nearBefore(set, sentence, rate).map((figure) => figure.index),
    rate,
  )

/** Figures of the paragraph before a rate; for a line of its own ("预算执行率：95%") those of the lines above it. */
function nearBefore(set: ClaimSet, sentence: Sentence, rate: Figure): readonly Figure[] {
  const inBlock = figuresBefore(set, sentence.block, rate.index, NEAR)
  if (inBlock.length > 0 || (set.figuresOf.get(sentence.block)?.length ?? 0) > 1) return inBlock
  const above = set.figures.slice(Math.max(0, rate.index - LINES_ABOVE), rate.index)
  return above.filter(
    ({ seat, section, claim }) =>
      seat.kind === 'text' && section === rate.section && rate.claim.anchor.block - claim.anchor.block <= LINES_ABOVE,
  )
}

/** For a rate of the whole unit: its budget and its spending, wherever the report tells them, when each has one value. */
function unitFacts(set: ClaimSet, rate: Figure, near: readonly Figure[]): Figure[] {
  if (rate.periodKey !== '' || (rate.claim.concept !== null && rate.claim.concept !== 'budget')) return []
  if (rate.qualifier !== '' || !/^(?:部门|单位|整体|支出|全年)*预算(?:执行|完成)率$|^执行率$/.test(rate.rateName ?? '')) return []
  if (/^执行率$/.test(rate.rateName ?? '') && near.length === 0) return []
  const ofUnit = (figure: Figure): boolean =>
    figure.qualifier === '' && figure.seat.kind === 'text' && figure.periodKey === '' && figure.compare === null
  const spent = (set.byConcept.get('expenditure') ?? [])
    .slice(0, MAX_FACTS)
    .filter(
      (figure) =>
        ofUnit(figure) &&
        (figure.claim.role === 'executed' || figure.claim.role === 'final' || figure.ownLabel) &&
        figure.claim.role !== 'change' &&
        /全年|本年|合计|决算|总/.test(figure.lead),
    )
  // 全年可用资金 has no concept of its own.
  const budgets = [
    ...(set.byConcept.get('budget') ?? []).slice(0, MAX_FACTS),
    ...(set.byConcept.get('') ?? []).slice(0, MAX_UNNAMED),
  ].filter((figure) => ofUnit(figure) && figure.claim.role === 'adjusted-budget' && figure.dimension === 'money')
  return distinct(spent) === 1 && distinct(budgets) === 1 ? [...spent.slice(0, 1), ...budgets.slice(0, 1)] : []
}

function relationOf(
  definition: RateDefinition,
  rate: Figure,
  readings: readonly Reading[],
  isCount: boolean,
  certainty: 'error' | 'warning',
): NewRelation {
  return {
    kind: 'ratio',
    finding: isCount && rate.claim.quantity.value === '100' ? 'claim-vs-count' : 'ratio',
    readings,
    source: { by: 'wording', ref: rate.rateName ?? '', citation: definition.source },
    certainty,
    accused: rate.index,
  }
}

/** "完成年初预算的98.3%": the nearest amount before it, against the budget figure that the words name. */
function ofBudget(set: ClaimSet, sentence: Sentence, rate: Figure): NewRelation | null {
  const before = operandsOf(set, sentence.figures, rate).filter((figure) => figure.index < rate.index && figure.claim.role !== 'change')
  const isBudget = (figure: Figure): boolean =>
    figure.claim.role === 'initial-budget' ||
    figure.claim.role === 'adjusted-budget' ||
    figure.claim.role === 'budget' ||
    figure.claim.role === 'target' ||
    (figure.dimension !== 'money' && /计划|目标|任务/.test(figure.lead))
  const wantsInitial = /年初/.test(rate.against ?? '')
  const budgets = before.filter((figure) => isBudget(figure) && (!wantsInitial || figure.claim.role !== 'adjusted-budget'))
  const done = before.filter((figure) => !isBudget(figure))
  const budget = budgets[0]
  const amount = done[0]
  if (budget === undefined || amount === undefined || budget.dimension !== amount.dimension) return null
  const readings: Reading[] = budgets.slice(0, 3).flatMap((base) =>
    done.slice(0, 2).map((spent) => ({
      say: '完成数 ÷ 预算数',
      equation: { form: 'ratio' as const, result: rate.index, numerator: side([spent.index]), denominator: side([base.index]) },
    })),
  )
  return {
    kind: 'ratio',
    finding: 'ratio',
    readings: [...readings, ...loosePairs(rate, before)],
    source: { by: 'wording', ref: '完成预算的…%' },
    certainty: 'error',
    accused: rate.index,
  }
}
