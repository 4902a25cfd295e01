/** What a finding says of one relation. */
import type { Step } from './finding.ts'

export interface Explanation {
  readonly computation: string
  readonly steps: readonly Step[]
  /** What the accused figure would have to be; null where the equation does not tell. */
  readonly expected: string | null
  readonly message: string
}
