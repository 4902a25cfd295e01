/** Differences between formats that are known, each with its reason. A test fails when one appears that is not here, or when one is gone. */

export interface Explained {
  readonly format: string
  readonly file: string
  /** Claims and findings that only one of the two readings has. */
  readonly differences: number
  readonly why: string
}

export const EXPLAINED: readonly Explained[] = []
