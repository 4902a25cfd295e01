/** A figure as one statement of a fact: what it is about in words, which role it plays, how sure its year is. */
import { unitsBySymbol } from '@jiheng/quantity'
import type { ClaimSet } from '../../claims/claim-set.ts'
import type { Figure, Sentence } from '../../claims/figure.ts'
import type { Places } from './restated-place.ts'
import { addGrams, gramsOf, hanLength, plainName } from './restated-words.ts'

/** done covers plain amounts, counts, rates and actual values; either is a column that may hold targets or results. */
export type FactRole = 'initial' | 'adjusted' | 'budget' | 'received' | 'target' | 'done' | 'score' | 'weight' | 'either'

export interface Fact {
  readonly figure: Figure
  readonly isCell: boolean
  readonly role: FactRole
  /** The role is said by a word at the figure or in the head of its column. */
  readonly isRoleSaid: boolean
  /** The words that name it; empty for the whole unit and for figures that only their context names. */
  readonly name: ReadonlySet<string>
  /** All words round it, each with how close it stands, 0 to 1. */
  readonly window: ReadonlyMap<string, number>
  /** Total of a table about the whole unit, or a figure of the whole unit in the text. */
  readonly isWhole: boolean
  /** Another year, half a year, one of several parts: never accused of differing. */
  readonly isOtherTime: boolean
  /** Row of the table, to know that two cells stand side by side. */
  readonly row: string
}

const TOTAL_LABEL = /^(?:合计|总计|小计|总分|总得分|年度资金总额|资金总额|总额|合计数|合计得分|自评得分|自评总分)$/
/** The cost of the whole project: what its form or table is about. */
const WHOLE_COST = /^(?:项目|支出|总)*成本$/
/** Columns whose words name no row. */
const NO_LABEL = /单位|性质|标准|规则|办法|说明|备注|原因|编码|序号/

function isLabel(text: string): boolean {
  return (
    (hanLength(text) >= 2 && unitsBySymbol(text).length === 0 && !/^[≥≤<>＜＞=＝]|得满分|扣.{0,4}分/.test(text)) || TOTAL_LABEL.test(text)
  )
}
const WHOLE = new Set(['expenditure', 'budget', 'revenue', 'revenue-grand-total', 'expenditure-grand-total'])
/** Points of the whole evaluation; a bare 得5分 is anybody's. */
const TOTAL_SCORE = /(?:自评|总|综合|最终|整体|评价).{0,8}$/
const NEAR = 40

export function factOf(set: ClaimSet, figure: Figure, places: Places, known: Map<number, Fact>): Fact {
  const found = known.get(figure.index)
  if (found !== undefined) return found
  const fact = figure.seat.kind === 'cell' ? cellFact(figure, places) : textFact(set, figure, places, known)
  known.set(figure.index, fact)
  return fact
}

function cellFact(figure: Figure, places: Places): Fact {
  const place = places.rowOf(figure)
  const head = place?.table.heads[place.row.head] ?? []
  const block = figure.claim.anchor.block
  const labels = (place?.row.labels ?? []).filter(({ column }) => !NO_LABEL.test(head[column]?.text ?? '')).map(({ text }) => text)
  const beside = figure.claim.label === place?.row.labels.at(-1)?.text ? [] : [figure.claim.label]
  const own = [...labels, ...beside].findLast(isLabel) ?? (labels.length === 0 ? (head[0]?.text ?? '') : '')
  const isTotal = own === '' || TOTAL_LABEL.test(own) || WHOLE_COST.test(own)
  const row = figure.seat.kind === 'cell' ? figure.seat.row : 0
  const form = places.formOf(block, row)
  const caption = places.captionOf(block)
  const column = place?.column?.text ?? ''
  const topic = isTotal
    ? plainName(form !== '' ? form : caption.replace(/(?:明细|汇总|分类|统计|一览|基本|绩效|收入支出|收支|总)*表?$/, ''))
    : plainName(own)
  const columnName = plainName(column)
  const name = gramsOf(topic)
  if (!isTotal || topic === '') addGrams(columnName, (gram) => name.add(gram))
  const window = new Map<string, number>()
  const put = (text: string, weight: number): void => addGrams(text, (gram) => window.set(gram, Math.max(weight, window.get(gram) ?? 0)))
  put(isTotal ? topic : own, 1)
  put(column, 1)
  for (const label of labels) put(label, 0.9)
  put(form, 0.9)
  put(caption, 0.9)
  put(places.headingOf(figure), 0.7)
  const words = column + labels.join('')
  return {
    figure,
    isCell: true,
    role: cellRole(figure, place?.column?.role ?? null, head),
    isRoleSaid: (place?.column?.role ?? null) !== null,
    name,
    window,
    isWhole: name.size === 0,
    isOtherTime: figure.periodKey !== '' || /上年(?!结转)|去年|比较|增减/.test(words),
    row: `${block}:${row}`,
  }
}

