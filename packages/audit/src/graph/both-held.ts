/**
 * Two values of what looks like one fact, each of which its own sums or rates confirm: a part and the whole, a plan and what came of
 * it. They are two facts whose difference the words do not show, and nobody can tell more.
 */
import { figuresOf, membersOf, type Relation } from '../relations/relation.ts'
import type { Judged } from './judged.ts'

export function withoutConfirmed(judged: readonly Judged[]): readonly Judged[] {
  const conflicts = judged.filter((one) => one.outcome === 'fail' && isRestatement(one.relation))
  if (conflicts.length === 0) return judged
  const held = new Set(judged.flatMap(confirmedBy))
  const open = new Set(conflicts.filter(({ relation }) => membersOf(relation).every((index) => held.has(index))))
  return open.size === 0 ? judged : judged.map((one) => (open.has(one) ? { ...one, outcome: 'cannot-tell', slip: null } : one))
}

export const isRestatement = ({ finding, source }: Relation): boolean =>
  source.by === 'restatement' || finding === 'restated-fact' || finding === 'text-vs-table'

const CONFIRMS: ReadonlySet<string> = new Set(['linear', 'ratio'])

/** By the equation that holds; a limit that is kept, or a rule that gives many values the same points, confirms nothing. */
function confirmedBy({ relation, outcome, reading }: Judged): readonly number[] {
  if (outcome !== 'pass' || isRestatement(relation) || reading === null || reading.onlyExplains === true) return []
  return CONFIRMS.has(reading.equation.form) ? figuresOf(reading.equation) : []
}
