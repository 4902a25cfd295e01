/** "预算执行率91.5%", "办结率100%": a rate with a name against the figures that its definition asks for. */
import { compare, ONE } from '@jiheng/quantity'
import { type OperandNeed, type RateDefinition, type RateReading, rateAtEnd } from '@jiheng/vocabulary'
import type { ClaimSet } from '../../claims/claim-set.ts'
import type { Figure, Sentence } from '../../claims/figure.ts'
import { figuresBefore, firstAt } from '../../claims/look-back.ts'
import type { NewRelation } from '../recogniser.ts'
import { type Equation, type Reading, side } from '../relation.ts'
import { distinct } from './share.ts'

/** How many candidates for one operand are tried; more only make a pass likelier. */
const MAX_CANDIDATES = 4
const MAX_LOOSE = 6
/** Figures looked at on either side of a rate, and facts of a concept. */
const NEAR = 40
const MAX_FACTS = 60
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
/** Words that name no numerator of their own. */
const GENERAL_STEM = /(?:执行|完成|控制|支付|到位|结余|结转|调整|变动|增长|及时|负债|使用|占有|节约)$/
/** "未用完的预算指标": what is left of a budget is neither the budget nor what was spent. */
const UNSPENT = /未|剩余|收回|回收/
const UNSPENT_REACH = 12
/** Who was asked says nothing of how many answered how. */
const SURVEY = /问卷|收回|回收|发放[^，。；]{0,6}[表份]|样本|抽样|访/
const SHOULD_BE = /应|需|计划|目标|任务/
const WAS_DONE = /已|实际|完成/
const CHANGING = /(?:增长|变动|变化|调整|增减|下降|利|税|汇|费)率$/
const NO_OPERAND = /^(?:ratio|percentage-point|point|none|day|month|year|hour|minute|time|duration|second)$/

export function recogniseNamedRates(set: ClaimSet): NewRelation[] {
  const relations: NewRelation[] = []
  for (const sentence of set.sentences) {
    for (const index of sentence.figures) {
      const rate = set.figures[index] as Figure
      if (rate.claim.role !== 'rate' || rate.dimension !== 'ratio' || rate.rateName === null || rate.compare !== null) continue
      const relation = rate.rateName === '完成预算的比例' ? ofBudget(set, sentence, rate) : byDefinition(set, sentence, rate)
      if (relation !== null) relations.push(relation)
    }
  }
  return relations
}

function byDefinition(set: ClaimSet, sentence: Sentence, rate: Figure): NewRelation | null {
  const definition = rateAtEnd(rate.rateName ?? '')?.rate
  const pool = operandsOf(set, sentence.figures, rate)
  const byStem = stemReadings(rate, pool)
  if (byStem.length > 0) return stemRelation(rate, [...byStem, ...loosePairs(rate, pool)])
  if (definition === undefined) return ofUnknownName(rate, pool)
  const inSentence = readingsFrom(definition, rate, pool)
  const isCount = definition.readings[0]?.numerator.words !== undefined
  const certain = (readings: readonly Reading[]): boolean => readings.some((reading) => reading.onlyExplains !== true)
  if (certain(inSentence)) return relationOf(definition, rate, [...inSentence, ...loosePairs(rate, pool)], isCount, 'error')
  if (isCount) return OF_TWO_COUNTS.has(definition.id) ? ofTwoCounts(rate, pool) : null
  const wide = operandsOf(
    set,
    figuresBefore(set, sentence.block, rate.index, NEAR).map((figure) => figure.index),
    rate,
  ).filter((figure) => rate.periodKey === '' || samePeriod(figure.periodKey, rate.periodKey))
  const inBlock = readingsFrom(definition, rate, wide)
  if (certain(inBlock)) return relationOf(definition, rate, [...inBlock, ...loosePairs(rate, wide)], isCount, 'warning')
  const spentHere = OF_TWO_AMOUNTS.has(definition.id) ? ofTwoAmounts(rate, pool) : null
  if (spentHere !== null) return spentHere
  const facts = unitFacts(set, rate, wide)
  const inReport = readingsFrom(definition, rate, facts)
  return facts.length > 0 && certain(inReport)
    ? relationOf(definition, rate, [...inReport, ...loosePairs(rate, wide)], isCount, 'warning')
    : null
}

/** "小区126个，已分类118个，覆盖率93.65%": the sentence has just two counts of a kind before the rate, so they must be its operands. */
function ofTwoCounts(rate: Figure, pool: readonly Figure[]): NewRelation | null {
  const before = pool.filter(
    (figure) => figure.index < rate.index && figure.dimension.startsWith('each:') && rate.index - figure.index <= 2,
  )
  const [done, whole] = before
  if (
    done === undefined ||
    whole === undefined ||
    before.length !== 2 ||
    done.dimension !== whole.dimension ||
    before.some(({ lead }) => SURVEY.test(lead)) ||
    compare(done.value, whole.value) > 0
  )
    return null
  const readings: Reading[] = [
    {
      say: '完成数 ÷ 总数',
      equation: { form: 'ratio', result: rate.index, numerator: side([done.index]), denominator: side([whole.index]) },
    },
  ]
  return { ...stemRelation(rate, [...readings, ...loosePairs(rate, pool)]), certainty: 'warning' }
}

