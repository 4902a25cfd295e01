/** A long passage that stands word for word under two tasks, indicators or measures, or twice in a row. */
import type { ClaimSet, Section } from '../../claims/claim-set.ts'
import { sayWhere } from '../../claims/whereabouts.ts'
import { quoteWords } from '../../findings/quote.ts'
import { isBoilerplate } from '../../passages/boilerplate.ts'
import { gramHashes } from '../../passages/gram-hashes.ts'
import { blockAt, type LetterPlace, type LetterStream, letterStream, placeOf } from '../../passages/letter-stream.ts'
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

interface Passage {
  /** Offsets into the stream. */
  readonly first: number
  readonly second: number
  readonly length: number
}

function look(set: ClaimSet, tell: Tell): void {
  const stream = letterStream(set.report)
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

function faultOf(set: ClaimSet, stream: LetterStream, { first, second, length }: Passage): Fault {
  const [later, earlier] = [placeOf(stream, second, length), placeOf(stream, first, length)]
  const [quote, other] = [quoteWords(set, later.block, later.start, later.end), quoteWords(set, earlier.block, earlier.start, earlier.end)]
  const numbers = numbersIn(set, later)
  const isSame = numbers.length > 0 && numbers.join() === numbersIn(set, earlier).join()
  const line = sayWhere(other).replaceAll(' ', '') || (other.section === undefined ? '前面' : `“${other.section}”之下的一段`)
  return {
    severity: isSame ? 'warning' : 'info',
    message: `这段文字与${line}相同（${length}个字${isSame ? '，数字也相同' : ''}），请核对是否误复制。`,
    quotes: [quote, other],
    computation: `相同文字 ${length} 个字，不计数字、标点和单位名称`,
    steps: [`此处与${line}逐字比较`, `连续相同 ${length} 个字（60个字以上才提出）`],
    confidence: isSame ? 0.85 : 0.7,
  }
}

/** Years and days are the same for everything. */
const FIGURE = /\d+(?:\.\d+)?(?![\d.]|\s?[年月日])/g

function numbersIn(set: ClaimSet, { block, start, end }: LetterPlace): readonly string[] {
  const content = set.report.blocks[block]
  return content !== undefined && 'text' in content ? (content.text.slice(start, end).match(FIGURE) ?? []) : []
}

/** Repetitions of the shortest length or more, each once, in order of the second place. */
function passagesOf(text: string): Passage[] {
  const grams = new Map<number, number>()
  const hashes = gramHashes(text, GRAM)
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
  return (block) => {
    let [low, high] = [0, sections.length]
    while (low < high) {
      const middle = (low + high) >> 1
      if ((sections[middle]?.block ?? 0) <= block) low = middle + 1
      else high = middle
    }
    return low - 1
  }
}
