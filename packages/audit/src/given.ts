/** What the asker holds besides the document: the scheme that judges it, and the goals that were approved. */
import type { GoalsVersion, SchemeVersion } from '@jiheng/evaluation'

export interface GivenScheme {
  readonly id: string
  readonly label: string
  readonly version: SchemeVersion
}

export interface Given {
  readonly scheme: GivenScheme | null
  readonly goals: GoalsVersion | null
}

export const NOTHING_GIVEN: Given = { scheme: null, goals: null }
