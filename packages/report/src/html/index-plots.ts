/** The three plots of a batch, each with its figures as a table. */
import type { BatchSummary, Counts } from '../batch/batch-summary.ts'
import type { UnitLine } from '../batch/unit-lines.ts'
import { kindWords, severities, severityWords } from '../wording/words.ts'
import { html, type Markup } from './markup.ts'
import { shareBars, stackedBars } from './plots.ts'

/** Names of units come from documents; nobody's is longer. */
const LONGEST_NAME = 60
export const named = (name: string): string => (name.length > LONGEST_NAME ? `${name.slice(0, LONGEST_NAME)}…` : name)

/** Of very many units the table of reports below has the rest. */
const TABLED_UNITS = 500

/** `drawn` are the units in the plots, `units` all of them. */
export function plotsSection({ kinds }: BatchSummary, units: readonly UnitLine[], drawn: readonly UnitLine[]): Markup | null {
  if (units.length === 0) return null
  const tabled = units.length > TABLED_UNITS ? drawn : units
  const rest = tabled === drawn ? '下面的“各份报告”' : '表格'
  const chosen = `图中为差错较多的 ${drawn.length} 个，按报送顺序排列；全部 ${units.length} 个见${rest}。`
  const some = units.length > drawn.length ? chosen : '按报送顺序排列。'
  return html`<section aria-labelledby="overview"><h2 id="overview">总览</h2><div class="plots">
${figure(
  'units',
  '各单位的问题',
  some,
  stackedBars(
    drawn.map(({ unit, counts }) => ({ label: named(unit), counts })),
    { id: 'plot-units', title: '各单位的差错、疑点和提示', description: `每行一个单位，条的长短是问题的数量。${some}` },
  ),
  countTable(
    '单位',
    tabled.map(({ unit, counts }) => ({ label: named(unit), counts })),
  ),
)}
${figure(
  'kinds',
  '各类问题',
  kinds.length === 0 ? '没有发现问题。' : '按数量排列。',
  kinds.length === 0
    ? null
    : stackedBars(
        kinds.map(({ kind, counts }) => ({ label: kindWords[kind], counts })),
        { id: 'plot-kinds', title: '各类问题的差错、疑点和提示', description: '每行一类问题，条的长短是问题的数量。' },
      ),
  kinds.length === 0
    ? null
    : countTable(
        '类别',
        kinds.map(({ kind, counts }) => ({ label: kindWords[kind], counts })),
      ),
)}
${figure(
  'coverage',
  '核对了多少',
  '报告里的数字，有多少进入了核对关系。没有进入的，程序没有比较过。',
  shareBars(
    drawn.map(({ unit, inRelations, numbers }) => ({ label: named(unit), part: inRelations, whole: numbers })),
    {
      id: 'plot-coverage',
      title: '各单位进入核对的数字',
      description: `每行一个单位，实心部分是进入核对关系的数字占全部数字的多少。${some}`,
      heading: '进入核对 / 全部',
      nothing: '没有数字',
    },
  ),
  coverageTable(tabled),
)}
</div></section>`
}

function figure(className: string, title: string, note: string, plot: Markup | null, table: Markup | null): Markup {
  return html`<figure class="${className}"><figcaption><b>${title}</b><small>${note}</small></figcaption>${
    plot === null ? null : html`<div class="box" tabindex="0" role="region" aria-label="图：${title}">${plot}</div>`
  }${table === null ? null : html`<details><summary>看表格</summary><div class="box" tabindex="0" role="region" aria-label="表：${title}">${table}</div></details>`}</figure>`
}

function countTable(head: string, rows: readonly { readonly label: string; readonly counts: Counts }[]): Markup {
  const heads = severities.map((severity) => html`<th scope="col" class="number">${severityWords[severity]}</th>`)
  const lines = rows.map(
    ({ label, counts }) =>
      html`<tr><th scope="row">${label}</th>${severities.map((severity) => html`<td class="number">${counts[severity]}</td>`)}</tr>`,
  )
  return html`<table class="plain"><thead><tr><th scope="col">${head}</th>${heads}</tr></thead><tbody>${lines}</tbody></table>`
}

function coverageTable(units: readonly UnitLine[]): Markup {
  const lines = units.map(
    ({ unit, inRelations, numbers }) =>
      html`<tr><th scope="row">${named(unit)}</th><td class="number">${inRelations}</td><td class="number">${numbers}</td></tr>`,
  )
  return html`<table class="plain"><thead><tr><th scope="col">单位</th><th scope="col" class="number">进入核对</th><th scope="col" class="number">全部数字</th></tr></thead><tbody>${lines}</tbody></table>`
}
