/** docs/checks.md: what is checked, made from the catalogue. */

/**
 * @typedef {object} CheckEntry
 * @property {string} id
 * @property {string} kind
 * @property {'error' | 'warning' | 'info'} severity
 * @property {readonly string[]} needs kinds of relations
 * @property {{ title: string, titleEnglish: string, remedy: string, explain: string }} wording
 * @property {string} source
 */

const severities = { error: '差错', warning: '疑点', info: '提示' }

/** @param {readonly CheckEntry[]} catalogue @returns {string} */
export function checksPage(catalogue) {
  return `${[
    '# 校核规则 Checks',
    '',
    '<!-- Made by `npm run docs` from packages/audit/src/checks/catalogue.ts. Do not edit. -->',
    '',
    `共 ${catalogue.length} 项。级别是可能报出的最高一级。差错：数字不可能同时为真；疑点：很可能有误，需要人看；提示：格式和文字。`,
    '程序只提出问题，不修改报告。How often each kind is right: [accuracy.md](accuracy.md).',
    '',
    '| 规则 | 问题 | 级别 | 类别 | Fault |',
    '| --- | --- | --- | --- | --- |',
    ...catalogue.map(row),
    ...catalogue.flatMap(section),
  ].join('\n')}\n`
}

/** @param {CheckEntry} check */
function row({ id, wording, severity, kind }) {
  return `| [\`${id}\`](#${id}) | ${cell(wording.title)} | ${severities[severity]} | \`${kind}\` | ${cell(wording.titleEnglish)} |`
}

/** @param {CheckEntry} check */
function section({ id, kind, severity, needs, wording, source }) {
  return [
    '',
    `## ${id}`,
    '',
    `**${wording.title}** · ${severities[severity]} \`${severity}\` · \`${kind}\` · ${wording.titleEnglish}`,
    '',
    wording.explain,
    '',
    `- 怎么办：${wording.remedy}`,
    ...(needs.length > 0 ? [`- 所用勾稽关系：${needs.map((one) => `\`${one}\``).join('、')}`] : []),
    `- 出处：${source}`,
  ]
}

/** @param {string} text */
const cell = (text) => text.replaceAll('|', '\\|')
