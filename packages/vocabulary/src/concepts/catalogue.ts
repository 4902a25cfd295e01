/** All concepts, and the way from a printed noun phrase to its concept. */
import type { Concept, ConceptId } from '../concept.ts'
import { ASSET_CONCEPTS } from './assets.ts'
import { ECONOMIC_CONCEPTS } from './economic-items.ts'
import { FUNCTIONAL_CLASSES } from './functional-classes.ts'
import { FUND_CONCEPTS } from './funds.ts'
import { STAFF_CONCEPTS } from './staff.ts'

export const CONCEPTS: readonly Concept[] = [
  ...FUND_CONCEPTS,
  ...ASSET_CONCEPTS,
  ...FUNCTIONAL_CLASSES,
  ...ECONOMIC_CONCEPTS,
  ...STAFF_CONCEPTS,
]

const byId = new Map(CONCEPTS.map((concept) => [concept.id, concept]))
const byAlias = new Map<string, ConceptId>()
let longest = 0
for (const concept of CONCEPTS) {
  for (const alias of [concept.label, ...concept.aliases]) {
    if (!byAlias.has(alias)) byAlias.set(alias, concept.id)
    longest = Math.max(longest, alias.length)
  }
}

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
  for (let length = Math.min(longest, phrase.length); length >= 2; length--) {
    const concept = byAlias.get(phrase.slice(phrase.length - length))
    if (concept !== undefined) return { concept, length }
  }
  return null
}
