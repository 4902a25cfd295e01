/** Above the findings: step through them, filter them. Shown by the script, without which they would do nothing. */
import type { FindingKind } from '@jiheng/audit'
import { kindWords, severities, severityMeanings, severityWords } from '../wording/words.ts'
import { html, type Markup } from './markup.ts'
import type { Numbered } from './numbered.ts'

/** `units` are those of several reports in one file; empty for one; `untold` counts what could not be told. */
export function findingTools(findings: readonly Numbered[], units: readonly string[], untold: number): Markup {
  const kinds = new Map<FindingKind, number>()
  for (const { finding } of findings) kinds.set(finding.kind, (kinds.get(finding.kind) ?? 0) + 1)
  const toggles = severities.map((severity, at) => {
    const count = findings.filter(({ finding }) => finding.severity === severity).length
    return html`<button type="button" class="toggle ${severity}" data-severity="${severity}" aria-pressed="true" title="${severityMeanings[severity]}（按键 ${at + 1}）">${severityWords[severity]} ${count}</button>`
  })
  const kindOptions = [...kinds].map(([kind, count]) => html`<option value="${kind}">${kindWords[kind]}（${count}）</option>`)
  const unitOptions = units.map((unit, at) => html`<option value="${at}">${unit}</option>`)
  const unitSelect =
    units.length === 0 ? null : html`<select id="unit" aria-label="单位"><option value="">全部单位</option>${unitOptions}</select>`
  return html`<div class="tools" id="tools" hidden>
<div class="row no-print"><div class="toggles" role="group" aria-label="按轻重筛选">${toggles}</div><div class="steps"><button type="button" id="previous" title="上一条（k 或 ↑）">上一条</button><button type="button" id="next" title="下一条（j 或 ↓）">下一条</button><button type="button" id="help" title="按键说明（?）" aria-label="按键说明">?</button></div></div>
<div class="row no-print"><select id="kind" aria-label="类别"><option value="">全部类别</option>${kindOptions}</select>${unitSelect}<input type="search" id="words" placeholder="筛选文字（/）" aria-label="筛选文字"></div>
<div class="state"><p id="count" aria-live="polite">共 ${findings.length} 条</p><span class="no-print"><a class="jump" href="#coverage">核对范围</a>${untold === 0 ? null : html`<a class="jump" href="#untold">无法判断 ${untold} 处</a>`}</span></div>
</div>
`
}

const KEYS: readonly (readonly [string, string])[] = [
  ['j 或 ↓', '下一条'],
  ['k 或 ↑', '上一条'],
  ['Enter', '展开或收起选中的一条'],
  ['1　2　3', '显示或隐藏差错、疑点、提示'],
  ['/', '到筛选框'],
  ['Esc', '清除筛选和选中'],
  ['?', '按键说明'],
]

export function keysHelp(): Markup {
  const lines = KEYS.map(([key, does]) => html`<dt><kbd>${key}</kbd></dt><dd>${does}</dd>`)
  return html`<dialog id="keys" class="no-print" aria-labelledby="keys-title"><h2 id="keys-title">按键</h2><dl>${lines}</dl><button type="button" id="keys-close">关闭</button></dialog>`
}
