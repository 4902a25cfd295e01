/** A unit that is new has no year before: what is held against it does not apply, and is not missing. */
import type { Plan } from '../evaluate/plan.ts'
import { type Formula, itemsOf } from '../formula/formula.ts'
import { readFormula } from '../formula/read-formula.ts'
import type { Fact } from './fact.ts'
import type { FactBook } from './fact-book.ts'

export interface NewUnits {
  readonly plan: Plan
  readonly year: number
  /** Whether it existed in the year before. */
  readonly hasYearBefore: (unit: string) => boolean
}

/** The same book, in which indicators that look at the year before are not applicable to new units, unless something is stated of them. */
export function withoutYearBefore(book: FactBook, { plan, year, hasYearBefore }: NewUnits): FactBook {
  const looking = new Set(
    plan.indicators.filter(({ indicator: { measure } }) => measure.kind === 'formula' && looksBack(measure.formula)).map(({ id }) => id),
  )
  return {
    faults: book.faults,
    find: (unit, item, ofYear, basis = null) => {
      const stated = book.find(unit, item, ofYear, basis)
      return stated ?? (ofYear === year && looking.has(item) && !hasYearBefore(unit) ? notApplicable(unit, item, year) : null)
    },
  }
}

function looksBack(text: string): boolean {
  const read = readFormula(text)
  const formula: Formula | null = 'formula' in read ? read.formula : null
  return formula !== null && itemsOf(formula).some(({ year }) => year === 'last')
}

const notApplicable = (unit: string, item: string, year: number): Fact => ({
  id: `无上年:${unit}:${item}:${year}`,
  unit,
  item,
  from: `${year}-01-01`,
  to: `${year}-12-31`,
  value: { kind: 'not-applicable', reason: '上年无此单位，无法比较' },
  basis: null,
  source: '机构沿革',
  evidence: [],
  supersedes: null,
})
