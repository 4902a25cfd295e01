/** Stocks at a year-end that cannot be the one that is printed: the same year-end for opening and closing, or last year's for today's. */
import { type PeriodReading, readPeriods } from '@jiheng/quantity'
import type { ClaimSet } from '../../claims/claim-set.ts'
import type { Figure, Sentence } from '../../claims/figure.ts'
import { quoteFigure, quoteInClause } from '../../findings/quote.ts'
import { sayFigure } from '../../findings/say.ts'
import { matchesOf } from '../matches.ts'
import { type Tell, textCheck } from '../text-check.ts'
import { lookForClosingAtOpeningDay } from './closing-at-opening-day.ts'
import { reportTime, type YearWords } from './report-time.ts'

const wording = {
  title: '年初年末时点写错',
  remedy: '核对两处时点，其中一处应为年初（上年末）；人员、资产的时点应为评价年度末。',
  explain:
    '同一段里同一事项在同一时点写了两个不同的数；或报告本年人员、资产时，时点是上年末，而同一部分没有本年末的数；或时点写上年末，同句又另列年初数。',
  titleEnglish: 'Opening and closing dates of a stock mixed up',
}

export const wrongYearEnd = textCheck(
  { id: 'wrong-year-end', kind: 'date', severity: 'error', wording, source: '年初数为上年末数，年末数为本年12月31日数' },
  (set, tell) => {
    for (const [block, sentences] of set.sentencesOf) lookForTwice(set, block, sentences, tell)
    const { evaluated } = reportTime(set)
    if (evaluated === null) return
    lookForClosingAtOpeningDay(set, tell, evaluated)
    lookForStale(set, tell, evaluated)
  },
)

/** A figure with the instant that is printed for it. */
interface Stock {
  readonly key: string
  readonly instant: string
  readonly date: PeriodReading
  readonly words: string
  readonly figure: Figure
}

const YEAR_END = /年\s?(?:年)?(?:末|底|初)|12\s?月\s?31\s?日|1\s?月\s?1\s?日/
/** From the date to its figure; what lies further belongs to something else. */
const REACH = 40

function lookForTwice(set: ClaimSet, block: number, sentences: readonly Sentence[], tell: Tell): void {
  const text = textOf(set, block)
  if (!YEAR_END.test(text)) return
  const seen = new Map<string, Stock>()
  for (const sentence of sentences) {
    for (const stock of stocksOf(set, sentence, text)) {
      const earlier = seen.get(stock.key)
      seen.set(stock.key, stock)
      if (earlier === undefined) continue
      if (sayFigure(earlier.figure) === sayFigure(stock.figure)) {
        tell.pass()
        continue
      }
      const [first, second] = [sayFigure(earlier.figure), sayFigure(stock.figure)]
      const dateQuote = ({ date }: Stock) => quoteInClause(set, block, date.start, date.end)
      tell.fail(() => ({
        message: `同一段里两处都写“${stock.words}”，数字却是${first}和${second}，其中一处应为年初（上年末），请核对。`,
        quotes: [dateQuote(earlier), quoteFigure(set, earlier.figure), dateQuote(stock), quoteFigure(set, stock.figure)],
        computation: `${earlier.words}：${first}；${stock.words}：${second}`,
        steps: [`前一处：${earlier.words} ${first}`, `后一处：${stock.words} ${second}`, '同一事项在同一时点只有一个数'],
      }))
    }
  }
}

/** Sentences that begin with a year-end, and their first figure; dates are given offsets into the block. */
function stocksOf(set: ClaimSet, sentence: Sentence, text: string): Stock[] {
  const words = text.slice(sentence.start, sentence.end)
  if (!YEAR_END.test(words)) return []
  const dates = readPeriods(words).filter(isYearEnd)
  let next = 0
  return dates.flatMap((date, at) => {
    const [start, end] = [sentence.start + date.start, sentence.start + date.end]
    const until = sentence.start + (dates[at + 1]?.start ?? words.length)
    while (next < sentence.figures.length && figureAt(set, sentence, next).tidyEnd <= end) next++
    const figure = next < sentence.figures.length ? figureAt(set, sentence, next) : undefined
    if (figure === undefined || figure.tidyEnd > until || figure.claim.quantity.unit === 'none') return []
    const label = text.slice(end, Math.min(end + REACH + 12, figure.tidyEnd)).replace(/[0-9０-９].*$/, '')
    const named = squeeze(label)
    if (!STOCK.test(named) || label.length > REACH) return []
    const before = words.slice(at === 0 ? 0 : (dates[at - 1]?.end ?? 0), date.start)
    const subject = squeeze(at === 0 ? before.replace(TOPIC, '') : (/[^，；。、：]*$/.exec(before)?.[0] ?? ''))
    const instant = date.period?.to ?? ''
    return [
      {
        key: `${subject}|${instant}|${date.period?.from ?? ''}|${named}`,
        instant,
        date: { ...date, start, end },
        words: text.slice(start, end),
        figure,
      },
    ]
  })
}

