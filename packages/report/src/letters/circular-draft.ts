/** 通报初稿: what the office may tell all units about a batch. A draft: every page says so, and somebody has to look at it first. */

import { type BatchSummary, type CheckLine, type Counts, type KindLine, type ReportLine, totalOf } from '../batch/batch-summary.ts'
import { printableLine } from '../list/printable.ts'
import { shortName } from '../wording/file-name.ts'
import { isFileProblem, sayFileProblem } from '../wording/problems.ts'
import { kindWords, reportKindWords, severities, severityWords } from '../wording/words.ts'
import { officialDocument } from './official-document.ts'
import { chineseNumber, dateWords, heading, type Piece } from './piece.ts'

export interface CircularDraftOptions {
  /** Of the reports; told by them when they agree and it is not given, else left open. */
  readonly year?: number | null
  /** YYYY-MM-DD: the day on which the audit judged. */
  readonly asOf?: string | null
  /** The office that signs; a line is left when not given. */
  readonly from?: string | null
}

export async function circularDraft(batch: BatchSummary, options: CircularDraftOptions = {}): Promise<Uint8Array> {
  const title = [`关于${yearWords(batch, options)}部门绩效自评报告`, '校核情况的通报（初稿）']
  return officialDocument([{ kind: 'title', lines: title }, ...circularPieces(batch, options)], {
    title: title.join(''),
    mark: '（初稿）',
    date: options.asOf ?? null,
  })
}

const MOST_NAME = 60
const MOST_WORDS = 300
/** As many names as somebody reads in a sentence, and as many items as in a section; the list of issues has them all. */
const MANY_NAMES = 3
const MANY_TITLES = 2
const MANY_KINDS = 8
const MANY_CHECKS = 12
const MANY_ITEMS = 30
/** Lines of the annex: some 150 pages. A batch of ten thousand has its table in the list of issues. */
const MANY_LINES = 2000

const nameOf = (name: string): string => printableLine(name, MOST_NAME)

function yearWords({ files }: BatchSummary, { year }: CircularDraftOptions): string {
  const years = new Set(files.flatMap(({ reports }) => reports.map((report) => report.year)))
  const [only] = years
  const told = year ?? (years.size === 1 ? (only ?? null) : null)
  return `${told ?? '____'}年度`
}

/** Without the title. */
export function circularPieces(batch: BatchSummary, options: CircularDraftOptions): readonly Piece[] {
  const from = options.from ?? null
  return [
    { kind: 'addressee', text: '各有关单位：' },
    { kind: 'paragraph', text: `现将${yearWords(batch, options)}部门绩效自评报告的校核情况通报如下。` },
    heading(1, 1, '总体情况'),
    ...overall(batch, options),
    heading(1, 2, '主要问题'),
    ...mainProblems(batch),
    heading(1, 3, '需要注意的共性问题'),
    ...commonProblems(batch),
    heading(1, 4, '报告之间的雷同段落'),
    ...sharedPassages(batch),
    heading(1, 5, '未能校核的文件'),
    ...unreadFiles(batch),
    heading(1, 6, '说明'),
    paragraph('以上数字由程序校核得出，待人工核实后再行印发；所列问题请有关单位对照原文和账表核对，核对后认为无误的，请说明依据。'),
    paragraph('程序没有核对到的内容不在本通报之内；没有列出问题，不等于没有问题。各单位排列先后与校核结果无关，不作排名。'),
    paragraph('附件：各单位校核情况表'),
    { kind: 'signature', lines: [...(from === null ? [] : [nameOf(from)]), '经办人：', '日　期：____年__月__日'] },
    { kind: 'annex', label: '附件', title: '各单位校核情况表' },
    ...unitTable(batch),
  ]
}

const paragraph = (text: string): Piece => ({ kind: 'paragraph', text })
const none = (text: string): readonly Piece[] => [paragraph(text)]

