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

const countBefore = (figures: readonly Figure[], index: number): number => firstAt(figures, (figure) => figure.index >= index)

/** The place of the first item of an ordered list for which the question is answered with yes, as it is for all after it; the length when there is none. */
export function firstAt<T>(items: readonly T[], isReached: (item: T) => boolean): number {
  let low = 0
  let high = items.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (isReached(items[middle] as T)) high = middle
    else low = middle + 1
  }
  return low
}
