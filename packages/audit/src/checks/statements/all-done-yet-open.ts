/** A task is said to be done altogether, and in another place not to be done; or all aims are said to be reached, and one not. */
import type { ClaimSet } from '../../claims/claim-set.ts'
import { quoteFigure } from '../../findings/quote.ts'
import { sayFigure } from '../../findings/say.ts'
import { type Fault, textCheck } from '../text-check.ts'
import { type OpenCases, openAmongCases } from './open-among-cases.ts'
import { openAmongTasks } from './open-among-tasks.ts'
import { clausesOf, isNotYet, isOutlook, namesOtherYear, quoteClause, type Said, titlesOver } from './said.ts'
import { type TaskStatus, taskStatuses } from './task-statuses.ts'

const ALL =
  /(?:各项|全部|所有)(?:年度|年初|设定|绩效|重点|的)*(?:工作)?(?:目标|指标)(?:任务|值)?(?:均|都|全部|全面)(?:已|已经|按时|如期|圆满)*(?:完成|达到|实现|达成)|(?:全面|全部)(?:完成|达到|实现)了?(?:年初|年度|预期)?(?:设定|下达|确定)?的?(?:各项|全部)?(?:绩效)?(?:目标|指标)|^(?:各项|全部|所有|年度)?(?:绩效)?(?:目标|指标)(?:任务)?完成率(?:均)?(?:为|达到|达)?100%/
const MISSED =
  /(?:指标|目标|任务|计划)[^，。；]{0,10}未(?:能)?(?:按时|按期|如期|全部|全面)?(?:完成|达到|实现|达标|达成)(?!的|率|原因|情况)|未(?:能)?(?:按时|按期|如期|全部|全面)?(?:完成|达到|实现|达成)(?:年初|年度|预期|设定|预定|既定|的)*(?:绩效)?(?:目标|指标|计划|任务)(?!的|原因|情况)/
const OTHER = /预算|执行率|支付|支出|资金|如|是否|若|原因|分析|产出|效益|满意度|数量|质量|时效|监控|1[—-]\d+月|上半年|季度/

export const allDoneYetOpen = textCheck(
  {
    id: 'all-done-yet-open',
    kind: 'contradiction',
    severity: 'warning',
    wording: {
      title: '前称完成，后称未完成',
      remedy: '核对该项任务的完成情况，统一前后表述。',
      explain:
        '同一项任务或指标，一处写“全部完成”“完成率100%”，另一处写“未开展”“无法推进”“进展缓慢”等；或一处写各项目标（重点任务）均已完成，另一处写有目标（任务）未完成；或一处写某类问题“已全部整改”，另一处写其整改率不足100%。只看名称相同的任务，付款、验收和分期不作判断。',
      titleEnglish: 'Said to be done, and yet said to be open',
    },
    source: 'framework §6 ID-66',
  },
  (set, tell) => {
    const { done, open } = taskStatuses(set)
    const told = new Set<string>()
    for (const one of open) {
      const other = done.find((status) => status.block !== one.block && isSame(status.core, one.core) && speakOfOne(status, one))
      if (other === undefined) tell.pass()
      else if (!told.has(one.core)) tell.fail(taskFault(one, other))
      if (other !== undefined) told.add(one.core)
    }
    const cases = openAmongCases(set)
    for (let at = cases.found === null ? 0 : 1; at < cases.claims; at++) tell.pass()
    if (cases.found !== null) tell.fail(caseFault(set, cases.found))
    const tasks = openAmongTasks(set)
    if (tasks.isClaimed && tasks.found === null) tell.pass()
    if (tasks.found !== null && told.size === 0) {
      tell.fail(aimFault(set, tasks.found.claim, tasks.found.open))
      return
    }
    const claim = firstOf(set, ALL, true)
    const missed = claim === null ? null : firstOf(set, MISSED, false)
    if (claim !== null && missed === null) tell.pass()
    if (claim !== null && missed !== null && claim.sentence.block !== missed.sentence.block) tell.fail(aimFault(set, claim, missed))
  },
)

/** One name, or one that the other begins or ends with. */
function isSame(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a]
  return short === long || (short.length >= 5 && (long.startsWith(short) || long.endsWith(short)))
}

/** What was planned for the year may be done while the building still stands unfinished. */
const speakOfOne = (done: TaskStatus, open: TaskStatus): boolean => !BUILT.test(open.words) || BUILT.test(done.words)
const BUILT = /建成|完工|竣工/

function taskFault(open: TaskStatus, done: TaskStatus): Fault {
  return {
    message: `“${open.core}”一处称“${done.words}”，另一处称“${open.words}”，请核对完成情况。`,
    quotes: [done.quote(), open.quote()],
    computation: `${open.core}：“${done.words}” ↔ “${open.words}”`,
    steps: [`同一任务：${open.core}`, `一处：${done.words}`, `另一处：${open.words}`],
    confidence: 0.75,
  }
}

function caseFault(set: ClaimSet, { claim, rate }: OpenCases): Fault {
  const stated = `${rate.rateName}${sayFigure(rate)}`
  return {
    message: `此处称“${claim.words}”，另一处写${stated}，请核对完成情况。`,
    quotes: [quoteClause(set, claim), quoteFigure(set, rate)],
    computation: `“${claim.words}” ↔ ${stated}`,
    steps: [`一处称全部完成：“${claim.words}”`, `另一处的比率不足 100%：${stated}`],
    confidence: 0.8,
  }
}

function aimFault(set: ClaimSet, claim: Said, missed: Said): Fault {
  return {
    message: `此处称“${claim.words}”，另一处称“${missed.words}”，请核对完成情况。`,
    quotes: [quoteClause(set, claim), quoteClause(set, missed)],
    computation: `“${claim.words}” ↔ “${missed.words}”`,
    steps: [`一处称全部完成：“${claim.words}”`, `另一处称有未完成：“${missed.words}”`],
    confidence: 0.75,
  }
}

/** Under the title of one group of indicators all means all of that group. */
const GROUP = /产出|效益|满意|数量|质量|时效|成本|项目|管理/

function firstOf(set: ClaimSet, words: RegExp, isOfAll: boolean): Said | null {
  for (const said of clausesOf(set)) {
    if (said.words.length > 80 || !words.test(said.words) || OTHER.test(said.words) || isNotYet(said.words)) continue
    if (namesOtherYear(said.words, set.report.year) || isOutlook(set, said.sentence.section)) continue
    if (isOfAll && titlesOver(set, said.sentence.section).some((title) => GROUP.test(title))) continue
    return said
  }
  return null
}
