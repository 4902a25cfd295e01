/**
 * 预算执行率 and 结转结余率 of one budget: what was spent and what is left are never more than the whole (framework ID-35).
 * Less than the whole proves nothing: money may have been taken back.
 */
import { decimal } from '@jiheng/quantity'
import type { ClaimSet } from '../../claims/claim-set.ts'
import type { Figure } from '../../claims/figure.ts'
import type { NewRelation } from '../recogniser.ts'
import { side } from '../relation.ts'
import { cite } from './identity-relation.ts'

const EXECUTION = /^(?:部门|整体|全年)?(?:支出)?预算执行率$/
const CARRIED = /^(?:结转结余|结余结转)率$/
const ONE = decimal('1')
/** A unit has one; a batch of project forms in one file may have some. */
const MAX_RATES = 20

export function recogniseRatesTogether(set: ClaimSet): NewRelation[] {
  const rates = set.figures.filter((figure) => isRate(figure) && /率/.test(figure.lead))
  const carried = rates.filter((figure) => CARRIED.test(nameOf(figure))).slice(0, MAX_RATES)
  return carried.flatMap((left) => {
    const spent = rates.filter((figure) => EXECUTION.test(nameOf(figure)) && isBeside(figure, left))
    // Printed twice, nobody knows which belongs to which budget.
    return spent.length === 1 ? [relationOf(spent[0] as Figure, left)] : []
  })
}

function relationOf(spent: Figure, left: Figure): NewRelation {
  return {
    kind: 'bound',
    finding: 'impossible-value',
    accused: left.index,
    certainty: 'warning',
    source: { by: 'identity', ref: '预算执行率 + 结转结余率 ≤ 100%（同一口径）', citation: cite('ID-35') },
    readings: [
      {
        say: '预算执行率与结转结余率之和不超过 100%',
        equation: { form: 'order', low: side([spent.index, left.index]), high: { plus: [], minus: [], constant: ONE } },
      },
    ],
  }
}

function isRate(figure: Figure): boolean {
  const { role } = figure.claim
  return (
    figure.dimension === 'ratio' &&
    figure.compare === null &&
    figure.claim.quantity.hedge === undefined &&
    figure.periodKey === '' &&
    (role === 'rate' || role === 'actual')
  )
}

/** In one sentence, or in one table: of one budget. */
function isBeside(first: Figure, second: Figure): boolean {
  if (first.seat.kind === 'text' && second.seat.kind === 'text') return first.seat.sentence === second.seat.sentence
  return first.seat.kind === second.seat.kind && first.claim.anchor.block === second.claim.anchor.block
}

/** The whole name, so that a project's or a purchase's rate is none. */
const nameOf = (figure: Figure): string =>
  (figure.seat.kind === 'cell' ? figure.claim.label : figure.lead)
    .replace(/[\s“”"：:]|[为达到了是]+$/g, '')
    .replace(/^(?:本年|年度|本年度)/, '')
