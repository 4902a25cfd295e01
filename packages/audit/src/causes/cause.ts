/** One cause: the figure that is wrong, what it breaks, and what should stand there. */
import type { Figure } from '../claims/figure.ts'
import type { RepairReason } from '../findings/finding.ts'
import type { Judged } from '../graph/judged.ts'

export interface Correction {
  readonly figure: number
  readonly changed: Figure
  /** At how many places the same number says the same. */
  readonly places: number
  readonly reason: RepairReason
}

export interface Cause {
  /** The violated relations that one change mends; the one that is told first. Never empty. */
  readonly violated: readonly [Judged, ...Judged[]]
  /** The figure that is told to be wrong: found by the corrections, or the one that its wording makes depend on the others. */
  readonly accused: number
  /** The likeliest first; more than one when they are about as likely; none where nothing can be told. */
  readonly corrections: readonly Correction[]
  /** More relations hang together here than two changes can mend: nobody can say which figure is wrong. */
  readonly isTangled: boolean
  /** What one group has too much and another too little, as printed. */
  readonly misplaced?: string
}
