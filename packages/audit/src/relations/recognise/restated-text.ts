/** What a figure in running text states: the words at it, and those of its sentence, paragraph and heading. */
import type { Figure, Sentence } from '../../claims/figure.ts'
import { type Fact, type FactBook, isReached, plainRole } from './restated-fact.ts'
import { type Name, NO_NAME, nameOf, Surroundings } from './restated-words.ts'

const WHOLE = new Set(['expenditure', 'budget', 'revenue', 'revenue-grand-total', 'expenditure-grand-total'])
const SAYS_WHOLE = /合计|总计|总体|本年|全年|部门|单位/
/** Points of the whole evaluation; a bare 得5分 is anybody's. */
const TOTAL_SCORE = /(?:自评|总|综合|最终|整体|评价).{0,8}$/
const PLANNED_WORDS = /计划|目标|任务|指标值|不低于|不少于|不超过|应完成|拟|[≥≤]/
const DONE_WORDS = /实际|已|完成|建成/
/** Headings under which figures are aims, unless the heading speaks of what came of them. */
const AIMS = /目标|计划|任务/
const RESULTS = /完成|情况|实现|分析|绩效$/
/** "4,702.47万元为项目支出", "520张床位": the name stands behind. */
const NAMED_BEHIND = /^(?:为|是|系|来自)?([\u3400-\u9fff]{2,8}?)(?:全部|完成|已|均|于|在|的|，|。|；|、|$)/
/** Words of headings over figures of the whole unit. */
const WIDE_TITLE = /规模|基本|财务|构成|结构|管理|使用/g
/** What was not done or is left says the opposite in the same words. */
const LEFT_OVER = /未(?:执行|完成|支付|使用|到货|拨付|支出|开展|验收)|剩余|其余|尚有|尚未|余下|差额/
const NEAR = 40
const FAR = 200
/** A year named further back is no longer this figure's. */
const TIME_REACH = 80

export function textFact(figure: Figure, book: FactBook): Fact {
  const { set, places } = book
  const seat = figure.seat.kind === 'text' ? figure.seat : { sentence: 0, clause: 0 }
  const sentence = set.sentences[seat.sentence] as Sentence
  const clause = sentence.clauses[seat.clause] ?? sentence
  const { text, beside, row, column } = places.textOf(figure)
  const heading = beside === '' ? places.headingOf(figure) : ''
  const form = places.formOf(figure.claim.anchor.block, row)
  const lead = figure.lead.replace(/\s/g, '')
  const tail = figure.tail.replace(/\s/g, '').slice(0, 10)
  const surroundings = new Surroundings()
  surroundings.put(`${lead}，${/^[\u3400-\u9fff]/.test(tail) ? tail : ''}`, 1)
  surroundings.put(text.slice(clause.start, clause.end), 0.95)
  surroundings.put(text.slice(Math.max(sentence.start, clause.start - NEAR), clause.start), 0.9)
  surroundings.put(text.slice(Math.max(sentence.start, clause.start - FAR), clause.start), 0.8)
  surroundings.put(beside, 0.8)
  surroundings.put(form, 0.8)
  surroundings.put(text.slice(0, NEAR), 0.75)
  surroundings.put(heading, 0.75)
  surroundings.put(text.slice(Math.max(0, sentence.start - NEAR), sentence.start), 0.6)
  const name = nameIn(figure, book, lead, beside, form)
  const isPoint = figure.dimension === 'point'
  return {
    figure,
    isCell: false,
    ...(roleOfList(figure, text.slice(Math.max(sentence.start, clause.start - FAR), clause.start) + lead) ??
      roleOf(figure, lead, beside + column, heading)),
    name,
    surroundings,
    isWhole: name.grams.size === 0 && (isPoint ? TOTAL_SCORE.test(lead) : figure.dimension === 'money' && isOfWholeUnit(figure)),
    isOtherTime:
      LEFT_OVER.test(lead) ||
      isOtherTime(set.report.year, figure, text.slice(Math.max(sentence.start, clause.start - TIME_REACH), clause.start) + lead, lead),
  }
}

const isOfWholeUnit = (figure: Figure): boolean =>
  figure.qualifier === '' && (figure.claim.concept === null || WHOLE.has(figure.claim.concept))

