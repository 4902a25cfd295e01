/** The end of a batch: totals, which files need somebody, and what was not audited. */
import type { Severity } from '@jiheng/audit'
import type { Skipped } from '../../inputs/input.ts'
import { batchLine, labels, say, severityCounts, skipLines } from '../../wording/messages.ts'
import { sayProblem } from '../../wording/problems.ts'
import { display } from '../display.ts'
import type { Tally } from '../tally.ts'
import { widthOf } from '../width.ts'
import { renderFinding } from './finding.ts'
import { hanging, type Look } from './look.ts'

const maxListed = 30

export function renderBatch(tally: Tally, skipped: readonly Skipped[], look: Look): string {
  const paint = (severity: Severity, text: string) => look.paint(severity, text)
  const lines = [
    look.paint('strong', `== ${labels.total} ${'='.repeat(look.columns - widthOf(labels.total) - 4)}`),
    ...faultyLines(tally, look),
    ...crossLines(tally, look),
    ...unreadLines(tally, look),
    ...skipLines(skipped).flatMap((line) => hanging('', '', display(line), look)),
    // At the end, where the eye is when the run is over.
    `${batchLine(tally.files, tally.reports)}  ${severityCounts(tally.findings, paint)}`,
  ]
  return `${lines.join('\n')}\n`
}

function faultyLines(tally: Tally, look: Look): readonly string[] {
  if (tally.faulty.length === 0) return []
  const shown = tally.faulty.slice(0, maxListed)
  const digits = Math.max(...shown.map((file) => String(Math.max(file.error, file.warning)).length))
  const paint = (severity: Severity, text: string) => look.paint(severity, text)
  const listed = shown.map(({ name, error, warning }) => `  ${severityCounts({ error, warning }, paint, digits)}  ${display(name)}`)
  return [say.faultyFiles, ...listed, ...moreThan(tally.faulty.length)]
}

/** Findings between reports, the graver first. */
function crossLines({ crossFile }: Tally, look: Look): readonly string[] {
  if (crossFile.length === 0) return []
  const sorted = [...crossFile].sort((a, b) => Number(b.severity === 'warning') - Number(a.severity === 'warning'))
  const listed = sorted.slice(0, maxListed).flatMap((finding, at) => ['', ...renderFinding(finding, at + 1, look)])
  return [look.paint('strong', say.crossFile(crossFile.length)), ...listed, ...moreThan(crossFile.length), '']
}

function unreadLines(tally: Tally, look: Look): readonly string[] {
  if (tally.unread.length === 0) return []
  const listed = tally.unread
    .slice(0, maxListed)
    .flatMap(({ name, problem }) => hanging('  ', '', display(problem === undefined ? name : sayProblem(problem)), look))
  return [look.paint('warning', say.unreadFiles(tally.unread.length)), ...listed, ...moreThan(tally.unread.length)]
}

function moreThan(count: number): readonly string[] {
  return count > maxListed ? [`  ${say.more(count - maxListed)}`] : []
}
