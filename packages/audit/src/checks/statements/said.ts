/** What a report says of itself in running text, clause by clause, and which clauses say nothing of what was: plans, conditions, rules. */
import type { ClaimSet } from '../../claims/claim-set.ts'
import type { Clause, Sentence } from '../../claims/figure.ts'
import type { Quote } from '../../findings/finding.ts'
import { quoteInClause } from '../../findings/quote.ts'

export interface Said {
  readonly sentence: Sentence
  readonly clause: Clause
  /** Index of the clause in its sentence. */
  readonly at: number
  readonly words: string
}

/** Clauses of headings and paragraphs, in order. */
export const clausesOf = (set: ClaimSet): readonly Said[] => readSaid(set).all

/** The clauses of one sentence; none in tables. */
export const saidOf = (set: ClaimSet, sentence: Sentence): readonly Said[] => readSaid(set).bySentence[sentence.index] ?? []

interface AllSaid {
  readonly all: readonly Said[]
  readonly bySentence: readonly (readonly Said[])[]
}

/** Most checks of statements go through all clauses of a report. */
const read = new WeakMap<ClaimSet, AllSaid>()

function readSaid(set: ClaimSet): AllSaid {
  const known = read.get(set)
  if (known !== undefined) return known
  const bySentence = set.sentences.map((sentence) => clausesIn(set, sentence))
  const said = { all: bySentence.flat(), bySentence }
  read.set(set, said)
  return said
}

function clausesIn(set: ClaimSet, sentence: Sentence): readonly Said[] {
  const text = textOf(set, sentence.block)
  if (text === null) return []
  return sentence.clauses.map((clause, at) => ({ sentence, clause, at, words: text.slice(clause.start, clause.end).trim() }))
}

/** The tidied text of a heading or paragraph; null for tables and attachments. */
export function textOf(set: ClaimSet, block: number): string | null {
  const content = set.report.blocks[block]
  return content !== undefined && 'text' in content ? content.text : null
}

export function sentenceText(set: ClaimSet, sentence: Sentence): string {
  return textOf(set, sentence.block)?.slice(sentence.start, sentence.end) ?? ''
}

export const quoteClause = (set: ClaimSet, said: Said): Quote => quoteSpan(set, said, said)

/** From one clause to another of the same sentence. */
export const quoteSpan = (set: ClaimSet, from: Said, to: Said): Quote =>
  quoteInClause(set, from.sentence.block, startOf(set, from), to.clause.end)

/** The words from one clause to another, as a message repeats them. */
export const wordsOf = (set: ClaimSet, from: Said, to: Said = from): string =>
  (textOf(set, from.sentence.block) ?? '')
    .slice(from.clause.start, to.clause.end)
    .trim()
    .replace(/^(?:[（(]\d{1,2}[）)]|\d{1,2}[.．、])/, '')

/** A clause starts after its blanks. */
function startOf(set: ClaimSet, { sentence, clause }: Said): number {
  const words = textOf(set, sentence.block)?.slice(clause.start, clause.end) ?? ''
  return clause.start + words.length - words.trimStart().length
}

const NOT_YET =
  /拟(?!定|订)|将(?![近其军])|力争|争取|确保|应当|必须|杜绝|严禁|不得|防止|避免|如[无有]|若[无有]|如果|是否|预计|预期|下一步|下年|明年|今后|以后|要求|原则上|按规定|标准为/
const OUTLOOK = /目标(?!完成|实现|的?完成|的?实现|达成)|计划(?!完成)|措施|打算|建议|职责|职能|下一步|方案|办法|评分标准/

/** Planned, conditional or prescribed: nothing that has happened. */
export const isNotYet = (words: string): boolean => NOT_YET.test(words)

/** A section that tells aims, duties or measures; its statements are no facts of the year. */
export function isOutlook(set: ClaimSet, section: number): boolean {
  for (let at = section; at >= 0; at = set.sections[at]?.parent ?? -1) if (OUTLOOK.test(titleOf(set, at))) return true
  return false
}

/** A section that tells what went wrong. */
export const isProblem = (set: ClaimSet, section: number): boolean =>
  titlesOver(set, section).some((title) => /问题|不足|短板|困难/.test(title))

/** 问：还存在哪些问题？ is titled by its question. */
function titleOf(set: ClaimSet, section: number): string {
  const { title, block } = set.sections[section] ?? { title: '', block: -1 }
  return title.length > 1 ? title : (textOf(set, block) ?? title).slice(0, LONGEST_TITLE)
}
const LONGEST_TITLE = 60

/** Titles of the section and of those that hold it, innermost first. */
export function titlesOver(set: ClaimSet, section: number): string[] {
  const titles: string[] = []
  for (let at = section; at >= 0 && titles.length < 8; at = set.sections[at]?.parent ?? -1) titles.push(titleOf(set, at))
  return titles
}

/** A year other than that of the report is named. */
export function namesOtherYear(words: string, year: number | null): boolean {
  if (/上年|去年|上一年|上个?年度|往年|前年|以前年度|历年|下年|次年/.test(words)) return true
  for (const [, named] of words.matchAll(/(20\d{2})(?=年)/g)) if (Number(named) !== year) return true
  return false
}
