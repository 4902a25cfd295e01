/** An evaluation of a whole year that was carried out before the year was over. */
import { type Period, type PeriodReading, readPeriods } from '@jiheng/quantity'
import type { AuditContext } from '../../audit-result.ts'
import type { ClaimSet } from '../../claims/claim-set.ts'
import type { Sentence } from '../../claims/figure.ts'
import type { Quote } from '../../findings/finding.ts'
import { quoteInClause } from '../../findings/quote.ts'
import { type Tell, textCheck } from '../text-check.ts'
import { type ReportTime, reportTime, type YearWords } from './report-time.ts'

const wording = {
  title: '年度未结束已开展自评',
  remedy: '核对自评工作的时间，或所评价的年度。',
  explain:
    '评价全年的自评报告，写明的自评工作时间（或填报日期）在该年10月底以前，或早于同一句所依据的自评通知的年份。绩效监控、事前评估、半年评价和对上年的评价不在此列。',
  titleEnglish: 'Evaluation of a whole year carried out before its end',
}

export const evaluatedBeforeYearEnd = textCheck(
  {
    id: 'evaluated-before-year-end',
    kind: 'date',
    severity: 'error',
    wording,
    source: '财预〔2020〕10号：单位自评在预算执行结束后进行',
  },
  look,
)

/** From here on some places begin while the year still runs. */
const EARLY_UNTIL = '10-31'
const MAX_QUOTES = 6

function look(set: ClaimSet, tell: Tell, context: AuditContext): void {
  const time = reportTime(set)
  const { evaluated } = time
  if (evaluated === null || set.report.kind === 'management-appraisal') {
    tell.notApplicable()
    return
  }
  const works = worksOf(set)
  // A notice of a still later year is itself out of place, which another check tells.
  const asked = works.find(({ to, notice }) => notice === evaluated.year + 1 && Number(to.slice(0, 4)) < notice)
  if (asked !== undefined && asked.notice !== null) {
    failByNotice(tell, asked, asked.notice)
    return
  }
  const early = works.filter(({ to }) => isEarly(to, evaluated.year))
  if (early.length === 0) {
    lookAtMade(set, time, evaluated, works.length > 0, tell, context)
    return
  }
  if (isRather(set, evaluated.year - 1, evaluated.year)) {
    tell.cannotTell(null, `所评价的是${evaluated.year}年还是${evaluated.year - 1}年`)
    return
  }
  const title = quoteInClause(set, evaluated.block, evaluated.start, evaluated.end)
  const [first, ...more] = early as [Work, ...Work[]]
  fail(set, tell, evaluated, first.words, [first.quote(), ...more.slice(0, MAX_QUOTES).map(({ quote }) => quote()), title], true)
}

const isEarly = (to: string, year: number): boolean => to >= `${year}-01-01` && to <= `${year}-${EARLY_UNTIL}`

function lookAtMade(set: ClaimSet, { made }: ReportTime, evaluated: YearWords, isTold: boolean, tell: Tell, { asOf }: AuditContext): void {
  const title = quoteInClause(set, evaluated.block, evaluated.start, evaluated.end)
  if (made !== null && isEarly(made.to, evaluated.year) && !isRather(set, evaluated.year - 1, evaluated.year)) {
    const quote = quoteInClause(set, made.block, made.start, made.end)
    fail(set, tell, evaluated, quote.text, [quote, title], false)
    return
  }
  if (made === null && !isTold && asOf !== null && isEarly(asOf, evaluated.year)) {
    fail(set, tell, evaluated, asOf, [title], false)
    return
  }
  if (made !== null || isTold) tell.pass()
  else tell.notApplicable()
}

function fail(set: ClaimSet, tell: Tell, evaluated: YearWords, when: string, quotes: [Quote, ...Quote[]], isTold: boolean): void {
  const { year } = evaluated
  const isWhole = set.report.kind === 'department' || set.report.kind === 'unit'
  tell.fail({
    severity: isTold && isWhole ? 'error' : 'warning',
    message: `报告评价的是${year}年度，而自评的时间写为${when}，当时${year}年尚未结束，请核对时间或评价年度。`,
    quotes,
    computation: `${year}年度到${year}年12月31日结束；${when}在此之前`,
    steps: [`评价年度：${year}年度，${year}年12月31日结束`, `自评时间：${when}`, '全年的绩效在年度结束后才能评价'],
    confidence: isTold ? 0.95 : 0.8,
  })
}

/** Nobody carries out what was not yet asked for. */
function failByNotice(tell: Tell, { words, quote }: Work, notice: number): void {
  tell.fail(() => ({
    message: `自评的时间写为${words}，早于要求开展自评的通知（${notice}年印发），请核对时间。`,
    quotes: [quote()],
    computation: `${words}早于通知文号的年份 ${notice}`,
    steps: [`自评时间：${words}`, `要求开展自评的通知：文号的年份为${notice}年`, '自评在通知印发之后进行'],
  }))
}

/** Whether the text speaks more of the one year than of the other, titles and dates with months apart. */
function isRather(set: ClaimSet, one: number, other: number): boolean {
  const counts = new Map<number, number>()
  for (const block of set.report.blocks) {
    if (block.kind !== 'paragraph') continue
    for (const match of block.text.matchAll(/(20\d{2})\s?年(?!\s?\d{1,2}\s?月)/g)) {
      const year = Number(match[1])
      counts.set(year, (counts.get(year) ?? 0) + 1)
    }
  }
  return (counts.get(one) ?? 0) > (counts.get(other) ?? 0)
}

interface Work {
  readonly to: string
  /** Year of the notice that the same sentence names as the ground of the evaluation. */
  readonly notice: number | null
  readonly words: string
  readonly quote: () => Quote
}

