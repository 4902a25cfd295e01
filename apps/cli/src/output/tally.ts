/** What is kept of each file once its result is out: counts, a line for those that need somebody, and 1 KB of each report to compare. */
import type { AuditResult, CrossFinding, Severity, Sketched } from '@jiheng/audit'
import type { Problem } from '@jiheng/vocabulary'

export interface Tally {
  files: number
  reports: number
  problems: number
  readonly findings: Record<Severity, number>
  readonly unread: { readonly name: string; readonly problem: Problem | undefined }[]
  readonly faulty: { readonly name: string; readonly error: number; readonly warning: number }[]
  readonly sketches: Sketched[]
  /** Findings between reports; known when all files are through. */
  crossFile: readonly CrossFinding[]
}

export function newTally(): Tally {
  return {
    files: 0,
    reports: 0,
    problems: 0,
    findings: { error: 0, warning: 0, info: 0 },
    unread: [],
    faulty: [],
    sketches: [],
    crossFile: [],
  }
}

export function count(tally: Tally, result: AuditResult): void {
  const found = countBySeverity(result)
  tally.files++
  tally.reports += result.reports.length
  tally.problems += result.problems.length
  for (const severity of ['error', 'warning', 'info'] as const) tally.findings[severity] += found[severity]
  for (const [report, { unit, sketch }] of result.reports.entries()) tally.sketches.push({ file: result.file, report, unit, sketch })
  if (isUnread(result)) tally.unread.push({ name: result.file, problem: result.problems[0] })
  else if (found.error + found.warning > 0) tally.faulty.push({ name: result.file, error: found.error, warning: found.warning })
}

export function countBySeverity(result: AuditResult): Record<Severity, number> {
  const found = { error: 0, warning: 0, info: 0 }
  for (const finding of result.findings) found[finding.severity]++
  return found
}

/** Nothing of it was audited, so nothing was found either, and that must not look like a clean report. */
export function isUnread(result: AuditResult): boolean {
  return result.reports.length === 0
}
