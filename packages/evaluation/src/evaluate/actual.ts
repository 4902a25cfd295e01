/** The actual of an indicator, from the facts of the unit, with what it was taken from. */
import { dimensionOf, divideRational, factorOf, multiplyRational, parseDecimal, type Rational, toRational } from '@jiheng/quantity'
import type { Fact } from '../facts/fact.ts'
import type { FactBook } from '../facts/fact-book.ts'
import type { ItemCatalogue } from '../facts/item.ts'
import { type Computed, compute } from '../formula/compute.ts'
import { factorOfUnit } from '../formula/ratio-unit.ts'
import { readFormula } from '../formula/read-formula.ts'
import type { Indicator, Measure } from '../scheme/scheme.ts'
import { exact, show } from '../scoring/exact.ts'
import type { ActualValue } from '../scoring/reading.ts'
import { daysBetween } from './days.ts'
import type { OpenCause } from './evaluation.ts'

export type Actual =
  | {
      readonly kind: 'actual'
      readonly value: ActualValue
      readonly shown: string
      readonly facts: readonly Fact[]
      readonly steps: readonly string[]
    }
  | { readonly kind: 'not-applicable'; readonly reason: string; readonly facts: readonly Fact[] }
  | { readonly kind: 'undone'; readonly facts: readonly Fact[] }
  | { readonly kind: 'open'; readonly reason: OpenCause; readonly detail: string; readonly facts: readonly Fact[] }

export interface Asked {
  readonly unit: string
  readonly year: number
  readonly book: FactBook
  readonly items: ItemCatalogue
  readonly zeroDenominator: 'not-applicable' | 'nought'
}

export function actualOf({ id, measure, curve }: Pick<Indicator, 'id' | 'measure' | 'curve'>, asked: Asked): Actual {
  const own = asked.book.find(asked.unit, id, asked.year)
  if (own?.value.kind === 'not-applicable') return { kind: 'not-applicable', reason: own.value.reason, facts: [own] }
  if (curve.curve === 'manual' && measure.kind === 'formula')
    return own === null ? missing(id) : assessed(judged(own), computed(measure, asked))
  switch (measure.kind) {
    case 'formula':
      return computed(measure, asked)
    case 'figure':
      return own === null ? missing(id) : figure(own, measure.unit)
    case 'days-late':
      return own === null ? missing(id) : daysLate(own, measure, asked.year)
    case 'judged':
      return own === null ? missing(id) : judged(own)
  }
}

const missing = (item: string): Actual => ({ kind: 'open', reason: 'missing', detail: item, facts: [] })

function computed(measure: Extract<Measure, { kind: 'formula' }>, asked: Asked): Actual {
  const read = readFormula(measure.formula)
  if (!('formula' in read)) throw new Error(`formula was not checked: ${measure.formula}`)
  const figures = new Figures(asked)
  const result = compute(read.formula, figures.find)
  const { facts, wrong } = figures
  if (wrong.length > 0) return { kind: 'open', reason: 'wrong-unit', detail: wrong.join('、'), facts }
  if (result.kind === 'missing')
    return { kind: 'open', reason: 'missing', detail: result.year === 'last' ? `last(${result.item})` : result.item, facts }
  if (result.kind === 'division-by-nought') {
    const policy = measure.zero ?? asked.zeroDenominator
    if (policy === 'not-applicable') return { kind: 'not-applicable', reason: '分母为零，无法计算', facts }
    return numberOf({ numerator: 0n, denominator: 1n }, facts, [`${measure.formula}：分母为零，按零计`])
  }
  const value = inUnit(result.value, measure.unit)
  if (value === null) return { kind: 'open', reason: 'wrong-unit', detail: measure.unit, facts }
  return numberOf(value, facts, [`${measure.formula} = ${show(value)}${symbolOf(measure.unit)}`])
}

/** A figure whose rule nobody printed: a person gives the points, and the figure stands beside them where it can be computed. */
function assessed(given: Actual, figures: Actual): Actual {
  if (given.kind !== 'actual' || figures.kind !== 'actual') return given
  return { ...given, shown: figures.shown, facts: [...given.facts, ...figures.facts], steps: [...figures.steps, ...given.steps] }
}

