/** Scores only, for many units: columns in, points, totals and grades out, each equal to the last digit to what `evaluate` gives. */
import type { Plan } from '../evaluate/plan.ts'
import type { ItemCatalogue } from '../facts/item.ts'
import type { Block, ColumnNeed } from './column.ts'
import { columnNeeds } from './column-needs.ts'
import { type ColumnScorer, scorerOf } from './score-indicator.ts'
import { totallerOf } from './totals.ts'

export interface KernelOptions {
  readonly zeroDenominator?: 'not-applicable' | 'nought'
  /** Columns to read, where several plans share them; else those that the plan needs. */
  readonly needs?: readonly ColumnNeed[]
}

export interface Kernel {
  readonly needs: readonly ColumnNeed[]
  readonly scorers: readonly ColumnScorer[]
  /** Labels by the numbers in `grades`. */
  readonly grades: readonly string[]
  /** Totals are whole numbers × 10^-totalScale. */
  readonly totalScale: number
  /** Fills `scores`; `only` names the indicators whose points are to be found, the others are there already. */
  readonly run: (block: Block, scores: Scores, only?: ReadonlySet<string>) => void
}

export interface Scores {
  /** By indicator, whole numbers × 10^-scale of its scorer. NaN: open; NOT_APPLICABLE: it does not count. */
  readonly points: readonly Float64Array[]
  /** NaN: none. */
  readonly totals: Float64Array
  /** -1: none. */
  readonly grades: Int8Array
}

/** null for a plan whose points are finer or greater than plain numbers hold: `evaluate` scores it. */
export function kernelOf(
  plan: Plan,
  items: ItemCatalogue,
  year: number,
  { zeroDenominator = 'not-applicable', needs = columnNeeds(plan.indicators, items) }: KernelOptions = {},
): Kernel | null {
  const scorers = plan.indicators.map((planned) => scorerOf(planned, { needs, items, year, zeroDenominator }))
  const known = scorers.filter((scorer) => scorer !== null)
  const totaller = known.length < scorers.length ? null : totallerOf(plan, known)
  if (totaller === null) return null
  return {
    needs,
    scorers: known,
    grades: (plan.version.policies.grades ?? []).map(({ label }) => label),
    totalScale: totaller.scale,
    run: (block, scores, only) => {
      for (const [at, scorer] of known.entries())
        if (only === undefined || only.has(scorer.id)) scorer.score(block, scores.points[at] as Float64Array)
      totaller.run(block, scores.points, scores.totals, scores.grades)
    },
  }
}

/** Room for the scores of so many rows; can be used again for the next block. */
export function roomFor({ scorers }: Pick<Kernel, 'scorers'>, count: number): Scores {
  return { points: scorers.map(() => new Float64Array(count)), totals: new Float64Array(count), grades: new Int8Array(count) }
}
