/** The facts of one report, made when they are first asked for and shared by all that look for restatements. */
import type { ClaimSet } from '../../claims/claim-set.ts'
import { cellFact } from './restated-cell.ts'
import type { Fact, FactBook } from './restated-fact.ts'
import { placesOf } from './restated-place.ts'
import { textFact } from './restated-text.ts'

export function factBookOf(set: ClaimSet): FactBook {
  const known = new Map<number, Fact>()
  const places = placesOf(set)
  const book: FactBook = {
    set,
    places,
    factOf: (figure) => {
      const found = known.get(figure.index)
      if (found !== undefined) return found
      const fact = figure.seat.kind === 'cell' ? cellFact(figure, places) : textFact(figure, book)
      known.set(figure.index, fact)
      return fact
    },
  }
  return book
}
