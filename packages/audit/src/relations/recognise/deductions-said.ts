/** "满分12分，得11.5分。…扣0.5分。": weight less everything that the words below take off, once another item bears it out. */
import { add, compare, type Decimal, subtract, ZERO } from '@jiheng/quantity'
import type { ClaimSet } from '../../claims/claim-set.ts'
import type { Figure } from '../../claims/figure.ts'
import type { NewRelation } from '../recogniser.ts'
import { side } from '../relation.ts'
import { isQuotedRule } from './points-said.ts'
import { type ScoredItem, scoredItems } from './scored-items.ts'

const TAKEN = /扣(?:减|除|掉|去)?(?:了|分)?$/
/** A rule by which points go, or points that do not go. */
const NOT_TAKEN = /每|最多|至多|应当?扣|可扣|不扣|未扣|规定|标准|合计扣|共扣|累计扣|总扣|如|若/
/** Whose year it is that points were lost in is not always said. */
const OTHER_YEAR = /(?:19|20)\d{2}年|上年|去年|往年|上一年/
const MAX_TAKEN = 20

interface Place {
  readonly item: ScoredItem
  readonly taken: readonly Figure[]
  readonly holds: boolean
}

export function recogniseDeductionsSaid(set: ClaimSet): NewRelation[] {
  const places = scoredItems(set).flatMap((item): Place[] => {
    const taken = takenIn(set, item)
    if (taken.length === 0 || taken.length > MAX_TAKEN || taken.every((figure) => isBeside(figure, item))) return []
    const left = subtract(
      item.weight.value,
      taken.reduce<Decimal>((sum, figure) => add(sum, figure.value), ZERO),
    )
    return [{ item, taken, holds: compare(left, item.score.value) === 0 }]
  })
  const holding = places.filter(({ holds }) => holds).length
  const isUsual = holding >= 1 && holding >= places.length - holding
  return places.map(({ item, taken }) => ({
    kind: 'difference',
    finding: 'scoring-rule',
    accused: item.score.index,
    certainty: isUsual ? 'warning' : 'question',
    source: { by: 'wording', ref: '得分 = 分值 − 所述扣分' },
    readings: [
      {
        say: '分值 − 所述扣分',
        equation: {
          form: 'linear',
          left: side([item.score.index]),
          right: side(
            [item.weight.index],
            taken.map((figure) => figure.index),
          ),
        },
      },
    ],
  }))
}

/** Points taken off between this item and the next. */
function takenIn(set: ClaimSet, { score, lastBlock, nextFigure }: ScoredItem): Figure[] {
  const taken: Figure[] = []
  for (let index = score.index + 1; index < nextFigure && taken.length <= MAX_TAKEN; index++) {
    const figure = set.figures[index] as Figure
    if (figure.claim.anchor.block > lastBlock) break
    if (figure.dimension !== 'point' || figure.seat.kind !== 'text' || figure.compare !== null || isQuotedRule(figure)) continue
    const lead = figure.lead.replace(/\s/g, '')
    // Points given back as well: nobody says of what.
    if (/加(?:上|了|分)?$/.test(lead) || (TAKEN.test(lead) && OTHER_YEAR.test(lead))) return []
    if (figure.claim.anchor.cell === undefined && TAKEN.test(lead) && !NOT_TAKEN.test(lead)) taken.push(figure)
  }
  return taken
}

/** "满分25分，得23.6分，扣1.4分" is read in one breath elsewhere. */
function isBeside(figure: Figure, { score }: ScoredItem): boolean {
  return figure.seat.kind === 'text' && score.seat.kind === 'text' && figure.seat.sentence === score.seat.sentence
}
