/** A year in a place where the report speaks of itself that is not the year of its title: left over from another year's report. */
import type { ClaimSet } from '../../claims/claim-set.ts'
import type { Quote } from '../../findings/finding.ts'
import { quoteInClause } from '../../findings/quote.ts'
import { type Tell, textCheck } from '../text-check.ts'
import { type ReportTime, reportTime, type YearWords } from './report-time.ts'

const wording = {
  title: '年度与标题不符',
  remedy: '核对年度，是否沿用了其他年度的报告。',
  explain:
    '标题写明评价某年度，而开头、自评依据、数据来源、结论或所附自评表的标题写的是另一年度，或全文收支只有上年的数。与上年比较、跨年规划、政府财务报告的上年比率不在此列。',
  titleEnglish: 'Year that is not the one of the title',
}

export const yearOutOfPlace = textCheck(
  { id: 'year-out-of-place', kind: 'date', severity: 'warning', wording, source: '一份自评报告只评价一个年度' },
  (set, tell) => {
    const time = reportTime(set)
    const title = time.titles[0]
    if (title === undefined || set.report.kind === 'management-appraisal') {
      tell.notApplicable()
      return
    }
    const places = [
      ...selfPlaces(set, time),
      ...attachedTitles(set),
      ...headings(set, title.year),
      ...conclusions(set),
      ...sources(set, title.year),
    ]
    const others = places.filter(({ year }) => year !== title.year)
    for (let at = others.length; at < places.length; at++) tell.pass()
    const [first, ...more] = others
    if (first !== undefined) {
      tellOther(set, tell, title, first, more)
      return
    }
    lookAtAccounts(set, tell, title)
  },
)

const MAX_QUOTES = 6

function tellOther(set: ClaimSet, tell: Tell, title: YearWords, first: YearWords, more: readonly YearWords[]): void {
  const quote = ({ block, start, end }: YearWords): Quote => quoteInClause(set, block, start, end)
  tell.fail({
    message: `标题写的是${title.year}年度，此处写的是${first.year}年度，请核对年度。`,
    quotes: [quote(first), ...more.slice(0, MAX_QUOTES).map(quote), quote(title)],
    computation: `${first.year} ≠ ${title.year}`,
    steps: [`标题：${title.year}年度`, `此处：${first.year}年度`, '一份自评报告评价的年度应一致'],
    expected: `${title.year}年度`,
  })
}

/** What the opening reports on, further titles at the front, and the notice that it follows. */
function selfPlaces(set: ClaimSet, { titles, openings }: ReportTime): YearWords[] {
  return [...titles.slice(1), ...openings, ...noticeYears(set, openings)]
}

const NOTICE = /《[^》《]{0,30}关于(?:开展|做好|组织开展)[^》《]{0,16}?(20\d{2})\s?年\s?度[^》《]{0,40}自评[^》《]{0,24}通知》/g

/** Only an earlier year than the one reported on: many places number a notice by the year in which the work is done. */
function noticeYears(set: ClaimSet, openings: readonly YearWords[]): YearWords[] {
  const [opening] = openings
  const block = opening === undefined ? undefined : set.report.blocks[opening.block]
  if (opening === undefined || block === undefined || !('text' in block)) return []
  return [...block.text.slice(0, opening.start).matchAll(NOTICE)].flatMap((match) => {
    const start = match.index + match[0].indexOf(match[1] ?? '')
    const year = Number(match[1])
    return year < opening.year ? [{ year, block: opening.block, start, end: block.text.indexOf('度', start) + 1 }] : []
  })
}

const TABLE_NAME = /自评表|自评报告|评分表|自评指标/
const YEAR_ALONE = /^[（(]?(20\d{2})\s?年\s?度[）)]?$/
const OWN_TABLE = /(?<![0-9][至到、和及~—–-]{0,2})(20\d{2})\s?年\s?度[^，。；]{0,24}(?:自评表|自评报告|自评指标|评分表|自评打分)/

/** 附件2 2022年度部门整体支出绩效自评表 */
function attachedTitles(set: ClaimSet): YearWords[] {
  return set.report.blocks.flatMap((block, index) => {
    if (!('text' in block) || block.text.length > 60 || (block.kind === 'paragraph' && /[，。；：]/.test(block.text))) return []
    if (block.kind === 'heading' && block.level > 0) return []
    const above = set.report.blocks[index - 1]
    const isBelowTitle = above !== undefined && 'text' in above && above.text.length <= 60 && TABLE_NAME.test(above.text)
    return yearOf(isBelowTitle ? YEAR_ALONE : OWN_TABLE, block.text, index)
  })
}

const HEADED = /^(20\d{2})\s?年(?:\s?度)?[^，。；0-9]{0,12}(?:预算|决算|收支|资金|支出|目标|任务|工作|职责|履职|项目|绩效)/
const NOT_OWN = /上年|上一年|应用|整改|结转|对比|比较|历年|评价结果|问题|以前/

