/** The findings of a file in the order in which a page shows them, each with the number by which its marks call it. */
import type { AuditResult, Finding, Quote } from '@jiheng/audit'
import { severities } from '../wording/words.ts'

export interface Numbered {
  /** From 1. */
  readonly number: number
  readonly finding: Finding
  /** Index of its report in the file. */
  readonly report: number
  /** The accused words first, then what they were held against, then what else does not hold. */
  readonly quotes: readonly Quote[]
}

/** The gravest first; among equals the order of the document. */
export function numberedFindings({ reports }: AuditResult): readonly Numbered[] {
  const all = reports.flatMap(({ findings }, report) => findings.map((finding) => ({ finding, report })))
  return severities
    .flatMap((severity) => all.filter(({ finding }) => finding.severity === severity).sort(byPlace))
    .map(({ finding, report }, at) => {
      const quotes = [...finding.quotes, ...finding.related.map(({ quote }) => quote)]
      return { number: at + 1, finding, report, quotes }
    })
}

type Placed = Omit<Numbered, 'number' | 'quotes'>

function byPlace(a: Placed, b: Placed): number {
  const [one, other] = [a.finding.quotes[0], b.finding.quotes[0]]
  return a.report - b.report || (one?.block ?? 0) - (other?.block ?? 0) || (one?.start ?? 0) - (other?.start ?? 0)
}
