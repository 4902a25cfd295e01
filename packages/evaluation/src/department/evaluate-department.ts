/** A department's score: made once on its own facts and consolidated amounts, or rolled up from its units where the scheme says so. */
import { decimal, formatDecimal, sum } from '@jiheng/quantity'
import { type EvaluateInput, evaluate } from '../evaluate/evaluate.ts'
import type { Evaluation } from '../evaluate/evaluation.ts'
import type { Consolidation } from './consolidate.ts'
import { departmentBook } from './department-book.ts'
import { type RolledUp, rollUp } from './roll-up.ts'

export interface DepartmentInput extends EvaluateInput {
  /** Of the year, and of the year before where a rule looks there. */
  readonly consolidations: readonly Consolidation[]
  /** Decimal amount of a unit by which its score weighs; null: not known. */
  readonly fundsOf: (unit: string) => string | null
  /** Of units, where each has goals and deductions of its own; a unit that is not there has no score. Left out: all by the department's plan. */
  readonly evaluations?: ReadonlyMap<string, Evaluation>
}

export type DepartmentEvaluation =
  | { readonly kind: 'once'; readonly evaluation: Evaluation }
  | { readonly kind: 'rolled-up'; readonly result: RolledUp; readonly units: readonly Evaluation[] }

export function evaluateDepartment(
  { consolidations, fundsOf, evaluations: given, ...input }: DepartmentInput,
  { isTraced = false } = {},
): DepartmentEvaluation {
  const { policies } = input.plan.version
  const units = consolidations.find(({ year }) => year === input.year)?.units ?? []
  const evaluationsOf = (): readonly Evaluation[] =>
    given === undefined
      ? units.map((unit) => evaluate({ ...input, unit, deductions: [], vetoes: [] }, { isTraced }))
      : units.flatMap((unit) => given.get(unit) ?? [])
  const evaluations = policies.department === 'once' ? [] : evaluationsOf()
  const totalOf = new Map(evaluations.map(({ unit, total }) => [unit, total]))
  const scores =
    policies.department === 'once' ? [] : units.map((unit) => ({ unit, total: totalOf.get(unit) ?? null, funds: fundsOf(unit) }))
  // Deductions and vetoes are the department's, not each unit's.
  const deducted = formatDecimal(sum((input.deductions ?? []).map(({ points }) => decimal(points))))
  const vetoes = policies.vetoes.filter(({ id }) => input.vetoes?.includes(id))
  const result = rollUp(scores, policies, { deducted, vetoes })
  if (result !== null) return { kind: 'rolled-up', result, units: evaluations }
  return { kind: 'once', evaluation: evaluate({ ...input, book: departmentBook(input.book, consolidations) }, { isTraced }) }
}
