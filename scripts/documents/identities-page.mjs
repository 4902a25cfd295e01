/** docs/identities.md: the identities of the field and what judges each, made from their table. */

/**
 * @typedef {object} IdentityEntry
 * @property {string} id
 * @property {string} formula
 * @property {'rule' | 'form' | 'custom'} ground
 * @property {string} source
 * @property {'exact' | 'sum' | 'ratio' | 'none'} tolerance
 * @property {'error' | 'warning' | 'info' | null} severity
 * @property {readonly string[]} checks
 * @property {string} note
 */

const severities = { error: '差错', warning: '疑点', info: '提示' }
const grounds = { rule: '条文', form: '表式', custom: '惯例' }
const tolerances = { exact: '相等', sum: '四舍五入', ratio: '比率', none: '—' }

/** @param {readonly IdentityEntry[]} identities @returns {string} */
export function identitiesPage(identities) {
  const judged = identities.filter(({ checks }) => checks.length > 0)
  const others = identities.filter(({ checks }) => checks.length === 0)
  return `${[
    '# 勾稽关系 Identities',
    '',
    '<!-- Made by `npm run docs` from packages/audit/src/relations/identities.ts. Do not edit. -->',
    '',
    `共 ${identities.length} 项，核对 ${judged.length} 项。校核意见写明所依据的勾稽关系编号。级别是可能报出的最高一级。`,
    '依据：条文 = 法规、文件有规定；表式 = 公开表、自评表本身的结构；惯例 = 通常做法。',
    '误差：相等 = 按印出的位数比较；四舍五入 = 每个数允许最末位的一半；比率 = 按金额四舍五入可能造成的区间。空格不作零。',
    '公开表按表名和栏目认定，不按表号；单位、年度或口径不明的，不作比较。The accounts tables are known by title and head, never by number; where unit, year or scope is not known, nothing is compared.',
    '',
    '| 编号 | 勾稽关系 | 依据 | 误差 | 级别 | 规则 | 范围 |',
    '| --- | --- | --- | --- | --- | --- | --- |',
    ...judged.map(row),
    '',
    '## 未核对 Not judged',
    '',
    '| 编号 | 勾稽关系 | 依据 | 原因 |',
    '| --- | --- | --- | --- |',
    ...others.map(({ id, formula, ground, source, note }) => `| ${id} | ${cell(formula)} | ${basis(ground, source)} | ${cell(note)} |`),
  ].join('\n')}\n`
}

/** @param {IdentityEntry} identity */
function row({ id, formula, ground, source, tolerance, severity, checks, note }) {
  const told = severity === null ? '' : severities[severity]
  const links = checks.map((check) => `[\`${check}\`](checks.md#${check})`).join('、')
  return `| ${id} | ${cell(formula)} | ${basis(ground, source)} | ${tolerances[tolerance]} | ${told} | ${links} | ${cell(note)} |`
}

/** @param {IdentityEntry['ground']} ground @param {string} source */
const basis = (ground, source) => `${grounds[ground]}：${cell(source)}`

/** @param {string} text */
const cell = (text) => text.replaceAll('|', '\\|')
