/** The items of a list in running text: one amount a clause, up to where the list ends. */
import type { ClaimSet } from '../../claims/claim-set.ts'
import type { Clause, Figure, Sentence } from '../../claims/figure.ts'
import type { Item } from './whole-evidence.ts'

export const WITHIN = /^(?:其中|包括|主要包括|具体(?:是|为|包括)?|分别(?:是|为)|分为|含)/
/** A clause that announces a division by a criterion: all parts follow. */
export const BY_CRITERION =
  /^(?:其中)?[，,]?(?:按|从|依)(?!规定|要求|照|时|期|计划|月|年|季|标准|每)[^，。；\d]{1,14}(?:分|划分|分类|类型|性质|来源|看|科目|用途|对象|人)$/
const AMONG = /[^，。；其\d]{2,16}(?:中|里)$/
const OTHER_SUBJECT =
  /^(?:由[^，。；]{2,16}列支|合计|共计|总计|小计|共|另|此外|同时|还有|完成(?:年初|年度|全年|预算|目标)|为(?:年初|预算|计划|目标)|比|较(?:上|去|年|20|预)|同比|与)/
export const PRICE = /(?:每[^，。；]{1,6}|人均|户均|均价|单价|平均|标准)[^，。；]{0,8}$/
const MAX_ITEMS = 40
/** "30%—50%的3个": how far back a range begins. */
const RANGE = 8
/** What earlier lists of the paragraph have taken up. */
export interface BlockState {
  readonly set: ClaimSet
  readonly text: string
  readonly parts: Set<number>
  /** What was read of clauses; a clause is looked at from each list that may reach it. */
  readonly words: Map<Clause, string>
  /** The whole of the list before: "在校生1620人：一年级…；男生946人，女生674人". */
  last: Figure | null
}

export function wordsOf({ text, words }: BlockState, clause: Clause): string {
  const known = words.get(clause)
  if (known !== undefined) return known
  const found = text.slice(clause.start, clause.end).replace(/[\s“”"]/g, '')
  words.set(clause, found)
  return found
}

/** 基本支出中, 总人数里. Most clauses are told apart by their last character. */
export const isAmong = (words: string): boolean => (words.endsWith('中') || words.endsWith('里')) && AMONG.test(words)

export const isOpen = (opener: string): boolean => opener === '（' || opener === '('
export const isClose = (opener: string): boolean => opener === '）' || opener === ')'

export const isAmount = (figure: Figure): boolean =>
  figure.claim.role !== 'change' && figure.claim.role !== 'change-rate' && figure.claim.role !== 'share' && figure.claim.role !== 'rate'

const isCountable = (figure: Figure): boolean =>
  /^(?:money|area|mu|length|mass|volume)$/.test(figure.dimension) || figure.dimension.startsWith('each:')

export const isRough = (figure: Figure): boolean => figure.compare !== null || figure.claim.quantity.hedge !== undefined

/** The amounts of one kind from a clause on, one a clause, up to the end of the list. */
export function itemsFrom(state: BlockState, sentence: Sentence, from: number): Item[] {
  const items: Item[] = []
  const first = sentence.clauses[from]
  if (first === undefined) return items
  const isBracketed = isOpen(first.opener)
  let depth = 0
  let endsAtSemicolon: boolean | null = null
  let isDetail = false
  for (let at = from; at < sentence.clauses.length && items.length < MAX_ITEMS; at++) {
    const clause = sentence.clauses[at] as Clause
    if (at > from && isOpen(clause.opener)) depth++
    if (isClose(clause.opener)) {
      if (isBracketed && depth === 0) break
      depth = Math.max(0, depth - 1)
    }
    if (depth > 0) continue
    const words = wordsOf(state, clause)
    if (isDetail && !isSemicolon(clause)) continue
    isDetail = false
    // "运行维护费20万元，其中燃油13万元；接待费4万元": a part that is divided itself.
    if (at > from && items.length > 0 && endsAtSemicolon !== true && WITHIN.test(words) && hasSemicolonAfter(sentence, at)) {
      endsAtSemicolon = false
      isDetail = true
      continue
    }
    if (
      at > from &&
      (WITHIN.test(words) || OTHER_SUBJECT.test(words) || BY_CRITERION.test(words) || (clause.figures.length === 0 && isAmong(words)))
    )
      break
    // A list with commas ends at a semicolon.
    if (at > from && isSemicolon(clause) && endsAtSemicolon === true) break
    if (items.length === 1 && endsAtSemicolon === null && clause.opener !== '')
      endsAtSemicolon = isSemicolon(clause) ? false : clauseHolds(state, clause, items[0] as Item) ? true : null
    const figure = clause.figures
      .map((index) => state.set.figures[index] as Figure)
      .find(
        (candidate) => isAmount(candidate) && isCountable(candidate) && candidate.dimension === (items[0]?.figure ?? candidate).dimension,
      )
    if (figure === undefined || PRICE.test(figure.lead.replace(/\s/g, ''))) continue
    if (isRough(figure)) return []
    items.push({
      figure,
      name: nameOf(figure),
      words: state.text.slice(clause.opener === '—' ? clause.start - RANGE : clause.start, figure.tidyEnd).replace(/\s/g, ''),
    })
  }
  return items
}

const hasSemicolonAfter = (sentence: Sentence, at: number): boolean => sentence.clauses.slice(at + 1, at + 7).some(isSemicolon)

const isSemicolon = ({ opener }: Clause): boolean => opener === '；' || opener === ';'

/** The clause has the next item, and not only something more about the first. */
const clauseHolds = (state: BlockState, clause: Clause, item: Item): boolean =>
  clause.figures.some((index) => {
    const figure = state.set.figures[index] as Figure
    return isAmount(figure) && figure.dimension === item.figure.dimension
  })

function nameOf(figure: Figure): string {
  const lead = figure.lead
    .replace(/[\s“”"]/g, '')
    .replace(WITHIN, '')
    .replace(/^(?:是|为)?[一二三四五六七八九十]是/, '')
  return (lead === '' ? figure.tail.replace(/[\s“”"]/g, '') : lead).replace(/(?:有|为|是|共|计)$/, '')
}
