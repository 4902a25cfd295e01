/** 2 when something could not be read at all, else 1 when a finding is bad enough, else 0. */
import type { BatchSummary } from '@jiheng/report'
import type { AuditOptions } from '../arguments/parse-audit.ts'

export const exitCodes = { good: 0, found: 1, unread: 2, interrupted: 130 } as const

export function exitCode({ files, counts, crossFile }: BatchSummary, failOn: AuditOptions['failOn']): number {
  if (files.some(({ isUnread }) => isUnread)) return exitCodes.unread
  const { error } = counts
  const warning = counts.warning + crossFile.filter(({ severity }) => severity === 'warning').length
  const reached = { error, warning: error + warning, never: 0 }[failOn]
  return reached > 0 ? exitCodes.found : exitCodes.good
}
