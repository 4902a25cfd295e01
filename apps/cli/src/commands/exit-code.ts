/** 2 when something could not be read at all, else 1 when a finding is bad enough, else 0. */
import type { AuditOptions } from '../arguments/parse-audit.ts'
import type { Tally } from '../output/tally.ts'

export const exitCodes = { good: 0, found: 1, unread: 2, interrupted: 130 } as const

export function exitCode(tally: Tally, failOn: AuditOptions['failOn']): number {
  if (tally.unread.length > 0) return exitCodes.unread
  const { error } = tally.findings
  const warning = tally.findings.warning + tally.crossFile.filter(({ severity }) => severity === 'warning').length
  const reached = { error, warning: error + warning, never: 0 }[failOn]
  return reached > 0 ? exitCodes.found : exitCodes.good
}
