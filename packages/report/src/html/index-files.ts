/** The table of files: one row for each report, and one for each file that gave none. */
import type { Severity } from '@jiheng/audit'
import type { Problem } from '@jiheng/vocabulary'
import type { BatchSummary, FileLine, ReportLine } from '../batch/batch-summary.ts'
import { isFileProblem, sayFileProblem } from '../wording/problems.ts'
import { reportKindWords, severities, severityWords, standardInput, unnamedUnit } from '../wording/words.ts'
import { type FileLinks, hrefOf } from './index-links.ts'
import { named } from './index-plots.ts'
import { html, type Markup } from './markup.ts'

/** The script cuts the table anew into bodies of as many rows. */
const ROWS_PER_BODY = 50
/**
 * Bodies that the browser reads with the page. A browser reads the markup of thousands of rows in one go and stands still meanwhile, so the
 * others stand where it sees one text, and the script takes them from there piece by piece. Without scripts they are a second table.
 */
const BODIES_AT_ONCE = 6
const SHOWN_PROBLEMS = 2

export function filesSection(batch: BatchSummary, links: (file: number) => FileLinks): Markup {
  const rows = batch.files.flatMap((file, at) => rowsOf(file, links(at)))
  const bodies: Markup[] = []
  for (let at = 0; at < rows.length; at += ROWS_PER_BODY) bodies.push(html`<tbody>${rows.slice(at, at + ROWS_PER_BODY)}</tbody>`)
  if (rows.length === 0) return html`<section><h2>各份报告</h2><p class="none-shown">这一批没有文件。</p></section>`
  return html`<section aria-labelledby="all-files"><h2 id="all-files">各份报告</h2>
<div class="tools no-print" id="tools" hidden><label>查找 <input id="words" type="search" placeholder="单位、文件名、年度"></label>
<label>只看 <select id="level"><option value="all">全部</option>${severities.map(
    (severity) => html`<option value="${severity}">有${severityWords[severity]}的</option>`,
  )}<option value="nothing">没有发现问题的</option><option value="unread">未能校核的</option></select></label>
<button type="button" id="reset">恢复报送顺序</button><output id="shown" aria-live="polite"></output></div>
<div class="sheet long" tabindex="0" role="region" aria-label="各份报告的表格"><table class="files" id="files"><thead><tr><th scope="col" data-sort="text">单位和文件</th><th scope="col" data-sort="number">年度</th><th scope="col" data-sort="text">类型</th>${severities.map(
    (severity) => html`<th scope="col" class="number" data-sort="number">${severityWords[severity]}</th>`,
  )}<th scope="col" class="number" data-sort="number">进入核对</th><th scope="col">结果</th><th scope="col">文件情况</th></tr></thead>${bodies.slice(0, BODIES_AT_ONCE)}</table>${
    bodies.length > BODIES_AT_ONCE
      ? html`<noscript id="rest"><table class="files" aria-label="各份报告，续">${bodies.slice(BODIES_AT_ONCE)}</table></noscript>`
      : null
  }</div></section>`
}

function rowsOf(file: FileLine, links: FileLinks): readonly Markup[] {
  const name = file.file === '-' ? standardInput : file.file
  if (file.isUnread) {
    return [
      html`<tr data-found="unread"><th scope="row"><span class="unread">未能校核</span><span class="name">${name}</span></th><td class="year"></td><td class="kind"></td><td class="number"></td><td class="number"></td><td class="number"></td><td class="number share"></td>${linksCell(links)}${problemsCell(file.problems, name)}</tr>`,
    ]
  }
  return file.reports.map((report, at) => rowOf(report, file.reports.length > 1 ? `${name}（第 ${at + 1} 份）` : name, file, links))
}

function rowOf(report: ReportLine, name: string, file: FileLine, links: FileLinks): Markup {
  const { unit, year, kind, counts, numbers, inRelations } = report
  const found = severities.filter((severity) => counts[severity] > 0)
  // Sorted by the share of the numbers; it is not shown.
  const share = numbers === 0 ? '' : String(Math.round((inRelations / numbers) * 10_000))
  return html`<tr data-found="${found.length === 0 ? 'nothing' : found.join(' ')}"><th scope="row" data-key="${named(unit ?? name)}">${unit === null ? unnamedUnit : named(unit)}<span class="name">${name}</span></th><td class="year">${year}</td><td class="kind">${reportKindWords[kind]}</td>${severities.map((severity) => countCell(severity, counts[severity]))}<td class="number share" data-key="${share}" data-head="进入核对">${numbers === 0 ? '没有数字' : `${inRelations} / ${numbers}`}</td>${linksCell(links)}${problemsCell(file.problems, file.file)}</tr>`
}

function countCell(severity: Severity, count: number): Markup {
  return html`<td class="number ${count === 0 ? 'zero' : severity}" data-head="${severityWords[severity]}">${count}</td>`
}

function linksCell({ page, copy, letter }: FileLinks): Markup {
  const parts = [
    { path: page, word: '校核页' },
    { path: copy, word: '批注副本' },
    { path: letter, word: '退回意见' },
  ]
  return html`<td class="links">${parts.map(({ path, word }) => (path === undefined ? null : html`<a href="${hrefOf(path)}">${word}</a>`))}</td>`
}

function problemsCell(problems: readonly Problem[], file: string): Markup {
  const said = problems.slice(0, SHOWN_PROBLEMS).map((problem) => html`<div>${sayProblem(problem, file)}</div>`)
  const rest = problems.length > SHOWN_PROBLEMS ? html`<div>另有 ${problems.length - SHOWN_PROBLEMS} 项</div>` : null
  return html`<td class="notes">${said}${rest}</td>`
}

/** The file stands beside it already. */
export function sayProblem(problem: Problem, file: string): string {
  if (!isFileProblem(problem)) return problem.code
  const at = problem.at[0] === file ? problem.at.slice(1) : problem.at
  return sayFileProblem({ ...problem, at }).replace(/^：/, '')
}
