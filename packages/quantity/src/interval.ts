/** Closed interval of canonical decimals in the base unit of a dimension. */
export interface Interval {
  readonly low: string
  readonly high: string
}
