/** Facts that a key makes the same whatever their values: one relation between the value printed most and every other mention. */
import type { Figure } from '../../claims/figure.ts'
import type { NewRelation } from '../recogniser.ts'
import type { Certainty } from '../relation.ts'
import { restatement } from './restated-relation.ts'

const MAX_RESTATEMENTS = 40

export interface KeyedFact {
  readonly key: string
  readonly figure: Figure
  readonly certainty: Certainty
}

export function restatementsOf(facts: readonly KeyedFact[]): NewRelation[] {
  const groups = new Map<string, KeyedFact[]>()
  for (const fact of facts) {
    const group = groups.get(fact.key) ?? []
    group.push(fact)
    groups.set(fact.key, group)
  }
  const relations: NewRelation[] = []
  for (const group of groups.values()) {
    if (group.length < 2 || group.length > MAX_RESTATEMENTS) continue
    const first = mostStated(group)
    for (const other of group) {
      if (other.figure.index === first.figure.index) continue
      relations.push(restatement(other.figure, first.figure, lessSure(other.certainty, first.certainty)))
    }
  }
  return relations
}

const DOUBTS: readonly Certainty[] = ['error', 'warning', 'question']

const lessSure = (a: Certainty, b: Certainty): Certainty => (DOUBTS.indexOf(a) > DOUBTS.indexOf(b) ? a : b)

/** The value that is printed most often is the one the others are held against. */
function mostStated(group: readonly KeyedFact[]): KeyedFact {
  const times = new Map<string, number>()
  const keyOf = (fact: KeyedFact): string => `${fact.figure.value.coefficient}e${fact.figure.value.scale}`
  for (const fact of group) times.set(keyOf(fact), (times.get(keyOf(fact)) ?? 0) + 1)
  return group.reduce((best, fact) => ((times.get(keyOf(fact)) ?? 0) > (times.get(keyOf(best)) ?? 0) ? fact : best))
}
