/** docs/problems.md: what can go wrong with a file or an option, and what is said. Made from the closed table of codes and its wording. */

/** Details as they occur, so that every sentence is shown as a reader meets it. */
const example = {
  bytes: 104857600,
  check: 'total-mismatch',
  format: '.docx',
  kind: 'folder',
  limit: 67108864,
  nearest: '--format',
  seconds: 60,
  value: 'xml',
  what: 'word-copy',
}

/** Of data that people write, where other details occur under the same names. @type {Readonly<Record<string, Readonly<Record<string, string | number>>>>} */
const examples = {
  scheme: {
    expected: 'indicator、label、weight',
    id: 'execution',
    item: 'executed',
    line: 12,
    reason: 'indentation',
    at: 4,
    sum: '99',
    weight: '100',
  },
  'scheme.bad-shape': { expected: 'list' },
  'scheme.bad-value': { value: '很高', expected: 'target' },
  'scheme.unknown-unit': { value: '斗' },
  'scheme.unknown-rule': { value: 'magic', expected: 'ratio、threshold、bands' },
  'scheme.unit-mismatch': { one: 'money', other: 'each:人' },
  'scheme.bad-formula': { reason: 'unclosed', at: 4 },
  'scheme.no-cases': { id: 'sample-county-department' },
  'scheme.overlap': { one: '2020-01-01–2022-12-31', other: '2022-01-01' },
  'scheme.not-in-force': { day: '2019-12-31' },
  facts: {
    expected: '单位、编号、名称、期间、数值',
    item: 'execused',
    nearest: 'executed',
    of: '基础数据 F5',
    supersedes: 'f12',
    from: '2022-07-01',
    to: '2023-06-30',
    asOf: '2023-03-31',
  },
  'facts.missing': { expected: '计量单位' },
  'facts.bad-value': { value: '九百', expected: 'number-cell' },
  'facts.lost-digits': { value: '3.70123E+20' },
  'facts.no-unit': { value: '95' },
  'facts.wrong-unit': { value: '人', expected: '万元' },
  'facts.negative': { value: '-12.5' },
}

/** @param {string} code */
const detailsOf = (code) => ({ ...example, ...examples[code.split('.')[0] ?? ''], ...examples[code] })

/** @typedef {{ code: string, at: readonly string[], details: Readonly<Record<string, string | number>> }} Problem */

/**
 * @param {readonly string[]} codes
 * @param {(problem: Problem) => string} sayProblem
 */
export function problemsPage(codes, sayProblem) {
  return `${[
    '# 处理中的问题 Problems',
    '',
    '<!-- Made by `npm run docs` from ProblemCode and its wording. Do not edit. -->',
    '',
    '文件读不了、选项写错等情况，写在结果的 `problems` 里，不是对报告的校核意见。A problem is trouble with a file or an option, not a finding.',
    '',
    '| 代码 | 提示（示例） |',
    '| --- | --- |',
    ...codes.map(
      (code) => `| \`${code}\` | ${sayProblem({ code, at: [placeOf(code)], details: detailsOf(code) }).replaceAll('|', '\\|')} |`,
    ),
  ].join('\n')}\n`
}

/** @param {string} code */
const placeOf = (code) =>
  code.startsWith('command.')
    ? '--format'
    : code.startsWith('scheme.')
      ? '细则.yaml'
      : code.startsWith('facts.')
        ? '填报表.xlsx › 基础数据 › F5'
        : '示例报告.txt'

/** The members of the union type, in order. @param {string} declaration */
export const codesOf = (declaration) => [...declaration.matchAll(/'([^']+)'/g)].map((match) => match[1] ?? '')
