/** A long passage that stands word for word under two tasks, indicators or measures, or twice in a row. */
import type { ClaimSet, Section } from '../../claims/claim-set.ts'
import { quoteWords } from '../../findings/quote.ts'
import { isBoilerplate } from '../../passages/boilerplate.ts'
import { hiddenNames, lettersOf, offsetsOf } from '../../passages/letters.ts'
import { type Fault, type Tell, textCheck } from '../text-check.ts'

const wording = {
  title: '同一段文字重复出现',
  remedy: '核对是否误将一处的文字复制到另一处。',
  explain:
    '同一章里不同任务、指标、问题或措施之下有60个字以上的相同文字（不计数字、标点和单位名称），或同一节里同一段连写两遍。概述与结论、目标与完成情况之间的重复，以及法规和通用表述不在此列。数字也相同时为疑点。',
  titleEnglish: 'Long passage repeated under another task or measure',
}

export const repeatedPassage = textCheck(
  { id: 'repeated-passage', kind: 'other', severity: 'warning', wording, source: '各项任务、指标和措施应分别说明' },
  look,
)

const SHORTEST = 60
/** Grams of this length, laid end to end over the earlier text, meet every repetition of the shortest length. */
const GRAM = 30

/** All paragraphs as one line of letters. */
interface Stream {
  readonly text: string
  /** In order: the block that begins at an offset of the line. */
  readonly blocks: readonly { readonly block: number; readonly from: number }[]
  readonly hidden: RegExp
}

interface Passage {
  /** Offsets into the stream. */
  readonly first: number
  readonly second: number
  readonly length: number
}

function look(set: ClaimSet, tell: Tell): void {
  const stream = streamOf(set)
  const sectionAt = sectionFinder(set)
  for (const passage of passagesOf(stream.text)) {
    const [a, b] = [blockAt(stream, passage.first).block, blockAt(stream, passage.second).block]
    if (!isFault(set, sectionAt(a), sectionAt(b), a, b)) {
      tell.notApplicable()
      continue
    }
    if (isBoilerplate(stream.text.slice(passage.first, passage.first + passage.length))) tell.pass()
    else tell.fail(() => faultOf(set, stream, passage))
  }
}

function faultOf(set: ClaimSet, stream: Stream, { first, second, length }: Passage): Fault {
  const [later, earlier] = [placeOf(set, stream, second, length), placeOf(set, stream, first, length)]
  const [quote, other] = [quoteWords(set, later.block, later.start, later.end), quoteWords(set, earlier.block, earlier.start, earlier.end)]
  const numbers = numbersIn(set, later)
  const isSame = numbers.length > 0 && numbers.join() === numbersIn(set, earlier).join()
  const line = other.line === undefined ? '前面' : `第${other.line}行`
  return {
    severity: isSame ? 'warning' : 'info',
    message: `这段文字与${line}相同（${length}个字${isSame ? '，数字也相同' : ''}），请核对是否误复制。`,
    quotes: [quote, other],
    computation: `相同文字 ${length} 个字，不计数字、标点和单位名称`,
    steps: [`此处与${line}逐字比较`, `连续相同 ${length} 个字（60个字以上才提出）`],
    confidence: isSame ? 0.85 : 0.7,
  }
}

/** Of a passage that goes on in further blocks, the part in the first. */
function placeOf(set: ClaimSet, stream: Stream, start: number, length: number): Place {
  const { block, from } = blockAt(stream, start)
  const offsets = offsetsOf(textOf(set, block), stream.hidden)
  const last = Math.min(start - from + length, offsets.length) - 1
  return { block, start: offsets[start - from] as number, end: (offsets[last] as number) + 1 }
}

interface Place {
  readonly block: number
  readonly start: number
  readonly end: number
}

/** Years and days are the same for everything. */
const FIGURE = /\d+(?:\.\d+)?(?![\d.]|\s?[年月日])/g

function numbersIn(set: ClaimSet, { block, start, end }: Place): readonly string[] {
  return textOf(set, block).slice(start, end).match(FIGURE) ?? []
}

