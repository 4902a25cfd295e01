/** Work told as done on a day after the report was made. */
import { readPeriods } from '@jiheng/quantity'
import type { AuditContext } from '../../audit-result.ts'
import type { ClaimSet } from '../../claims/claim-set.ts'
import { quoteInClause } from '../../findings/quote.ts'
import { type Tell, textCheck } from '../text-check.ts'
import { type ReportTime, reportTime } from './report-time.ts'

const wording = {
  title: '已完成事项晚于报告日期',
  remedy: '核对该事项的时间，或报告的日期。',
  explain: '写明“已于某年某月完成”“于某年某月通过验收”的时间晚于报告的落款（填报）日期；没有落款时晚于校核日期。计划、预计的事项不在此列。',
  titleEnglish: 'Work told as done after the day of the report',
}

export const doneAfterReport = textCheck(
  { id: 'done-after-report', kind: 'date', severity: 'warning', wording, source: '报告只能写明写成以前已完成的事项' },
  (set, tell, context) => {
    const limit = limitOf(set, reportTime(set), context)
    if (limit === null) {
      tell.notApplicable()
      return
    }
    for (const sentence of set.sentences) {
      const block = set.report.blocks[sentence.block]
      if (block === undefined || !('text' in block)) continue
      for (const clause of sentence.clauses)
        lookAt(set, sentence.block, clause.start, block.text.slice(clause.start, clause.end), limit, tell)
    }
  },
)

interface Limit {
  /** YYYY-MM-DD */
  readonly day: string
  readonly say: string
  readonly quotes: readonly ReturnType<typeof quoteInClause>[]
}

function limitOf(set: ClaimSet, { made }: ReportTime, { asOf }: AuditContext): Limit | null {
  if (made !== null) return { day: made.to, say: `报告的日期${made.to}`, quotes: [quoteInClause(set, made.block, made.start, made.end)] }
  return asOf === null ? null : { day: asOf, say: `校核日期${asOf}`, quotes: [] }
}

const DONE = /(?:完成|竣工|完工|建成|验收|投入使用|交付|办结|整改到位|支付|拨付|发放|投用|结项|销号)/
const AHEAD =
  /计划|预计|拟|将|力争|确保|争取|底前|月前|日前|以前|之前|应|须|需|可|目标|下一步|要求|期限|承诺|约定|顺延|延期|推迟|安排|未|尚|不/

/** "泵站于2023年9月5日通过验收". */
const HAPPENED = /^(?:正式|顺利|全部|全面)?(?:通过[^，。；]{0,6}验收|完成|竣工|完工|建成|投入使用|投用|交付)/

function lookAt(set: ClaimSet, block: number, start: number, clause: string, limit: Limit, tell: Tell): void {
  if (!/[已于]/.test(clause) || !/20\d{2}\s?年/.test(clause) || !DONE.test(clause) || AHEAD.test(clause)) return
  for (const reading of readPeriods(clause)) {
    const { period, relative } = reading
    if (period === null || relative !== undefined || !/月/.test(period.asPrinted)) continue
    const isDone =
      /已(?:经)?(?:于|在)$/.test(clause.slice(0, reading.start)) ||
      /^[^已]{0,12}已(?:经)?(?:全部|全面|顺利|基本|通过)?/.test(clause.slice(reading.end)) ||
      (/于$/.test(clause.slice(0, reading.start)) && HAPPENED.test(clause.slice(reading.end)))
    if (!isDone) continue
    if (period.from <= limit.day) {
      tell.pass()
      continue
    }
    const words = clause.slice(reading.start, reading.end)
    tell.fail(() => ({
      message: `写明已于${words}完成，而${limit.say}在此之前，请核对。`,
      quotes: [quoteInClause(set, block, start + reading.start, start + reading.end), ...limit.quotes],
      computation: `${words} 晚于 ${limit.say}`,
      steps: [`写明完成的时间：${words}`, limit.say, '写成报告时该事项尚未完成'],
      confidence: 0.85,
    }))
  }
}
