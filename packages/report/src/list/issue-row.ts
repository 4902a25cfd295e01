/** One line of the 问题清单, as a plain value that goes through JSON: a batch keeps its lines on disk until the list is written. */

import type { AuditResult, CrossFinding, Finding, FindingKind, Quote, Severity } from '@jiheng/audit'
import type { Problem } from '@jiheng/vocabulary'
import type { BatchSummary } from '../batch/batch-summary.ts'
import { shortName } from '../wording/file-name.ts'
import { placeOf } from '../wording/place.ts'
import { isFileProblem, placeOfProblem, sayFileProblem } from '../wording/problems.ts'
import { repairLines } from '../wording/repair.ts'
import { excerpt, writtenWords } from './excerpt.ts'
import { printable, printableLine } from './printable.ts'

/** `unread`: this file, or a part of it, was not audited. `reading`: it was, and something about the file is worth knowing. */
export type IssueLevel = Severity | 'unread' | 'reading'

export interface IssueRow {
  readonly unit: string
  readonly file: string
  readonly place: string
  readonly level: IssueLevel
  /** Null for what is no finding. */
  readonly kind: FindingKind | null
  readonly title: string
  readonly message: string
  /** The quoted clause, cut round the accused words. */
  readonly excerpt: string
  /** The accused words, as printed, with their unit. */
  readonly written: string
  readonly expected: string
  readonly advice: string
  readonly computation: string
  /** What a person has decided about it; left to be filled in where nobody has. */
  readonly decision?: IssueDecision
}

export interface IssueDecision {
  readonly answer: string
  readonly reason: string
  readonly by: string
}

/** What the caller knows better than the document. */
export interface IssueNames {
  /** Shown instead of the path that the result holds. */
  readonly file?: string
  /** For reports that do not name their unit. */
  readonly unit?: string | null
}

const MOST_NAME = 120
const MOST_QUOTE = 160
const MOST_WORDS = 1000
const MANY_PLACES = 10

/** Of one file: its findings in the order of the document, then what could not be read of it. */
export function issueRows(result: AuditResult, names: IssueNames = {}): readonly IssueRow[] {
  const file = printableLine(names.file ?? result.file, MOST_NAME)
  const unitOf = (unit: string | null): string => printableLine(unit ?? names.unit ?? shortName(names.file ?? result.file), MOST_NAME)
  const findings = result.reports.flatMap((report, at) =>
    report.findings.map((finding) => {
      const place = placeWords(finding.quotes[0])
      const part = result.reports.length > 1 ? `第${at + 1}份报告` : ''
      return rowOf(finding, unitOf(report.unit), file, [part, place].filter((words) => words !== '').join(' '))
    }),
  )
  return [...findings, ...problemRows(result, unitOf(result.reports[0]?.unit ?? null), file)]
}

/** A finding about two reports of a batch. */
export function crossRow(finding: CrossFinding, names: IssueNames = {}): IssueRow {
  const file = printableLine(names.file ?? finding.file, MOST_NAME)
  return rowOf(finding, printableLine(names.unit ?? shortName(finding.file), MOST_NAME), file, placeWords(finding.quotes[0]))
}

/** Of what the reports of a batch have in common, each under the unit of the report in which it stands. */
export function crossRows({ crossFile, files }: Pick<BatchSummary, 'crossFile' | 'files'>): readonly IssueRow[] {
  const reports = new Map(files.map((file) => [file.file, file.reports]))
  return crossFile.map((finding) => {
    const report = reports.get(finding.file)?.[finding.quotes[0]?.report ?? 0]
    return crossRow(finding, { unit: report?.unit ?? null })
  })
}

/** Every unit of the batch, those without findings too, in its order: what the summary of the list starts from. */
export function unitsOf({ files }: Pick<BatchSummary, 'files'>): readonly string[] {
  const units = files.flatMap(({ file, reports }) =>
    reports.length === 0 ? [shortName(file)] : reports.map(({ unit }) => unit ?? shortName(file)),
  )
  return [...new Set(units.map((unit) => printableLine(unit, MOST_NAME)))]
}

function rowOf(finding: Finding, unit: string, file: string, place: string): IssueRow {
  const { severity, kind, title, message, quotes, expected, computation } = finding
  const [accused] = quotes
  return {
    unit,
    file,
    place,
    level: severity,
    kind,
    title: printableLine(title, MOST_NAME),
    message: printable(message, MOST_WORDS),
    excerpt: accused === undefined ? '' : excerpt(accused, MOST_QUOTE),
    written: accused === undefined ? '' : writtenWords(accused),
    expected: printableLine(expected ?? '', MOST_WORDS),
    advice: printable(repairLines(finding).join('；或 '), MOST_WORDS),
    computation: printable(computation, MOST_WORDS),
  }
}

const placeWords = (quote: Quote | undefined): string => (quote === undefined ? '' : printableLine(placeOf(quote), MOST_NAME))

/** Problems that mean: this was not audited. The others are told beside what was. */
const NOT_AUDITED = /^(?:file\.(?!signed)|archive\.|page\.|sheet\.hidden$|text\.undecodable|document\.(?!tracked-changes)|audit\.)/

/** One row a kind of trouble, with its places: a scan of 300 pages is one thing to deal with. */
function problemRows({ problems, reports }: AuditResult, unit: string, file: string): readonly IssueRow[] {
  const byCode = new Map<string, Problem[]>()
  for (const problem of problems) byCode.set(problem.code, [...(byCode.get(problem.code) ?? []), problem])
  const rows = [...byCode.values()].map((same): IssueRow => {
    const first = same[0] as Problem
    const isUnread = reports.length === 0 || NOT_AUDITED.test(first.code)
    const places = same.slice(0, MANY_PLACES).map(placeInFile)
    const more = same.length > MANY_PLACES ? `等${same.length}处` : ''
    return {
      ...blankRow(unit, file),
      place: printableLine(`${places.filter((words) => words !== '').join('、')}${more}`, MOST_NAME * 2),
      level: isUnread ? 'unread' : 'reading',
      title: reports.length === 0 ? '未能校核' : isUnread ? '部分内容未能校核' : '读取情况',
      message: isFileProblem(first) ? printable(sayFileProblem({ ...first, at: [] }).replace(/^：/, ''), MOST_WORDS) : first.code,
    }
  })
  const isSilent = reports.length === 0 && rows.length === 0
  return isSilent ? [{ ...blankRow(unit, file), level: 'unread', title: '未能校核', message: '文件里没有可校核的报告。' }] : rows
}

/** Without the file, which has a column of its own. */
function placeInFile(problem: Problem): string {
  const [first, ...rest] = problem.at
  return placeOfProblem(typeof first === 'string' ? { ...problem, at: ['', ...rest] } : problem).trim()
}

const blankRow = (unit: string, file: string): IssueRow => ({
  unit,
  file,
  place: '',
  level: 'reading',
  kind: null,
  title: '',
  message: '',
  excerpt: '',
  written: '',
  expected: '',
  advice: '',
  computation: '',
})
