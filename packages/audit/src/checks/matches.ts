/** All matches of a global expression. As `matchAll`, which makes the expression anew at every call: too dear once a line. */
export function matchesOf(text: string, form: RegExp): RegExpExecArray[] {
  const found: RegExpExecArray[] = []
  form.lastIndex = 0
  for (let match = form.exec(text); match !== null; match = form.exec(text)) {
    if (match[0] === '') form.lastIndex++
    found.push(match)
  }
  return found
}
