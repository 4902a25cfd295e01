/** The batch by unit: what its reports come to together. */

import type { Severity } from '@jiheng/audit'
import { shortName } from '../wording/file-name.ts'
import { severities } from '../wording/words.ts'
import type { BatchSummary, Counts } from './batch-summary.ts'

export interface UnitLine {
  /** The file where no unit was recognised. */
  readonly unit: string
  readonly reports: number
  readonly counts: Counts
  readonly numbers: number
  readonly inRelations: number
}

/** In the order of the batch, by first report. Files without a report are not among them. */
export function unitLines({ files }: BatchSummary): readonly UnitLine[] {
  const lines = new Map<string, { unit: string; reports: number; counts: Record<Severity, number>; numbers: number; inRelations: number }>()
  for (const { file, reports } of files) {
    for (const report of reports) {
      const unit = report.unit ?? shortName(file)
      const line = lines.get(unit) ?? { unit, reports: 0, counts: { error: 0, warning: 0, info: 0 }, numbers: 0, inRelations: 0 }
      line.reports++
      for (const severity of severities) line.counts[severity] += report.counts[severity]
      line.numbers += report.numbers
      line.inRelations += report.inRelations
      lines.set(unit, line)
    }
  }
  return [...lines.values()]
}

/** The `most` units with the most errors, then warnings; in the order of the batch, since this is no ranking. */
export function unitsToDraw(units: readonly UnitLine[], most: number): readonly UnitLine[] {
  if (units.length <= most) return units
  const chosen = units
    .map(({ counts }, at) => ({ counts, at }))
    .sort((a, b) => b.counts.error - a.counts.error || b.counts.warning - a.counts.warning || a.at - b.at)
    .slice(0, most)
  return chosen.sort((a, b) => a.at - b.at).map(({ at }) => units[at] as UnitLine)
}
