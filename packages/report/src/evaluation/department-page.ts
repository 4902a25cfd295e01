/** 部门自评得分页: the score with its working, the money added up against the department's own statement, and how its units stand. */
import { html, type Markup } from '../html/markup.ts'
import { pageFrame } from '../html/page-frame.ts'
import { type DepartmentReport, type MoneyRow, moneyRows, nameOfUnit, totalOf } from './department-report.ts'
import { moneyHeads, sayCoverage, sayDepartmentScore, sayOffline, sayState, sayStatistics, sayTransfers } from './department-words.ts'
import { type EvaluationPageOptions, unitPart } from './evaluation-page.ts'
import { EVALUATION_STYLE } from './evaluation-style.ts'

export function departmentPage(report: DepartmentReport, { asOf, version }: Omit<EvaluationPageOptions, 'label'>): string {
  const { scheme, year, score } = report
  const title = `${year}年度部门整体绩效自评：${report.name}`
  const body = html`<main class="wrap">
<header><h1>${title}</h1><p class="said">评分细则：${scheme.label}（${scheme.document}，${scheme.from} 起适用）${asOf === null ? '' : `；数据截至 ${asOf}`}</p></header>
${result(report)}
<h2>金额汇总</h2>${money(report)}
<h2>单位报送和得分</h2>${units(report)}
${score?.kind === 'once' ? html`<h2>部门逐项得分</h2>${unitPart(score.evaluated, 0, false)}` : null}
<footer>金额和得分由程序按各单位填报的数据算出，未改动任何数据；差额请与部门决算核对。${version === undefined ? null : `绩衡 ${version}。`}</footer>
</main>`
  return pageFrame({ title, body, style: EVALUATION_STYLE, script: '' })
}

function result(report: DepartmentReport): Markup {
  const { total, grade } = totalOf(report)
  const card =
    total === null
      ? html`<li class="open"><small>部门得分</small><b>待补</b></li>`
      : html`<li><small>部门得分 / 满分</small><b>${total} / ${report.full}</b></li>`
  const graded = grade === null ? null : html`<li><small>等级</small><b>${grade}</b></li>`
  const { expected, submitted, offline } = report.coverage
  const { mean } = report.statistics
  return html`<ul class="total">${card}${graded}<li><small>已报（含线下） / 应报单位</small><b>${submitted + offline} / ${expected}</b></li>${mean === null ? null : html`<li><small>单位平均分</small><b>${mean}</b></li>`}</ul>
<p class="said">${sayDepartmentScore(report)}</p>`
}

function money(report: DepartmentReport): Markup {
  const rows = moneyRows(report)
  const transfers = sayTransfers(report)
  if (rows.length === 0) return html`<p class="said">各单位都没有填报金额。</p>`
  return html`<table class="all"><thead><tr>${moneyHeads.map((head, at) => html`<th class="${at > 1 && head !== '已说明' ? 'number' : ''}">${head}</th>`)}</tr></thead><tbody>${rows.map(moneyRow)}</tbody></table>
<p class="said">差额＝部门填报－汇总数；未说明差额＝差额－已说明。${sayOffline(report)}</p>
${transfers.length === 0 ? null : html`<h3>内部往来</h3><ul class="list">${transfers.map((text) => html`<li>${text}</li>`)}</ul>`}`
}

function moneyRow(row: MoneyRow): Markup {
  const cell = (text: string, kind = 'number'): Markup => html`<td class="${kind}">${text}</td>`
  const sum =
    row.lacks === ''
      ? [row.sum, row.offset, row.consolidated].map((text) => cell(text))
      : [html`<td colspan="3" class="missing">${row.lacks}</td>`]
  return html`<tr><td>${row.label}${row.mixed === '' ? null : html`<br><small class="ask">${row.mixed}</small>`}</td><td>${row.measure}</td>${sum}${cell(row.stated)}${cell(row.difference)}${cell(row.explained, '')}${cell(row.unexplained, row.isOff ? 'number missing' : 'number')}</tr>`
}

function units(report: DepartmentReport): Markup {
  const rows = report.units.map(
    (one) =>
      html`<tr><td>${nameOfUnit(one)}</td><td class="${one.state === 'missing' ? 'missing' : one.state === 'late' ? 'ask' : ''}">${sayState(report, one)}</td><td class="number">${one.total ?? '—'}</td><td>${one.grade ?? ''}</td></tr>`,
  )
  return html`<p class="said">${sayCoverage(report)}。${sayStatistics(report)}。</p><table class="all"><thead><tr><th>单位</th><th>报送</th><th class="number">总分</th><th>等级</th></tr></thead><tbody>${rows}</tbody></table>`
}
