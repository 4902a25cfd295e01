/** Words and signs around a figure that say how it is meant: 约, 近, 不低于, ≥, 以上, 左右. Look-back and look-ahead are bounded. */
import type { Hedge } from '../quantity.ts'
import { classAt, DIGIT, isBreak, LETTER, NUMERAL, skipSpaces, skipSpacesBack } from './characters.ts'
import type { Comparator } from './printed-number.ts'

export interface Qualifier {
  readonly hedge: Hedge | null
  readonly compare: Comparator | null
}

interface Word extends Qualifier {
  readonly word: string
  /** Characters that make another word when they stand before (节约, 附近), or a step of it: 每超1个百分点扣1分. */
  readonly notAfter: string
}

const AT_LEAST: Qualifier = { hedge: 'at-least', compare: '≥' }
const AT_MOST: Qualifier = { hedge: 'at-most', compare: '≤' }
const ABOVE: Qualifier = { hedge: 'at-least', compare: '>' }
const BELOW: Qualifier = { hedge: 'at-most', compare: '<' }
const ABOUT: Qualifier = { hedge: 'about', compare: null }
const NEARLY: Qualifier = { hedge: 'under', compare: null }
// 超过 and 不足 are said of a figure that the value lies close to; 大于 and 小于 of a limit.
const BEYOND: Qualifier = { hedge: 'over', compare: '>' }
const SHORT_OF: Qualifier = { hedge: 'under', compare: '<' }
const EQUAL: Qualifier = { hedge: null, compare: '=' }
const NONE: Qualifier = { hedge: null, compare: null }

const words = (qualifier: Qualifier, list: string, notAfter = ''): readonly Word[] =>
  list.split(' ').map((word) => ({ word, notAfter, ...qualifier }))

const WORDS_BEFORE: readonly Word[] = [
  ...words(AT_LEAST, '大于等于 大于或等于 高于或等于 不低于 不少于 不小于 不得低于 不得少于 不能低于 不能少于 未低于 至少 最少 不下'),
  ...words(
    AT_MOST,
    '小于等于 小于或等于 低于或等于 不超过 不高于 不大于 不多于 不得超过 不得高于 不能超过 未超过 未超 未突破 至多 最多 不超',
  ),
  ...words(ABOVE, '大于 高于 多于', '每'),
  ...words(BELOW, '小于 低于 少于 未达到 未达 未满 不满', '每'),
  ...words(BEYOND, '超过 超 逾 突破 已超', '赶反每'),
  ...words(SHORT_OF, '不到 不足 不及', '从每'),
  ...words(ABOUT, '大约 约为 大概 大致 约计 约合'),
  ...words(ABOUT, '约', '节预合契公制条违签履特邀相隐简集续解失爽盟誓婚守立践俭毁'),
  ...words(NEARLY, '接近 将近'),
  ...words(NEARLY, '近', '附最邻临靠就远亲贴相新走切'),
  ...words(EQUAL, '等于'),
]

const WORDS_AFTER: readonly Word[] = [
  ...words(AT_LEAST, '及以上 或以上 以上 及其以上'),
  ...words(AT_MOST, '及以下 或以下 以下 以内 之内 及其以下'),
  ...words(ABOUT, '左右'),
]

/** 民法典第1259条: 以上, 以下 and 以内 include the number itself. Behind 以下 these make 以下简称, 以下问题 …, behind 以上 以上述. */
const NOT_LIMIT_AFTER: Readonly<Record<string, string>> = { 以上: '述所', 以下: '简几问方情措内原各' }

const wordsByLast = new Map<number, Word[]>()
for (const word of WORDS_BEFORE) {
  const last = word.word.charCodeAt(word.word.length - 1)
  wordsByLast.set(
    last,
    [...(wordsByLast.get(last) ?? []), word].sort((a, b) => b.word.length - a.word.length),
  )
}
const afterStarts = new Set(WORDS_AFTER.map(({ word }) => word.charCodeAt(0)))

/** The qualifier directly before a figure that starts at `index`. */
export function qualifierBefore(text: string, index: number): Qualifier {
  const end = skipSpacesBack(text, index, 2)
  const sign = signEndingAt(text, end)
  if (sign !== null) return qualifierOfSign(sign)
  const words = wordsByLast.get(text.charCodeAt(end - 1))
  if (words === undefined) return NONE
  for (const word of words) {
    const start = end - word.word.length
    if (start < 0 || !text.startsWith(word.word, start)) continue
    return start > 0 && word.notAfter.includes(text.charAt(start - 1)) ? NONE : word
  }
  return NONE
}

