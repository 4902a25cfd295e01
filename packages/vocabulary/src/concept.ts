/** Concepts of the field: fund items, stocks, rates, scores. The table itself is data in `concepts/`. */
export type ConceptId = string

export interface Concept {
  readonly id: ConceptId
  readonly label: string
  readonly kind: 'flow' | 'stock' | 'count' | 'rate' | 'score' | 'weight' | 'target'
  /** Other ways in which reports print it. */
  readonly aliases: readonly string[]
  /** Document and article, or the section of the reference that names it. */
  readonly source?: string
}