function streamOf(set: ClaimSet): Stream {
  const hidden = hiddenNames(set.report.unit)
  const blocks: { block: number; from: number }[] = []
  let text = ''
  for (const [block, content] of set.report.blocks.entries()) {
    if (content.kind !== 'paragraph') continue
    const letters = lettersOf(content.text, hidden)
    if (letters !== '') blocks.push({ block, from: text.length })
    text += letters
  }
  return { text, blocks, hidden }
}

const blockAt = ({ blocks }: Stream, offset: number): Stream['blocks'][0] =>
  blocks[lastUpTo(offset, blocks.length, (at) => blocks[at]?.from ?? 0)] ?? { block: 0, from: 0 }

function textOf(set: ClaimSet, block: number): string {
  const content = set.report.blocks[block]
  return content !== undefined && 'text' in content ? content.text : ''
}

/** Repetitions of the shortest length or more, each once, in order of the second place. */
function passagesOf(text: string): Passage[] {
  const grams = new Map<number, number>()
  const hashes = gramHashes(text)
  const found: Passage[] = []
  let stored = 0
  let at = 0
  while (at < hashes.length) {
    for (; stored + GRAM <= at; stored += GRAM) {
      const gram = hashes[stored] as number
      if (!grams.has(gram)) grams.set(gram, stored)
    }
    const first = grams.get(hashes[at] as number)
    const passage = first === undefined ? null : extend(text, first, at)
    if (passage === null || passage.length < SHORTEST) {
      at++
      continue
    }
    found.push(passage)
    at = passage.second + passage.length
  }
  return found
}

const BASE = 0x01000193

/** A hash of every gram, each made from the one before it. */
function gramHashes(text: string): Int32Array {
  const hashes = new Int32Array(Math.max(0, text.length - GRAM + 1))
  let leaving = 1
  for (let n = 1; n < GRAM; n++) leaving = Math.imul(leaving, BASE)
  let hash = 0
  for (let at = 0; at < text.length; at++) {
    if (at >= GRAM) hash = (hash - Math.imul(text.charCodeAt(at - GRAM), leaving)) | 0
    hash = (Math.imul(hash, BASE) + text.charCodeAt(at)) | 0
    if (at >= GRAM - 1) hashes[at - GRAM + 1] = hash
  }
  return hashes
}

/** Equal letters round the two grams, without running into one another. */
function extend(text: string, first: number, second: number): Passage {
  let back = 0
  while (back < GRAM && first - back > 0 && text.charAt(first - back - 1) === text.charAt(second - back - 1)) back++
  const [from, to] = [first - back, second - back]
  let length = back
  while (to + length < text.length && from + length < to && text.charAt(from + length) === text.charAt(to + length)) length++
  return { first: from, second: to, length }
}

const SUMMARY = /总体|总述|综述|概述|概况|小结|结论|综合|摘要|目标(?:设定|情况|申报)|依据|原则|方法/

const PLANNED = /目标|计划|安排|任务(?!.{0,4}完成)/

/** Two items side by side in one chapter, or a paragraph twice in one section. */
function isFault(set: ClaimSet, a: number, b: number, blockA: number, blockB: number): boolean {
  if (blockA === blockB) return false
  if (a === b) return true
  if (a < 0 || b < 0) return false
  const [above, below] = [ancestors(set, a), ancestors(set, b)]
  if ([...above, ...below].some(({ title }) => SUMMARY.test(title))) return false
  if (above.at(-1) !== below.at(-1)) return false
  // What was planned is told again where it is told to be done.
  return above.some(({ title }) => PLANNED.test(title)) === below.some(({ title }) => PLANNED.test(title))
}

/** The section and those that hold it, the chapter last. */
function ancestors(set: ClaimSet, from: number): readonly Section[] {
  const found: Section[] = []
  for (let at = from; at >= 0; at = set.sections[at]?.parent ?? -1) found.push(set.sections[at] as Section)
  return found
}

function sectionFinder({ sections }: ClaimSet): (block: number) => number {
  return (block) => lastUpTo(block, sections.length, (at) => sections[at]?.block ?? 0)
}

/** Of so many keys in order, the last that is not above the limit; -1 when none is. */
function lastUpTo(limit: number, count: number, keyAt: (index: number) => number): number {
  let [low, high] = [0, count]
  while (low < high) {
    const middle = (low + high) >> 1
    if (keyAt(middle) <= limit) low = middle + 1
    else high = middle
  }
  return low - 1
}
