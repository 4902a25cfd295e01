/** A result as it goes out: without the findings that people dismissed. */
import type { AuditResult } from '@jiheng/audit'

/** What was looked at stays as it is: the findings were checked, and a person judged them. */
export function withoutFindings(result: AuditResult, ids: readonly string[]): AuditResult {
  if (ids.length === 0) return result
  const leftOut = new Set(ids)
  const kept = ({ id }: { readonly id: string }): boolean => !leftOut.has(id)
  const reports = result.reports.map((report) => ({ ...report, findings: report.findings.filter(kept) }))
  return { ...result, reports, findings: result.findings.filter(kept) }
}