const figureAt = (set: ClaimSet, { figures }: Sentence, at: number): Figure => set.figures[figures[at] as number] as Figure

const STOCK = /资产|原值|净值|负债|结转|结余|存款|余额|编制|在职|在编|实有|人员|职工|车辆|保有量|面积/
/** What only says what the sentence is about, and not of whom. */
const TOPIC = /^[^，；：]{0,10}(?:情况|方面|如下)\s?[：:]/
const squeeze = (words: string): string => words.replace(/[\s，,、：:；;“”"'（）()的为共计有是达]|截[至止]|到/g, '')

function isYearEnd({ period, relative }: PeriodReading): boolean {
  if (period === null || relative !== undefined || period.kind !== 'instant') return false
  return period.to.endsWith('-12-31') || period.to.endsWith('-01-01')
}

const STALE = /(?:截[至止]到?\s?)?(20\d{2})\s?年\s?(?:年)?(?:末|底|12\s?月\s?31\s?日)/g
const OWN_STOCK = /(?:在职|在编|实有|编制内|固定资产|资产总额|资产总计|公务用车)/
/** The opening of a year, or a comparison. */
const OPENING = /年初|期初|上年|去年|上一年|结转|同期|比|较|增|减|基数|基期|原有|当时|此前|成立|以来|累计/

const AHEAD = /预计|计划|目标|力争|将|拟|预期|到20|规划|争取/

/** A year-end that had not come when the year was evaluated. */
function tellFuture(set: ClaimSet, tell: Tell, evaluated: YearWords, { block, start }: Sentence, match: RegExpMatchArray): void {
  const at = start + (match.index ?? 0)
  tell.fail(() => ({
    severity: 'warning',
    message: `报告评价${evaluated.year}年度，人员或资产的时点却是“${match[0]}”，请核对时点。`,
    quotes: [quoteInClause(set, block, at, at + match[0].length), quoteInClause(set, evaluated.block, evaluated.start, evaluated.end)],
    computation: `${match[0]}晚于${evaluated.year}年12月31日`,
    steps: [`评价年度：${evaluated.year}年度`, `所写时点：${match[0]}`, '该时点在评价年度之后'],
    expected: match[0].replace(String(evaluated.year + 1), String(evaluated.year)),
    confidence: 0.75,
  }))
}

/** Last year-end as the only day of the unit's own staff or assets. */
function lookForStale(set: ClaimSet, tell: Tell, evaluated: YearWords): void {
  if (set.report.kind !== 'department' && set.report.kind !== 'unit') return
  const perSection = new Map<number, { stale: { block: number; start: number; end: number; words: string } | null; hasOther: boolean }>()
  for (const sentence of set.sentences) {
    const text = wordsOf(set, sentence)
    const dates = OWN_STOCK.test(text) ? matchesOf(text, STALE) : []
    if (dates.length === 0) continue
    const entry = perSection.get(sentence.section) ?? { stale: null, hasOther: false }
    perSection.set(sentence.section, entry)
    for (const match of dates) {
      const year = Number(match[1])
      if (year === evaluated.year + 1 && !AHEAD.test(text)) tellFuture(set, tell, evaluated, sentence, match)
      if (year !== evaluated.year - 1) entry.hasOther = true
      else {
        const start = sentence.start + match.index
        entry.stale ??= { block: sentence.block, start, end: start + match[0].length, words: match[0] }
      }
    }
  }
  for (const [section, { stale, hasOther }] of perSection) {
    if (stale === null) continue
    if (hasOther || tellsTheYear(set, section, evaluated.year)) {
      tell.pass()
      continue
    }
    const { year } = evaluated
    tell.fail(() => ({
      severity: 'warning',
      message: `报告评价${year}年度，人员或资产的时点却是“${stale.words}”，请核对是否应为${year}年末。`,
      quotes: [
        quoteInClause(set, stale.block, stale.start, stale.end),
        quoteInClause(set, evaluated.block, evaluated.start, evaluated.end),
      ],
      computation: `${stale.words}是${year}年的年初，不是年末`,
      steps: [`评价年度：${year}年度`, `所写时点：${stale.words}`, '同一部分没有评价年度末的数'],
      expected: stale.words.replace(String(year - 1), String(year)),
      confidence: 0.7,
    }))
  }
}

/** The section speaks of the year itself as well, or compares. */
function tellsTheYear(set: ClaimSet, section: number, year: number): boolean {
  const current = new RegExp(`${year}\\s?年|本年|年末|年底`)
  return set.sentences.some((sentence) => {
    if (sentence.section !== section) return false
    const text = wordsOf(set, sentence)
    return OPENING.test(text) || current.test(text.replace(STALE, ''))
  })
}

const wordsOf = (set: ClaimSet, { block, start, end }: Sentence): string => textOf(set, block).slice(start, end)

function textOf(set: ClaimSet, block: number): string {
  const content = set.report.blocks[block]
  return content !== undefined && 'text' in content ? content.text : ''
}
