/** A printed figure with its unit and the precision it was printed to. Plain, frozen, JSON-safe. */
import type { UnitId } from './unit.ts'

export type Hedge = 'about' | 'over' | 'under' | 'at-least' | 'at-most'

/** `exact` for counts, weights and scores; `place` is the value of one unit in the last printed place, in the printed unit ("0.01", "1", "1000"). */
export type Precision = 'exact' | { readonly place: string }

export interface Quantity {
  /** Canonical decimal in the printed unit, e.g. "867.62", "-0.5". */
  readonly value: string
  readonly unit: UnitId
  readonly precision: Precision
  readonly hedge?: Hedge
}