function cellRole(figure: Figure, column: string | null, head: readonly { readonly role: string | null }[]): FactRole {
  const role = column ?? figure.claim.role
  switch (role) {
    case 'initial-budget':
      return 'initial'
    case 'adjusted-budget':
      return 'adjusted'
    case 'budget':
      return 'budget'
    case 'received':
      return 'received'
    case 'score':
      return 'score'
    case 'weight':
      return 'weight'
    case 'target':
      // 指标值 without a column of results beside it may be either.
      return head.some((other) => other.role === 'actual') ? 'target' : 'either'
    default:
      return 'done'
  }
}

function textFact(set: ClaimSet, figure: Figure, places: Places, known: Map<number, Fact>): Fact {
  const sentence = set.sentences[figure.seat.kind === 'text' ? figure.seat.sentence : 0] as Sentence
  const clause = sentence.clauses[figure.seat.kind === 'text' ? figure.seat.clause : 0]
  const { text, beside } = places.textOf(figure)
  const from = clause?.start ?? sentence.start
  const lead = figure.lead.replace(/\s/g, '')
  const tail = figure.tail.replace(/\s/g, '').slice(0, 10)
  const window = new Map<string, number>()
  const put = (words: string, weight: number): void => addGrams(words, (gram) => window.set(gram, Math.max(weight, window.get(gram) ?? 0)))
  put(lead + (/^[\u3400-\u9fff]/.test(tail) ? `，${tail}` : ''), 1)
  put(text.slice(from, clause?.end ?? from), 0.95)
  put(text.slice(Math.max(sentence.start, from - NEAR), from), 0.9)
  put(text.slice(sentence.start, from), 0.8)
  put(beside, 0.8)
  put(text.slice(0, NEAR), 0.75)
  put(places.headingOf(figure), 0.75)
  put(text.slice(Math.max(0, sentence.start - NEAR), sentence.start), 0.6)
  const form = beside === '' ? '' : places.formOf(figure.claim.anchor.block, rowAt(set, figure))
  put(form, 0.8)
  const subject = figure.subject < 0 ? null : factOf(set, set.figures[figure.subject] as Figure, places, known)
  const isPoint = figure.dimension === 'point'
  const phrase = isPoint ? lead.replace(/[为是达约得扣]+$/, '') : figure.claim.label
  const own = gramsOf(plainName(phrase.replace(/[，,、；;：:。]/g, '')))
  const name = own.size > 0 ? own : isPoint || subject === null ? gramsOf(plainName(form)) : subject.name
  return {
    figure,
    isCell: false,
    role: textRole(figure, `${beside}${lead}`),
    isRoleSaid: figure.claim.role !== 'amount' && figure.claim.role !== 'count',
    name,
    window,
    isWhole:
      name.size === 0 &&
      (isPoint ? TOTAL_SCORE.test(lead) : figure.qualifier === '' && (figure.claim.concept === null || WHOLE.has(figure.claim.concept))),
    isOtherTime: isOtherTime(set, figure, text.slice(sentence.start, from) + lead, lead),
    row: '',
  }
}

function rowAt(set: ClaimSet, figure: Figure): number {
  const block = set.report.blocks[figure.claim.anchor.block]
  if (block?.kind !== 'table') return 0
  const at = block.at.start + figure.claim.anchor.start
  const row = block.rows.findIndex((cells) => cells.some((cell) => cell.at.start <= at && at < cell.at.end))
  return Math.max(0, row)
}

function textRole(figure: Figure, words: string): FactRole {
  switch (figure.claim.role) {
    case 'initial-budget':
      return 'initial'
    case 'adjusted-budget':
      return 'adjusted'
    case 'budget':
      return 'budget'
    case 'received':
      return 'received'
    case 'score':
      return 'score'
    case 'weight':
      return 'weight'
    case 'target':
      return 'target'
    default:
      return /计划|目标|任务|指标值|不低于|不少于|不超过|应完成|拟/.test(words.slice(-24)) ? 'target' : 'done'
  }
}

const YEAR_WORD =
  /(?:(?<![比较与和])((?:19|20)\d{2})年|上年|去年|上一年|(上半年|下半年|[1-9]\d?(?:[—\-至]\d{1,2})?月(?:末|底|份)?))(?!结转|\d{1,2}月.{0,6}前|底前|使用|支付)/g

/** The last year named before the figure is not the report's. A year that money is carried to, or work is put off to, does not count. */
function isOtherTime(set: ClaimSet, figure: Figure, before: string, lead: string): boolean {
  if (figure.claim.role === 'change' && !/[到至]$/.test(lead)) return true
  if (/(?:[比较]|同比|与)(?:上年|去年|上一年|(?:19|20)\d{2}年)[^，；。]*$/.test(lead)) return true
  const named = [...before.matchAll(YEAR_WORD)].filter((found) => !/(?:结转|结余|推迟|顺延|于|到|至)$/.test(before.slice(0, found.index)))
  const last = named.at(-1)
  if (last === undefined) return false
  return last[1] === undefined ? true : set.report.year !== null && last[1] !== String(set.report.year)
}