const EVALUATES = /自评|评价|自我评/
const THIS_ONE = /(?:本次|此次|这次)[^，。；]{0,6}(?:自评|评价)/
/** The group of this evaluation, and what only this evaluation ends with. */
const GROUP = /自评(?:工作)?(?:领导)?(?:小组|组)|评价(?:工作)?小组/
const REPORTED = /(?:报告|自评)(?:的)?(?:撰写|起草|编写)|(?:形成|撰写|完成|编写)(?:了)?自评报告|逐项(?:打分|评分)|指标核对/
const DONE = /开始|开展|启动|组织|进行|进入|完成|形成|撰写|历时|打分|评分|汇总|调研|准备|收集/
/** Other work than this evaluation, or what the evaluation covers. */
const OTHER_WORK =
  /监控|监测|跟踪|事前|申报|批复|中期|半年|季度|期间|时段|区间|范围|基准|截止|截至|涵盖|上年|上一年|去年|下年|下达|拨付|培训|计划|拟|开工|建设/
const PROCESS = /(?:自评|评价)(?:工作)?(?:的)?(?:组织|开展|实施|过程|程序|步骤|流程|进行|情况)/
const NOT_PROCESS = /管理|监控|目标|结果|结论|应用|第三方|问题|改进|建议|完成|履职|项目(?:组织|实施|建设)/

/** The days on which this evaluation was worked at, as the report tells them. */
function worksOf(set: ClaimSet): Work[] {
  const works: Work[] = []
  for (const sentence of set.sentences) {
    const block = set.report.blocks[sentence.block]
    if (block === undefined || !('text' in block)) continue
    const printed = block.text.slice(sentence.start, sentence.end)
    const notice = noticeIn(printed)
    // What the title of a document says of time is not the time of the work.
    const text = notice === null ? printed : printed.replace(TITLED, (title) => ' '.repeat(title.length))
    if (!/20\d{2}\s?年.{0,4}月/.test(text) || !tellsWork(set, sentence, text)) continue
    const dates = readPeriods(text).filter(isMonthOrDay)
    const years = new Set([...text.matchAll(/(20\d{2})\s?年/g)].map((match) => Number(match[1])))
    // Another year beside the date is what was evaluated then.
    if (years.size > 1) continue
    for (const { start, end, period } of dates) {
      if (period === null) continue
      const quote = () => quoteInClause(set, sentence.block, sentence.start + start, sentence.start + end)
      works.push({ to: period.to, notice, words: text.slice(start, end), quote })
    }
  }
  return works
}

const TITLED = /《[^《》]{4,90}》\s*(?:[（(][^（()）]{0,24}[）)])?/g
const NOTICE =
  /(?:按照|根据|依据|按)[^，。；《]{0,12}《[^《》]{0,60}(?:自评|绩效评价)[^《》]{0,24}(?:通知|函)》\s*[（(][^（()）]{0,16}[〔[［【](20\d{2})[〕\]］】]/

/** The year in which the notice was given that asks for this evaluation. */
function noticeIn(text: string): number | null {
  const year = NOTICE.exec(text)?.[1]
  return year === undefined ? null : Number(year)
}

function tellsWork(set: ClaimSet, sentence: Sentence, text: string): boolean {
  if (OTHER_WORK.test(text) || !DONE.test(text)) return false
  if (THIS_ONE.test(text) || (GROUP.test(text) && REPORTED.test(text))) return true
  if (isOpening(set, sentence.section)) return OPENING_WORK.test(text)
  return (EVALUATES.test(text) || /准备|资料|数据|调研/.test(text)) && isProcess(set, sentence.section)
}

/** 完成了自评 · 自评工作由办公室承办，于2023年9月20日至10月8日进行 */
const OPENING_WORK =
  /(?:开展|完成|进行|形成|撰写)[^，。；]{0,12}(?:自评|自我评价)|(?:^|[，；：])(?:本次|此次|绩效|部门|单位|整体支出|我[局委办院校镇乡馆会]|本[局委办院校镇乡馆会])*(?:自评|自我评价)(?:工作)?(?=[^。；]{0,40}20\d{2}\s?年)[^。；]{0,60}(?:进行|开展|完成|实施|启动|开始|结束)(?=[，；]|$)/

/** Above the first section of the report. */
const isOpening = (set: ClaimSet, section: number): boolean => section < 0 || set.sections[section]?.level === 0

/** Whether the section, or one that holds it, tells how the evaluation was carried out. */
function isProcess(set: ClaimSet, from: number): boolean {
  for (let at = from; at >= 0; at = set.sections[at]?.parent ?? -1) {
    const title = set.sections[at]?.title ?? ''
    if (NOT_PROCESS.test(title)) return false
    if (PROCESS.test(title)) return true
  }
  return false
}

/** 2023年9月20日至10月8日. Whole months, or more than a few, may be what was evaluated. */
function isOfDays({ from, to, asPrinted }: Period): boolean {
  const months = Number(to.slice(5, 7)) - Number(from.slice(5, 7))
  const isOfMonths = from.endsWith('-01') && Number(to.slice(8)) >= 28
  return months <= 2 && !isOfMonths && (asPrinted.match(/月\s?\d{1,2}\s?日/g)?.length ?? 0) === 2
}

function isMonthOrDay({ period, relative }: PeriodReading): boolean {
  if (period === null || relative !== undefined) return false
  const isShort = period.from.slice(0, 7) === period.to.slice(0, 7) || isOfDays(period)
  return isShort && !/(?:末|底|初)$/.test(period.asPrinted.replace(/月.*$/, '月'))
}