/** "应办许可证96个，已办92个，持证率95.83%": what should be and what was done stand right before a rate that no definition knows. */
function ofUnknownName(rate: Figure, pool: readonly Figure[]): NewRelation | null {
  if (!/率$/.test(rate.rateName ?? '') || CHANGING.test(rate.rateName ?? '')) return null
  const before = pool
    .filter((figure) => figure.index < rate.index && figure.dimension.startsWith('each:') && rate.index - figure.index <= 2)
    .toReversed()
  const [whole, done] = before
  if (whole === undefined || done === undefined || whole.dimension !== done.dimension) return null
  if (!SHOULD_BE.test(whole.lead) || !WAS_DONE.test(done.lead)) return null
  const readings: Reading[] = [
    {
      say: '完成数 ÷ 应完成数',
      equation: { form: 'ratio', result: rate.index, numerator: side([done.index]), denominator: side([whole.index]) },
    },
  ]
  return { ...stemRelation(rate, [...readings, ...loosePairs(rate, pool)]), certainty: 'warning' }
}

/** "收入380万元，支出365.2万元，执行率96.11%": the two amounts right before the rate, the larger first, whatever they are called. */
function ofTwoAmounts(rate: Figure, pool: readonly Figure[]): NewRelation | null {
  const [done, whole] = pool.filter((figure) => figure.index < rate.index && rate.index - figure.index <= 2)
  if (done?.dimension !== 'money' || whole?.dimension !== 'money' || whole.value.coefficient === 0n) return null
  if (done.claim.role === 'change' || whole.claim.role === 'change' || compare(done.value, whole.value) > 0) return null
  const equation: Equation = { form: 'ratio', result: rate.index, numerator: side([done.index]), denominator: side([whole.index]) }
  const readings = [{ say: '执行数 ÷ 预算数', equation }, ...loosePairs(rate, pool)]
  return { ...stemRelation(rate, readings), certainty: 'warning', guard: 'slip' }
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
  const budgets = (set.byConcept.get('budget') ?? [])
    .slice(0, MAX_FACTS)
    .filter((figure) => ofUnit(figure) && figure.claim.role === 'adjusted-budget')
  return distinct(spent) === 1 && distinct(budgets) === 1 ? [...spent.slice(0, 1), ...budgets.slice(0, 1)] : []
}

/** "可全程网办1802项，全程网办率97.62%": the words before 率 name the numerator; the whole is the nearest count before it without them. */
function stemReadings(rate: Figure, pool: readonly Figure[]): Reading[] {
  const stem = /([\u4e00-\u9fff]{2,})率$/.exec(rate.rateName ?? '')?.[1]
  if (stem === undefined || GENERAL_STEM.test(stem)) return []
  const last = stem.slice(-2)
  const numerator = pool.find(
    (figure) => figure.index < rate.index && figure.dimension !== 'money' && (figure.lead + figure.tail.slice(0, 6)).includes(last),
  )
  if (numerator === undefined) return []
  const denominator = pool.find(
    (figure) =>
      figure.index < numerator.index &&
      figure.dimension === numerator.dimension &&
      (!figure.lead.includes(last) || /应|需|符合|计划/.test(figure.lead)),
  )
  if (denominator === undefined) return []
  return [
    {
      say: `${last}数 ÷ 总数`,
      equation: { form: 'ratio', result: rate.index, numerator: side([numerator.index]), denominator: side([denominator.index]) },
    },
  ]
}

function stemRelation(rate: Figure, readings: readonly Reading[]): NewRelation {
  return {
    kind: 'ratio',
    finding: rate.claim.quantity.value === '100' ? 'claim-vs-count' : 'ratio',
    readings,
    source: { by: 'wording', ref: rate.rateName ?? '' },
    certainty: 'error',
    accused: rate.index,
  }
}

/** A rate of at most 100 % is not the quotient of a larger by a smaller. */
function fitsWhole(rate: Figure, numerator: Figure, denominator: Figure): boolean {
  // 100 % says all: two figures that nobody put side by side explain it only when they are equal.
  if (compare(rate.value, ONE) === 0) return compare(numerator.value, denominator.value) === 0
  return compare(rate.value, ONE) > 0 || compare(numerator.value, denominator.value) <= 0
}