/** Its own words; else those of the figure it follows; else those of its form, of the row it stands in or of the run-in heading. */
function nameIn(figure: Figure, book: FactBook, lead: string, beside: string, form: string): Name {
  const isPoint = figure.dimension === 'point'
  const behind = lead === '' ? (NAMED_BEHIND.exec(figure.tail.replace(/\s/g, ''))?.[1] ?? '') : ''
  const phrase = isPoint ? lead.replace(/[为是达约得扣]+$/, '') : behind !== '' ? behind : figure.claim.label
  const own = nameOf(book.places.plainOf(phrase.replace(/[，,、；;：:。]/g, '')))
  if (own.grams.size > 0) return own
  if (WHOLE.has(figure.claim.concept ?? '') && SAYS_WHOLE.test(figure.claim.label)) return NO_NAME
  if (!isPoint && figure.subject >= 0) {
    const subject = book.factOf(book.set.figures[figure.subject] as Figure).name
    if (subject.grams.size > 0) return subject
  }
  const before = isPoint ? undefined : countedBefore(figure, book)
  if (before !== undefined) return book.factOf(before).name
  const block = book.set.report.blocks[figure.claim.anchor.block]
  const title = block?.kind === 'paragraph' ? (block.lead?.title ?? '') : ''
  for (const words of isPoint ? [form] : [title.replace(WIDE_TITLE, ''), beside, form]) {
    const name = nameOf(book.places.plainOf(words))
    if (name.grams.size > 0 && !AIMS.test(words) && !RESULTS.test(words)) return name
  }
  return NO_NAME
}

/** "计划开展普法活动120场，实际开展126场": the same things counted just before. */
function countedBefore(figure: Figure, { set }: FactBook): Figure | undefined {
  const before = set.figures[figure.index - 1]
  if (before?.seat.kind !== 'text' || figure.seat.kind !== 'text' || before.seat.sentence !== figure.seat.sentence) return undefined
  return figure.dimension.startsWith('each:') && before.dimension === figure.dimension ? before : undefined
}

/** "预算支出按功能分类包含：A 1万元，B 2万元": what opens a list says for all of it whether it was planned or spent. */
const LIST_ROLE = /(预算|决算)(?:收入|支出|总支出|总收入|资金)?按[^，。；：]{0,8}(?:功能|经济|科目|用途|性质|类别|类型|来源)/g

function roleOfList(figure: Figure, before: string): Pick<Fact, 'role' | 'isRoleSaid'> | null {
  if (figure.dimension !== 'money' || figure.claim.role !== 'amount') return null
  const last = [...before.replace(/\s/g, '').matchAll(LIST_ROLE)].at(-1)
  return last === undefined ? null : { role: last[1] === '预算' ? 'budget' : 'done', isRoleSaid: true }
}

/** The role, and whether a word at the figure, at its cell or in its heading says so. */
function roleOf(figure: Figure, lead: string, cell: string, heading: string): Pick<Fact, 'role' | 'isRoleSaid'> {
  const said = plainRole(figure.claim.role)
  if (said !== null) return { role: said, isRoleSaid: true }
  if (figure.dimension === 'money' && figure.claim.role !== 'amount') return { role: 'done', isRoleSaid: true }
  if (PLANNED_WORDS.test(lead.slice(-24)) || figure.compare !== null) return { role: 'target', isRoleSaid: true }
  if (DONE_WORDS.test(lead)) return { role: 'done', isRoleSaid: true }
  for (const words of [cell, heading]) {
    if (AIMS.test(words) && !RESULTS.test(words)) return { role: 'target', isRoleSaid: true }
  }
  return { role: 'done', isRoleSaid: RESULTS.test(cell) }
}

const YEAR_WORD =
  /(?:(?<![比较与和])((?:19|20)\d{2})年|上年|去年|上一年|(上半年|下半年|[1-9]\d?(?:[—\-至]\d{1,2})?月(?:末|底|份)?))(?!结转|\d{1,2}月.{0,6}前|底前|使用|支付)/g

/** The last year named before the figure is not the report's. A year that money is carried to, or work is put off to, does not count. */
function isOtherTime(year: number | null, figure: Figure, before: string, lead: string): boolean {
  if (figure.claim.role === 'change' && !isReached(figure)) return true
  if (!/[年月]/.test(before)) return false
  if (/(?:[比较]|同比|与)(?:上年|去年|上一年|(?:19|20)\d{2}年)[^，；。]*$/.test(lead)) return true
  const named = [...before.matchAll(YEAR_WORD)].filter((found) => !/(?:结转|结余|推迟|顺延|于|到|至)$/.test(before.slice(0, found.index)))
  const last = named.at(-1)
  if (last === undefined) return false
  return last[1] === undefined ? true : year !== null && last[1] !== String(year)
}
