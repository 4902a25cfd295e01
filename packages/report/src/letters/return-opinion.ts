/** 退回意见: what one unit is asked to correct, to check and to answer, as a Word file that the office signs and sends. */

import type { AuditResult, Finding, ReportResult, Severity } from '@jiheng/audit'
import { countsOf, totalOf } from '../batch/batch-summary.ts'
import { issueRows } from '../list/issue-row.ts'
import { printableLine } from '../list/printable.ts'
import { scopeLine } from '../wording/coverage.ts'
import { shortName } from '../wording/file-name.ts'
import { reportKindWords, severities, severityWords } from '../wording/words.ts'
import { officialDocument } from './official-document.ts'
import { opinionItem, replyRow } from './opinion-item.ts'
import { dateWords, heading, type Piece } from './piece.ts'

export interface ReturnOpinionOptions {
  /** For reports that do not name their unit. */
  readonly unit?: string | null
  /** By when the unit answers: YYYY-MM-DD, or in words. Left open when not given. */
  readonly deadline?: string | null
  /** The office that signs; a line is left when not given. */
  readonly from?: string | null
  /** What the reviewers wrote besides; each line a paragraph. */
  readonly opinion?: string | null
}

/** One letter a file; a file with several reports has a part for each. */
export async function returnOpinion(result: AuditResult, options: ReturnOpinionOptions = {}): Promise<Uint8Array> {
  const title = titleLines(result, options)
  return officialDocument([{ kind: 'title', lines: title }, ...opinionPieces(result, options)], {
    title: title.join(''),
    date: result.context.asOf,
  })
}

const MOST_NAME = 60
const SEVERAL = 1

/** Units by name, for one letter: 某局, or 某局等3个单位. */
function titleLines(result: AuditResult, options: ReturnOpinionOptions): readonly string[] {
  const { reports } = result
  const [first] = reports
  const units = [...new Set(reports.map(({ unit }) => unit ?? options.unit ?? null))]
  const years = new Set(reports.map(({ year }) => year))
  const name = units[0] ?? null
  const who =
    name === null ? `“${nameOf(shortName(result.file))}”` : `${nameOf(name)}${units.length > SEVERAL ? `等${units.length}个单位` : ''}`
  if (first === undefined) return [`关于${who}的校核意见`]
  const year = years.size === 1 && first.year !== null ? `${first.year}年度` : ''
  const kinds = new Set(reports.map(({ kind }) => kind))
  const kind = kinds.size > SEVERAL || first.kind === 'unknown' ? '绩效自评' : reportKindWords[first.kind]
  return [`关于${who}`, `${year}${kind}报告的校核意见`]
}

const nameOf = (name: string): string => printableLine(name, MOST_NAME)

/** Without the title. */
export function opinionPieces(result: AuditResult, options: ReturnOpinionOptions): readonly Piece[] {
  const { reports } = result
  const isSeveral = reports.length > SEVERAL
  const units = [...new Set(reports.map(({ unit }) => unit ?? options.unit ?? null))]
  const addressee =
    units.length === 0 || units.includes(null) ? (options.unit ?? '报送单位') : units.length > 1 ? '各有关单位' : (units[0] as string)
  const all = reports.flatMap(({ findings }) => findings)
  const told = gravest(all, MOST_ITEMS)
  const shown = reports.map((report) => ({ ...report, findings: report.findings.filter((finding) => told.has(finding)) }))
  const notes = readingPieces(result)
  return [
    { kind: 'addressee', text: `${nameOf(addressee)}：` },
    { kind: 'paragraph', text: opening(result) },
    ...(isSeveral || reports.length === 0 ? [] : scope(reports[0] as ReportResult)),
    ...notes,
    ...ownWords(options),
    ...(isSeveral ? partsOf(reports, shown) : sectionsOf([...told], 1, 1)),
    ...(told.size === all.length ? [] : [leftOut(all.length - told.size)]),
    ...closing(all, reports.length === 0, options),
    ...(all.length === 0 ? [] : replyTable(shown)),
  ]
}

/** As it was written; a line longer than a page of it is nobody's opinion. */
const MOST_OPINION = 2000

function ownWords({ opinion }: ReturnOpinionOptions): readonly Piece[] {
  const lines = (opinion ?? '').split('\n').filter((line) => line.trim() !== '')
  return lines.map((line, at) => ({ kind: 'paragraph', text: `${at === 0 ? '审核意见：' : ''}${printableLine(line, MOST_OPINION)}` }))
}

/** A letter that nobody can read to its end helps nobody, and one of ten thousand items takes more memory than there is. */
const MOST_ITEMS = 1000

/** In the order in which they stand in the result. */
function gravest(findings: readonly Finding[], most: number): ReadonlySet<Finding> {
  const first = new Set(inOrder(findings).slice(0, most))
  return new Set(findings.filter((finding) => first.has(finding)))
}

const leftOut = (count: number): Piece => ({
  kind: 'paragraph',
  text: `本件列到第${MOST_ITEMS}处为止，另有${count}处，见问题清单。`,
})

