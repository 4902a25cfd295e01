/** 扣分: what is taken from the total, as facts about one reserved item. Several of a unit and a year stand beside each other. SF-27. */
import { parseDecimal } from '@jiheng/quantity'
import type { ProblemCode } from '@jiheng/vocabulary'
import type { Deduction } from '../evaluate/evaluation.ts'
import type { Fact } from './fact.ts'

export const DEDUCTION = 'deduction'
export const DEDUCTION_LABEL = '扣分'

/** By unit, in the order given. What was corrected is out; what does not apply takes nothing. */
export function deductionsOf(facts: readonly Fact[], year: number): ReadonlyMap<string, readonly Deduction[]> {
  const gone = new Set(facts.map(({ supersedes }) => supersedes))
  const found = new Map<string, Deduction[]>()
  for (const { id, unit, item, to, value } of facts) {
    if (item !== DEDUCTION || gone.has(id) || value.kind !== 'points' || Number(to.slice(0, 4)) !== year) continue
    if (parseDecimal(value.points)?.coefficient === 0n) continue
    found.set(unit, [...(found.get(unit) ?? []), { label: value.reason, points: value.points }])
  }
  return found
}

/** What is wrong with a fact about a deduction; null: nothing. Points say how much goes, so they are never below nought. */
export function deductionFault({ value }: Fact): { readonly code: ProblemCode; readonly details: Readonly<Record<string, string>> } | null {
  if (value.kind === 'not-applicable') return null
  if (value.kind !== 'points') return { code: 'facts.bad-value', details: { value: value.kind, expected: '：points（扣几分）' } }
  const points = parseDecimal(value.points)
  if (points === null || points.coefficient < 0n)
    return { code: 'facts.bad-value', details: { value: value.points.slice(0, 60), expected: 'not-negative' } }
  return value.reason === '' && points.coefficient > 0n ? { code: 'facts.missing', details: { expected: '扣分的原因' } } : null
}

/** The same reason twice would be taken off twice. */
export function isSameDeduction(one: Fact, other: Fact): boolean {
  const [a, b] = [one.value, other.value]
  return a.kind === 'points' && b.kind === 'points' && a.reason === b.reason
}
