/** Bounded looks at what stands before a figure, so that the work grows with the text and no faster. */
import type { ClaimSet } from './claim-set.ts'
import type { Figure } from './figure.ts'

/** The last figures of a block before an index, at most `limit`, in order. */
export function figuresBefore(set: ClaimSet, block: number, index: number, limit: number): readonly Figure[] {
  const figures = set.figuresOf.get(block) ?? []
  let low = 0
  let high = figures.length
  while (low < high) {
    const middle = (low + high) >> 1
    if ((figures[middle] as Figure).index < index) low = middle + 1
    else high = middle
  }
  return figures.slice(Math.max(0, low - limit), low)
}
