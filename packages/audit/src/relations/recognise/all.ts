/** Every recogniser, in the order in which their relations are numbered. */
import type { ClaimSet } from '../../claims/claim-set.ts'
import type { Recogniser } from '../recogniser.ts'
import { figuresOf, type Relation } from '../relation.ts'
import { recogniseClassifications } from './classifications.ts'
import { recogniseGrowth } from './growth.ts'
import { recogniseIdentities } from './identities.ts'
import { recogniseLimits } from './impossible.ts'
import { recogniseLists } from './lists.ts'
import { recogniseNamedRates } from './named-rate.ts'
import { recogniseCountedNames } from './names-counted.ts'
import { recogniseProducts } from './products.ts'
import { recogniseRestatements } from './restated.ts'
import { recogniseScores } from './scores.ts'
import { recogniseShares } from './share.ts'
import { recogniseTableRows } from './table-rows.ts'
import { recogniseTableScores } from './table-scores.ts'
import { recogniseTableTotals } from './table-totals.ts'

export const RECOGNISERS: readonly Recogniser[] = [
  recogniseShares,
  recogniseGrowth,
  recogniseNamedRates,
  recogniseLists,
  recogniseClassifications,
  recogniseProducts,
  recogniseScores,
  recogniseCountedNames,
  recogniseTableTotals,
  recogniseTableRows,
  recogniseTableScores,
  recogniseIdentities,
  recogniseRestatements,
  recogniseLimits,
]

/** All relations of a report, each once: two recognisers may read the same equation out of the same words. */
export function relationsOf(set: ClaimSet): Relation[] {
  const relations: Relation[] = []
  const seen = new Set<string>()
  for (const recognise of RECOGNISERS) {
    for (const relation of recognise(set)) {
      const key = `${relation.finding}:${relation.accused}:${relation.readings.map(({ equation }) => `${equation.form}${figuresOf(equation).join(',')}`).join(';')}`
      if (seen.has(key)) continue
      seen.add(key)
      relations.push({ id: `r${relations.length}`, ...relation })
    }
  }
  return relations
}
