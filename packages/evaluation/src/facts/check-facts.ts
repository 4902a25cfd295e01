/** Facts against what they are about: known, in a unit that fits, once, of the past. What is wrong is told at the place of the fact. */
import { dimensionOf, unitById } from '@jiheng/quantity'
import type { Problem } from '@jiheng/vocabulary'
import type { Indicator } from '../scheme/scheme.ts'
import { DEDUCTION, deductionFault } from './deductions.ts'
import type { Fact } from './fact.ts'
import { type FactBook, factBook } from './fact-book.ts'
import type { ItemCatalogue } from './item.ts'
import type { PlacedFact } from './read-facts.ts'

export interface FactsChecked {
  readonly book: FactBook
  readonly problems: readonly Problem[]
  /** Units of which something is wrong: they are not scored. */
  readonly faulty: ReadonlySet<string>
}

export interface CheckTerms {
  readonly items: ItemCatalogue
  readonly indicators: readonly Indicator[]
  /** Names that are no item: vetoes of the scheme. */
  readonly others?: readonly string[]
  /** YYYY-MM-DD */
  readonly asOf: string
}

export function checkFacts(placed: readonly PlacedFact[], { items, indicators, others = [], asOf }: CheckTerms): FactsChecked {
  const problems: Problem[] = []
  const faulty = new Set<string>()
  const places = new Map(placed.map(({ fact, at }) => [fact.id, at]))
  const tell = (code: Problem['code'], fact: Fact, at: Problem['at'], details: Problem['details']): void => {
    problems.push({ code, at, details })
    faulty.add(fact.unit)
  }
  const indicatorsById = new Map(indicators.map((indicator) => [indicator.id, indicator]))
  for (const { fact, at } of placed) {
    const item = items.get(fact.item)
    const indicator = indicatorsById.get(fact.item)
    if (fact.item === DEDUCTION && item === undefined && indicator === undefined) {
      const fault = deductionFault(fact)
      if (fault !== null) tell(fault.code, fact, at, fault.details)
      continue
    }
    if (item === undefined && indicator === undefined && !others.includes(fact.item))
      tell('facts.unknown-item', fact, at, { item: fact.item.slice(0, 60) })
    const asked = item?.unit ?? (indicator?.measure.kind === 'figure' ? indicator.measure.unit : null)
    if (fact.value.kind !== 'figure' || asked === null) continue
    const { unit, value } = fact.value
    if (unit === 'none' && dimensionOf(asked) === 'ratio') tell('facts.no-unit', fact, at, { value })
    else if (dimensionOf(unit) !== dimensionOf(asked))
      tell('facts.wrong-unit', fact, at, { value: symbolOf(unit), expected: symbolOf(asked) })
  }
  const facts = placed.map(({ fact }) => fact)
  const book = factBook(facts, { asOf, isNeverNegative: (item) => items.get(item)?.isNeverNegative ?? false })
  const byId = new Map(facts.map((fact) => [fact.id, fact]))
  for (const { code, fact: id, details } of book.faults) {
    const fact = byId.get(id)
    const at = places.get(id)
    if (fact !== undefined && at !== undefined) tell(`facts.${code}`, fact, at, details)
  }
  return { book, problems, faulty }
}

const symbolOf = (unit: string): string => unitById(unit)?.symbols[0] ?? unit