function figure(fact: Fact, unit: string): Actual {
  if (fact.value.kind !== 'figure') return { kind: 'open', reason: 'wrong-kind', detail: fact.value.kind, facts: [fact] }
  if (dimensionOf(fact.value.unit) !== dimensionOf(unit))
    return { kind: 'open', reason: 'wrong-unit', detail: fact.value.unit, facts: [fact] }
  const base = inBase(fact)
  const value = base === null ? null : inUnit(base, unit)
  return value === null ? { kind: 'open', reason: 'wrong-unit', detail: fact.value.unit, facts: [fact] } : numberOf(value, [fact], [])
}

function daysLate(fact: Fact, { due, year: which }: Extract<Measure, { kind: 'days-late' }>, year: number): Actual {
  if (fact.value.kind !== 'date') return { kind: 'open', reason: 'wrong-kind', detail: fact.value.kind, facts: [fact] }
  if (fact.value.date === null) return { kind: 'undone', facts: [fact] }
  const last = `${which === 'this' ? year : year + 1}-${due}`
  const late = Math.max(0, daysBetween(last, fact.value.date))
  const step = `期限 ${last}，完成 ${fact.value.date}${late > 0 ? `，迟 ${late} 天` : ''}`
  return numberOf({ numerator: BigInt(late), denominator: 1n }, [fact], [step])
}

function judged(fact: Fact): Actual {
  const { value } = fact
  const facts = [fact]
  switch (value.kind) {
    case 'checks':
      return { kind: 'actual', value: { kind: 'checks', met: value.met }, shown: `${value.met.length} 项`, facts, steps: [] }
    case 'class':
      return { kind: 'actual', value: { kind: 'class', id: value.id, share: exact(value.share) }, shown: value.id, facts, steps: [] }
    case 'points':
      return { kind: 'actual', value: { kind: 'points', points: exact(value.points) }, shown: value.points, facts, steps: [value.reason] }
    case 'groups': {
      const values = Object.fromEntries(Object.entries(value.values).map(([group, text]) => [group, exact(text)]))
      return { kind: 'actual', value: { kind: 'groups', values }, shown: Object.values(value.values).join('、'), facts, steps: [] }
    }
    case 'figure':
      return figure(fact, value.unit)
    default:
      return { kind: 'open', reason: 'wrong-kind', detail: value.kind, facts }
  }
}

const numberOf = (value: Rational, facts: readonly Fact[], steps: readonly string[]): Actual => ({
  kind: 'actual',
  value: { kind: 'number', value },
  shown: show(value),
  facts,
  steps,
})

/** In the base unit of its dimension; null for what is no figure or has an unknown unit. */
function inBase({ value }: Fact): Rational | null {
  if (value.kind !== 'figure') return null
  const [number, factor] = [parseDecimal(value.value), factorOf(value.unit)]
  return number === null || factor === null ? null : multiplyRational(toRational(number), toRational(factor))
}

function inUnit(base: Rational, unit: string): Rational | null {
  const factor = factorOfUnit(unit)
  return factor === null ? null : divideRational(base, factor)
}

const symbolOf = (unit: string): string => (unit === 'percent' ? '%' : unit === 'none' ? '' : ` ${unit}`)

/** Looks figures up, as stated or else as they follow from others, and remembers what was used. */
class Figures {
  readonly facts: Fact[] = []
  readonly wrong: string[] = []
  readonly #asked: Asked

  constructor(asked: Asked) {
    this.#asked = asked
  }

  readonly find = (item: string, which: 'this' | 'last'): Rational | null => {
    const { unit, year, book } = this.#asked
    const ofYear = which === 'this' ? year : year - 1
    const fact = book.find(unit, item, ofYear)
    if (fact === null) return which === 'this' ? this.#derived(item) : null
    if (!this.facts.includes(fact)) this.facts.push(fact)
    const value = inBase(fact)
    if (value === null) this.wrong.push(item)
    return value
  }

  #derived(item: string): Rational | null {
    const formula = this.#asked.items.get(item)?.formula
    if (formula === undefined || formula === null) return null
    const result: Computed = compute(formula.read, this.find)
    return result.kind === 'value' ? result.value : null
  }
}
