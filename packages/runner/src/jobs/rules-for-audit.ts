/** What an audit is given besides the reports. Goes to every process that audits. */
import type { Given } from '@jiheng/audit'
import type { Scheme } from '@jiheng/evaluation'

export interface RulesForAudit {
  readonly given: Given
  /** Schemes of which the one is taken that a report cites; empty when one is given or none is wanted. */
  readonly recognisable: readonly Scheme[]
}

/** The reports' own rules only. */
export const noRules: RulesForAudit = { given: { scheme: null, goals: null }, recognisable: [] }
