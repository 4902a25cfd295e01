/** Words for a year that lean on the year of the report: 本年度, 上年, 近三年, 期末. */
import { type Found, readSmallNumber } from './calendar-words.ts'
import { instant, type Span, WHOLE_YEAR } from './span.ts'

interface RelativeYear {
  readonly relative: number
  readonly part: Span
  readonly end: number
}

/** Longest first, since 上一年度 begins like 上一年. */
const YEARS: readonly (readonly [word: string, relative: number])[] = [
  ['上一年', -1],
  ['上年', -1],
  ['去年', -1],
  ['前年', -2],
  ['本年', 0],
  ['今年', 0],
  ['当年', 0],
  ['全年', 0],
  ['下一年', 1],
  ['下年', 1],
  ['明年', 1],
  ['次年', 1],
  ['来年', 1],
]

const NONE: typeof YEARS = []

/** The words by their first character, which few places have. */
const yearsByFirst = new Map<number, typeof YEARS>()
for (const year of YEARS) {
  const first = year[0].charCodeAt(0)
  yearsByFirst.set(first, [...(yearsByFirst.get(first) ?? NONE), year])
}

/** 以上年度 is "the years above", 年来年 and 近年来年 no next year. */
const NOT_AFTER = '以年近'
const TERM_BEFORE = '学任中假'

export function readRelativeYear(text: string, index: number): Found<RelativeYear> | null {
  for (const [word, relative] of yearsByFirst.get(text.charCodeAt(index)) ?? NONE) {
    if (!text.startsWith(word, index)) continue
    if (index > 0 && NOT_AFTER.includes(text.charAt(index - 1)) && !isPlainWord(word)) return null
    return found(relative, WHOLE_YEAR, index + word.length)
  }
  return readTermEdge(text, index) ?? readLastYears(text, index)
}

function isPlainWord(word: string): boolean {
  return word === '本年' || word === '今年' || word === '去年' || word === '全年' || word === '当年'
}

/** 期初 and 期末 of the report's own year; not 学期末. */
function readTermEdge(text: string, index: number): Found<RelativeYear> | null {
  if (text.charAt(index) !== '期') return null
  if (index > 0 && TERM_BEFORE.includes(text.charAt(index - 1))) return null
  if (text.startsWith('期初', index)) return found(0, instant(1, 1), index + 2)
  return text.startsWith('期末', index) ? found(0, instant(12, 31), index + 2) : null
}

/** 近三年: the report's year and the two before it. */
function readLastYears(text: string, index: number): Found<RelativeYear> | null {
  if (text.charAt(index) !== '近') return null
  const years = readSmallNumber(text, index + 1)
  if (years === null || text.charAt(years.end) !== '年' || years.value < 2 || years.value > 20) return null
  return found(0, { ...WHOLE_YEAR, kind: 'range', fromYear: 1 - years.value }, years.end + 1)
}

function found(relative: number, part: Span, end: number): Found<RelativeYear> {
  return { value: { relative, part, end }, end }
}
