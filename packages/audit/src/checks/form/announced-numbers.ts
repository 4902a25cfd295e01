/** 附表4 where the report has annexes 1 to 3, 图1 where it has no figure, 表3 where its tables are 1 and 2. */
import type { ClaimSet } from '../../claims/claim-set.ts'
import { quoteWords } from '../../findings/quote.ts'
import { matchesOf } from '../matches.ts'
import type { Tell } from '../text-check.ts'
import { chineseOf } from './numbered-lines.ts'

type Word = '附件' | '附表' | '图' | '表'
type Numbers = Readonly<Record<Word, Set<number>>> & { isListed: boolean }

const NUMBER = '(\\d{1,2}|[一二三四五六七八九十])(?!\\d|[\\-—–~～至.．]\\s?\\d|[一二三四五六七八九十])'
/** Words by which a text points at a thing of its own. */
const POINTER = new RegExp(
  `(?:(?:详见|参见|见|如|从|由)(?:本报告|本文)?(?:后附的?|所附的?|文后)?[“"]?(附件|附表|附图|图|表)\\s?${NUMBER}|(?<![》号）)])[（(](附表|附图|图|表)\\s?${NUMBER}(?:所示)?[）)])(?![\\u4e00-\\u9fff]?[号套幅张楼])`,
  'g',
)
const CAPTION = /^[\s（(【]{0,3}续?(附件|附表|附图|图|表)\s?(\d{1,2}|[一二三四五六七八九十])(?!\d|所示|显示|可[以见]|表明|反映|中)/
/** A list of the annexes: 附件：1.…；2.… */
const LIST = /^[\s（(]{0,2}(附件|附表|附)\s?[:：]/
const ITEM = /(?:^|[:：。；;，,\s])(\d{1,2})[.．、](?!\d)/g
const LIST_LINE = /^\s{0,8}(\d{1,2})[.．、](?!\d)/
const MOST_LINES = 30
/** Pictures that left their traces in the text. */
const PICTURE = /!\[|[[【（(](?:此处)?图片?[\]】）)]|<img|\.(?:png|jpe?g)\b/i

/** The blocks of which it told something. */
export function tellNumbers(set: ClaimSet, tell: Tell): ReadonlySet<number> {
  const { blocks } = set.report
  const own = numbersOf(set)
  const tables = blocks.filter((block) => block.kind === 'table').length
  const hasPictures = blocks.some((block) => 'text' in block && PICTURE.test(block.text))
  const told = new Set<string>()
  const blocksTold = new Set<number>()
  for (const [block, content] of blocks.entries()) {
    if (content.kind !== 'paragraph' || LIST.test(content.text)) continue
    for (const match of matchesOf(content.text, POINTER)) {
      const word = wordOf(match[1] ?? match[3] ?? '')
      const value = ordinalOf(match[2] ?? match[4] ?? '')
      const known = own[word]
      if (known.has(value)) {
        tell.pass()
        continue
      }
      const has = saysWhat(word, known, tables, hasPictures)
      const key = `${word}${value}`
      if (has === null) tell.notApplicable()
      if (has === null) continue
      blocksTold.add(block)
      if (told.has(key)) continue
      told.add(key)
      const start = startOfClause(content.text, match.index)
      const end = match.index + match[0].length
      const said = `${match[1] ?? match[3]}${match[2] ?? match[4]}`
      tell.fail(() => ({
        // Without a list of them, the annex may travel apart.
        severity: (word === '附件' || word === '附表') && !own.isListed ? 'info' : 'warning',
        message: `文中写明“${content.text.slice(start, end).trim()}”，本文件内没有${said}（${has}），请核对编号或补充。`,
        quotes: [quoteWords(set, block, start, end)],
        computation: `“${said}”：本文件内0个`,
        steps: [`“${content.text.slice(match.index, end)}”指向${said}`, `本文件内${has}`],
        confidence: 0.8,
      }))
    }
  }
  return blocksTold
}

/** What the file has of the kind; null where its own numbering does not show that the number is missing. */
function saysWhat(word: Word, known: ReadonlySet<number>, tables: number, hasPictures: boolean): string | null {
  if (word === '图') return hasPictures ? null : known.size === 0 ? '没有图题' : runs(known) ? `图的编号为1至${known.size}` : null
  if (word === '表') {
    if (known.size === 0) return tables === 0 ? '没有表格' : null
    // A table without a caption may be the one that is meant.
    return runs(known) && tables <= known.size ? `表的编号为1至${known.size}` : null
  }
  return known.size >= 2 && runs(known) ? `${word}的编号为1至${known.size}` : null
}

const runs = (numbers: ReadonlySet<number>): boolean => Math.max(...numbers) === numbers.size && numbers.has(1)

interface List {
  readonly word: string
  readonly block: number
}

function numbersOf(set: ClaimSet): Numbers {
  const own: Numbers = { 附件: new Set(), 附表: new Set(), 图: new Set(), 表: new Set(), isListed: false }
  const add = (word: string, value: number): void => {
    if (value === 0) return
    for (const each of word === '附' ? (['附件', '附表'] as const) : [wordOf(word)]) own[each].add(value)
  }
  const caption = (text: string): void => {
    const match = CAPTION.exec(text)
    if (match === null) return
    const value = ordinalOf(match[2] ?? '')
    add(match[1] ?? '', value)
    // 表4 and 附表4 may be one.
    if (match[1] === '附表') own.表.add(value)
  }
  let list: List | null = null
  const listFrom = (text: string, block: number): List | null => {
    const word = LIST.exec(text)?.[1]
    if (word === undefined) return null
    own.isListed = true
    for (const item of matchesOf(text, ITEM)) add(word, Number(item[1]))
    return { word, block }
  }
  for (const [block, content] of set.report.blocks.entries()) {
    if (content.kind === 'attachment') {
      caption(content.title)
      list = listFrom(content.title, block)
    } else if (content.kind === 'table') for (const row of content.rows.slice(0, 2)) caption(row[0]?.text ?? '')
    else {
      caption(content.text)
      const head = listFrom(content.text, block)
      if (head !== null) list = head
      else if (list !== null && block - list.block <= MOST_LINES) {
        const line = LIST_LINE.exec(content.kind === 'heading' ? (content.number ?? '') : content.text)
        if (line === null) list = null
        else add(list.word, Number(line[1]))
      }
    }
  }
  return own
}

const wordOf = (word: string): Word => (word === '附图' ? '图' : (word as Word))

const VALUES = new Map(Array.from({ length: 10 }, (_, i) => [chineseOf(i + 1), i + 1]))
const ordinalOf = (number: string): number => VALUES.get(number) ?? Number(number)

const REACH = 40

function startOfClause(text: string, at: number): number {
  let start = at
  while (start > 0 && at - start < REACH && !/[，。；：:]/.test(text.charAt(start - 1))) start--
  return start
}
