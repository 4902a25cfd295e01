/** 一是 … 二是 … 四是: numbers that are spoken, in one paragraph or in paragraphs that follow each other. */
import type { ClaimSet } from '../../claims/claim-set.ts'
import { quoteWords } from '../../findings/quote.ts'
import { matchesOf } from '../matches.ts'
import type { Fault } from '../text-check.ts'
import { chineseOf } from './numbered-lines.ts'

const SPOKEN = /(?<=^|[。；;，,：:、\s“])([一二三四五六七八九十]{1,2})是(?!否)/g
/** A look for the words alone is quicker; most paragraphs do not have them. */
const MAY_SPEAK = /[一二三四五六七八九十]是/
const ORDER = '一二三四五六七八九十'

interface Spoken {
  readonly block: number
  readonly start: number
  readonly value: number
}

/** For each list: its fault, or null where it runs. */
export function* spokenFaults(set: ClaimSet): Generator<Fault | null> {
  for (const list of listsOf(set)) {
    if (list.length < 2) continue
    const at = list.findIndex((item, i) => i > 0 && item.value !== (list[i - 1] as Spoken).value + 1)
    yield at < 0 || isToldOtherwise(set, list, at) ? null : faultOf(set, list, at)
  }
}

function* listsOf(set: ClaimSet): Generator<Spoken[]> {
  let list: Spoken[] = []
  for (const [block, content] of set.report.blocks.entries()) {
    const found = content.kind === 'paragraph' && MAY_SPEAK.test(content.text) ? matchesOf(content.text, SPOKEN) : []
    // A paragraph without spoken numbers ends the list, as a heading does.
    if (found.length === 0 && list.length > 0) {
      yield list
      list = []
    }
    for (const match of found) {
      const item = { block, start: match.index, value: ordinalOf(match[1] ?? '') }
      if (item.value === 1 && list.length > 0) {
        yield list
        list = []
      }
      if (item.value === 1 || list.length > 0) list.push(item)
    }
  }
  if (list.length > 0) yield list
}

/** 一是 … 二要 … 三是: the number is there with another word. */
function isToldOtherwise(set: ClaimSet, list: readonly Spoken[], at: number): boolean {
  const [before, item] = [list[at - 1] as Spoken, list[at] as Spoken]
  if (item.value <= before.value) return item.block !== before.block
  const missing = Array.from({ length: item.value - before.value - 1 }, (_, i) => chineseOf(before.value + 1 + i))
  for (let block = before.block; block <= item.block; block++) {
    const content = set.report.blocks[block]
    const text = content?.kind === 'paragraph' ? content.text : ''
    const words = text.slice(block === before.block ? before.start + 2 : 0, block === item.block ? item.start : text.length)
    if (missing.some((number) => new RegExp(`${number}[要则来为、]|第${number}|其${number}`).test(words))) return true
  }
  return false
}

const ordinalOf = (number: string): number =>
  number.length === 1 ? ORDER.indexOf(number) + 1 : number.startsWith('十') ? 10 + ORDER.indexOf(number.charAt(1)) + 1 : 0

function faultOf(set: ClaimSet, list: readonly Spoken[], at: number): Fault {
  const item = list[at] as Spoken
  const sequence = list.map(({ value }) => `${chineseOf(value)}是`).join(' ')
  const isDoubled = item.value === (list[at - 1] as Spoken).value
  const word = `${chineseOf(item.value)}是`
  const told = isDoubled ? `“${word}”重复` : `“${word}”与前一项不连续`
  return {
    message: `列举的序数依次为“${sequence}”，${told}，请核对。`,
    quotes: [quoteWords(set, item.block, item.start, item.start + word.length)],
    computation: `序数：${sequence}`,
    steps: [`按出现顺序：${sequence}`, told],
  }
}
