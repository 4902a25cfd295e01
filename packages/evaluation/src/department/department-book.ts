/** The facts of a department: its amounts are the consolidated ones, everything else is what it states itself. */
import type { Fact } from '../facts/fact.ts'
import type { FactBook } from '../facts/fact-book.ts'
import type { ConsolidatedItem, Consolidation } from './consolidate.ts'

/** `consolidations` of several years, where a rule looks at the year before. An item that cannot be summed yet is not there. */
export function departmentBook(book: FactBook, consolidations: readonly Consolidation[]): FactBook {
  const summed = new Map<string, Fact | null>()
  for (const consolidation of consolidations)
    for (const item of consolidation.items)
      summed.set(keyOf(consolidation.department, item.item, consolidation.year), factOf(consolidation, item))
  return {
    faults: book.faults,
    find: (unit, item, year, basis = null) => {
      const own = summed.get(keyOf(unit, item, year))
      return own === undefined ? book.find(unit, item, year, basis) : own
    },
  }
}

const keyOf = (unit: string, item: string, year: number): string => `${unit}\0${item}\0${year}`

function factOf({ department, year, units }: Consolidation, { item, unit, consolidated, offset }: ConsolidatedItem): Fact | null {
  if (consolidated === null || consolidated.startsWith('≈')) return null
  return {
    id: `汇总:${department}:${item}:${year}`,
    unit: department,
    item,
    from: `${year}-01-01`,
    to: `${year}-12-31`,
    value: { kind: 'figure', value: consolidated, unit },
    basis: null,
    source: offset === '0' ? `${units.length} 个单位汇总` : `${units.length} 个单位汇总，抵销内部往来 ${offset}`,
    evidence: [],
    supersedes: null,
  }
}
