/** One audited file: its reports with their findings, and a line of totals. */
import type { AuditResult, Coverage, Finding, ReportResult } from '@jiheng/audit'
import { addCoverage, countsOf, coverageLine, isUnread, reportKindWords, severityWords } from '@jiheng/report/summary'
import { labels, say, severityCounts } from '../../wording/messages.ts'
import { sayProblem } from '../../wording/problems.ts'
import { display } from '../display.ts'
import { clip, widthOf } from '../width.ts'
import { renderFinding } from './finding.ts'
import { hanging, type Look, spaced } from './look.ts'

export function renderFile(result: AuditResult, look: Look): string {
  const name = result.file === '-' ? labels.standardInput : display(result.file)
  const lines = [
    look.paint('strong', `== ${name} ${'='.repeat(Math.max(2, look.columns - widthOf(name) - 4))}`),
    ...result.reports.flatMap((report, at) => renderReport(report, at, result.reports.length, look)),
    ...problemLines(result, look),
    ...(isUnread(result) ? [] : totals(result, look)),
  ]
  return `${lines.join('\n')}\n\n`
}

function renderReport(report: ReportResult, at: number, count: number, look: Look): readonly string[] {
  const order = count > 1 ? `[${at + 1}/${count}]` : null
  const unit = display(report.unit ?? labels.unnamedUnit)
  const year = report.year === null ? null : labels.yearOf(report.year)
  const kind = report.kind === 'unknown' ? null : reportKindWords[report.kind]
  const title = report.title === null ? [] : [look.paint('faint', clip(display(report.title), look.columns))]
  const findings = bySeverity(report.findings).flatMap((finding, index) => ['', ...renderFinding(finding, index + 1, look)])
  const none = count > 1 && report.findings.length === 0 ? [nothingFound(report.coverage, look)] : []
  return [spaced(order, look.paint('strong', unit), year, kind), ...title, ...none, ...findings, '']
}

/** What matters most comes first; within that, as it stands in the document. */
function bySeverity(findings: readonly Finding[]): readonly Finding[] {
  return (Object.keys(severityWords) as (keyof typeof severityWords)[]).flatMap((severity) =>
    findings.filter((finding) => finding.severity === severity),
  )
}

function problemLines(result: AuditResult, look: Look): readonly string[] {
  const label = isUnread(result) ? labels.notAudited : labels.partly
  return result.problems.flatMap((problem) => hanging('', label, display(sayProblem(problem)), look, 'warning'))
}

function totals(result: AuditResult, look: Look): readonly string[] {
  const coverage = result.reports.map((report) => report.coverage).reduce(addCoverage)
  const rest = coverage.numbers - coverage.inRelations
  return [
    `${look.paint('faint', labels.summary)}  ${verdictOf(result, coverage, look)}`,
    ...hanging('', labels.coverage, coverageLine(coverage), look),
    ...(result.findings.length === 0 && rest > 0 ? hanging('', ' '.repeat(4), say.uncovered(rest), look) : []),
  ]
}

function verdictOf(result: AuditResult, coverage: Coverage, look: Look): string {
  if (result.findings.length === 0) return nothingFound(coverage, look)
  return severityCounts(countsOf(result.findings), (severity, text) => look.paint(severity, text))
}

/** Finding nothing where nothing was compared is no good news. */
function nothingFound(coverage: Coverage, look: Look): string {
  return coverage.inRelations > 0 ? look.paint('good', labels.nothingFound) : look.paint('warning', labels.nothingCompared)
}
