/** Scores of units to the score of a department, where a scheme rolls them up; and the mean weighted by funds. SF-17. */
import {
  addRational,
  type Decimal,
  decimal,
  divideRational,
  formatDecimal,
  multiplyRational,
  type Rational,
  toRational,
} from '@jiheng/quantity'
import { gradeOf } from '../policy/grade.ts'
import { roundPoints } from '../policy/rounding.ts'
import type { Policies, Veto } from '../scheme/scheme.ts'
import { greatest, isNought, minus, NOUGHT, UNIT } from '../scoring/exact.ts'

export interface UnitScore {
  readonly unit: string
  /** null: it has none yet. */
  readonly total: string | null
  /** Any unit of money, the same for all; null: not known. */
  readonly funds: string | null
}

export interface RolledUp {
  /** null while a unit lacks what is asked of it, or nobody has funds. */
  readonly total: string | null
  readonly grade: string | null
  /** Units without a score, or without funds where those weigh. */
  readonly missing: readonly string[]
  readonly steps: readonly string[]
}

/** null for a scheme that scores the department once. */
export function rollUp(
  units: readonly UnitScore[],
  policies: Pick<Policies, 'department' | 'totalRounding' | 'grades'>,
  { deducted = '0', vetoes = [] }: { readonly deducted?: string; readonly vetoes?: readonly Veto[] } = {},
): RolledUp | null {
  const { department, totalRounding, grades } = policies
  if (department === 'once') return null
  const isWeighted = department === 'weighted-by-funds'
  const missing = units.filter(({ total, funds }) => total === null || (isWeighted && funds === null)).map(({ unit }) => unit)
  const parts = units.flatMap(({ total, funds }) =>
    total === null ? [] : [{ value: toRational(decimal(total)), weight: isWeighted ? toRational(decimal(funds ?? '0')) : UNIT }],
  )
  const mean = missing.length > 0 ? null : weightedMean(parts)
  const after = mean === null ? null : greatest(NOUGHT, minus(mean, toRational(decimal(deducted))))
  const total: Decimal | null = after === null ? null : roundPoints(after, totalRounding)
  return {
    total: total === null ? null : formatDecimal(total),
    grade: total === null ? null : gradeOf(total, grades, vetoes),
    missing,
    steps: total === null ? [] : [stepOf(units, isWeighted, deducted, formatDecimal(total))],
  }
}

/** Σ value × weight ÷ Σ weight, not rounded; null where nothing weighs. Of relative values: absolute ones are added up. */
export function weightedMean(parts: readonly { readonly value: Rational; readonly weight: Rational }[]): Rational | null {
  const [sum, weights] = parts.reduce<readonly [Rational, Rational]>(
    ([all, total], { value, weight }) => [addRational(all, multiplyRational(value, weight)), addRational(total, weight)],
    [NOUGHT, NOUGHT],
  )
  return isNought(weights) ? null : divideRational(sum, weights)
}

const MOST_SHOWN = 12

function stepOf(units: readonly UnitScore[], isWeighted: boolean, deducted: string, total: string): string {
  const shown = units.slice(0, MOST_SHOWN).map(({ total: own, funds }) => (isWeighted ? `${own} × ${funds}` : own))
  const rest = units.length > MOST_SHOWN ? [`…（共 ${units.length} 个单位）`] : []
  return `(${[...shown, ...rest].join(' + ')}) ÷ ${isWeighted ? '资金合计' : units.length}${deducted === '0' ? '' : ` − ${deducted}`} = ${total}`
}