/** The qualifier directly behind a figure and its unit, over a 含 in brackets. */
export function qualifierAfter(text: string, index: number): Qualifier {
  const from = skipSpaces(text, skipIncluded(text, index), 2)
  const sign = signStartingAt(text, from)
  if (sign === null) return wordAfter(text, from) ?? NONE
  return qualifierOfSign(isBeforeOperand(text, sign.end) ? mirrored(sign.symbol) : sign.symbol)
}

/** Behind a bracketed 含: "90（含）", else `index`. */
export function skipIncluded(text: string, index: number): number {
  const from = skipSpaces(text, index, 1)
  const open = text.charCodeAt(from)
  if ((open !== 0x28 && open !== 0xff08) || text.charCodeAt(from + 1) !== 0x542b) return index
  const close = text.charCodeAt(from + 2)
  return close === 0x29 || close === 0xff09 ? from + 3 : index
}

/** 多 behind the unit of a stretch of time: "5年多", "3天多"; not "3年多次". */
export function isMoreBehind(text: string, index: number): boolean {
  if (text.charCodeAt(index) !== 0x591a) return false
  const next = text.charAt(index + 1)
  return next === '' || '，。；、,;）)的来时间以 \t\n'.includes(next)
}

function wordAfter(text: string, index: number): Word | null {
  if (!afterStarts.has(text.charCodeAt(index))) return null
  const word = WORDS_AFTER.find(({ word }) => text.startsWith(word, index))
  if (word === undefined) return null
  const next = text.charAt(index + word.word.length)
  return next !== '' && (NOT_LIMIT_AFTER[word.word] ?? '').includes(next) ? null : word
}

function signOfCode(code: number): Comparator | null {
  // Most characters are Chinese: one comparison settles them.
  if (code > 0x2a7e && code < 0xfe64) return null
  switch (code) {
    case 0x2265: // ≥
    case 0x2267: // ≧
    case 0x2a7e: // ⩾
      return '≥'
    case 0x2264: // ≤
    case 0x2266: // ≦
    case 0x2a7d: // ⩽
      return '≤'
    case 0x3e: // >
    case 0xff1e: // ＞
    case 0xfe65: // ﹥
      return '>'
    case 0x3c: // <
    case 0xff1c: // ＜
    case 0xfe64: // ﹤
      return '<'
    case 0x3d: // =
    case 0xff1d: // ＝
      return '='
    default:
      return null
  }
}

function signEndingAt(text: string, end: number): Comparator | null {
  const last = signOfCode(text.charCodeAt(end - 1))
  if (last === null) return null
  return paired(signOfCode(text.charCodeAt(end - 2)), last) ?? last
}

/** A sign behind a figure. A bare = is the beginning of a result, which says nothing about what stands before it. */
function signStartingAt(text: string, index: number): { symbol: Comparator; end: number } | null {
  const first = signOfCode(text.charCodeAt(index))
  if (first === null || first === '=') return null
  const both = paired(first, signOfCode(text.charCodeAt(index + 1)))
  return both === null ? { symbol: first, end: index + 1 } : { symbol: both, end: index + 2 }
}

/** >=, => and the like. */
function paired(first: Comparator | null, second: Comparator | null): Comparator | null {
  if ((first === '>' && second === '=') || (first === '=' && second === '>')) return '≥'
  return (first === '<' && second === '=') || (first === '=' && second === '<') ? '≤' : null
}

/** "60≤得分", "0<x": the sign relates the figure to what follows. In "5≤" and "5≤ %" it is a misplaced ≤5. */
function isBeforeOperand(text: string, index: number): boolean {
  const from = skipSpaces(text, index, 2)
  const next = text.charCodeAt(from)
  if (isBreak(next)) return false
  const kind = classAt(text, from)
  return kind === DIGIT || kind === LETTER || kind === NUMERAL || (next >= 0x4e00 && next <= 0x9fff) || next === 0x2d
}

function mirrored(symbol: Comparator): Comparator {
  switch (symbol) {
    case '≥':
      return '≤'
    case '≤':
      return '≥'
    case '>':
      return '<'
    case '<':
      return '>'
    case '=':
      return '='
  }
}

function qualifierOfSign(symbol: Comparator): Qualifier {
  switch (symbol) {
    case '≥':
      return AT_LEAST
    case '≤':
      return AT_MOST
    case '>':
      return ABOVE
    case '<':
      return BELOW
    case '=':
      return EQUAL
  }
}
