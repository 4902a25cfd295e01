/** One finding beside the document: what is accused, why, what should stand there, where else to look. */
import { catalogue, type Finding, type Quote } from '@jiheng/audit'
import { citationOf } from '../wording/citation.ts'
import { placeOf } from '../wording/place.ts'
import { repairLines } from '../wording/repair.ts'
import { plainStep } from '../wording/step.ts'
import { kindWords, severityWords } from '../wording/words.ts'
import type { Later } from './later.ts'
import { html, type Markup } from './markup.ts'
import type { Numbered } from './numbered.ts'
import { quotedLine } from './quoted-line.ts'

/** Id of the element that shows a quote; null where there is none. */
export type TargetOf = (number: number, quote: number) => string | null

/** Places shown before the rest is folded away. */
const SHOWN_PLACES = 6

const rules = new Map(catalogue.map((check) => [check.id, check]))

/** `unit` is shown where a file holds several reports. */
export function findingCard({ number, finding, report, quotes }: Numbered, unit: string | null, target: TargetOf, later: Later): Markup {
  const { id, severity, kind, title, message, expected } = finding
  const accused = quotes[0]
  const place = accused === undefined ? '' : placeOf(accused)
  const repairs = repairLines(finding)
  const more = html`${stepsOf(finding)}${elsewhere(finding, number, target)}${relatedOf(finding, number, target)}${ruleOf(finding)}`
  return html`<article class="finding" id="${id}" data-number="${number}" data-severity="${severity}" data-kind="${kind}" data-report="${report}">
<h3><a class="head" href="#${id}"><span class="n ${severity}">${number}</span><span class="severity ${severity}">${severityWords[severity]}</span> <span class="title">${title}</span></a></h3>
<p class="where">${[unit, kindWords[kind]].filter((word) => word !== null).join(' · ')}${place === '' ? null : html` · ${jump(target(number, 0), place)}`}</p>
${accused === undefined ? null : html`<p class="line">${quotedLine(accused)}</p>`}
<p class="message">${message}</p>
${expected === null ? null : html`<p class="answer"><span>应为</span><b>${expected}</b></p>`}${repairs.length === 0 ? null : html`<p class="answer"><span>建议</span>${repairs.join('；或 ')}</p>`}
<div class="more">
${later(more)}
</div>
</article>
`
}

function stepsOf({ steps, computation }: Finding): Markup | null {
  if (steps.length === 0) return computation === '' ? null : html`<h4>计算</h4><p class="steps">${computation}</p>`
  return html`<h4>计算</h4><ol class="steps">${steps.map(({ say }) => html`<li>${plainStep(say)}</li>`)}</ol>`
}

function elsewhere({ quotes }: Finding, number: number, target: TargetOf): Markup | null {
  const others = quotes.slice(1).map((quote, at) => placeLine(quote, target(number, at + 1)))
  if (others.length === 0) return null
  const rest = others.slice(SHOWN_PLACES)
  const folded = rest.length === 0 ? null : html`<details><summary>其余 ${rest.length} 处</summary><ul>${rest}</ul></details>`
  return html`<h4>另见</h4><ul>${others.slice(0, SHOWN_PLACES)}</ul>${folded}`
}

function relatedOf({ quotes, related }: Finding, number: number, target: TargetOf): Markup | null {
  if (related.length === 0) return null
  const lines = related.map(
    ({ kind, message, computation, quote }, at) =>
      html`<li><b>${kindWords[kind]}</b> ${jump(target(number, quotes.length + at), placeOf(quote))}<br>${message}<br><span class="steps">${computation}</span></li>`,
  )
  return html`<h4>同因问题（改正以上一处后应一并消除）</h4><ul>${lines}</ul>`
}

function placeLine(quote: Quote, id: string | null): Markup {
  return html`<li>${jump(id, placeOf(quote) || '原文')} ${quotedLine(quote)}</li>`
}

function jump(id: string | null, words: string): Markup | string {
  return id === null ? words : html`<a class="jump" href="#${id}">${words || '原文'}</a>`
}

/** What is compared with what, and the article behind it. */
function ruleOf({ check }: Finding): Markup {
  const rule = rules.get(check)
  const source = citationOf(check)
  return html`<p class="rule" title="规则编号 ${check}">${rule?.wording.explain ?? null}${source === null ? null : html` 依据：${source}。`}</p>`
}
