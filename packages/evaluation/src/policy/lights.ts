/** Lights of monitoring and of a self-evaluation. Both are off unless a scheme switches them on: the second turns most units red. */
import { type Decimal, decimal, formatDecimal, quotient, type Rational, round } from '@jiheng/quantity'
import type { Lights, SelfWarning } from '../scheme/scheme.ts'
import { exact, isAbove, isBelow, minus, NOUGHT, over, times, UNIT } from '../scoring/exact.ts'

export type Light = 'red' | 'yellow' | 'green'

export interface Lit {
  readonly light: Light
  /** What was held against the thresholds, in percent with two decimals; null where there was nothing to divide by. */
  readonly percent: string | null
  readonly why: 'progress' | 'ahead-of-execution' | 'unspent' | 'no-budget' | 'nothing'
}

/**
 * Execution so far ÷ the part of the year that is over. `rate` in parts of one, null without a budget; `months` from 1 to 12.
 * null when the scheme has no lights.
 */
export function progressLight(rate: Rational | null, months: number, lights: Lights | null): Lit | null {
  if (lights === null) return null
  if (!Number.isInteger(months) || months < 1 || months > 12) throw new Error(`no month of a year: ${months}`)
  if (rate === null) return { light: 'yellow', percent: null, why: 'no-budget' }
  const progress = over(rate, { numerator: BigInt(months), denominator: 12n })
  const light = isBelow(progress, exact(lights.redBelow)) ? 'red' : isBelow(progress, exact(lights.greenFrom)) ? 'yellow' : 'green'
  return { light, percent: inPercent(progress), why: 'progress' }
}

/** What a self-evaluation gave for its indicators, and for the execution of the budget. Decimals as text. */
export interface WarningInput {
  /** Points of all indicators but that of execution, and how many could be had. */
  readonly indicators: Marked
  readonly execution: Marked
  /** Spent ÷ budget in parts of one; null without a budget. */
  readonly rate: Rational | null
}

export interface Marked {
  readonly points: string
  readonly full: string
}

/** r₁ = points of the indicators ÷ their full marks, r₂ = the same of execution; red where (r₁ − r₂) ÷ r₁ is above the threshold. null when it is off. */
export function selfWarning({ indicators, execution, rate }: WarningInput, warning: SelfWarning | null): Lit | null {
  if (warning === null) return null
  const [r1, r2] = [shareOf(indicators), shareOf(execution)]
  const ahead = r1 === null || r2 === null || !isAbove(r1, NOUGHT) ? null : over(minus(r1, r2), r1)
  if (ahead !== null && isAbove(ahead, exact(warning.redAbove)))
    return { light: 'red', percent: inPercent(ahead), why: 'ahead-of-execution' }
  if (rate === null) return { light: 'yellow', percent: null, why: 'no-budget' }
  const unspent = minus(UNIT, rate)
  if (isAbove(unspent, exact(warning.yellowUnspentAbove))) return { light: 'yellow', percent: inPercent(unspent), why: 'unspent' }
  return { light: 'green', percent: ahead === null ? null : inPercent(ahead), why: 'nothing' }
}

const shareOf = ({ points, full }: Marked): Rational | null => quotient(decimal(points), decimal(full))

function inPercent(value: Rational): string {
  const rounded: Decimal = round(times(value, exact('100')), 'half-up', 2)
  return formatDecimal(rounded)
}
