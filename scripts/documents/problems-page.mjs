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
    ...codes.map((code) => `| \`${code}\` | ${sayProblem({ code, at: [placeOf(code)], details: example }).replaceAll('|', '\\|')} |`),
  ].join('\n')}\n`
}

/** @param {string} code */
const placeOf = (code) => (code.startsWith('command.') ? '--format' : '示例报告.txt')

/** The members of the union type, in order. @param {string} declaration */
export const codesOf = (declaration) => [...declaration.matchAll(/'([^']+)'/g)].map((match) => match[1] ?? '')
