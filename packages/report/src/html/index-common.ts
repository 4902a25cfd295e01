/** What the reports of a batch have in common, and what could not be read. */
import type { CrossFinding } from '@jiheng/audit'
import type { BatchSummary } from '../batch/batch-summary.ts'
import { lineWord, placeOf } from '../wording/place.ts'
import { kindWords, severityWords, standardInput } from '../wording/words.ts'
import { sayProblem } from './index-files.ts'
import { type FileLinks, hrefOf } from './index-links.ts'
import { named } from './index-plots.ts'
import { html, type Markup } from './markup.ts'

/** Found in two units or more: what to say once to all of them. */
export function recurringSection({ checks }: BatchSummary): Markup | null {
  const rows = checks.filter(({ unitCount }) => unitCount > 1)
  if (rows.length === 0) return null
  return html`<section aria-labelledby="recurring"><h2 id="recurring">共性问题</h2><p class="said">两个以上单位都有的问题。</p><div class="sheet"><table class="plain"><thead><tr><th scope="col">问题</th><th scope="col">级别</th><th scope="col">类别</th><th scope="col" class="number">单位</th><th scope="col" class="number">处数</th><th scope="col">哪些单位</th></tr></thead><tbody>${rows.map(
    ({ title, severity, kind, unitCount, findings, units }) =>
      html`<tr><th scope="row">${title}</th><td><span class="severity ${severity}">${severityWords[severity]}</span></td><td class="kind">${kindWords[kind]}</td><td class="number">${unitCount}</td><td class="number">${findings}</td><td>${sayUnits(units, unitCount)}</td></tr>`,
  )}</tbody></table></div></section>`
}

const AT_ONCE = 6

function sayUnits(units: readonly string[], count: number): Markup {
  const names = units.map(named)
  const rest = count > units.length ? `等 ${count} 个` : ''
  if (names.length <= AT_ONCE) return html`${names.join('、')}${rest}`
  return html`<details><summary>${names.slice(0, 3).join('、')} 等 ${count} 个单位</summary>${names.join('、')}${rest}</details>`
}

/** What two reports share; each row leads to both. */
export function crossSection({ crossFile, files }: BatchSummary, links: (file: number) => FileLinks): Markup | null {
  if (crossFile.length === 0) return null
  const indexes = new Map(files.map(({ file }, at) => [file, at]))
  const linked = (file: string): Markup => {
    const at = indexes.get(file)
    const page = at === undefined ? undefined : links(at).page
    const name = file === '-' ? standardInput : file
    return page === undefined ? html`${name}` : html`<a href="${hrefOf(page)}">${name}</a>`
  }
  return html`<section aria-labelledby="cross"><h2 id="cross">报告之间的问题</h2><p class="said">不同单位的报告中连续相同的文字，请核对是否误用了其他单位的内容。</p><div class="sheet"><table class="plain pairs"><thead><tr><th scope="col">级别</th><th scope="col">报告</th><th scope="col">与之相同的报告</th><th scope="col">相同之处</th></tr></thead><tbody>${crossFile.map(
    (finding) =>
      html`<tr><td><span class="severity ${finding.severity}">${severityWords[finding.severity]}</span></td><td>${linked(finding.file)}</td><td>${linked(finding.other.file)}${finding.other.line > 0 ? html` ${lineWord(finding.other.line)}` : null}</td><td>${placesOf(finding)}</td></tr>`,
  )}</tbody></table></div></section>`
}

function placesOf({ quotes, message }: CrossFinding): Markup {
  const places = quotes.map((quote) => html`<li>${placeOf(quote)} “${quote.text}…”</li>`)
  return html`<details><summary>列出 ${quotes.length} 处</summary><p>${message}</p><ul>${places}</ul></details>`
}

const MOST_UNREAD = 500

/** Nothing was found in them because nothing was read: they must not look clean. */
export function unreadSection({ files, leftOut }: BatchSummary): Markup | null {
  const unread = files.filter(({ isUnread }) => isUnread)
  if (unread.length + leftOut.length === 0) return null
  return html`<section aria-labelledby="unread"><h2 id="unread">未能校核的文件</h2><p class="said">这些文件没有读出，不等于没有问题。</p><div class="sheet"><table class="plain"><thead><tr><th scope="col">文件</th><th scope="col">原因和办法</th></tr></thead><tbody>${unread
    .slice(0, MOST_UNREAD)
    .map(
      ({ file, problems }) =>
        html`<tr><th scope="row">${file === '-' ? standardInput : file}</th><td>${problems.map((problem) => html`<div>${sayProblem(problem, file)}</div>`)}</td></tr>`,
    )}${leftOut.slice(0, MOST_UNREAD).map(({ file, why }) => html`<tr><th scope="row">${file}</th><td>${why}，没有校核。请核对其中是否有报告。</td></tr>`)}</tbody></table></div>${
    unread.length > MOST_UNREAD ? html`<p class="said">另有 ${unread.length - MOST_UNREAD} 个，见“各份报告”。</p>` : null
  }</section>`
}
