/** What the audit says of a piece of a made-up report: errors and warnings, each as its computation. */
import { auditBody } from '../audit-text.ts'

export function alarmsIn(body: string): string[] {
  return auditBody(`一、基本情况\n\n${body}\n`)
    .findings.filter(({ severity }) => severity !== 'info')
    .map(({ computation }) => computation)
}

/** The same, each as the check that tells it. */
export function checksIn(body: string): string[] {
  return auditBody(`${body}\n`)
    .findings.filter(({ severity }) => severity !== 'info')
    .map(({ check }) => check)
}
