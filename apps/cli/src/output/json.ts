/** JSON Lines: one AuditResult a line; a batch ends with a line of totals. The shapes are those of docs/contract. */
import { type BatchSummary, totalOf } from '@jiheng/report/summary'

/** JSON leaves C1 controls, DEL and bidirectional marks as they are; a terminal that shows the line would obey them. */
export function jsonLine(value: object): string {
  return `${JSON.stringify(value).replace(/[\u007f-\u009f\u2028\u2029\u202a-\u202e\u2066-\u2069]/g, escaped)}\n`
}

export function batchOf({ files, reports, counts, crossFile }: BatchSummary) {
  const problems = files.reduce((sum, file) => sum + file.problems.length, 0)
  return { batch: { files: files.length, reports, findings: totalOf(counts), problems, crossFile } }
}

function escaped(character: string): string {
  return `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`
}
