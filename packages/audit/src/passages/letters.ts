/** Text as it is compared for copying: Chinese characters alone, without digits, marks, spaces and the names of the unit. */

export interface Letters {
  readonly text: string
  /** Offset in the given text of every character. */
  readonly at: readonly number[]
}

/** The common block of Chinese characters. */
const isHan = (code: number): boolean => code >= 0x4e00 && code <= 0x9fff
/** Ways in which a unit names itself. */
const SELF = /(?:我|本)(?:单位|部门|局|委|办|厅|院|校|镇|乡|街道|站|所|队|馆|中心|县|市|区|旗)/g

export function lettersOf(text: string, names: readonly string[]): Letters {
  const hidden = hiddenSpans(text, names)
  let letters = ''
  const at: number[] = []
  let next = 0
  for (let index = 0; index < text.length; index++) {
    while (next < hidden.length && (hidden[next] as Span).end <= index) next++
    const span = hidden[next]
    if (span !== undefined && index >= span.start) {
      index = span.end - 1
      continue
    }
    if (!isHan(text.charCodeAt(index))) continue
    letters += text.charAt(index)
    at.push(index)
  }
  return { text: letters, at }
}

/** The full name, and the place that it begins with: 临河县水务局 → 临河县. */
export function namesOf(unit: string | null): readonly string[] {
  if (unit === null) return []
  const place = /^.{2,6}?(?:省|市|县|区|旗|州)/.exec(unit)?.[0]
  return place === undefined || place === unit ? [unit] : [unit, unit.slice(place.length), place].filter((name) => name.length >= 2)
}

interface Span {
  readonly start: number
  readonly end: number
}

function hiddenSpans(text: string, names: readonly string[]): Span[] {
  const spans = [...text.matchAll(SELF)].map((match) => ({ start: match.index, end: match.index + match[0].length }))
  for (const name of names)
    for (let start = text.indexOf(name); start >= 0; start = text.indexOf(name, start + name.length))
      spans.push({ start, end: start + name.length })
  return spans.sort((a, b) => a.start - b.start || b.end - a.end)
}
