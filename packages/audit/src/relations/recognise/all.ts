/** Every recogniser, in the order in which their relations are numbered. */
import type { ClaimSet } from '../../claims/claim-set.ts'
import type { NewRelation, Recogniser } from '../recogniser.ts'
import { figuresOf, type Relation } from '../relation.ts'
import { recogniseAccountsBetween } from './accounts-between.ts'
import { recogniseAccountsInside } from './accounts-inside.ts'
import { recogniseAllDone } from './all-done.ts'
import { recogniseAssetRoll } from './asset-roll.ts'
import { recogniseBudgetChain } from './budget-chain.ts'
import { recogniseBudgetWithoutProjects } from './budget-without-projects.ts'
import { recogniseClassifications } from './classifications.ts'
import { recogniseDeductionsSaid } from './deductions-said.ts'
import { recogniseDividedLists } from './divided.ts'
import { recogniseFormFunds } from './form-funds.ts'
import { recogniseGrowth } from './growth.ts'
import { recogniseIdentities } from './identities.ts'
import { recogniseLimits } from './impossible.ts'
import { recogniseListsBelow } from './listed-below.ts'
import { recogniseLists } from './lists.ts'
import { recogniseNamedRates } from './named-rate.ts'
import { recogniseCountedNames } from './names-counted.ts'
import { recogniseOutlineWeights } from './outline-weights.ts'
import { recognisePartitionLists } from './partition-lists.ts'
import { recognisePointsApart } from './points-apart.ts'
import { recognisePrintedFormulas } from './printed-formulas.ts'
import { recognisePrintedWeights } from './printed-weights.ts'
import { recogniseProducts } from './products.ts'
import { recogniseQuarters } from './quarters.ts'
import { recogniseQuotedRules } from './quoted-rules.ts'
import { recogniseRatesTogether } from './rates-together.ts'
import { recogniseRemainders } from './remainders.ts'
import { recogniseRestatements } from './restated.ts'
import { recogniseMoneyRows } from './restated-money-rows.ts'
import { recogniseCountedRows } from './rows-counted.ts'
import { recogniseSavings } from './savings.ts'
import { recogniseScoreOutline } from './score-outline.ts'
import { recogniseScoredLists } from './scored-list.ts'
import { recogniseScores } from './scores.ts'
import { recogniseScoresByRate } from './scores-by-rate.ts'
import { recogniseShares } from './share.ts'
import { recogniseMoneyFlows, recogniseStockFlows } from './stock-flow.ts'
import { recogniseSummaries } from './summaries.ts'
import { recogniseTableApplicable } from './table-applicable.ts'
import { recogniseTableColumns } from './table-columns.ts'
import { recogniseTableFinal } from './table-final.ts'
import { recogniseTableFlows } from './table-flow-columns.ts'
import { recogniseTableNamedRates } from './table-named-rates.ts'
import { recogniseTableParents } from './table-parents.ts'
import { recogniseTablePoints } from './table-points.ts'
import { recogniseTableProducts } from './table-products.ts'
import { recogniseTableRows } from './table-rows.ts'
import { recogniseTableScores } from './table-scores.ts'
import { recogniseTableScoringRules } from './table-scoring-rules.ts'
import { recogniseTableShares } from './table-shares.ts'
import { recogniseTableSides } from './table-sides.ts'
import { recogniseTableThreePublic } from './table-three-public.ts'
import { recogniseTableTold } from './table-told.ts'
import { recogniseTableTotals } from './table-totals.ts'
import { recogniseTableWithin } from './table-within.ts'
import { recogniseTextScoringRules } from './text-scoring-rules.ts'
import { recogniseThreePublicNear } from './three-public-near.ts'
import { recogniseUnitPrices } from './unit-prices.ts'
import { recogniseWholeLists } from './whole-lists.ts'

export const RECOGNISERS: readonly Recogniser[] = [
  recogniseShares,
  recogniseGrowth,
  recogniseNamedRates,
  recogniseLists,
  recogniseWholeLists,
  recogniseClassifications,
  recogniseProducts,
  recognisePrintedFormulas,
  recogniseUnitPrices,
  recognisePartitionLists,
  recogniseQuarters,
  recogniseListsBelow,
  recogniseDividedLists,
  recogniseStockFlows,
  recogniseMoneyFlows,
  recogniseBudgetChain,
  recognisePointsApart,
  recogniseRemainders,
  recogniseSavings,
  recogniseSummaries,
  recogniseScoreOutline,
  recogniseScoredLists,
  recogniseOutlineWeights,
  recogniseScores,
  recogniseTextScoringRules,
  recogniseScoresByRate,
  recogniseDeductionsSaid,
  recogniseQuotedRules,
  recogniseCountedNames,
  recogniseCountedRows,
  recogniseAllDone,
  recogniseAccountsInside,
  recogniseAccountsBetween,
  recogniseFormFunds,
  recogniseTableFlows,
  recogniseTableTotals,
  recogniseTableParents,
  recogniseTableWithin,
  recogniseTableRows,
  recogniseTableColumns,
  recogniseTableShares,
  recogniseTableProducts,
  recogniseTablePoints,
  recogniseTableScores,
  recogniseTableScoringRules,
  recognisePrintedWeights,
  recogniseTableTold,
  recogniseTableFinal,
  recogniseTableThreePublic,
  recogniseTableApplicable,
  recogniseTableNamedRates,
  recogniseTableSides,
  recogniseIdentities,
  recogniseAssetRoll,
  recogniseRatesTogether,
  recogniseThreePublicNear,
  recogniseBudgetWithoutProjects,
  recogniseRestatements,
  recogniseMoneyRows,
  recogniseLimits,
]

/** All relations of a report, each once: two recognisers may read the same equation out of the same words. */
export function relationsOf(set: ClaimSet): Relation[] {
  const relations: Relation[] = []
  const byFirst = new Map<string, number[]>()
  for (const recognise of RECOGNISERS) {
    for (const relation of recognise(set)) {
      const key = keyOf(relation)
      const known = byFirst.get(key)
      const same = known?.find((at) => readsTheSame(relations[at] as Relation, relation))
      if (same !== undefined) {
        relations[same] = withGround(relations[same] as Relation, relation)
        continue
      }
      if (known === undefined) byFirst.set(key, [relations.length])
      else known.push(relations.length)
      relations.push({ ...relation, id: `r${relations.length}` })
    }
  }
  return relations
}

/** Relations with different keys differ; only those with one key need be compared as a whole. A relation may have forty readings. */
function keyOf({ finding, accused, readings }: NewRelation): string {
  const first = readings[0]
  return `${finding}:${accused}:${readings.length}:${first === undefined ? '' : first.equation.form + figuresOf(first.equation).join(',')}`
}

function readsTheSame(a: NewRelation, b: NewRelation): boolean {
  return a.readings.every(({ equation }, at) => {
    const other = b.readings[at]?.equation
    if (other === undefined || equation.form !== other.form) return false
    const [own, theirs] = [figuresOf(equation), figuresOf(other)]
    return own.length === theirs.length && own.every((index, place) => index === theirs[place])
  })
}

/** Read twice, a relation names the rule that either reading knows; what the field only gives a hint for is no more than that. */
function withGround(kept: Relation, again: NewRelation): Relation {
  if (again.certainty === 'hint') return { id: kept.id, ...again }
  const { ref, citation } = again.source
  return kept.source.citation !== undefined || citation === undefined ? kept : { ...kept, source: { ...kept.source, ref, citation } }
}
