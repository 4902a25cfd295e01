/** What another version, weight, band or rule would change: who gets another score, grade or rank, and by which indicator. Nothing is kept. */
import { decimalOf, formatDecimal } from '@jiheng/quantity'
import { type Statistics, statisticsOf } from '../department/statistics.ts'
import type { Plan } from '../evaluate/plan.ts'
import type { FactBook } from '../facts/fact-book.ts'
import type { ItemCatalogue } from '../facts/item.ts'
import { NOT_APPLICABLE } from '../kernel/column.ts'
import { columnNeeds } from '../kernel/column-needs.ts'
import { blockOf } from '../kernel/columns-of.ts'
import { kernelOf } from '../kernel/kernel.ts'
import { type Standing, standingAfter, standingOf } from './standing.ts'

export interface SimulationInput {
  readonly before: Plan
  readonly after: Plan
  readonly units: readonly string[]
  readonly year: number
  readonly book: FactBook
  readonly items: ItemCatalogue
  readonly zeroDenominator?: 'not-applicable' | 'nought'
  /** By unit: the sum of what is taken off. */
  readonly deducted?: ReadonlyMap<string, string>
  readonly vetoes?: ReadonlyMap<string, readonly string[]>
}

export interface Simulation {
  /** Indicators that had to be scored again. */
  readonly rescored: readonly string[]
  /** Units of which something changed, in the order given. */
  readonly changed: readonly UnitChange[]
  readonly before: Statistics
  readonly after: Statistics
}

export interface UnitChange {
  readonly unit: string
  readonly total: BeforeAfter<string>
  readonly grade: BeforeAfter<string>
  /** From 1; null without a total. */
  readonly rank: BeforeAfter<number>
  /** The greatest move first. */
  readonly moved: readonly Move[]
  /** Points of indicators; rules for the total (rounding, conversion, grades); or only what others have. */
  readonly because: 'indicators' | 'total' | 'others'
}

export interface BeforeAfter<T> {
  readonly before: T | null
  readonly after: T | null
}

export interface Move {
  readonly indicator: string
  readonly label: string
  /** null: open, or not there. 'not-applicable': it does not count. */
  readonly before: string | null
  readonly after: string | null
}

/** null for plans that the kernel refuses. */
export function simulate(input: SimulationInput): Simulation | null {
  const { before, after, units, year, book, items, zeroDenominator = 'not-applicable' } = input
  const needs = columnNeeds([...before.indicators, ...after.indicators], items)
  const [now, then] = [before, after].map((plan) => kernelOf(plan, items, year, { zeroDenominator, needs }))
  if (!now || !then) return null
  const byRow = <T>(given: ReadonlyMap<string, T> = new Map()): Map<number, T> =>
    new Map(units.flatMap((unit, row) => (given.has(unit) ? [[row, given.get(unit) as T] as const] : [])))
  const block = { ...blockOf(book, units, year, needs), deducted: byRow(input.deducted), vetoes: byRow(input.vetoes) }
  const first = standingOf(before, now, block)
  const second = standingAfter(first, after, then, block)
  return {
    rescored: second.rescored,
    changed: changesBetween(first, second, units),
    before: statistics(first, units.length),
    after: statistics(second, units.length),
  }
}

/** Both over the same rows, named by `units`. */
export function changesBetween(first: Standing, second: Standing, units: readonly string[]): readonly UnitChange[] {
  const pairs = pairsOf(first, second)
  return units.flatMap((unit, row): readonly UnitChange[] => {
    const total = { before: totalAt(first, row), after: totalAt(second, row) }
    const grade = { before: gradeAt(first, row), after: gradeAt(second, row) }
    const rank = { before: first.ranks[row] || null, after: second.ranks[row] || null }
    const moved = pairs.flatMap(({ id, label, was, is }): readonly Move[] => {
      const [old, now] = [was(row), is(row)]
      return old === now ? [] : [{ indicator: id, label, before: old, after: now }]
    })
    const isTotal = total.before !== total.after || grade.before !== grade.after
    if (moved.length === 0 && !isTotal && rank.before === rank.after) return []
    const because = moved.length > 0 ? 'indicators' : isTotal ? 'total' : 'others'
    return [{ unit, total, grade, rank, moved: moved.toSorted((a, b) => sizeOf(b) - sizeOf(a)), because }]
  })
}

/** For the order only. */
const sizeOf = ({ before, after }: Move): number => Math.abs((Number(after) || 0) - (Number(before) || 0))

interface Pair {
  readonly id: string
  readonly label: string
  readonly was: (row: number) => string | null
  readonly is: (row: number) => string | null
}

/** Indicators of either plan, with their points before and after; those that were taken over cannot have moved. */
function pairsOf(first: Standing, second: Standing): readonly Pair[] {
  const at = (standing: Standing, id: string) => standing.plan.indicators.findIndex((planned) => planned.id === id)
  const ids = [...new Set([...second.plan.indicators, ...first.plan.indicators].map(({ id }) => id))]
  return ids.flatMap((id): readonly Pair[] => {
    const [old, now] = [at(first, id), at(second, id)]
    if (old >= 0 && now >= 0 && first.scores.points[old] === second.scores.points[now]) return []
    const label = (second.plan.indicators[now] ?? first.plan.indicators[old])?.label ?? id
    return [{ id, label, was: pointsAt(first, old), is: pointsAt(second, now) }]
  })
}

function pointsAt({ kernel, scores }: Standing, at: number): (row: number) => string | null {
  const [points, scale] = [scores.points[at], kernel.scorers[at]?.scale ?? 0]
  return (row) => {
    const value = points?.[row] ?? Number.NaN
    return value === NOT_APPLICABLE ? 'not-applicable' : wholeText(value, scale)
  }
}

const wholeText = (value: number, scale: number): string | null =>
  Number.isNaN(value) ? null : formatDecimal(decimalOf(BigInt(value), scale))

const totalAt = ({ kernel, scores }: Standing, row: number): string | null => wholeText(scores.totals[row] as number, kernel.totalScale)
const gradeAt = ({ kernel, scores }: Standing, row: number): string | null => kernel.grades[scores.grades[row] as number] ?? null

function statistics(standing: Standing, count: number): Statistics {
  const list = Array.from({ length: count }, (_, row) => ({ total: totalAt(standing, row), grade: gradeAt(standing, row) }))
  return statisticsOf(list, { grades: standing.kernel.grades })
}
