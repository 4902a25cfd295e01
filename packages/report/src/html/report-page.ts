/** The page of one audited file: the document with marks, the findings beside it. One file that works on its own, with or without its script. */

import type { Anchor } from '@jiheng/vocabulary'
import type { Audited } from '../audited.ts'
import { shortName } from '../wording/file-name.ts'
import { severities, severityMeanings, severityWords, standardInput } from '../wording/words.ts'
import { blockId, documentBlocks } from './document-blocks.ts'
import { documentPages, hasPages, pageId } from './document-pages.ts'
import { findingCard } from './finding-card.ts'
import { findingTools, keysHelp } from './finding-tools.ts'
import { type Later, laterFor } from './later.ts'
import { MarkWriter } from './mark-writer.ts'
import { Marks } from './marks.ts'
import { html, type Markup } from './markup.ts'
import { type Numbered, numberedFindings } from './numbered.ts'
import { pageFrame } from './page-frame.ts'
import { coverageNotes, problemLines, problemNotes, untoldNotes, versionLine } from './report-notes.ts'
import { reportScript } from './report-script.ts'
import { REPORT_STYLE } from './report-style.ts'

export interface ReportPageOptions {
  /** Where the index of the batch stands, as a relative address; '' or nothing: the page stands alone. */
  readonly back?: string
}

/** One self-contained HTML file. The same result gives the same page. */
export function reportPage(audited: Audited, { back = '' }: ReportPageOptions = {}): string {
  const { document, result } = audited
  const name = result.file === '-' ? standardInput : result.file
  const title = `${shortName(name)} 校核结果`
  const script = `(${reportScript.toString()})()`
  if (document.reports.length === 0) {
    return pageFrame({ title, body: unreadBody(audited, name, back), style: REPORT_STYLE, script: '' })
  }
  const findings = numberedFindings(result)
  const writer = new MarkWriter(findings)
  const marks = new Marks(findings)
  const paged = hasPages(document)
  const later = laterFor(audited)
  // The document is written first: findings link only to marks that are there.
  const written = paged
    ? documentPages(document, marks, writer, later)
    : { markup: documentBlocks(document, marks, writer, later), style: '' }
  const body = html`${headerOf(name, findings, back)}
<main class="panes">
<section class="document${paged ? ' paged' : ''}" id="document" tabindex="0" aria-labelledby="document-title"><h2 class="unseen" id="document-title">报告原文</h2>
<div class="paper">
${written.markup}</div>
</section>
<div class="side" id="side">
${findingsOf(audited, findings, writer, later)}
${problemNotes(audited)}${coverageNotes(audited)}${untoldNotes(audited, (at) => placeTarget(at, audited, paged))}${versionLine(audited)}</div>
</main>
${keysHelp()}`
  return pageFrame({ title, body, style: `${REPORT_STYLE}\n${written.style}`, script })
}

function headerOf(name: string, findings: readonly Numbered[], back: string): Markup {
  const counts = severities.map((severity) => {
    const count = findings.filter(({ finding }) => finding.severity === severity).length
    return html`<span class="severity ${severity}" title="${severityMeanings[severity]}">${severityWords[severity]} ${count}</span> `
  })
  const way = back === '' ? null : html`<a class="back" href="${back}">← 返回总表</a>`
  return html`<header class="top">${way}<h1 title="${name}"><span>校核结果</span> ${shortName(name)}</h1><p class="counts">${counts}</p><a class="to-side no-print" href="#side">看问题 ↓</a></header>`
}

function findingsOf(audited: Audited, findings: readonly Numbered[], writer: MarkWriter, later: Later): Markup {
  const { result } = audited
  const several = result.reports.length > 1
  const unitOf = (report: number): string | null => (several ? (result.reports[report]?.unit ?? `第${report + 1}份报告`) : null)
  const warning =
    problemLines(audited).length > 0
      ? html`<p class="notice">读取这个文件时有需要留意的情况，见<a class="jump" href="#problems">读取说明</a>。</p>`
      : null
  const untold = result.reports.reduce((sum, report) => sum + report.untold.length, 0)
  if (findings.length === 0 && result.reports.every(({ coverage }) => coverage.numbers === 0)) {
    return html`<section class="findings" aria-labelledby="findings-title"><h2 class="idle" id="findings-title">没有可以核对的数字</h2>${warning}
<p>没有读出数字，不等于没有问题。请检查是否选对了文件。</p></section>`
  }
  if (findings.length === 0) {
    return html`<section class="findings" aria-labelledby="findings-title"><h2 id="findings-title">未发现问题</h2>${warning}
<p>核对过的数字和表述没有发现不符；核对了什么，见下面的“核对范围”。没有核对到的地方不在此列。</p></section>`
  }
  const cards = findings.map((numbered) =>
    findingCard(numbered, unitOf(numbered.report), (number, quote) => writer.target(number, quote), later),
  )
  return html`<section class="findings" aria-labelledby="findings-title"><h2 class="unseen" id="findings-title">问题</h2>
${findingTools(findings, several ? result.reports.map((_, report) => unitOf(report) ?? '') : [], untold)}${warning}
<div id="findings">
${cards}</div>
<p class="none" id="none" hidden>没有符合筛选条件的问题。</p>
</section>`
}

function placeTarget({ report, block, page }: Anchor, { document }: Audited, paged: boolean): string | null {
  if (paged) return page === undefined ? null : pageId(page)
  return document.reports[report]?.blocks[block] === undefined ? null : blockId(report, block)
}

/** Nothing was audited: the page says why, so that nobody takes it for a clean report. */
function unreadBody(audited: Audited, name: string, back: string): Markup {
  const lines = problemLines(audited)
  const why =
    lines.length === 0
      ? html`<p>文件里没有可校核的文字。请检查是否选对了文件。</p>`
      : html`<ul>${lines.map((line) => html`<li>${line}</li>`)}</ul>`
  const way = back === '' ? null : html`<a class="back" href="${back}">← 返回总表</a>`
  return html`<header class="top">${way}<h1 title="${name}"><span>校核结果</span> ${shortName(name)}</h1></header>
<main class="unread"><h2>这个文件没有校核</h2>${why}
<p>没有校核，不等于没有问题。</p></main>
${versionLine(audited)}`
}
