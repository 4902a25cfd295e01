/** Reads the part of a date behind its year: 上半年, 第一季度, 1-6月份, 7月下旬, 8月15日, 年初, 末. */
import { readNumeralAt } from '../numeral-reader.ts'
import { classAt, DIGIT, digitsEnd, isDash, NUMERAL, plainDigits, skipSpaces } from '../scan/characters.ts'
import { instant, LAST, type Span, span, WHOLE_YEAR } from './span.ts'

export interface Found<Value> {
  readonly value: Value
  readonly end: number
}

/** Behind 年初 these name a budget, not a figure as of 1 January. */
const OPENING_BUDGET = /^[一-鿿]{0,8}?预算|^(?:批复|目标|计划|安排|下达|核定)/
const OPENING_BALANCE = /结转|结余|余额|原值|净值/
const BUDGET_WORDS_LENGTH = 10

/** What stands directly behind a year: everything that `readWithinYear` reads, and 末, 底, 初 that share its 年. */
export function readBehindYear(text: string, index: number): Found<Span> | null {
  return readEdge(text, index, index) ?? readWithinYear(text, index)
}

export function readWithinYear(text: string, index: number): Found<Span> | null {
  return readHalf(text, index) ?? readQuarter(text, index) ?? readMonths(text, index) ?? readYearEdge(text, index)
}

function readYearEdge(text: string, index: number): Found<Span> | null {
  if (text.startsWith('全年', index) || text.startsWith('当年', index)) return { value: WHOLE_YEAR, end: index + 2 }
  return text.charAt(index) === '年' ? readEdge(text, index + 1, index) : null
}

function readEdge(text: string, index: number, start: number): Found<Span> | null {
  switch (text.charAt(index)) {
    case '初':
      if (isBudgetName(text, index, start) || isOtherWordOfFirst(text, index)) return null
      return { value: instant(1, 1), end: index + 1 }
    case '末':
    case '底':
      return { value: instant(12, 31), end: index + 1 }
    case '度':
      return start === index ? { value: WHOLE_YEAR, end: index + 1 } : null
    default:
      return null
  }
}

/** 年初预算, 2023年年初支出预算, 预算年初数; not 年初结转预算资金. */
function isBudgetName(text: string, index: number, start: number): boolean {
  if (text.startsWith('预算', start - 2)) return true
  const budget = OPENING_BUDGET.exec(text.slice(index + 1, index + 1 + BUDGET_WORDS_LENGTH))
  return budget !== null && !OPENING_BALANCE.test(budget[0])
}

/** 2023年初步, 8月初审: 初 belongs to the word behind it. */
function isOtherWordOfFirst(text: string, index: number): boolean {
  return '步级中审稿定设评始衷期验'.includes(text.charAt(index + 1)) && index + 1 < text.length
}

function readHalf(text: string, index: number): Found<Span> | null {
  if (text.startsWith('上半年', index)) return { value: span('half', 1, 1, 6, 30), end: index + 3 }
  if (text.startsWith('下半年', index)) return { value: span('half', 7, 1, 12, 31), end: index + 3 }
  return null
}

/** 第一季度, 1季度, 前三季度. */
function readQuarter(text: string, index: number): Found<Span> | null {
  const mark = text.charAt(index)
  const number = readSmallNumber(text, mark === '第' || mark === '前' ? index + 1 : index)
  if (number === null || !text.startsWith('季度', number.end) || number.value < 1 || number.value > 4) return null
  const end = number.end + 2
  if (mark === '前') return { value: span('range', 1, 1, number.value * 3, LAST), end }
  return { value: span('quarter', number.value * 3 - 2, 1, number.value * 3, LAST), end }
}

/** 1-6月, 1月至6月, 7月下旬, 8月15日, 12月份, 元月. */
function readMonths(text: string, index: number): Found<Span> | null {
  const first = text.startsWith('元月', index) ? { value: 1, end: index + 1 } : readSmallNumber(text, index)
  if (first === null) return null
  const isMonth = text.charAt(first.end) === '月'
  const joint = readJoint(text, isMonth ? first.end + 1 : first.end)
  const last = joint === null ? null : readSmallNumber(text, joint)
  if (last !== null && text.charAt(last.end) === '月' && !isDayBehind(text, last.end + 1)) {
    return { value: span('range', first.value, 1, last.value, LAST), end: skipWord(text, last.end + 1, '份') }
  }
  return isMonth ? readInMonth(text, first.value, first.end + 1) : null
}

function readInMonth(text: string, month: number, index: number): Found<Span> {
  const day = readSmallNumber(text, skipSpaces(text, index, 1))
  if (day !== null && isDayWord(text.charAt(day.end)))
    return { value: instant(month, day.value === LAST ? 99 : day.value), end: day.end + 1 }
  if (text.startsWith('上旬', index)) return { value: span('range', month, 1, month, 10), end: index + 2 }
  if (text.startsWith('中旬', index)) return { value: span('range', month, 11, month, 20), end: index + 2 }
  if (text.startsWith('下旬', index)) return { value: span('range', month, 21, month, LAST), end: index + 2 }
  const mark = text.charAt(index)
  // 月初 has no fixed end; it is read as 上旬, the first ten days.
  if (mark === '初' && !isOtherWordOfFirst(text, index)) return { value: span('range', month, 1, month, 10), end: index + 1 }
  if (mark === '底' || mark === '末') return { value: instant(month, LAST), end: index + 1 }
  return { value: span('month', month, 1, month, LAST), end: skipWord(text, index, '份') }
}

function isDayBehind(text: string, index: number): boolean {
  const day = readSmallNumber(text, index)
  return day !== null && isDayWord(text.charAt(day.end))
}

function isDayWord(word: string): boolean {
  return word === '日' || word === '号'
}

/** A number of one or two digits, or a Chinese numeral to 99, with up to one space behind it. */
export function readSmallNumber(text: string, index: number): Found<number> | null {
  const kind = classAt(text, index)
  if (kind === DIGIT) {
    const end = digitsEnd(text, index)
    return end - index > 2 ? null : { value: Number(plainDigits(text, index, end)), end: skipSpaces(text, end, 1) }
  }
  if (kind !== NUMERAL) return null
  const reading = readNumeralAt(text, index)
  if (reading === null || reading.isDigitString || reading.value.scale > 0 || reading.value.coefficient > 99n) return null
  return { value: Number(reading.value.coefficient), end: reading.end }
}

/** Index behind a mark that joins two ends of a stretch: -, —, ～, 至, 到. */
export function readJoint(text: string, index: number): number | null {
  const from = skipSpaces(text, index, 1)
  const code = text.charCodeAt(from)
  if (code === 0x81f3 || code === 0x5230) return skipSpaces(text, from + 1, 1)
  if (!isDash(code)) return null
  return skipSpaces(text, isDash(text.charCodeAt(from + 1)) ? from + 2 : from + 1, 1)
}

function skipWord(text: string, index: number, word: string): number {
  return text.startsWith(word, index) ? index + word.length : index
}