/** Any two figures of one kind that give the rate explain it, even where their words were not understood. */
function loosePairs(rate: Figure, pool: readonly Figure[]): Reading[] {
  const near = pool.slice(0, MAX_LOOSE)
  return near.flatMap((numerator) =>
    near
      .filter(
        (denominator) =>
          denominator.index !== numerator.index &&
          denominator.dimension === numerator.dimension &&
          denominator.value.coefficient !== 0n &&
          fitsWhole(rate, numerator, denominator),
      )
      .map(
        (denominator): Reading => ({
          say: '所列两数相除',
          equation: { form: 'ratio', result: rate.index, numerator: side([numerator.index]), denominator: side([denominator.index]) },
          onlyExplains: true,
        }),
      ),
  )
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

/** Figures that may be operands, those nearest before the rate first, then those after it. */
function operandsOf(set: ClaimSet, indexes: readonly number[], rate: Figure): Figure[] {
  const at = firstAt(indexes, (index) => index >= rate.index)
  const usable = (index: number): boolean => {
    const figure = set.figures[index] as Figure
    return isAmount(figure) && figure.compare === null && figure.claim.quantity.hedge === undefined
  }
  const before = indexes
    .slice(Math.max(0, at - NEAR), at)
    .filter(usable)
    .reverse()
  const after = indexes.slice(at, at + NEAR).filter((index) => index !== rate.index && usable(index))
  return [...before, ...after].map((index) => set.figures[index] as Figure)
}

/** Money and anything counted or measured; rates, points and times are no operands. */
function isAmount(figure: Figure): boolean {
  return !NO_OPERAND.test(figure.dimension)
}

function readingsFrom(definition: RateDefinition, rate: Figure, pool: readonly Figure[]): Reading[] {
  const readings: Reading[] = []
  for (const reading of definition.readings) {
    const numerators = pool.filter((figure) => meetsNeed(figure, reading.numerator, rate)).slice(0, MAX_CANDIDATES)
    const denominators = pool.filter((figure) => meetsNeed(figure, reading.denominator, rate)).slice(0, MAX_CANDIDATES)
    for (const numerator of numerators) {
      for (const denominator of denominators) {
        if (!pairs(numerator, denominator, reading)) continue
        readings.push({
          say: reading.say,
          equation: equationOf(reading, rate.index, numerator.index, denominator.index),
          ...(reading.onlyExplains === true ? { onlyExplains: true } : {}),
        })
      }
    }
  }
  return readings
}

export function equationOf(reading: RateReading, rate: number, numerator: number, denominator: number): Equation {
  const top =
    reading.by === 'quotient'
      ? side([numerator])
      : reading.by === 'change'
        ? side([numerator], [denominator])
        : side([denominator], [numerator])
  return { form: 'ratio', result: rate, numerator: top, denominator: side([denominator]) }
}

function meetsNeed(figure: Figure, need: OperandNeed, rate: Figure): boolean {
  if (need.words !== undefined) {
    const phrase = figure.lead + figure.tail
    if (!need.words.some((word) => phrase.includes(word))) return false
    return need.notWords === undefined || !need.notWords.some((word) => figure.lead.includes(word))
  }
  if (figure.dimension !== 'money' && need.concepts?.every((concept) => concept !== 'staff' && concept !== 'posts') !== false) return false
  if (need.concepts !== undefined && (figure.claim.concept === null || !need.concepts.includes(figure.claim.concept))) return false
  if (need.roles === undefined) return figure.claim.role !== 'change'
  if (
    !need.roles.includes(figure.claim.role) ||
    figure.claim.concept === 'carry-in' ||
    figure.claim.concept === 'carry-out' ||
    figure.claim.concept === 'clawback' ||
    UNSPENT.test(figure.lead.slice(-UNSPENT_REACH))
  )
    return false
  if (figure.claim.role === 'amount' && (figure.claim.concept === null || figure.announcesTotal)) return false
  const wanted = rate.claim.concept
  return (
    wanted === null ||
    wanted === 'budget' ||
    figure.claim.concept === null ||
    figure.claim.concept === wanted ||
    figure.claim.concept === 'budget'
  )
}

/** Both operands speak of the same thing, in the same dimension, and are two different figures. */
function pairs(numerator: Figure, denominator: Figure, reading: RateReading): boolean {
  if (numerator.index === denominator.index || numerator.dimension !== denominator.dimension) return false
  if (reading.by === 'change' && reading.numerator.concepts !== undefined) return numerator.periodKey !== denominator.periodKey
  if (reading.numerator.words !== undefined) return true
  if (reading.numerator.concepts === undefined && reading.denominator.concepts === undefined) {
    const a = numerator.claim.concept
    const b = denominator.claim.concept
    const general = (concept: string | null): boolean => concept === null || concept === 'budget' || concept === 'expenditure'
    if (!(a === b || general(a) || general(b))) return false
    if (numerator.qualifier !== denominator.qualifier && numerator.qualifier !== '' && denominator.qualifier !== '') return false
  }
  return samePeriod(numerator.periodKey, denominator.periodKey)
}

/** The year of the report and its last day speak of one state; the year before and an opening day do not. */
function samePeriod(a: string, b: string): boolean {
  if (a === b) return true
  const other = a === '' ? b : b === '' ? a : null
  return other !== null && other !== 'last' && /-12-31$/.test(other)
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
