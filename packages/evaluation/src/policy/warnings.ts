/** The lights of an evaluation: how far the budget is executed for the time of the year, and whether the points run ahead of the money. */
import { add, type Decimal, formatDecimal, multiplyRational, type Rational, ZERO } from '@jiheng/quantity'
import { type Asked, actualOf } from '../evaluate/actual.ts'
import type { Warning } from '../evaluate/evaluation.ts'
import type { Plan, PlannedIndicator } from '../evaluate/plan.ts'
import type { Fact } from '../facts/fact.ts'
import { factorOfUnit } from '../formula/ratio-unit.ts'
import { progressLight, selfWarning } from './lights.ts'

/** What the indicators of a plan have, in its order; null: open, or it does not count. */
export interface Standing {
  readonly score: Decimal | null
  readonly isApplicable: boolean
}

/** Empty unless the scheme switches them on. The second needs every score: of half an evaluation it would say something else the next day. */
export function warningsOf({ indicators, version: { policies } }: Plan, outcomes: readonly Standing[], asked: Asked): readonly Warning[] {
  const { lights, selfWarning: warning } = policies
  const warnings: Warning[] = []
  const progress = lights === null ? null : executionOf(indicators, lights.execution, asked)
  if (progress !== null) {
    const lit = progressLight(progress.rate, progress.months, lights)
    if (lit !== null) warnings.push({ kind: 'progress', months: progress.months, ...lit })
  }
  const execution = warning === null ? null : executionOf(indicators, warning.execution, asked)
  const isWhole = outcomes.every(({ score, isApplicable }) => score !== null || !isApplicable)
  if (warning === null || execution === null || !isWhole) return warnings
  const marks = (isOf: (id: string) => boolean) => {
    let [points, full] = [ZERO, ZERO]
    for (const [at, { id, weight, indicator }] of indicators.entries()) {
      const { score, isApplicable } = outcomes[at] as Standing
      if (indicator.isBonus || !isApplicable || score === null || !isOf(id)) continue
      points = add(points, score)
      full = add(full, weight)
    }
    return { points: formatDecimal(points), full: formatDecimal(full) }
  }
  const own = { indicators: marks((id) => id !== warning.execution), execution: marks((id) => id === warning.execution) }
  const lit = selfWarning({ ...own, rate: execution.rate }, warning)
  return lit === null ? warnings : [...warnings, { kind: 'self-warning', months: null, ...lit }]
}

interface Execution {
  /** In parts of one; null: there is no budget. */
  readonly rate: Rational | null
  readonly months: number
}

/** null while the figures are not there, or where somebody says that it does not apply. */
function executionOf(indicators: readonly PlannedIndicator[], id: string, asked: Asked): Execution | null {
  const measure = indicators.find((planned) => planned.id === id)?.indicator.measure
  if (measure?.kind !== 'formula') return null
  // How it is scored, even by a person, does not matter here.
  const actual = actualOf({ id, measure, curve: { curve: 'threshold' } }, asked)
  const months = monthsOf(actual.facts)
  if (actual.kind === 'not-applicable') return actual.facts.some(({ item }) => item === id) ? null : { rate: null, months }
  const factor = factorOfUnit(measure.unit)
  if (actual.kind !== 'actual' || actual.value.kind !== 'number' || factor === null) return null
  return { rate: multiplyRational(actual.value.value, factor), months }
}

/** A budget is of the whole year; what is executed reaches to the month that is looked at. */
function monthsOf(facts: readonly Fact[]): number {
  const months = facts.filter(({ from, to }) => from !== to).map(({ to }) => Number(to.slice(5, 7)))
  return months.reduce((least, month) => Math.min(least, month), 12)
}
