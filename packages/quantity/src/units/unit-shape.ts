/** What a unit is. The tables beside this file hold nothing but values of this shape. */

export type UnitId = string

export interface Unit {
  readonly id: UnitId
  /** As printed, the usual one first. */
  readonly symbols: readonly string[]
  readonly dimension: string
  /** Exact decimal: one of this unit in the base unit of its dimension. */
  readonly factor: string
}
