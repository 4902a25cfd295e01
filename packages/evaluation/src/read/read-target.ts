/** Targets as people write them: ">= 90", "≤ 5", "= 0", "90..100". */
import { compare, decimal, parseDecimal } from '@jiheng/quantity'
import type { TargetText } from '../scheme/scheme.ts'

const ONE = /^(>=|≥|<=|≤|=|＝|等于)\s*(-?\d+(?:\.\d+)?)$/
const RANGE = /^(-?\d+(?:\.\d+)?)\s*(?:\.\.|–|~|～|至)\s*(-?\d+(?:\.\d+)?)$/

/** null when it is none of these, or a range whose ends are the wrong way round. */
export function readTarget(text: string): TargetText | null {
  const [, sign, value] = ONE.exec(text.trim()) ?? []
  if (sign !== undefined && value !== undefined) return { sign: SIGNS[sign] ?? '=', value }
  const [, low, high] = RANGE.exec(text.trim()) ?? []
  if (low === undefined || high === undefined || parseDecimal(low) === null || parseDecimal(high) === null) return null
  return compare(decimal(low), decimal(high)) <= 0 ? { sign: 'range', low, high } : null
}

const SIGNS: Readonly<Record<string, '>=' | '<=' | '='>> = { '>=': '>=', '≥': '>=', '<=': '<=', '≤': '<=' }

export const writeTarget = (target: TargetText): string =>
  target.sign === 'range' ? `${target.low}..${target.high}` : `${target.sign} ${target.value}`
