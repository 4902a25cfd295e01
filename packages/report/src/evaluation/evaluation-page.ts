/** 自评得分页: one file for a browser. Every score opens to its rule, source, figures, evidence and steps; nothing comes from outside. */
import { html, type Markup } from '../html/markup.ts'
import { pageFrame } from '../html/page-frame.ts'
import { type Evaluated, type EvaluationRow, evaluationRows } from './evaluation-rows.ts'
import { EVALUATION_STYLE } from './evaluation-style.ts'
import { sayWarning } from './evaluation-words.ts'

export interface EvaluationPageOptions {
  /** Of the scheme. */
  readonly label: string
  /** YYYY-MM-DD */
  readonly asOf: string | null
  readonly version?: string
}

/** The evaluations are made with their traces; without them a score opens to its rule only. */
export function evaluationPage(list: readonly Evaluated[], { label, asOf, version }: EvaluationPageOptions): string {
  const year = list[0]?.evaluation.year
  const title = `${year === undefined ? '' : `${year}年度`}绩效自评得分：${list.length === 1 ? (list[0] as Evaluated).unitName : `${list.length} 个单位`}`
  const body = html`<main class="wrap">
<header><h1>${title}</h1><p class="said">评分细则：${label}${asOf === null ? '' : `；数据截至 ${asOf}`}。点开任一指标，可看计分依据、数据来源、佐证材料和计算过程。</p></header>
${list.length > 1 ? overview(list) : null}
${list.map((one, at) => unitPart(one, at, list.length > 1))}
<footer>得分由程序按评分细则和填报的数据算出，未改动任何数据；没有数据的指标不计分，也不按零分计。${version === undefined ? null : `绩衡 ${version}。`}</footer>
</main>`
  return pageFrame({ title, body, style: EVALUATION_STYLE, script: '' })
}

function overview(list: readonly Evaluated[]): Markup {
  const rows = list.map(
    ({ unitName, evaluation: { total, grade, open, asks } }, at) =>
      html`<tr><td><a href="#u${at}">${unitName}</a></td><td class="number">${total ?? '—'}</td><td>${grade ?? ''}</td><td class="number">${open.length}</td><td class="number">${asks.length}</td></tr>`,
  )
  return html`<table class="all"><thead><tr><th>单位</th><th class="number">总分</th><th>等级</th><th class="number">未计分指标</th><th class="number">需说明</th></tr></thead><tbody>${rows}</tbody></table>`
}

/** One evaluation, whole. */
export function unitPart(one: Evaluated, at: number, isOfMany: boolean): Markup {
  const { evaluation, plan } = one
  const rows = evaluationRows(one)
  const { document, from } = evaluation.scheme
  const heading = isOfMany ? html`<h2 id="u${at}" class="${at === 0 ? 'first' : ''}">${one.unitName}</h2>` : null
  return html`<section>${heading}
<p class="said">依据 ${document}，${from} 起适用</p>
${totals(one)}
${warningsOf(one)}
${deductionsOf(one)}
${toDo(rows)}
<div class="tree">
<div class="line heads"><span class="name">指标</span><span class="weight">分值</span><span class="target">目标值</span><span class="actual">实际完成值</span><span class="score">得分</span></div>
${rows.map((row) => (row.kind === 'block' ? blockLine(row) : indicatorLine(row, at)))}
</div>
${unknownOf(plan.version.unknown)}</section>`
}

function totals({ evaluation, plan }: Evaluated): Markup {
  const { raw, applicable, bonus, deducted, total, grade, open } = evaluation
  const { full, policies } = plan.version
  const rebased =
    applicable === full
      ? null
      : html`<li><small>指标得分 / 适用满分</small><b>${raw} / ${applicable}</b><small>按比例换算为 ${full} 分</small></li>`
  const card = (label: string, value: string): Markup | null =>
    value === '0' ? null : html`<li><small>${label}</small><b>${value}</b></li>`
  const main =
    total === null
      ? html`<li class="open"><small>还不能计分</small><b>${open.length} 项</b><small>补齐后才有总分；已得 ${raw} 分</small></li>`
      : html`<li><small>总分 / 满分</small><b>${total} / ${full}</b></li>`
  const graded = policies.grades === null || grade === null ? null : html`<li><small>等级</small><b>${grade}</b></li>`
  return html`<ul class="total">${main}${graded}${rebased}${card('加分', bonus)}${deducted === '0' ? null : card('扣分', `-${deducted}`)}</ul>`
}

