/** The end of a batch: totals, which files need somebody, and what was not audited. */
import type { Severity } from '@jiheng/audit'
import type { BatchSummary } from '@jiheng/report'
import type { Skipped } from '@jiheng/runner'
import { batchLine, labels, say, severityCounts, skipLines } from '../../wording/messages.ts'
import { sayProblem } from '../../wording/problems.ts'
import { display } from '../display.ts'
import { widthOf } from '../width.ts'
import { renderFinding } from './finding.ts'
import { hanging, type Look } from './look.ts'

const maxListed = 30

export function renderBatch(summary: BatchSummary, skipped: readonly Skipped[], look: Look): string {
  const paint = (severity: Severity, text: string) => look.paint(severity, text)
  const lines = [
    look.paint('strong', `== ${labels.total} ${'='.repeat(look.columns - widthOf(labels.total) - 4)}`),
    ...faultyLines(summary, look),
    ...crossLines(summary, look),
    ...unreadLines(summary, look),
    ...skipLines(skipped).flatMap((line) => hanging('', '', display(line), look)),
    // At the end, where the eye is when the run is over.
    `${batchLine(summary.files.length, summary.reports)}  ${severityCounts(summary.counts, paint)}`,
  ]
  return `${lines.join('\n')}\n`
}

function faultyLines({ files }: BatchSummary, look: Look): readonly string[] {
  const faulty = files.filter(({ counts }) => counts.error + counts.warning > 0)
  if (faulty.length === 0) return []
  const shown = faulty.slice(0, maxListed)
  const digits = Math.max(...shown.map((file) => String(Math.max(file.counts.error, file.counts.warning)).length))
  const paint = (severity: Severity, text: string) => look.paint(severity, text)
  const listed = shown.map(
    ({ file, counts: { error, warning } }) => `  ${severityCounts({ error, warning }, paint, digits)}  ${display(file)}`,
  )
  return [say.faultyFiles, ...listed, ...moreThan(faulty.length)]
}

/** Findings between reports, the graver first. */
function crossLines({ crossFile }: BatchSummary, look: Look): readonly string[] {
  if (crossFile.length === 0) return []
  const sorted = [...crossFile].sort((a, b) => Number(b.severity === 'warning') - Number(a.severity === 'warning'))
  const listed = sorted.slice(0, maxListed).flatMap((finding, at) => ['', ...renderFinding(finding, at + 1, look)])
  return [look.paint('strong', say.crossFile(crossFile.length)), ...listed, ...moreThan(crossFile.length), '']
}

function unreadLines({ files }: BatchSummary, look: Look): readonly string[] {
  const unread = files.filter(({ isUnread }) => isUnread)
  if (unread.length === 0) return []
  const listed = unread
    .slice(0, maxListed)
    .flatMap(({ file, problems: [problem] }) => hanging('  ', '', display(problem === undefined ? file : sayProblem(problem)), look))
  return [look.paint('warning', say.unreadFiles(unread.length)), ...listed, ...moreThan(unread.length)]
}

function moreThan(count: number): readonly string[] {
  return count > maxListed ? [`  ${say.more(count - maxListed)}`] : []
}
