/** Which columns a plan reads, and in which unit: figures that formulas name, what they follow from, and what is stated of the indicators themselves. */
import { dimensionOf, factorOf } from '@jiheng/quantity'
import type { PlannedIndicator } from '../evaluate/plan.ts'
import type { ItemCatalogue } from '../facts/item.ts'
import { type Formula, itemsOf } from '../formula/formula.ts'
import { readFormula } from '../formula/read-formula.ts'
import type { Alternative } from '../scheme/scheme.ts'
import type { ColumnNeed, Holds } from './column.ts'

/** `places` of a unit: how fine its figures are in the columns; finer ones are kept beside them, exact and slower. */
export function columnNeeds(
  indicators: readonly PlannedIndicator[],
  items: ItemCatalogue,
  placesOf: (unit: string) => number = usualPlaces,
): readonly ColumnNeed[] {
  const needs = new Map<string, ColumnNeed>()
  const need = (item: string, year: 'this' | 'last', holds: Holds): void => {
    const key = needKey(item, year)
    const known = needs.get(key)
    if (known === undefined) needs.set(key, { item, year, holds })
    // A sparse need asks only whether it applies; every other column says that, too.
    else if (known.holds.kind === 'sparse' && holds.kind === 'figure') needs.set(key, { item, year, holds })
    else if (holds.kind !== 'sparse' && known.holds.kind !== holds.kind) needs.set(key, { item, year, holds: { kind: 'sparse' } })
  }
  const figures = (formula: Formula, seen: ReadonlySet<string>): void => {
    for (const { item, year } of itemsOf(formula)) {
      const { unit = 'none', formula: from = null } = items.get(item) ?? {}
      need(item, year, { kind: 'figure', unit, places: placesOf(unit) })
      if (from !== null && year === 'this' && !seen.has(item)) figures(from.read, new Set([...seen, item]))
    }
  }
  for (const { id, indicator } of indicators) {
    for (const way of waysOf(indicator)) {
      if (way.measure.kind === 'formula') figures(formulaOf(way.measure.formula), new Set())
      need(id, 'this', indicator.alternatives.length > 0 ? { kind: 'sparse' } : ownOf(way, placesOf))
    }
  }
  return [...needs.values()]
}

export const needKey = (item: string, year: 'this' | 'last'): string => `${item}\0${year}`

export const waysOf = (indicator: Alternative & { readonly alternatives: readonly Alternative[] }): readonly Alternative[] => [
  indicator,
  ...indicator.alternatives,
]

/** Formulas were checked when the scheme was read. */
export function formulaOf(text: string): Formula {
  const read = readFormula(text)
  if (!('formula' in read)) throw new Error(`formula was not checked: ${text}`)
  return read.formula
}

const MOST_CHECKS = 12

/** What is stated of the indicator itself. */
function ownOf({ measure, curve }: Alternative, placesOf: (unit: string) => number): Holds {
  if (measure.kind === 'days-late') return { kind: 'date' }
  if (curve.curve === 'manual') return { kind: 'points', places: 4 }
  if (measure.kind === 'figure' && factorOf(measure.unit) !== null)
    return { kind: 'figure', unit: measure.unit, places: placesOf(measure.unit) }
  if (measure.kind !== 'judged') return { kind: 'sparse' }
  if (curve.curve === 'check-points' && curve.checks.length <= MOST_CHECKS) return { kind: 'checks', ids: curve.checks.map(({ id }) => id) }
  if (curve.curve === 'classes') return { kind: 'class', ids: curve.classes.map(({ id }) => id) }
  return { kind: 'sparse' }
}

/** 分 for money, whatever unit it is stated in. */
function usualPlaces(unit: string): number {
  if (dimensionOf(unit) !== 'money') return 4
  const factor = factorOf(unit)
  return factor === null ? 2 : Math.min(10, factor.coefficient.toString().length + 1)
}
