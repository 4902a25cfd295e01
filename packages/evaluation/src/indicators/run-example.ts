/** A worked figure of a financial indicator: what its formula gives for the figures that a report prints. */
import { Names } from '../cases/names.ts'
import { CASE_UNIT, readFacts } from '../cases/read-cases.ts'
import { actualOf } from '../evaluate/actual.ts'
import { factBook } from '../facts/fact-book.ts'
import type { ItemCatalogue } from '../facts/item.ts'
import { Reading } from '../read/reading.ts'
import type { FinancialExample, FinancialIndicator } from './financial-indicator.ts'

const YEAR = 2023

/** As shown; null where it does not apply. Throws where the example cannot be computed: it is data of ours. */
export function runExample(
  { id, formula, unit }: FinancialIndicator,
  { facts, lastYear }: FinancialExample,
  items: ItemCatalogue,
): string | null {
  const reading = new Reading()
  const names = new Names(items, null, [])
  const fields = reading.fields({ facts, 'last-year': lastYear }, [id], ['facts', 'last-year'])
  const read = [...readFacts(reading, fields, 'facts', YEAR, names), ...readFacts(reading, fields, 'last-year', YEAR - 1, names)]
  if (reading.problems.length > 0) throw new Error(JSON.stringify(reading.problems))
  const book = factBook(read, { asOf: `${YEAR}-12-31`, isNeverNegative: () => false })
  const measure = { kind: 'formula', formula, unit, zero: null } as const
  const asked = { unit: CASE_UNIT, year: YEAR, book, items, zeroDenominator: 'not-applicable' } as const
  const actual = actualOf({ id, measure, curve: { curve: 'threshold' } }, asked)
  if (actual.kind === 'actual') return actual.shown
  if (actual.kind === 'not-applicable') return null
  throw new Error(`${id}: ${actual.kind === 'open' ? `${actual.reason} ${actual.detail}` : actual.kind}`)
}