function overall({ files, reports, counts }: BatchSummary, { asOf }: CircularDraftOptions): readonly Piece[] {
  const lines = files.flatMap((file) => file.reports)
  const units = new Set(lines.flatMap(({ unit }) => (unit === null ? [] : [unit])))
  const unnamed = lines.filter(({ unit }) => unit === null).length
  const unread = files.filter(({ isUnread }) => isUnread).length
  const withErrors = lines.filter((line) => line.counts.error > 0).length
  const clean = lines.filter((line) => totalOf(line.counts) === 0).length
  const day = asOf === undefined || asOf === null ? '' : `校核日期为${dateWords(printableLine(asOf, MOST_NAME))}。`
  const kinds = countBy(lines.map(({ kind }) => reportKindWords[kind]))
  const kindText = kinds.length > 1 ? `（${kinds.map(([kind, count]) => `${kind}${count}份`).join('、')}）` : ''
  return [
    paragraph(
      `共收到文件${files.length}个，读出报告${reports}份${kindText}，涉及单位${units.size}个${unnamed > 0 ? `（另有${unnamed}份没有认出单位，以文件名代替）` : ''}${unread > 0 ? `；另有${unread}个文件未能校核` : ''}。${day}`,
    ),
    paragraph(
      `共发现差错${counts.error}处、疑点${counts.warning}处、提示${counts.info}处。有差错的报告${withErrors}份，没有差错的${lines.length - withErrors}份，其中没有发现任何问题的${clean}份。`,
    ),
    ...repeatedReports(lines),
  ]
}

/** A corrected report beside the first one, or the same in two formats: counted twice unless somebody looks. */
function repeatedReports(lines: readonly ReportLine[]): readonly Piece[] {
  const several = countBy(
    lines.flatMap(({ unit, year, kind }) =>
      unit === null ? [] : [`${nameOf(unit)}${year === null ? '' : `${year}年度`}${reportKindWords[kind]}`],
    ),
  ).filter(([, count]) => count > 1)
  if (several.length === 0) return []
  const named = several.slice(0, MANY_NAMES).map(([name, count]) => `${name}${count}份`)
  return [
    paragraph(
      `同一单位、同一年度、同一类型的报告有多份：${named.join('、')}${several.length > MANY_NAMES ? `等${several.length}项` : ''}，以上各份分别计数，请核对是否重复报送。`,
    ),
  ]
}

/** By kind, the gravest first; what is only 提示 is told in one sentence. */
function mainProblems({ kinds, checks }: BatchSummary): readonly Piece[] {
  if (kinds.length === 0) return none('没有发现问题。')
  const grave = kinds
    .filter(({ counts }) => counts.error + counts.warning > 0)
    .sort((a, b) => b.counts.error - a.counts.error || b.counts.warning - a.counts.warning)
  const shown = grave.slice(0, MANY_KINDS).map((line, at): Piece => {
    const lead = `（${chineseNumber(at + 1)}）${kindWords[line.kind]}。`
    return { kind: 'section', lead, text: kindText(line, checks) }
  })
  const rest = kinds.filter((kind) => !grave.slice(0, MANY_KINDS).includes(kind))
  const others = rest.map((line) => `${kindWords[line.kind]}${totalOf(line.counts)}处`).join('、')
  return others === '' ? shown : [...shown, paragraph(`此外还有：${others}。`)]
}

/** How many of what, in whom, and the checks that found most of it. */
function kindText({ kind, counts, units, unitCount }: KindLine, checks: readonly CheckLine[]): string {
  const most = checks
    .filter((check) => check.kind === kind)
    .sort((a, b) => b.findings - a.findings)
    .slice(0, MANY_TITLES)
    .map(({ title, findings }) => `${printableLine(title, MOST_NAME)}${findings}处`)
  return `${countWords(counts)}，涉及${unitWords(units, unitCount)}。主要是${most.join('、')}。`
}

const countWords = (counts: Counts): string =>
  severities
    .filter((severity) => counts[severity] > 0)
    .map((severity) => `${severityWords[severity]}${counts[severity]}处`)
    .join('、')

/** 某局、另一局等5个单位 */
function unitWords(units: readonly string[], count: number): string {
  const named = units.slice(0, MANY_NAMES).map(nameOf).join('、')
  return count > MANY_NAMES ? `${named}等${count}个单位` : count > 1 ? `${named}${count}个单位` : named
}

