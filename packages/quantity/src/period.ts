/** A stretch of time or an instant, in dates without zone. */
export interface Period {
  readonly kind: 'year' | 'half' | 'quarter' | 'month' | 'range' | 'instant'
  /** YYYY-MM-DD, inclusive. */
  readonly from: string
  readonly to: string
  readonly asPrinted: string
}
