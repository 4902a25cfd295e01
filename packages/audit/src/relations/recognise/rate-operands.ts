/** The figures that the definition of a rate asks for, found round the rate. */
import { compare, ONE } from '@jiheng/quantity'
import type { OperandNeed, RateDefinition, RateReading } from '@jiheng/vocabulary'
import type { ClaimSet } from '../../claims/claim-set.ts'
import type { Figure } from '../../claims/figure.ts'
import { firstAt } from '../../claims/look-back.ts'
import { type Equation, type Reading, side } from '../relation.ts'

/** How many candidates for one operand are tried; more only make a pass likelier. */
const MAX_CANDIDATES = 4
const MAX_LOOSE = 6
/** Figures looked at on either side of a rate, and facts of a concept. */
export const NEAR = 40
/** "未用完的预算指标": what is left of a budget is neither the budget nor what was spent. */
const UNSPENT = /未|剩余|收回|回收/
const UNSPENT_REACH = 12
const NO_OPERAND = /^(?:ratio|percentage-point|point|none|day|month|year|hour|minute|time|duration|second)$/

/** A rate of at most 100 % is not the quotient of a larger by a smaller. */
function fitsWhole(rate: Figure, numerator: Figure, denominator: Figure): boolean {
  // 100 % says all: two figures that nobody put side by side explain it only when they are equal.
  if (compare(rate.value, ONE) === 0) return compare(numerator.value, denominator.value) === 0
  return compare(rate.value, ONE) > 0 || compare(numerator.value, denominator.value) <= 0
}

/** Any two figures of one kind that give the rate explain it, even where their words were not understood. */
export function loosePairs(rate: Figure, pool: readonly Figure[]): Reading[] {
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

/** Figures that may be operands, those nearest before the rate first, then those after it. */
export function operandsOf(set: ClaimSet, indexes: readonly number[], rate: Figure): Figure[] {
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

export function readingsFrom(definition: RateDefinition, rate: Figure, pool: readonly Figure[]): Reading[] {
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
export function samePeriod(a: string, b: string): boolean {
  if (a === b) return true
  const other = a === '' ? b : b === '' ? a : null
  return other !== null && other !== 'last' && /-12-31$/.test(other)
}