/** A table: a sentence for each would fill pages. */
function commonProblems({ checks }: BatchSummary): readonly Piece[] {
  const common = checks.filter(({ unitCount }) => unitCount > 1)
  if (common.length === 0) return none('没有在两个以上单位出现的同类问题。')
  const rows = common
    .slice(0, MANY_CHECKS)
    .map(({ title, severity, findings, units, unitCount }, at): readonly string[] => [
      String(at + 1),
      printableLine(title, MOST_WORDS),
      severityWords[severity],
      String(findings),
      String(unitCount),
      `${units.slice(0, MANY_NAMES).map(nameOf).join('、')}${unitCount > MANY_NAMES ? '等' : ''}`,
    ])
  const more = common.length > MANY_CHECKS ? [paragraph(`另有${common.length - MANY_CHECKS}类，见问题清单。`)] : []
  return [
    paragraph('以下问题在两个以上单位出现，请各单位对照自查。'),
    {
      kind: 'table',
      columns: [
        { head: '序号', width: 12, isCentred: true },
        { head: '问题', width: 48 },
        { head: '级别', width: 13, isCentred: true },
        { head: '处数', width: 13, isCentred: true },
        { head: '单位数', width: 16, isCentred: true },
        { head: '涉及单位', width: 54 },
      ],
      rows,
    },
    ...more,
  ]
}

function sharedPassages({ crossFile }: BatchSummary): readonly Piece[] {
  if (crossFile.length === 0) return none('没有发现不同单位的报告有大段相同的文字。')
  const shown = crossFile.slice(0, MANY_ITEMS).map(({ message }, at) => paragraph(`${at + 1}．${printableLine(message, MOST_WORDS)}`))
  const more = crossFile.length > MANY_ITEMS ? [paragraph(`另有${crossFile.length - MANY_ITEMS}项，见问题清单。`)] : []
  return [paragraph('以下为抽样比对的结果，相同文字可能出自同一模板或上级文件，请有关单位说明：'), ...shown, ...more]
}

function unreadFiles({ files, leftOut }: BatchSummary): readonly Piece[] {
  const unread = files.filter(({ isUnread }) => isUnread)
  const others = leftOut.length === 0 ? [] : [paragraph(leftOutWords(leftOut))]
  if (unread.length === 0) return [...none('能够读取的文件都已校核，请对照报送登记核对份数。'), ...others]
  const shown = unread.slice(0, MANY_ITEMS).map(({ file, problems, why: told }, at) => {
    const first = problems.find(isFileProblem)
    const why = told ?? (first === undefined ? '文件里没有可校核的报告。' : sayFileProblem({ ...first, at: [] }).replace(/^：/, ''))
    return paragraph(`${at + 1}．${nameOf(file)}：${printableLine(why, MOST_WORDS)}`)
  })
  const more = unread.length > MANY_ITEMS ? [paragraph(`另有${unread.length - MANY_ITEMS}个，见附件。`)] : []
  return [...shown, ...more, ...others]
}

const MANY_LEFT_OUT = 5

function leftOutWords(leftOut: BatchSummary['leftOut']): string {
  const names = leftOut.slice(0, MANY_LEFT_OUT).map(({ file }) => nameOf(shortName(file)))
  return `另有照片、演示文稿等没有校核的文件${leftOut.length}个：${names.join('、')}${leftOut.length > names.length ? '等' : ''}。请核对其中是否有报告。`
}

/** A line a report, in the order of the batch. */
function unitTable({ files }: BatchSummary): readonly Piece[] {
  const rows = files.flatMap(({ file, reports, isUnread, problems }): readonly (readonly string[])[] => {
    if (isUnread) return [[nameOf(file), '', '—', '—', '—', '未能校核']]
    const note = problems.length > 0 ? '读取情况见问题清单' : ''
    return reports.map(({ unit, year, kind, counts }) => [
      nameOf(unit ?? shortName(file)),
      `${year === null ? '' : `${year}年度\n`}${reportKindWords[kind]}`,
      ...severities.map((severity) => String(counts[severity])),
      note,
    ])
  })
  const more = rows.length > MANY_LINES ? [paragraph(`另有${rows.length - MANY_LINES}份报告，见问题清单的汇总表。`)] : []
  const table: Piece = {
    kind: 'table',
    columns: [
      { head: '序号', width: 12, isCentred: true },
      { head: '单位', width: 48 },
      { head: '报告', width: 38, isCentred: true },
      ...severities.map((severity) => ({ head: severityWords[severity], width: 13, isCentred: true })),
      { head: '备注', width: 19, isCentred: true },
    ],
    rows: rows.slice(0, MANY_LINES).map((row, at) => [String(at + 1), ...row]),
  }
  return [table, ...more]
}

function countBy(names: readonly string[]): readonly (readonly [string, number])[] {
  const counts = new Map<string, number>()
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1)
  return [...counts]
}
