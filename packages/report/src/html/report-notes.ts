/** What stands behind the findings: what was looked at, what could not be told, trouble with the file, who looked. */
import type { ReportResult, Untold } from '@jiheng/audit'
import { catalogue } from '@jiheng/audit'
import type { SourceReport } from '@jiheng/ingest'
import type { Anchor } from '@jiheng/vocabulary'
import type { Audited } from '../audited.ts'
import { coverageLine } from '../wording/coverage.ts'
import { placeOf } from '../wording/place.ts'
import { isFileProblem, sayFileProblem } from '../wording/problems.ts'
import { unnamedUnit } from '../wording/words.ts'
import { html, type Markup } from './markup.ts'

/** Lines of a group shown before the rest is folded away. */
const SHOWN = 5

const titles = new Map(catalogue.map(({ id, wording }) => [id, wording.title]))

/** Id of the element that shows a place without a mark; null where there is none. */
export type PlaceTarget = (at: Anchor) => string | null

export function coverageNotes({ result }: Audited): Markup {
  const several = result.reports.length > 1
  const lines = result.reports.map(
    ({ unit, coverage }) => html`<li>${several ? html`<b>${unit ?? unnamedUnit}</b>：` : null}${coverageLine(coverage)}。</li>`,
  )
  return html`<section class="notes" id="coverage"><h2>核对范围</h2>
<ul>${lines}</ul>
<p class="meaning">“进入核对”的数字至少与另一个数字有可以重算的关系（合计、比率、增减、前后一致等）；其余数字没有可比对象，没有判断对错。“无法判断”是有关系但口径、期间或单位不明。没有列出问题，只说明核对过的地方相符。</p>
</section>
`
}

export function untoldNotes({ result, document }: Audited, target: PlaceTarget): Markup | null {
  const count = result.reports.reduce((sum, { untold }) => sum + untold.length, 0)
  if (count === 0) return null
  const groups = new Map<string, Told[]>()
  for (const untold of result.reports.flatMap((each, report) => each.untold.map((untold) => ({ ...untold, report })))) {
    const key = JSON.stringify([untold.check, untold.missing])
    const group = groups.get(key)
    if (group) group.push(untold)
    else groups.set(key, [untold])
  }
  const headings = document.reports.map(headingsOf)
  const several = result.reports.length > 1
  const items = [...groups.values()].map((group) => {
    const { check, missing } = group[0] as Told
    const places = group.map((untold, at) =>
      placeWords(untold, several && untold.report !== group[at - 1]?.report ? result.reports : null, target, headings),
    )
    const rest = places.slice(SHOWN)
    const folded = rest.length === 0 ? null : html`<details><summary>其余 ${rest.length} 处</summary>${joined(rest)}</details>`
    return html`<li><b>${missing}</b>（检查：${titles.get(check) ?? check}）<br><span class="places">${joined(places.slice(0, SHOWN))}</span>${folded}</li>`
  })
  const shown = items.slice(0, 2 * SHOWN)
  const rest = items.slice(2 * SHOWN)
  const folded = rest.length === 0 ? null : html`<details><summary>其余 ${rest.length} 类</summary><ul>${rest}</ul></details>`
  return html`<section class="notes" id="untold"><h2>无法判断（${count} 处）</h2>
<p class="meaning">以下各处不是问题：材料不足以判断，需要时请人工核对。</p>
<ul>${shown}</ul>${folded}
</section>
`
}

/** Trouble with the file, each once, as told by the reader and by the audit. */
export function problemLines({ result, document }: Audited): readonly string[] {
  return [...new Set([...result.problems, ...document.problems].filter(isFileProblem).map(sayFileProblem))]
}

export function problemNotes(audited: Audited): Markup | null {
  const lines = problemLines(audited).map((line) => html`<li>${line}</li>`)
  if (lines.length === 0) return null
  const rest = lines.slice(4 * SHOWN)
  const folded = rest.length === 0 ? null : html`<details><summary>其余 ${rest.length} 条</summary><ul>${rest}</ul></details>`
  return html`<section class="notes" id="problems"><h2>读取说明</h2>
<ul>${lines.slice(0, 4 * SHOWN)}</ul>${folded}
</section>
`
}

export function versionLine({ result, document }: Audited): Markup {
  const sha256 = result.sha256 || document.file.sha256
  const parts = [
    `绩衡校核 ${result.engine}`,
    `规则版本 ${result.catalogue}`,
    result.context.asOf === null ? null : `校核日期 ${result.context.asOf}`,
    result.context.purpose === 'disclosure' ? '为公开而校核' : null,
    sha256 === '' ? null : `文件校验码（SHA-256） ${sha256}`,
  ].filter((part) => part !== null)
  return html`<footer class="version">${parts.map((part) => html`<span>${part}</span> `)}<span>结果供核对参考，不改动原文件；是否更正由填报单位决定。</span></footer>
`
}

/** With the index of its report. */
type Told = Untold & { readonly report: number }

type Heading = { readonly block: number; readonly text: string }

const headingsOf = ({ blocks }: SourceReport): readonly Heading[] =>
  blocks.flatMap((block, at) => (block.kind === 'heading' ? [{ block: at, text: `${block.number ?? ''}${block.text}` }] : []))

/** With the unit where another one begins. */
function placeWords(
  { at, report }: Told,
  reports: readonly ReportResult[] | null,
  target: PlaceTarget,
  headings: readonly (readonly Heading[])[],
): Markup {
  const unit = reports === null ? null : html`${reports[report]?.unit ?? unnamedUnit} `
  if (at === null) return html`${unit}全文`
  const words = placeOfAnchor(at, headings)
  const id = target(at)
  return html`${unit}${id === null ? words : html`<a class="jump" href="#${id}">${words}</a>`}`
}

/** As the place of a quote; the heading above where the format counts nothing. */
function placeOfAnchor(at: Anchor, headings: readonly (readonly Heading[])[]): string {
  const { report, block, start, end, line, page, cell } = at
  const isCounted = line !== undefined || page !== undefined || cell !== undefined
  const section = isCounted ? undefined : headings[report]?.findLast((heading) => heading.block <= block)?.text
  const where = {
    ...(line === undefined ? {} : { line }),
    ...(page === undefined ? {} : { page }),
    ...(cell === undefined ? {} : { cell }),
    ...(section === undefined ? {} : { section }),
  }
  return placeOf({ text: '', start, end, textStart: start, report, block, ...where }) || '原文'
}

const joined = (parts: readonly Markup[]): Markup => html`${parts.map((part, at) => (at === 0 ? part : html`、${part}`))}`
