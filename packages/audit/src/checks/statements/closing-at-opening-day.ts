/** The closing value of a stock told with last year's day: 截至2021年12月31日…486.72万元，其中年初452.14万元 in the report of 2022. */
import type { ClaimSet } from '../../claims/claim-set.ts'
import type { Sentence } from '../../claims/figure.ts'
import { quoteInClause } from '../../findings/quote.ts'
import type { Tell } from '../text-check.ts'
import type { YearWords } from './report-time.ts'
import { textOf, titlesOver } from './said.ts'

const STOCK = '(?:资产|原值|净值|负债|编制|在职|实有|保有量|车辆|余额)'
const CLOSING = new RegExp(
  `^[^，；。0-9]{0,16}((?:截[至止]到?\\s?)?(20\\d{2})\\s?年\\s?(?:年)?(?:末|底|12\\s?月\\s?31\\s?日))[^；。0-9]{0,24}${STOCK}[^；。0-9]{0,12}[0-9]`,
)
/** An opening value or a change since the opening: the first figure is that of the closing. */
const OPENING = /(?:其中[：:]?|[，（(；])(?:年初|期初)[^，；。0-9]{0,10}[0-9]|(?:较|比)(?:年初|期初)[^，；。]{0,12}(?:增|减|下降|上升)/
const CLOSING_LATER = /年末|期末|年底|本年末|当年末/
const LAST_YEAR = /上年|去年|上一年|同期|以前年度/

/** No report tells more stocks so. */
const MOST = 20

export function lookForClosingAtOpeningDay(set: ClaimSet, tell: Tell, evaluated: YearWords): void {
  let looked = 0
  for (const [block, sentences] of set.sentencesOf) {
    const text = textOf(set, block) ?? ''
    if (!text.includes('年初') && !text.includes('期初')) continue
    for (const sentence of sentences) {
      const words = text.slice(sentence.start, sentence.end)
      const match = words.includes('初') ? CLOSING.exec(words) : null
      if (match === null || Number(match[2]) !== evaluated.year - 1 || LAST_YEAR.test(words)) continue
      const rest = words.slice(match[0].length)
      if (!OPENING.test(rest) || CLOSING_LATER.test(rest) || ++looked > MOST || isTold(set, sentence, evaluated.year)) continue
      tellClosing(set, tell, evaluated, block, sentence.start + words.indexOf(match[1] ?? ''), match[1] ?? '')
    }
  }
}

/** The section tells the year-end of the report as well, or is about the year before. */
function isTold(set: ClaimSet, { section }: Sentence, year: number): boolean {
  if (titlesOver(set, section).some((title) => title.includes(`${year - 1}年`) && !title.includes(`${year}年`))) return true
  const closing = new RegExp(`${year}\\s?年\\s?(?:年)?(?:末|底|12\\s?月)|本年末|(?<!\\d\\s?)(?<!\\d年)年末`)
  return set.sentences.some(
    (sentence) => sentence.section === section && closing.test((textOf(set, sentence.block) ?? '').slice(sentence.start, sentence.end)),
  )
}

function tellClosing(set: ClaimSet, tell: Tell, evaluated: YearWords, block: number, start: number, words: string): void {
  const { year } = evaluated
  tell.fail(() => ({
    severity: 'warning',
    message: `报告评价${year}年度，此处另列年初数，时点却是“${words}”（即年初），请核对是否应为${year}年末。`,
    quotes: [quoteInClause(set, block, start, start + words.length), quoteInClause(set, evaluated.block, evaluated.start, evaluated.end)],
    computation: `${words}是${year}年的年初，不是年末`,
    steps: [`评价年度：${year}年度`, `所写时点：${words}`, '同一句另列年初数，前一数应为年末数'],
    expected: words.replace(String(year - 1), String(year)),
    confidence: 0.8,
  }))
}
