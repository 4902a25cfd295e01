/** Facts of many units as columns of whole numbers: what the kernel reads. A column has one kind of value, of one item and year. */
import type { FactValue } from '../facts/fact.ts'

export interface ColumnNeed {
  readonly item: string
  readonly year: 'this' | 'last'
  readonly holds: Holds
}

export type Holds =
  /** figure × 10^places, in the unit. */
  | { readonly kind: 'figure'; readonly unit: string; readonly places: number }
  /** Number of the day; UNDONE for what is not done. */
  | { readonly kind: 'date' }
  /** One bit for each check point, in this order. */
  | { readonly kind: 'checks'; readonly ids: readonly string[] }
  /** Place of the class × CLASS_STEP + share × 10^SHARE_PLACES. */
  | { readonly kind: 'class'; readonly ids: readonly string[] }
  | { readonly kind: 'points'; readonly places: number }
  /** Few or unlike: all of them stand in `odd`. */
  | { readonly kind: 'sparse' }

export const SHARE_PLACES = 4
export const CLASS_STEP = 100_000
/** Day numbers, bits and figures are finite; these are what else there is. */
export const MISSING = Number.NaN
export const NOT_APPLICABLE = Number.POSITIVE_INFINITY
export const UNDONE = Number.NEGATIVE_INFINITY

export interface Column {
  /** MISSING where nobody states it, and where it stands in `odd`; empty in a sparse column. */
  readonly values: Float64Array
  /** By row: what does not fit into the column, exactly as stated. */
  readonly odd: ReadonlyMap<number, FactValue>
}

/** Rows of some units. Columns are in the order of the needs of the kernel that reads them. */
export interface Block {
  readonly count: number
  readonly columns: readonly Column[]
  /** By row; decimals that are summed already. */
  readonly deducted: ReadonlyMap<number, string>
  /** By row; ids. */
  readonly vetoes: ReadonlyMap<number, readonly string[]>
}

/** The greatest whole number up to which all whole numbers are exact. */
export const EXACT_LIMIT = 2 ** 53
