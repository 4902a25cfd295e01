/** The numbers that headings and list items start with, and the level that each style stands for. */

/**
 * The level comes from the style alone, never from the order on the page, so that a slip (`（3）` where `（三）` belongs) stays visible.
 * A point number with more points lies deeper: 1.1 is 5, 1.1.1 is 6. Level 0 is the report's title.
 */
export const LEVELS = { part: 1, section: 2, chinese: 2, chineseInBrackets: 3, arabic: 4, arabicInBrackets: 5, circled: 6 } as const

export type NumberStyle = keyof typeof LEVELS

export interface LineNumber {
  /** As written, up to and with the mark that closes it. */
  readonly number: string
  readonly style: NumberStyle
  readonly level: number
  /** Its value; 0 when it cannot be told. Only the last part of 1.2.3. */
  readonly value: number
}

const CHINESE = '[一二三四五六七八九十百〇零]'
const ARABIC = '[0-9０-９]'
const GAP = '[ \\t\\u3000\\u00a0\\u200b]{0,3}'
const OPEN = '[（(﹙〔]'
const CLOSE = '[)）﹚〕]'

interface Style {
  readonly style: NumberStyle
  readonly form: RegExp
}

const STYLES: readonly Style[] = [
  { style: 'part', form: new RegExp(`^第${GAP}(${CHINESE}{1,4}|${ARABIC}{1,2})${GAP}(?:部分|章|篇|编)[：:、.．]?`) },
  { style: 'section', form: new RegExp(`^第${GAP}(${CHINESE}{1,4}|${ARABIC}{1,2})${GAP}节[：:、.．]?`) },
  { style: 'chineseInBrackets', form: new RegExp(`^${OPEN}${GAP}(${CHINESE}{1,4})${GAP}${CLOSE}[、.．]?`) },
  { style: 'chineseInBrackets', form: /^([㈠-㈩])[、.．]?/ },
  { style: 'chinese', form: new RegExp(`^(${CHINESE}{1,4})${GAP}[、．.]`) },
  { style: 'arabicInBrackets', form: new RegExp(`^${OPEN}${GAP}(${ARABIC}{1,3})${GAP}[.．]?${CLOSE}[、.．]?`) },
  { style: 'arabicInBrackets', form: new RegExp(`^(${ARABIC}{1,2})${GAP}[)）][、.．]?`) },
  { style: 'arabicInBrackets', form: /^([⑴-⒇])[、.．]?/ },
  { style: 'circled', form: /^([①-⑳❶-❿➀-➉])[、.．]?/ },
  { style: 'arabic', form: /^([⒈-⒛])[、]?/ },
  { style: 'arabic', form: new RegExp(`^(${ARABIC}{1,3})${GAP}、`) },
  { style: 'arabic', form: new RegExp(`^(${ARABIC}{1,2})${GAP}[.．](?!${GAP}${ARABIC})`) },
  // `2.2023年`: the second item, about 2023.
  { style: 'arabic', form: new RegExp(`^(${ARABIC}{1,2})[.．](?=${GAP}[12１２][09０９]${ARABIC}{2}[ \\t]?[年—~～\\-－至])`) },
]

const POINTS = new RegExp(`^${ARABIC}{1,2}(?:[.．]${ARABIC}{1,2}){1,3}(?:[.．、](?!${ARABIC}))?(?!${ARABIC}|[.．%％‰])`)
/** A decimal and its unit, not a number of a heading. */
const UNIT =
  /^[ \t\u3000]{0,2}(万|亿|元|千元|百|人|名|家|户|套|台|辆|件|次|个百分点|个|分(?![析管类配布解部])|倍|公里|千米|平方|米|吨|亩|公顷|度|小时|天|[)）～~×÷=＝+,，;；。-])/

/** What the line starts with, or null. `text` is the line without indentation; only its first characters are looked at. */
export function readNumber(text: string): LineNumber | null {
  const front = text.length > 40 ? text.slice(0, 40) : text
  if (!mayStartNumber(front.charCodeAt(0))) return null
  for (const { style, form } of STYLES) {
    const match = form.exec(front)
    if (match) return { number: match[0], style, level: LEVELS[style], value: valueOfNumber(match[1] ?? '') }
  }
  return readPoints(front)
}

function mayStartNumber(code: number): boolean {
  return (
    (code >= 0x30 && code <= 0x39) ||
    code === 0x28 ||
    (code >= 0x2460 && code <= 0x249b) ||
    (code >= 0x2776 && code <= 0x2789) ||
    code === 0x3007 ||
    code === 0x3014 ||
    (code >= 0x3220 && code <= 0x3229) ||
    code === 0xfe59 ||
    code === 0xff08 ||
    (code >= 0xff10 && code <= 0xff19) ||
    '第一二三四五六七八九十百零'.includes(String.fromCharCode(code))
  )
}

function readPoints(front: string): LineNumber | null {
  const number = POINTS.exec(front)?.[0]
  if (!number || UNIT.test(front.slice(number.length))) return null
  const parts = number.split(/[.．、]/).filter(Boolean)
  if (front.length === number.length) return null
  return { number, style: 'arabic', level: LEVELS.arabic + parts.length - 1, value: valueOfNumber(parts.at(-1) ?? '') }
}

const DIGITS = '〇一二三四五六七八九'
/** Where runs of twenty or ten numbers in one character begin. */
const SERIES: readonly (readonly [first: number, length: number])[] = [
  [0x2460, 20],
  [0x2474, 20],
  [0x2488, 20],
  [0x2776, 10],
  [0x2780, 10],
  [0x3220, 10],
]

function valueOfNumber(number: string): number {
  const code = number.charCodeAt(0)
  if (code < 0x3a) return Number(number)
  if (code >= 0xff10) return Number(number.replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0)))
  const series = SERIES.find(([first, length]) => code >= first && code < first + length)
  return series ? code - series[0] + 1 : chineseValue(number)
}

/** Up to 99, and digit by digit beyond (一〇一). */
function chineseValue(number: string): number {
  const digits = number.replaceAll('零', '〇')
  const ten = digits.indexOf('十')
  if (ten < 0) return [...digits].reduce((sum, digit) => sum * 10 + Math.max(0, DIGITS.indexOf(digit)), 0)
  const tens = ten === 0 ? 1 : Math.max(0, DIGITS.indexOf(digits.charAt(ten - 1)))
  return tens * 10 + Math.max(0, DIGITS.indexOf(digits.charAt(ten + 1) || '〇'))
}
