/** How an equation came out of the judge. */
import type { Decimal, Rational } from '@jiheng/quantity'

export interface Verdict {
  readonly holds: boolean
  /** Holds only because a rate was cut off instead of rounded. */
  readonly byTruncation: boolean
  /** What the equation gives for its dependent figure, from the printed values; base unit. */
  readonly computed: Decimal | Rational
  /** What is printed there; base unit. */
  readonly stated: Decimal
  /** For linear equations and orders: stated less computed. */
  readonly gap: Decimal | null
}
