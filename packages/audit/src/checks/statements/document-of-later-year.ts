/** Numbers of documents whose year does not go with the report: after it was made, or a notice numbered before the year that it is about. */
import type { AuditContext } from '../../audit-result.ts'
import type { ClaimSet } from '../../claims/claim-set.ts'
import type { Quote } from '../../findings/finding.ts'
import { quoteInClause, quoteWords } from '../../findings/quote.ts'
import { type Tell, textCheck } from '../text-check.ts'
import { type ReportTime, reportTime } from './report-time.ts'

const wording = {
  title: '文号年份与报告不符',
  remedy: '核对文号中的年份。',
  explain: '文号的年份晚于报告的落款日期，或晚于评价年度的下一年（没有落款时）；关于开展某年度自评的通知，文号的年份早于该年度。',
  titleEnglish: 'Year of a document number after the report, or before its own subject',
}

export const documentOfLaterYear = textCheck(
  { id: 'document-of-later-year', kind: 'date', severity: 'error', wording, source: '党政机关公文处理工作条例：发文字号的年份为发文年份' },
  (set, tell, context) => {
    const time = reportTime(set)
    for (const [index, block] of set.report.blocks.entries())
      if (block.kind !== 'table' && 'text' in block) lookAt(set, index, block.text, time, tell, context)
  },
)

const NUMBER = /[〔[［【（(]\s?(20\d{2})\s?[〕\]］】）)]\s?第?\s?\d{1,4}\s?号/g
const LONGEST_NOTICE = 110
/** The notice that a number in brackets behind it belongs to: 关于开展2023年度…自评…的通知》（…〔2022〕5号). */
const NOTICE =
  /关于[^，。；》]{0,16}(20\d{2})\s?年\s?度[^，。；》]{0,40}(?:自评|绩效评价|绩效考核|决算)[^，。；》]{0,24}》?[（(]?[^，。；》（(]{0,12}$/

function lookAt(set: ClaimSet, block: number, text: string, time: ReportTime, tell: Tell, { asOf }: AuditContext): void {
  for (const match of text.matchAll(NUMBER)) {
    const year = Number(match[1])
    const quote = (): Quote => quoteInClause(set, block, numberStart(text, match.index), match.index + match[0].length)
    const about = NOTICE.exec(text.slice(Math.max(0, match.index - LONGEST_NOTICE), match.index))?.[1]
    if (about !== undefined && year < Number(about)) {
      tell.fail(() => ({
        severity: year < Number(about) - 1 ? 'error' : 'warning',
        message: `通知是关于${about}年度的，文号却是${year}年的，请核对文号或年度。`,
        quotes: [withNotice(set, block, text, match.index, match.index + match[0].length)],
        computation: `${year} 早于 ${about}`,
        steps: [`通知的年度：${about}年度`, `文号的年份：${year}年`, '评价某年度的通知在该年度或以后印发'],
      }))
      continue
    }
    const latest = latestYear(time, asOf)
    if (latest === null) tell.notApplicable()
    else if (year <= latest.year) tell.pass()
    else
      tell.fail(() => ({
        severity: latest.isSure ? 'error' : 'warning',
        message: `文号的年份是${year}年，晚于${latest.say}，请核对文号。`,
        quotes: [quote(), ...latest.quotes(set)],
        computation: `${year} 晚于 ${latest.year}`,
        steps: [`文号的年份：${year}年`, `${latest.say}`, '报告写成时该文件尚未印发'],
      }))
  }
}

interface Latest {
  readonly year: number
  readonly isSure: boolean
  readonly say: string
  readonly quotes: (set: ClaimSet) => readonly Quote[]
}

/** The last year of which a document can be cited. A report that does not tell its own day is made in the year after at the latest, as a rule. */
function latestYear({ made, evaluated }: ReportTime, asOf: string | null): Latest | null {
  const limits: Latest[] = []
  if (made !== null)
    limits.push({
      year: Number(made.to.slice(0, 4)),
      isSure: true,
      say: `报告的日期（${made.to.slice(0, 4)}年）`,
      quotes: (set) => [quoteInClause(set, made.block, made.start, made.end)],
    })
  else if (evaluated !== null)
    limits.push({
      year: evaluated.year + 1,
      isSure: false,
      say: `评价年度的下一年（${evaluated.year + 1}年）`,
      quotes: (set) => [quoteInClause(set, evaluated.block, evaluated.start, evaluated.end)],
    })
  if (asOf !== null) limits.push({ year: Number(asOf.slice(0, 4)), isSure: true, say: `校核日期（${asOf}）`, quotes: () => [] })
  return limits.reduce<Latest | null>((least, limit) => (least === null || limit.year < least.year ? limit : least), null)
}

/** The number, quoted with the title of its notice. */
function withNotice(set: ClaimSet, block: number, text: string, bracket: number, end: number): Quote {
  const title = Math.max(text.lastIndexOf('《', bracket), bracket - LONGEST_NOTICE, 0)
  return quoteWords(set, block, numberStart(text, bracket), end, { start: title, end })
}

/** With the letters of the issuing office: 汶财绩〔2024〕6号. */
function numberStart(text: string, bracket: number): number {
  let start = bracket
  while (start > 0 && bracket - start < 10 && /[\u4e00-\u9fff]/.test(text.charAt(start - 1))) start--
  return start
}
