/** One finding in a letter: where, what, what stands there, how it was reckoned, what should stand there. */
import type { Finding, FindingKind, Quote } from '@jiheng/audit'
import { excerpt, writtenWords } from '../list/excerpt.ts'
import { printableLine } from '../list/printable.ts'
import { placeOf } from '../wording/place.ts'
import { repairLines } from '../wording/repair.ts'
import type { Piece } from './piece.ts'

const MOST_PLACE = 60
/** 第128行, 第12页; longer ones have a line of their own. */
const SHORT_PLACE = 10
const MOST_QUOTE = 100
const MOST_OTHER = 40
const MOST_WORDS = 400
/** Other places are named as far as somebody would look them up. */
const MANY_OTHERS = 4
const MANY_RELATED = 3

export const placeWords = (quote: Quote | undefined): string => (quote === undefined ? '' : printableLine(placeOf(quote), MOST_PLACE))

/** `number` is that of the item in its letter. */
export function opinionItem(finding: Finding, number: number): readonly Piece[] {
  const { title, message, quotes, expected, related } = finding
  const [accused, ...others] = quotes
  const place = placeWords(accused)
  const advice = repairLines(finding).join('；或 ')
  const isShort = place.length <= SHORT_PLACE
  const details: readonly (readonly [label: string, text: string])[] = [
    ['位置', isShort ? '' : place],
    ['原文', accused === undefined ? '' : `“${excerpt(accused, MOST_QUOTE)}”`],
    ['对照', otherWords(others, accused)],
    workingDetail(finding),
    ['连带', relatedWords(related.map((one) => one.message))],
    ['应为', printableLine(expected ?? '', MOST_WORDS)],
    ['建议', printableLine(advice, MOST_WORDS)],
  ]
  return [
    {
      kind: 'paragraph',
      lead: `${number}．${place === '' || !isShort ? '' : `${place}：`}${printableLine(title, MOST_WORDS)}。`,
      text: printableLine(message, MOST_WORDS),
    },
    ...details.filter(([, text]) => text !== '').map(([label, text]): Piece => ({ kind: 'detail', label, text })),
  ]
}

/** 第17行“基本支出214.62万元”；第3行“全年实际支出846.57万元”“追加12万元”等5处: a place is said once for the quotes that follow each other there. */
function otherWords(quotes: readonly Quote[], accused: Quote | undefined): string {
  let last: string | null = null
  let words = ''
  for (const quote of quotes.slice(0, MANY_OTHERS)) {
    const place = placeBeside(quote, accused)
    words += place === last ? '' : `${last === null ? '' : '；'}${place}`
    words += `“${excerpt(quote, MOST_OTHER)}”`
    last = place
  }
  return `${words}${quotes.length > MANY_OTHERS ? `等${quotes.length}处` : ''}`
}

/** A heading that both stand under is not said again. */
function placeBeside(quote: Quote, accused: Quote | undefined): string {
  const place = placeWords(quote)
  if (place === '' || accused === undefined) return place
  if (place === placeWords(accused)) return '同处'
  const { section, ...rest } = quote
  return (section !== undefined && section === accused.section && placeWords(rest)) || place
}

/** Their message and quotes say all there is: the working would say it a third time. */
const saidAlready: ReadonlySet<FindingKind> = new Set([
  'contradiction',
  'foreign-entity',
  'missing-section',
  'numbering',
  'template-residue',
])

/** Figures that are set against each other are a calculation; words that are, a reason. */
function workingDetail({ kind, computation }: Finding): readonly [label: string, text: string] {
  const isCalculation = /\d[^=≈<>≠≤≥]*[=≈<>≠≤≥]/.test(computation)
  if (isCalculation) return ['计算', printableLine(computation, MOST_WORDS)]
  return ['依据', saidAlready.has(kind) ? '' : printableLine(computation, MOST_WORDS)]
}

function relatedWords(messages: readonly string[]): string {
  const shown = messages.slice(0, MANY_RELATED).map((message) => printableLine(message, MOST_WORDS / 2).replace(/[。；]$/, ''))
  return `${shown.join('；')}${messages.length > MANY_RELATED ? `等${messages.length}处` : ''}`
}

/** As a line of the table that the unit fills in. */
export function replyRow(finding: Finding, number: number): readonly string[] {
  const { title, quotes, expected } = finding
  const written = quotes[0] === undefined ? '' : writtenWords(quotes[0])
  const difference = expected === null ? '' : `\n${written === '' ? '' : `所写 ${written}，`}应为 ${printableLine(expected, MOST_WORDS)}`
  return [String(number), placeWords(quotes[0]), `${printableLine(title, MOST_WORDS)}${difference}`, '', '□ 已改正\n□ 核实无误\n□ 另附说明']
}
