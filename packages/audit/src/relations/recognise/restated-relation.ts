/** The relation between two places that state one fact. */
import type { Figure } from '../../claims/figure.ts'
import { judge } from '../../graph/judge.ts'
import { isRuledOut } from '../../graph/rough-gap.ts'
import type { NewRelation } from '../recogniser.ts'
import { type Certainty, type Reading, side } from '../relation.ts'

export function restatement(doubted: Figure, repeated: Figure, certainty: Certainty): NewRelation {
  // A limit is no member of its equation, so it is named as the accused to be shown at all.
  const [accused, other] = repeated.compare === null ? [doubted, repeated] : [repeated, doubted]
  const acrossKinds =
    accused.seat.kind !== other.seat.kind || (accused.seat.kind === 'cell' && accused.claim.anchor.block !== other.claim.anchor.block)
  return {
    kind: 'same-as',
    finding: acrossKinds ? 'text-vs-table' : 'restated-fact',
    accused: accused.index,
    source: { by: 'restatement', ref: '同一事项前后一致' },
    certainty,
    readings: [readingOf(accused, other)],
  }
}

/** Whether both places can stand for one value. */
export function agree(first: Figure, second: Figure, figures: readonly Figure[]): boolean {
  const { equation } = readingOf(first, second)
  return !isRuledOut(equation, figures) && judge(equation, figures)?.holds === true
}

/**
 * A target printed as a limit (≥6000件) is restated by its number, not by anything above it: the number stands as a constant,
 * since the figure itself means all that the sign allows.
 */
function readingOf(first: Figure, second: Figure): Reading {
  const limit = first.compare !== null ? first : second.compare !== null ? second : null
  if (limit === null) return { say: '前后两处应相同', equation: { form: 'same', first: first.index, second: second.index } }
  const plain = limit === first ? second : first
  return {
    say: `表中“${limit.claim.label}”的${limit.compare}${limit.claim.quantity.value}`,
    equation: { form: 'linear', left: side([plain.index]), right: { plus: [], minus: [], constant: limit.value } },
  }
}
