/** Numbers inside one paragraph that do not run: ①…②…④, （1）…（2）…（2）, 1.…；3.…, 第一，…第三，…. */
import type { ClaimSet } from '../../claims/claim-set.ts'
import { quoteWords } from '../../findings/quote.ts'
import { matchesOf } from '../matches.ts'
import type { Fault } from '../text-check.ts'
import { chineseOf } from './numbered-lines.ts'

interface Style {
  /** What stands in every such list: searched first, since most paragraphs have none. */
  readonly sign: RegExp
  /** The number as a list prints it, at the beginning of an item. */
  readonly form: RegExp
  /** A number of the style wherever it stands. */
  readonly printed: (value: number) => readonly string[]
}

const CIRCLED = '①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳'
const CHINESE = '一二三四五六七八九十'
const NO_REFERENCE = '(?![项款条点类、，和及与至目])'

const STYLES: readonly Style[] = [
  { sign: /[①-⑳]/, form: /(?<=^|[。；;：:，,\s])([①-⑳])(?=[\u4e00-\u9fff“《])/g, printed: (value) => [CIRCLED.charAt(value - 1)] },
  {
    sign: /[（(]\d/,
    form: new RegExp(`(?<=^|[。；;：:])\\s?[（(](\\d{1,2})[）)]${NO_REFERENCE}(?=[\\u4e00-\\u9fff“《])`, 'g'),
    printed: (value) => [`（${value}）`, `(${value})`],
  },
  {
    sign: /[（(][一二三四五六七八九十]/,
    form: new RegExp(`(?<=^|[。；;：:])\\s?[（(]([${CHINESE}]{1,2})[）)]${NO_REFERENCE}(?=[\\u4e00-\\u9fff“《])`, 'g'),
    printed: (value) => [`（${chineseOf(value)}）`, `(${chineseOf(value)})`],
  },
  {
    sign: /\d[.．、][\u4e00-\u9fff“《]/,
    form: /(?<=^|[。；;：:])\s?(\d{1,2})[.．、](?=[\u4e00-\u9fff“《])/g,
    printed: (value) => [`${value}.`, `${value}．`, `${value}、`],
  },
  {
    sign: /第[一二三四五六七八九十][，,、]/,
    form: new RegExp(`(?<=^|[。；;：:])第([${CHINESE}])[，,、](?![第${CHINESE}])`, 'g'),
    printed: (value) => [`第${chineseOf(value)}`, `${chineseOf(value)}是`],
  },
]

interface Item {
  readonly start: number
  readonly value: number
  readonly words: string
}

/** For each list of two items and more: its fault, or null where it runs. */
export function* inlineFaults(set: ClaimSet): Generator<Fault | null> {
  for (const [block, content] of set.report.blocks.entries()) {
    if (content.kind !== 'paragraph') continue
    for (const style of STYLES) {
      if (!style.sign.test(content.text)) continue
      for (const list of listsOf(content.text, style.form)) {
        const at = list.findIndex((item, i) => i > 0 && item.value !== (list[i - 1] as Item).value + 1)
        yield at < 0 || isElsewhere(content.text, list, at, style) ? null : faultOf(set, block, list, at)
      }
    }
  }
}

/** Lists begin with one; a number that falls back ends the list, and one that goes on with an earlier list ends an inner one. */
function* listsOf(text: string, form: RegExp): Generator<Item[]> {
  let list: Item[] = []
  const left = new Set<number>()
  for (const match of matchesOf(text, form)) {
    const item = { start: match.index + match[0].search(/\S/), value: ordinalOf(match[1] ?? ''), words: match[0].trim() }
    const last = list.at(-1)
    const goesOn = last !== undefined && item.value !== last.value + 1 && left.has(item.value - 1)
    if (last !== undefined && (item.value < last.value || item.value === 1 || goesOn)) {
      if (list.length > 1) yield list
      if (item.value === 1) left.add(last.value)
      list = goesOn ? [item] : []
      if (goesOn) continue
    }
    if (item.value === 1 || list.length > 0) list.push(item)
  }
  if (list.length > 1) yield list
}

function ordinalOf(number: string): number {
  const circled = CIRCLED.indexOf(number)
  if (circled >= 0) return circled + 1
  if (/\d/.test(number)) return Number(number)
  if (number.length === 1) return CHINESE.indexOf(number) + 1
  return number.startsWith('十') ? 10 + CHINESE.indexOf(number.charAt(1)) + 1 : 0
}

const LARGEST_GAP = 3

/** The number stands between the two with another mark before it, or the list is none. */
function isElsewhere(text: string, list: readonly Item[], at: number, style: Style): boolean {
  const [before, item] = [list[at - 1] as Item, list[at] as Item]
  const step = item.value - before.value
  if (step > LARGEST_GAP) return true
  // With a jump at the second item, a third one shows that the numbers are a list.
  if (step > 1 && at === 1 && list.length < 3) return true
  const between = text.slice(before.start + before.words.length, item.start)
  return Array.from({ length: Math.max(0, step - 1) }, (_, i) => style.printed(before.value + 1 + i)).some((forms) =>
    forms.some((form) => between.includes(form)),
  )
}

const MOST_NUMBERS = 14

function faultOf(set: ClaimSet, block: number, list: readonly Item[], at: number): Fault {
  const item = list[at] as Item
  const sequence = list.slice(0, MOST_NUMBERS).map(({ words }) => words)
  const told = item.value === (list[at - 1] as Item).value ? `“${item.words}”重复` : `“${item.words}”之前缺号`
  const text = set.report.blocks[block]
  const rest = text !== undefined && 'text' in text ? text.text.slice(item.start, item.start + 40) : ''
  const end = rest.search(/[，。；;]/)
  return {
    message: `段内的序号依次为${sequence.join('')}，${told}，请核对。`,
    quotes: [
      quoteWords(set, block, item.start, item.start + item.words.length, {
        start: item.start,
        end: item.start + (end > 0 ? end : rest.length),
      }),
    ],
    computation: `序号：${sequence.join(' ')}`,
    steps: [`按出现顺序：${sequence.join(' ')}`, told],
  }
}
