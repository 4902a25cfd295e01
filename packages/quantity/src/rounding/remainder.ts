/** What is left of a magnitude after cutting it at a place: all that a rounding mode may look at. */
export interface Remainder {
  /** The kept magnitude, in units of the place, cut towards zero. */
  readonly kept: bigint
  /** Nothing was cut off. */
  readonly isExact: boolean
  /** The cut part against half a unit of the place. */
  readonly againstHalf: -1 | 0 | 1
}
