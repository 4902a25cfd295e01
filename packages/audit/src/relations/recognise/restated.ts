/**
 * The same fact stated twice: text against text, text against table, table against table. Three ways lead there: a key that
 * makes two facts the same for certain, digits one slip apart with words that fit, and words that leave only one candidate.
 */
import type { ClaimSet } from '../../claims/claim-set.ts'
import type { NewRelation } from '../recogniser.ts'
import { factBookOf } from './restated-book.ts'
import { recogniseCompanions } from './restated-companions.ts'
import { countFacts } from './restated-counts.ts'
import { fundFacts, rateFacts, unitRateFacts } from './restated-funds.ts'
import { restatementsOf } from './restated-keyed.ts'
import { recogniseNearRestatements } from './restated-near.ts'
import { recogniseRepeats } from './restated-repeats.ts'
import { recogniseRowRestatements } from './restated-rows.ts'
import { scoreFacts } from './restated-scores.ts'

export function recogniseRestatements(set: ClaimSet): NewRelation[] {
  const keyed = restatementsOf([...fundFacts(set), ...countFacts(set), ...scoreFacts(set), ...rateFacts(set), ...unitRateFacts(set)])
  const book = factBookOf(set)
  const near = recogniseNearRestatements(book)
  return [
    ...keyed,
    ...recogniseRepeats(set),
    ...near.relations,
    ...recogniseRowRestatements(book, near.bound),
    ...recogniseCompanions(book, near.repeated, near.bound),
  ]
}
