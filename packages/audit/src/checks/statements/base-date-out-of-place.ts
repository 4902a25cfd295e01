/** The day up to which the evaluation looks: after the report itself, before the year evaluated began, or a period of another year. */
import { type Period, readPeriods } from '@jiheng/quantity'
import type { ClaimSet } from '../../claims/claim-set.ts'
import { quoteInClause } from '../../findings/quote.ts'
import { type Fault, type Tell, textCheck } from '../text-check.ts'
import { type MadeOn, reportTime, type YearWords } from './report-time.ts'
import { textOf } from './said.ts'

const BASE =
  /(?:(?:^|[，。；：:、（(])(?:本次|此次)?(?:绩效)?(?:评价|自评|数据(?:采集|统计)?)?(?:的)?基准(?:日期?|时点)|(?:评价|自评|数据采集|数据统计)(?:的)?截[止至](?:日期?|时间|时点))(?:均|统一|定)?(?:为|是|：|:)?(?=20\d{2}\s?年)/g
/** The base date of a valuation or a stocktaking is another one. */
const OTHER_BASE = /评估|清查|清产|审计|估价|价格|利率|地价|改制|普查|调查/
const PERIOD = /(?:评价|自评)(?:的)?(?:时段|期间|区间|时间范围|时间段|所属期间?)(?:均|统一|定)?(?:为|是|：|:)?(?:自|从)?(?=20\d{2}\s?年)/g
const LONGEST_DATE = 30

export const baseDateOutOfPlace = textCheck(
  {
    id: 'base-date-out-of-place',
    kind: 'date',
    severity: 'warning',
    wording: {
      title: '评价时点与年度不符',
      remedy: '核对评价基准日或评价期间，以及所评价的年度。',
      explain: '评价基准日晚于报告的日期，或早于所评价的年度；评价期间是另一个年度的1月至12月。资产评估、清查的基准日不在此列。',
      titleEnglish: 'The base date does not go with the report or its year',
    },
    source: '评价基准日不晚于报告日，评价期间应含评价年度',
  },
  (set, tell, { asOf }) => {
    let time: { readonly made: MadeOn | null; readonly evaluated: YearWords | null } | null = null
    for (let block = 0; block < set.report.blocks.length; block++) {
      const text = textOf(set, block) ?? ''
      if (!/基准|截[止至][日时]|[评价](?:的)?(?:时|期|区|所)/.test(text)) continue
      time ??= reportTime(set)
      for (const match of text.matchAll(BASE)) {
        const date = dateAt(text, match.index + match[0].length)
        const before = text.slice(Math.max(0, match.index - 40), match.index)
        if (date !== null && !OTHER_BASE.test(before)) lookAtBase(set, tell, block, date, time, asOf)
      }
      for (const match of text.matchAll(PERIOD)) {
        const date = dateAt(text, match.index + match[0].length)
        if (date !== null && time.evaluated !== null) lookAtPeriod(set, tell, block, date, time.evaluated)
      }
    }
  },
)

interface Dated {
  readonly period: Period
  readonly start: number
  readonly end: number
}

function dateAt(text: string, from: number): Dated | null {
  const [reading] = readPeriods(text.slice(from, from + LONGEST_DATE))
  if (reading === undefined || reading.start > 0 || reading.period === null || reading.relative !== undefined) return null
  return { period: reading.period, start: from, end: from + reading.end }
}

type Time = { readonly made: MadeOn | null; readonly evaluated: YearWords | null }

function lookAtBase(set: ClaimSet, tell: Tell, block: number, date: Dated, { made, evaluated }: Time, asOf: string | null): void {
  const { to } = date.period
  const words = (textOf(set, block) ?? '').slice(date.start, date.end)
  const limit = made?.to ?? asOf
  const fail = (message: string, computation: string, last: string, expected: string | null, other: YearWords | MadeOn | null): void =>
    tell.fail(
      (): Fault => ({
        message,
        quotes: [
          quoteInClause(set, block, date.start, date.end),
          ...(other === null ? [] : [quoteInClause(set, other.block, other.start, other.end)]),
        ],
        computation,
        steps: [`所写时点：${words}`, computation, last],
        expected,
        confidence: 0.85,
      }),
    )
  if (evaluated !== null && to === `${evaluated.year}-12-31`) {
    tell.pass()
    return
  }
  const corrected = evaluated === null ? null : words.replace(/20\d{2}/, String(evaluated.year))
  if (limit !== null && to > limit) {
    fail(`评价的时点写为${words}，晚于报告的日期${limit}，请核对。`, `${words} 晚于 ${limit}`, '报告写成时该时点还没有到', corrected, made)
    return
  }
  if (evaluated !== null && to < `${evaluated.year}-01-01` && to >= `${evaluated.year - 2}-01-01`) {
    const message = `报告评价${evaluated.year}年度，评价的时点却写为${words}，请核对。`
    fail(message, `${words} 早于 ${evaluated.year}年度`, '该时点时所评价的年度还没有开始', corrected, evaluated)
    return
  }
  if (evaluated !== null && limit === null && to >= `${evaluated.year + 1}-12-31`) {
    const message = `报告评价${evaluated.year}年度，评价的时点却写为${words}，请核对。`
    fail(message, `${words} 晚于 ${evaluated.year}年度一年以上`, '评价某年度的时点一般为该年度末', corrected, evaluated)
    return
  }
  tell.pass()
}

/** Only the twelve months of one other year: a part of a year, or several years, may be what a project ran. */
function lookAtPeriod(set: ClaimSet, tell: Tell, block: number, { period, start, end }: Dated, evaluated: YearWords): void {
  const year = Number(period.from.slice(0, 4))
  const isWholeYear = period.from === `${year}-01-01` && period.to === `${year}-12-31`
  if (!isWholeYear || year === evaluated.year) {
    tell.pass()
    return
  }
  const words = (textOf(set, block) ?? '').slice(start, end)
  tell.fail(() => ({
    message: `报告评价${evaluated.year}年度，评价的期间却写为${words}，请核对。`,
    quotes: [quoteInClause(set, block, start, end), quoteInClause(set, evaluated.block, evaluated.start, evaluated.end)],
    computation: `${year} ≠ ${evaluated.year}`,
    steps: [`评价年度：${evaluated.year}年度`, `所写期间：${words}`, '评价期间应含所评价的年度'],
    expected: words.replaceAll(String(year), String(evaluated.year)),
    confidence: 0.8,
  }))
}
