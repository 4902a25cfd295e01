/** What a note says: the finding as it would be told to the author, and at the front of the document what has no place in it. */
import type { AuditResult, Finding, Severity } from '@jiheng/audit'
import { printable, printableLine } from '../list/printable.ts'
import { addCoverage, scopeLine } from '../wording/coverage.ts'
import { placeOf } from '../wording/place.ts'
import { isFileProblem, sayFileProblem } from '../wording/problems.ts'
import { repairLines } from '../wording/repair.ts'
import { plainStep } from '../wording/step.ts'
import { AUTHOR, severities, severityWords } from '../wording/words.ts'

const MOST = 4_000
const MOST_LINE = 600
const MOST_STEPS = 20
const MOST_PLACES = 4
const MOST_PROBLEMS = 20

/** The answer comes before the working: programs show the first lines, and not everybody reads on. */
export function noteOf(finding: Finding): string {
  const { severity, title, message, expected, quotes, related } = finding
  const steps = stepsOf(finding)
  const lines = [
    `【${severityWords[severity]}】${title}`,
    message.includes('请') ? message : `${message} 请核对。`,
    ...(expected === null ? [] : [`应为：${expected}`]),
    ...repairLines(finding).map((line) => `建议：${line}`),
    ...(steps.length === 0 ? [] : ['计算：', ...limited(steps, MOST_STEPS, '步')]),
    ...limited(
      quotes
        .slice(1)
        .map((quote) => `另见：${[placeOf(quote), `“${printableLine(quote.text, 60)}”`].filter((part) => part !== '').join(' ')}`),
      MOST_PLACES,
      '处',
    ),
    ...limited(
      related.map((symptom) => `同因问题：${placeOf(symptom.quote)} ${symptom.message}`),
      MOST_PLACES,
      '处',
    ),
  ]
  return printable(lines.map((line) => printableLine(line, MOST_LINE)).join('\n'), MOST)
}

function stepsOf({ steps, computation }: Finding): readonly string[] {
  if (steps.length === 0) return computation === '' ? [] : [computation]
  return steps.map(({ say }, at) => `${at + 1}. ${plainStep(say)}`)
}

function limited(lines: readonly string[], most: number, of: string): readonly string[] {
  return lines.length <= most ? lines : [...lines.slice(0, most), `（其余 ${lines.length - most} ${of}从略）`]
}

/** Unplaced findings told in full, as far as there is room; the rest counted. */
const MOST_SUMMARY = 30_000

/** `unplaced`: findings that are marked nowhere. */
export function summaryNote(result: AuditResult, unplaced: readonly Finding[]): string {
  const { findings, reports, problems } = result
  const count = (severity: Severity): number => findings.filter((finding) => finding.severity === severity).length
  const lines = [
    `${AUTHOR}：${severities.map((severity) => `${severityWords[severity]} ${count(severity)}`).join('，')}`,
    ...(reports.length === 0 ? [] : [scopeLine(reports.map(({ coverage }) => coverage).reduce(addCoverage))]),
    '标色处为请核对的内容，点开可见说明。原文未作改动。',
  ]
  const troubles = problems.filter(isFileProblem).map((problem) => printableLine(sayFileProblem(problem), MOST_LINE))
  if (troubles.length > 0) lines.push('', '文件情况：', ...limited(troubles, MOST_PROBLEMS, '项'))
  if (unplaced.length > 0) lines.push('', '以下各项没有标在文中：')
  return printable(lines.join('\n') + told(unplaced, MOST_SUMMARY - MOST), MOST_SUMMARY)
}

function told(findings: readonly Finding[], room: number): string {
  let text = ''
  for (const [at, finding] of findings.entries()) {
    const note = noteOf(finding)
    if (text.length + note.length > room) return `${text}\n\n（其余 ${findings.length - at} 项从略）`
    text += `\n\n${note}`
  }
  return text
}