/** 二、2022年度预算执行情况: last year's chapter, where this year has none. */
function headings(set: ClaimSet, year: number): YearWords[] {
  const found = set.report.blocks.flatMap((block, index) => {
    if (block.kind !== 'heading' || block.level === 0 || NOT_OWN.test(block.text)) return []
    return yearOf(HEADED, block.text, index)
  })
  const own = found.filter((one) => one.year === year)
  return own.length > 0 ? own : found.filter((one) => one.year === year - 1)
}

const CONCLUDES =
  /(?<![0-9][至到、和及~—–-]{0,2})(20\d{2})\s?年\s?度[^，。；0-9]{0,30}(?:自评|评价)[^，。；0-9]{0,12}(?:得分|总分|综合得分)/
const CONCLUSION = /结论|综合评价|总体评价|自评结果$|评价结果$/

/** The score of the report itself, in the section of its conclusion. Last year's score stands beside 上年 or 较. */
function conclusions(set: ClaimSet): YearWords[] {
  return set.sentences.flatMap((sentence) => {
    const title = set.sections[sentence.section]?.title ?? ''
    const block = set.report.blocks[sentence.block]
    const isLast = block !== undefined && 'text' in block && block.text.startsWith('综上', sentence.start)
    if (!(isLast || CONCLUSION.test(title)) || /应用|公开|上年|整改/.test(title) || block === undefined || !('text' in block)) return []
    const text = block.text.slice(sentence.start, sentence.end)
    if (/上年|去年|较|比|以往|往年|提高|下降/.test(text) || new Set(text.match(/20\d{2}(?=\s?年)/g)).size !== 1) return []
    return yearOf(CONCLUDES, text, sentence.block, sentence.start)
  })
}

const SOURCE =
  /(?:数据|数字|收支数?|金额)(?:均|都|全部|主要)?(?:来源于|来源为|来自于?|取自|摘自|出自|源于|引自|采用|以)(?:本部门|本单位|我[局委办院校镇乡馆会])?(20\d{2})\s?年(?:\s?度)?[^，。；、0-9]{0,10}(?:决算|报表|账簿|账套)/
/** What the accounts of an earlier year are rightly the source of. */
const OF_EARLIER = /上年|去年|同期|对比|比较|同比|增减|基期|历史|往年|基数|测算|编制|目标值|年初|期初|结转|近[二三两]年/

/** 上述数据来源于2021年度部门决算, in the report of 2022. */
function sources(set: ClaimSet, year: number): YearWords[] {
  return set.report.blocks.flatMap((block, index) => {
    if (!('text' in block) || !/决算|报表|账[簿套]/.test(block.text) || !SOURCE.test(block.text)) return []
    const found = (set.sentencesOf.get(index) ?? []).flatMap((sentence) => {
      const text = block.text.slice(sentence.start, sentence.end)
      const one = OF_EARLIER.test(text) ? [] : yearOf(SOURCE, text, index, sentence.start)
      // The words above may be about the earlier year.
      return one.filter(
        (named) => named.year < year && block.text.indexOf(String(named.year)) === block.text.lastIndexOf(String(named.year)),
      )
    })
    return /上述|以上|该|此/.test(block.text) && OF_EARLIER.test(block.text) ? [] : found
  })
}

function yearOf(form: RegExp, text: string, block: number, offset = 0): YearWords[] {
  const match = form.exec(text)
  if (match === null) return []
  const start = match.index + match[0].indexOf(match[1] ?? '')
  const length = /^20\d{2}\s?年(?:\s?度)?/.exec(text.slice(start))?.[0].length ?? 4
  return [{ year: Number(match[1]), block, start: offset + start, end: offset + start + length }]
}

const ACCOUNT =
  /(?<![0-9][至到、和及~—–-]{0,2}|较|比|与|同)(20\d{2})\s?年(?!\s?\d{1,2}\s?月)[^，。；0-9]{0,16}(?:收入|支出|决算|预算|执行|拨款)[^，。；0-9]{0,16}\d/g
const OTHER_ACCOUNTS = /政府财务报告|资产负债|上年|去年|同期|较|比上|结转/
const MIN_ACCOUNTS = 3

/** All dated accounts are of the year before, and none is of the year of the title. */
function lookAtAccounts(set: ClaimSet, tell: Tell, title: YearWords): void {
  const before: YearWords[] = []
  for (const sentence of set.sentences) {
    const block = set.report.blocks[sentence.block]
    if (block === undefined || !('text' in block)) continue
    const text = block.text.slice(sentence.start, sentence.end)
    const isOther = OTHER_ACCOUNTS.test(text)
    for (const match of text.matchAll(ACCOUNT)) {
      const year = Number(match[1])
      if (year === title.year) {
        tell.pass()
        return
      }
      const start = sentence.start + match.index
      if (year === title.year - 1 && !isOther) before.push({ year, block: sentence.block, start, end: start + 5 })
    }
  }
  const [first, ...more] = before
  if (first === undefined || before.length < MIN_ACCOUNTS) {
    tell.notApplicable()
    return
  }
  tellOther(set, tell, title, first, more)
}