function warningsOf({ evaluation: { warnings } }: Evaluated): Markup | null {
  return warnings.length === 0
    ? null
    : html`<h3>提示灯</h3><ul class="list">${warnings.map((warning) => html`<li class="light ${warning.light}">${sayWarning(warning)}</li>`)}</ul>`
}

function deductionsOf({ evaluation: { deductions } }: Evaluated): Markup | null {
  return deductions.length === 0
    ? null
    : html`<h3>从总分中扣减（${deductions.length} 项）</h3><ul class="list">${deductions.map(({ label, points }) => html`<li>扣 ${points} 分：${label}</li>`)}</ul>`
}

function toDo(rows: readonly EvaluationRow[]): Markup | null {
  const open = rows.filter((row) => row.kind === 'indicator' && row.open !== '')
  const asked = rows.filter((row) => row.asks.length > 0)
  if (open.length + asked.length === 0) return null
  const missing =
    open.length === 0
      ? null
      : html`<h3>还不能计分（${open.length} 项）</h3><ul class="list">${open.map(({ label, open: why }) => html`<li><b>${label}</b>：<span class="missing">${why}</span></li>`)}</ul>`
  const toSay =
    asked.length === 0
      ? null
      : html`<h3>需要说明（${asked.length} 项）</h3><ul class="list">${asked.map(({ label, asks }) => html`<li><b>${label}</b>：${asks.join('；')}</li>`)}</ul>`
  return html`${missing}${toSay}<h3>逐项得分</h3>`
}

const depthOf = ({ depth }: EvaluationRow): string => `d${Math.min(depth, 5)}`

function blockLine(row: EvaluationRow): Markup {
  const score = row.score === '' ? html`<span class="score open">待补</span>` : html`<span class="score">${row.score}</span>`
  return html`<div class="line block ${depthOf(row)}"><span class="name">${row.label}</span><span class="weight">${row.weight}</span><span class="target"></span><span class="actual"></span>${score}</div>`
}

function indicatorLine(row: EvaluationRow, at: number): Markup {
  return html`<details id="u${at}-${row.id}"><summary class="${depthOf(row)}"><span class="name">${row.label}${row.isBonus ? '（加分）' : null}</span><span class="weight">${row.weight}</span><span class="target" data-head="目标">${row.target}</span><span class="actual" data-head="实际">${row.actual}</span>${scoreOf(row)}</summary>
<div class="working">${working(row)}</div></details>`
}

function scoreOf({ state, score, weight, isBonus }: EvaluationRow): Markup {
  if (state === 'open') return html`<span class="score open">待补</span>`
  if (score === '') return html`<span class="score none">不适用</span>`
  return html`<span class="score ${score !== weight && !isBonus ? 'lost' : ''}">${score}</span>`
}

function working({ open, asks, rule, measure, source, trace }: EvaluationRow): Markup {
  const facts = (trace?.facts ?? []).map(({ item, says, source: from, evidence }) => factLine(item, says, from, evidence))
  const line = (label: string, content: Markup | string | null): Markup | null =>
    content === null || content === '' ? null : html`<dt>${label}</dt><dd>${content}</dd>`
  return html`<dl>${line('未计分', open === '' ? null : html`<span class="missing">${open}</span>`)}${line('怎样得来', measure)}${line('计分标准', rule)}${line('依据', source)}${line('数据', facts.length === 0 ? null : html`<ul>${facts}</ul>`)}${line('计算', (trace?.steps ?? []).length === 0 ? null : html`<ol>${(trace?.steps ?? []).map((step) => html`<li>${step}</li>`)}</ol>`)}${line('请说明', asks.length === 0 ? null : html`<span class="ask">${asks.join('；')}</span>`)}</dl>`
}

function factLine(item: string, says: string, source: string, evidence: readonly string[]): Markup {
  return html`<li>${item}：${says}${source === '' ? null : `；来源 ${source}`}${evidence.length === 0 ? null : `；佐证 ${evidence.join('、')}`}</li>`
}

function unknownOf(unknown: readonly string[]): Markup | null {
  return unknown.length === 0
    ? null
    : html`<h3>评分细则没有写明的</h3><ul class="list">${unknown.map((text) => html`<li>${text}</li>`)}</ul>`
}
