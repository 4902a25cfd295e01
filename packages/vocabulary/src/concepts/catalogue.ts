/** All concepts, and the way from a printed noun phrase to its concept. */
import type { Concept, ConceptId } from '../concept.ts'
import { endings } from '../word-ends.ts'
import { ASSET_CONCEPTS } from './assets.ts'
import { BUDGET_CHAIN_CONCEPTS } from './budget-chain.ts'
import { ECONOMIC_CONCEPTS } from './economic-items.ts'
import { FUNCTIONAL_CLASSES } from './functional-classes.ts'
import { FUND_CONCEPTS } from './funds.ts'
import { PROCUREMENT_CONCEPTS } from './procurement.ts'
import { STAFF_CONCEPTS } from './staff.ts'
import { THREE_PUBLIC_CONCEPTS } from './three-public.ts'

export const CONCEPTS: readonly Concept[] = [
  ...FUND_CONCEPTS,
  ...THREE_PUBLIC_CONCEPTS,
  ...BUDGET_CHAIN_CONCEPTS,
  ...PROCUREMENT_CONCEPTS,
  ...ASSET_CONCEPTS,
  ...FUNCTIONAL_CLASSES,
  ...ECONOMIC_CONCEPTS,
  ...STAFF_CONCEPTS,
]

const byId = new Map(CONCEPTS.map((concept) => [concept.id, concept]))
const aliasAtEnd = endings(CONCEPTS.flatMap((concept) => [concept.label, ...concept.aliases].map((alias) => [alias, concept.id] as const)))

export function conceptById(id: ConceptId): Concept | undefined {
  return byId.get(id)
}

export interface ConceptMatch {
  readonly concept: ConceptId
  /** Length of the alias that matched, in characters, counted from the end of the phrase. */
  readonly length: number
}

/** The concept whose name ends a noun phrase; Chinese heads stand last, so the longest ending wins. Quotes and brackets must be gone. */
export function conceptAtEnd(phrase: string): ConceptMatch | null {
  const match = aliasAtEnd(phrase)
  return match === null ? null : { concept: match.value, length: match.word.length }
}