function opening(result: AuditResult): string {
  const { reports, context, file } = result
  const named = `“${nameOf(shortName(file))}”`
  if (reports.length === 0) return `收到报送的文件${named}，未能校核，原因如下。`
  const title = reports.length === SEVERAL ? (reports[0]?.title ?? null) : null
  const what =
    reports.length > SEVERAL
      ? `文件${named}（内有报告${reports.length}份）`
      : title === null
        ? `文件${named}`
        : `《${nameOf(title)}》（文件${named}）`
  const day = context.asOf === null ? '' : `，校核日期为${dateWords(printableLine(context.asOf, MOST_NAME))}`
  const counts = countsOf(reports.flatMap(({ findings }) => findings))
  const found = totalOf(counts) === 0 ? nothingFound(reports) : `共发现${countWords(counts)}，具体意见如下。`
  return `报送的${what}已经校核${day}。${found}`
}

/** Nothing to check is no clean bill: most likely another file was meant. */
const nothingFound = (reports: readonly ReportResult[]): string =>
  reports.every(({ coverage }) => coverage.numbers === 0) ? '没有读出可以核对的数字，请核对报送的文件是否正确。' : '没有发现问题。'

const countWords = (counts: Readonly<Record<Severity, number>>): string =>
  severities
    .filter((severity) => counts[severity] > 0)
    .map((severity) => `${severityWords[severity]}${counts[severity]}处`)
    .join('、')

/** What was looked at: silence is not a clean bill. */
const scope = ({ coverage }: ReportResult): readonly Piece[] => [{ kind: 'paragraph', text: `校核范围：${scopeLine(coverage)}。` }]

/** Trouble with the file: what was not read of it, what was read and should not be there. */
function readingPieces(result: AuditResult): readonly Piece[] {
  return issueRows(result)
    .filter(({ level }) => level === 'unread' || level === 'reading')
    .map(({ title, place, message }) => ({
      kind: 'paragraph',
      text: `${title}${place === '' ? '' : `（${place}）`}：${message.replaceAll('\n', ' ')}`,
    }))
}

const sectionTitles: Readonly<Record<Severity, string>> = {
  error: '需要更正的（差错）',
  warning: '需要核实的（疑点）',
  info: '格式和文字（提示）',
}

/** The gravest first; what is not there has no heading. Items are numbered through, so that the table below can name them. */
function sectionsOf(findings: readonly Finding[], level: 1 | 2, firstNumber: number): readonly Piece[] {
  let [section, number] = [0, firstNumber]
  return severities.flatMap((severity) => {
    const same = findings.filter((finding) => finding.severity === severity)
    if (same.length === 0) return []
    section++
    return [heading(level, section, sectionTitles[severity]), ...same.flatMap((finding) => opinionItem(finding, number++))]
  })
}

/** `shown` has of each report what the letter tells. */
function partsOf(reports: readonly ReportResult[], shown: readonly ReportResult[]): readonly Piece[] {
  let number = 1
  return reports.flatMap((report, at) => {
    const { title, unit } = report
    const findings = shown[at]?.findings ?? []
    const first = number
    number += findings.length
    const name = nameOf(unit ?? title ?? `第${at + 1}份报告`)
    const none: readonly Piece[] = report.findings.length > 0 ? [] : [{ kind: 'paragraph', text: '没有发现问题。' }]
    return [heading(1, at + 1, name), ...scope(report), ...none, ...sectionsOf(findings, 2, first)]
  })
}

/** In the order in which the letter numbers them. */
const inOrder = (findings: readonly Finding[]): readonly Finding[] =>
  severities.flatMap((severity) => findings.filter((finding) => finding.severity === severity))

const BLANK_DATE = '____年__月__日'

function closing(findings: readonly Finding[], isUnread: boolean, { deadline, from, opinion }: ReturnOpinionOptions): readonly Piece[] {
  const by = deadline === undefined || deadline === null ? BLANK_DATE : dateWords(printableLine(deadline, MOST_NAME))
  const ask = isUnread
    ? [`请于${by}前按上述提示处理后重新报送。`]
    : findings.length > 0
      ? [`请于${by}前逐项核对，填写《逐项回复表》，连同更正后的报告一并报送。`]
      : (opinion ?? '').trim() !== ''
        ? [`请于${by}前按上述意见修改后重新报送。`]
        : ['以上由程序校核提出，没有核对的内容请自行复核，再按程序报送。']
  const ours = findings.length === 0 ? [] : ['以上由程序校核提出，请对照原文和账表核对；认为无误的，请说明依据。']
  const annex = findings.length > 0 ? ['附件：逐项回复表'] : []
  const office = from === undefined || from === null ? [] : [printableLine(from, MOST_NAME)]
  return [
    ...[...ask, ...ours, ...annex].map((text): Piece => ({ kind: 'paragraph', text })),
    { kind: 'signature', lines: [...office, '经办人：', `日　期：${BLANK_DATE}`] },
  ]
}

function replyTable(reports: readonly ReportResult[]): readonly Piece[] {
  let number = 1
  const isSeveral = reports.length > SEVERAL
  const rows = reports.flatMap(({ findings }, at) =>
    inOrder(findings).map((finding) => {
      const [count = '', place = '', ...rest] = replyRow(finding, number++)
      return [count, isSeveral ? `第${at + 1}份报告\n${place}` : place, ...rest]
    }),
  )
  return [
    { kind: 'annex', label: '附件', title: '逐项回复表' },
    {
      kind: 'table',
      columns: [
        { head: '序号', width: 12, isCentred: true },
        { head: '位置', width: 34, isCentred: true },
        { head: '问题', width: 46 },
        { head: '单位答复', width: 36 },
        { head: '处理结果', width: 28 },
      ],
      rows,
    },
  ]
}
