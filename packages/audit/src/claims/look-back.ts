/** Bounded looks at what stands round a figure, so that the work grows with the text and no faster. */
import type { ClaimSet } from './claim-set.ts'
import type { Figure } from './figure.ts'

/** The last figures of a block before an index, at most `limit`, in order. */
export function figuresBefore(set: ClaimSet, block: number, index: number, limit: number): readonly Figure[] {
  const figures = set.figuresOf.get(block) ?? []
  const at = countBefore(figures, index)
  return figures.slice(Math.max(0, at - limit), at)
}

/** Figures of a concept near an index, at most `limit` before it and as many after, in order. */
export function conceptNear(set: ClaimSet, concept: string, index: number, limit: number): readonly Figure[] {
  const figures = set.byConcept.get(concept) ?? []
  const at = countBefore(figures, index)
  return figures.slice(Math.max(0, at - limit), at + limit)
}

/** How many of the figures, which are in order, have a lower index. */
function countBefore(figures: readonly Figure[], index: number): number {
  let low = 0
  let high = figures.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((figures[middle] as Figure).index < index) low = middle + 1
    else high = middle
  }
  return low
}
