/** What a batch comes to: by unit, by kind, by severity, and what recurs. Grows with the number of files, by little each; never by the number of findings. */

import type { AuditResult, CheckId, CrossFinding, FindingKind, Severity } from '@jiheng/audit'
import type { ReportKind } from '@jiheng/ingest'
import type { Problem } from '@jiheng/vocabulary'
import { shortName } from '../wording/file-name.ts'

export type Counts = Readonly<Record<Severity, number>>

/** One report of one file. */
export interface ReportLine {
  readonly unit: string | null
  readonly title: string | null
  readonly year: number | null
  readonly kind: ReportKind
  readonly counts: Counts
  /** Numbers seen, and those that take part in a relation. */
  readonly numbers: number
  readonly inRelations: number
}

export interface FileLine {
  readonly file: string
  readonly sha256: string
  readonly counts: Counts
  readonly reports: readonly ReportLine[]
  /** No report in it: it could not be read. */
  readonly isUnread: boolean
  readonly problems: readonly Problem[]
  /** Why it was not read, in words, where no problem is at hand to say it. */
  readonly why?: string
}

export interface KindLine {
  readonly kind: FindingKind
  readonly counts: Counts
  /** As of CheckLine. */
  readonly units: readonly string[]
  readonly unitCount: number
}

/** A check that found something. */
export interface CheckLine {
  readonly check: CheckId
  readonly title: string
  readonly kind: FindingKind
  /** The gravest that it reported. */
  readonly severity: Severity
  readonly findings: number
  /** Units, or files where no unit was recognised, in which it found something; in the order of the batch, at most NAMED_UNITS. */
  readonly units: readonly string[]
  readonly unitCount: number
}

/** Met in a folder or an archive and left out: photographs, presentations, what nobody can read. */
export interface LeftOut {
  readonly file: string
  /** In words. */
  readonly why: string
}

export interface BatchSummary {
  readonly files: readonly FileLine[]
  readonly reports: number
  readonly counts: Counts
  /** The most frequent first. */
  readonly kinds: readonly KindLine[]
  /** Found in the most units first. */
  readonly checks: readonly CheckLine[]
  readonly crossFile: readonly CrossFinding[]
  readonly leftOut: readonly LeftOut[]
}

export const NAMED_UNITS = 50

/** What of a result is counted. */
export interface Counted extends Pick<AuditResult, 'file' | 'sha256' | 'problems'> {
  readonly reports: readonly (Pick<AuditResult['reports'][number], 'unit' | 'title' | 'year' | 'kind'> & {
    readonly coverage: Pick<AuditResult['reports'][number]['coverage'], 'numbers' | 'inRelations'>
    readonly findings: readonly Pick<AuditResult['findings'][number], 'check' | 'title' | 'kind' | 'severity'>[]
  })[]
  readonly findings: readonly Pick<AuditResult['findings'][number], 'severity'>[]
  /** As of FileLine. */
  readonly why?: string
}

/** Takes results one by one, in the order of the batch. */
export class BatchCounter {
  readonly #files: FileLine[] = []
  readonly #kinds = new Map<FindingKind, { counts: Record<Severity, number>; units: Set<string> }>()
  readonly #checks = new Map<CheckId, { line: Omit<CheckLine, 'units' | 'unitCount'>; units: Set<string> }>()
  readonly #counts = noCounts()
  #reports = 0

  take(result: Counted): void {
    const reports = result.reports.map((report): ReportLine => {
      const { unit, title, year, kind, coverage } = report
      return { unit, title, year, kind, counts: countsOf(report.findings), numbers: coverage.numbers, inRelations: coverage.inRelations }
    })
    for (const report of result.reports) {
      for (const finding of report.findings) this.#count(finding, report.unit ?? shortName(result.file))
    }
    this.#reports += reports.length
    const { file, sha256, problems, why } = result
    const line = { file, sha256, counts: countsOf(result.findings), reports, isUnread: isUnread(result), problems }
    this.#files.push(why === undefined ? line : { ...line, why })
  }

  finish(crossFile: readonly CrossFinding[], leftOut: readonly LeftOut[] = []): BatchSummary {
    const kinds = [...this.#kinds]
      .map(([kind, { counts, units }]): KindLine => ({ kind, counts, units: [...units].slice(0, NAMED_UNITS), unitCount: units.size }))
      .sort((a, b) => totalOf(b.counts) - totalOf(a.counts))
    const checks = [...this.#checks.values()]
      .map(({ line, units }): CheckLine => ({ ...line, units: [...units].slice(0, NAMED_UNITS), unitCount: units.size }))
      .sort((a, b) => b.unitCount - a.unitCount || b.findings - a.findings)
    return { files: this.#files, reports: this.#reports, counts: this.#counts, kinds, checks, crossFile, leftOut }
  }

  #count({ check, title, kind, severity }: Counted['reports'][number]['findings'][number], unit: string): void {
    this.#counts[severity]++
    const ofKind = this.#kinds.get(kind) ?? { counts: noCounts(), units: new Set() }
    ofKind.counts[severity]++
    ofKind.units.add(unit)
    this.#kinds.set(kind, ofKind)
    const known = this.#checks.get(check)
    const units = known?.units ?? new Set()
    units.add(unit)
    const findings = (known?.line.findings ?? 0) + 1
    const gravest = known === undefined ? severity : graver(known.line.severity, severity)
    this.#checks.set(check, { line: { check, title, kind, severity: gravest, findings }, units })
  }
}

/** Nothing of it was audited, so nothing was found either, and that must not look like a clean report. */
export const isUnread = ({ reports }: Pick<Counted, 'reports'>): boolean => reports.length === 0

export function countsOf(findings: readonly { readonly severity: Severity }[]): Counts {
  const counts = noCounts()
  for (const { severity } of findings) counts[severity]++
  return counts
}

export const totalOf = ({ error, warning, info }: Counts): number => error + warning + info

const noCounts = (): Record<Severity, number> => ({ error: 0, warning: 0, info: 0 })

const RANK: Readonly<Record<Severity, number>> = { error: 2, warning: 1, info: 0 }

const graver = (a: Severity, b: Severity): Severity => (RANK[a] >= RANK[b] ? a : b)
