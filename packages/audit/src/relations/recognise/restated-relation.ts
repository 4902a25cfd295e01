/** The relation between two places that state one fact. */
import type { Figure } from '../../claims/figure.ts'
import type { NewRelation } from '../recogniser.ts'
import type { Certainty } from '../relation.ts'

export function restatement(accused: Figure, other: Figure, certainty: Certainty): NewRelation {
  const acrossKinds =
    accused.seat.kind !== other.seat.kind || (accused.seat.kind === 'cell' && accused.claim.anchor.block !== other.claim.anchor.block)
  return {
    kind: 'same-as',
    finding: acrossKinds ? 'text-vs-table' : 'restated-fact',
    accused: accused.index,
    source: { by: 'restatement', ref: '同一事项前后一致' },
    certainty,
    readings: [{ say: '前后两处应相同', equation: { form: 'same', first: accused.index, second: other.index } }],
  }
}
