/** The page that stands before a batch: what it comes to, unit by unit, and the way to the result of every file. */
import type { BatchSummary } from '../batch/batch-summary.ts'
import { unitLines, unitsToDraw } from '../batch/unit-lines.ts'
import { severities, severityMeanings, severityWords } from '../wording/words.ts'
import { crossSection, recurringSection, unreadSection } from './index-common.ts'
import { filesSection } from './index-files.ts'
import { type FileLinks, hrefOf } from './index-links.ts'
import { plotsSection } from './index-plots.ts'
import { indexScript } from './index-script.ts'
import { INDEX_STYLE } from './index-style.ts'
import { html, type Markup } from './markup.ts'
import { pageFrame } from './page-frame.ts'
import { plotPatterns } from './plots.ts'

export interface BatchLink {
  readonly label: string
  readonly path: string
  /** What it is for, in a few words. */
  readonly note?: string
}

export interface IndexOptions {
  /** 校核结果 when left out. */
  readonly title?: string
  /** YYYY-MM-DD, as in the context of the audit. */
  readonly asOf?: string | null
  /** Of the engine; shown at the foot. */
  readonly version?: string
  /** The lists and drafts of the whole batch. */
  readonly files?: readonly BatchLink[]
}

/** Units that a plot shows; the table beside it has all. */
export const DRAWN_UNITS = 40

/** One file, nothing from outside. `links` is asked with the index of the file in the batch. */
export function indexPage(batch: BatchSummary, links: (file: number) => FileLinks, options: IndexOptions = {}): string {
  const title = options.title ?? '校核结果'
  const units = unitLines(batch)
  const body = html`${plotPatterns}<main class="wrap">
<header><h1>${title}</h1><p class="said">${saySize(batch, units.length, options)}</p></header>
${cards(batch)}
${downloads(options.files ?? [])}
${plotsSection(batch, units, unitsToDraw(units, DRAWN_UNITS))}
${filesSection(batch, links)}
${recurringSection(batch)}
${crossSection(batch, links)}
${unreadSection(batch)}
<footer>程序只提出问题，不修改报告；“${severityWords.warning}”和“${severityWords.info}”请逐条核对。${options.version === undefined ? null : `绩衡 ${options.version}。`}</footer>
</main>`
  return pageFrame({ title, body, style: INDEX_STYLE, script: `(${indexScript.toString()})()` })
}

function saySize({ files, reports }: BatchSummary, units: number, { asOf }: IndexOptions): string {
  const day = asOf === undefined || asOf === null ? '' : `，校核日期 ${asOf}`
  return `${files.length} 个文件，${reports} 份报告，${units} 个单位${day}`
}

function cards({ files, counts }: BatchSummary): Markup {
  const unread = files.filter(({ isUnread }) => isUnread).length
  const reports = files.flatMap((file) => file.reports)
  const numbers = reports.reduce((sum, report) => sum + report.numbers, 0)
  const inRelations = reports.reduce((sum, report) => sum + report.inRelations, 0)
  const found = severities.map(
    (severity) =>
      html`<li class="${severity}"><span class="what">${severityWords[severity]}</span><b>${counts[severity]}</b><small>${severityMeanings[severity]}</small></li>`,
  )
  return html`<ul class="cards">${found}<li><span class="what">进入核对的数字</span><b>${inRelations}</b><small>共有数字 ${numbers} 个；没有进入核对的，没有发现问题不等于没有问题</small></li><li class="${unread > 0 ? 'error' : ''}"><span class="what">未能校核的文件</span><b>${unread}</b><small>${unread > 0 ? html`<a href="#unread">看原因</a>` : '照片等不能读取的文件不在其内，请对照报送登记核对份数'}</small></li></ul>`
}

function downloads(files: readonly BatchLink[]): Markup | null {
  if (files.length === 0) return null
  return html`<nav aria-label="本批文件"><ul class="downloads">${files.map(
    ({ label, path, note }) =>
      html`<li><a href="${hrefOf(path)}">${label}${note === undefined ? null : html`<small>${note}</small>`}</a></li>`,
  )}</ul></nav>`
}
