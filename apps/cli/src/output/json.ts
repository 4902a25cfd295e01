/** JSON Lines: one AuditResult a line; a batch ends with a line of totals. The shapes are those of docs/contract. */
import type { Tally } from './tally.ts'

/** JSON leaves C1 controls, DEL and bidirectional marks as they are; a terminal that shows the line would obey them. */
export function jsonLine(value: object): string {
  return `${JSON.stringify(value).replace(/[\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g, escaped)}\n`
}

export function batchOf(tally: Tally) {
  const findings = tally.findings.error + tally.findings.warning + tally.findings.info
  return { batch: { files: tally.files, reports: tally.reports, findings, problems: tally.problems, crossFile: tally.crossFile } }
}

function escaped(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`
}
