/** Longest known word at the end or the start of a phrase, in time that does not grow with the number of words. */

export interface WordMatch<Value> {
  readonly word: string
  readonly value: Value
}

/** Words by the character they end with (or start with), longest first, so that a phrase that fits none costs one look. */
function byEdge<Value>(
  entries: Iterable<readonly [string, Value]>,
  edgeOf: (word: string) => number,
): Map<number, { lengths: number[]; values: Map<string, Value> }> {
  const index = new Map<number, { lengths: number[]; values: Map<string, Value> }>()
  for (const [word, value] of entries) {
    const edge = edgeOf(word)
    const group = index.get(edge) ?? { lengths: [], values: new Map<string, Value>() }
    if (!group.values.has(word)) group.values.set(word, value)
    if (!group.lengths.includes(word.length)) group.lengths.push(word.length)
    index.set(edge, group)
  }
  for (const group of index.values()) group.lengths.sort((a, b) => b - a)
  return index
}

/** The longest of the words that ends the phrase. The first value given for a word counts. */
export function endings<Value>(entries: Iterable<readonly [string, Value]>): (phrase: string) => WordMatch<Value> | null {
  const index = byEdge(entries, (word) => word.charCodeAt(word.length - 1))
  return (phrase) => {
    const group = index.get(phrase.charCodeAt(phrase.length - 1))
    if (group === undefined) return null
    for (const length of group.lengths) {
      if (length > phrase.length) continue
      const word = phrase.slice(phrase.length - length)
      const value = group.values.get(word)
      if (value !== undefined) return { word, value }
    }
    return null
  }
}

/** The longest of the words that starts the phrase; '' when none does. */
export function beginnings(words: Iterable<string>): (phrase: string) => string {
  const index = byEdge(
    [...words].map((word) => [word, true] as const),
    (word) => word.charCodeAt(0),
  )
  return (phrase) => {
    const group = index.get(phrase.charCodeAt(0))
    if (group === undefined) return ''
    for (const length of group.lengths) {
      const word = phrase.slice(0, length)
      if (word.length === length && group.values.has(word)) return word
    }
    return ''
  }
}
