/** 批复绩效目标: what was approved with the budget, version by version. Self-evaluation fills against it and changes nothing in it. */

import type { Measure, TargetText } from '../scheme/scheme.ts'
import type { Curve } from '../scoring/curve.ts'

export interface ApprovedGoals {
  readonly unit: string
  /** The project's 21-digit code; null: the unit or department as a whole. */
  readonly project: string | null
  readonly year: number
  /** In order of approval; the last one holds. */
  readonly versions: readonly GoalsVersion[]
}

export interface GoalsVersion {
  readonly kind: 'initial' | 'adjusted' | 'added'
  /** 批复文号 */
  readonly document: string
  readonly approved: string
  readonly indicators: readonly GoalIndicator[]
}

export interface GoalIndicator {
  readonly id: string
  /** The block of the scheme that it belongs to; for an indicator of the scheme itself, whose target or weight is set here, the same id. */
  readonly block: string
  readonly label: string
  readonly weight: string
  /** null for what is judged. */
  readonly target: TargetText | null
  readonly measure: Measure
  readonly curve: Curve
}

/** Last approved on or before the day. */
export function goalsAt(goals: ApprovedGoals, day: string): GoalsVersion | null {
  return goals.versions.filter(({ approved }) => approved <= day).at(-1) ?? null
}
