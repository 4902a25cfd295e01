/** Values of PDF as the library writes them, which is one way of many: taken apart without being read. */

/** Just behind the value that starts at `at`. */
export function endOfValue(text: string, at: number): number {
  switch (text[at]) {
    case '<':
      return endOfDictionary(text, at)
    case '[':
      return endOfArray(text, at)
    case '(':
      return endOfString(text, at)
    default:
      return endOfPlain(text, at)
  }
}

/** Values by key, each as written. Empty for what is no dictionary. */
export function entriesOf(text: string, start = 0): ReadonlyMap<string, string> {
  const entries = new Map<string, string>()
  if (!text.startsWith('<<', start)) return entries
  let at = start + 2
  while (text.startsWith(' /', at)) {
    const behindKey = endOfPlain(text, at + 1)
    const end = endOfValue(text, behindKey + 1)
    entries.set(text.slice(at + 2, behindKey), text.slice(behindKey + 1, end))
    at = end
  }
  return entries
}

function endOfDictionary(text: string, start: number): number {
  let at = start + 2
  while (text.startsWith(' /', at)) at = endOfValue(text, endOfPlain(text, at + 1) + 1)
  if (!text.startsWith('>>', at)) throw new Error('an update that the PDF library wrote in another way')
  return at + 2
}

function endOfArray(text: string, start: number): number {
  let at = start + 1
  while (at < text.length && text[at] !== ']') at = text[at] === ' ' ? at + 1 : endOfValue(text, at)
  return at + 1
}

function endOfString(text: string, start: number): number {
  let at = start + 1
  while (at < text.length && text[at] !== ')') at += text[at] === '\\' ? 2 : 1
  return at + 1
}

const REFERENCE = /\d+ \d+ R(?![\w.])/y
const PLAIN = /\/?[^\s/()<>[\]{}%]*/y

/** A name, a number, a reference, a word. Nothing where a value is missing. */
function endOfPlain(text: string, at: number): number {
  for (const pattern of [REFERENCE, PLAIN]) {
    pattern.lastIndex = at
    if (pattern.test(text)) return pattern.lastIndex
  }
  return at
}
