/** Takes type declarations out of TypeScript source, with the comment above each, as a document shows them. */

/**
 * @param {string} source laid out by the formatter: a declaration ends at the first line that starts in column one with `}` or is blank
 * @param {readonly string[]} names
 * @returns {{ text: string, missing: string[] }}
 */
export function declarationsOf(source, names) {
  const lines = source.split('\n')
  const found = names.map((name) => ({ name, text: declarationOf(lines, name) }))
  return {
    text: found.flatMap(({ text }) => (text === null ? [] : [text])).join('\n\n'),
    missing: found.flatMap(({ name, text }) => (text === null ? [name] : [])),
  }
}

/** @param {readonly string[]} lines @param {string} name @returns {string | null} */
function declarationOf(lines, name) {
  const starts = new RegExp(`^export (?:interface|type) ${name}\\b`)
  const start = lines.findIndex((line) => starts.test(line))
  if (start < 0) return null
  const body = lines.slice(start)
  const braced = /\{\s*$/.test(body[0] ?? '')
  const end = body.findIndex((line, at) =>
    braced ? /^\}/.test(line) : at > 0 && (line === '' || /^(?:export|\/\*\*|const|function)/.test(line)),
  )
  const text = body.slice(0, end < 0 ? undefined : braced ? end + 1 : end)
  return [...commentAbove(lines, start), ...text].join('\n').trimEnd()
}

/** @param {readonly string[]} lines @param {number} start */
function commentAbove(lines, start) {
  if (!lines[start - 1]?.trimEnd().endsWith('*/')) return []
  let first = start - 1
  while (first > 0 && !lines[first]?.startsWith('/**')) first -= 1
  return lines.slice(first, start)
}
