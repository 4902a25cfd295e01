/** What a report says of each named task: that it is done, or that it is still open. */
import type { ClaimSet } from '../../claims/claim-set.ts'
import type { Quote } from '../../findings/finding.ts'
import { quoteCell } from '../../findings/quote.ts'
import { isNotYet, isOutlook, namesOtherYear, quoteClause, type Said, saidOf, textOf } from './said.ts'

export interface TaskStatus {
  /** Name of the task without the words that every task has: 数字档案馆, not 数字档案馆项目建设. */
  readonly core: string
  readonly words: string
  readonly block: number
  readonly quote: () => Quote
}

export interface TaskStatuses {
  readonly done: readonly TaskStatus[]
  readonly open: readonly TaskStatus[]
}

/** Nobody lists more tasks; a text made to hold more is looked at no further. */
const MAX_TASKS = 400
const DONE =
  /(?:完成率|实现率)(?:均|已)?(?:为|达到|达)?100(?:\.0+)?[%％]|(?:全部|全面|按时|如期|按期|圆满|顺利|保质保量)(?:按时|按期|全部)?(?:完成|竣工|完工|建成)|已(?:完成|竣工|完工|建成)/
const OPEN =
  /(?:尚|还|仍)?未(?:能)?(?:按时|按期|如期|及时|全面|全部|正常|有效)?(?:开展|完成|启动|实施|推进|铺开|开工|动工|建成|完工)(?!的|率|原因|情况)|无法(?:全面|正常|继续|按期|按时|如期)?(?:推进|铺开|开展|实施|完成)|(?:进展|推进|进度)(?:较为|较|相对|比较|十分)?(?:缓慢|滞后)|(?:暂停|停滞|搁置)(?:实施|建设|推进)?$/
/** Only a part, an earlier stage, or money and papers that follow the work. */
const NOT_THE_WHOLE =
  /部分|个别|少数|有的|一些|[一二三四五]期|首期|阶段|首批|[一二三四\d]批|前期|初期|初步|方案|设计|招标|采购流程|可研|评审|基本|上半年|季度|年初|此前|一度|曾|原计划|支付|付款|结算|尾款|验收|审计|决算|财政|资金|预算|执行率|支出|\d+[个项件处户家名]/
const SOLVED = /目前已|现已|已于|最终|随后|后续已|已全部|已完成|均已|已恢复|已启动|已开工/
const LABEL =
  /^(?:[①-⑳]|[（(]?\d{1,2}[）)]?[.、．]?)?(?:年度|重点|主要)?(?:任务|项目|工作任务|工作目标|工作|目标|工程)[一二三四五六七八九十\d]{1,3}(?:计划|实际)?(?:完成率|实现率|完成情况)?[：:、.．]([^，,。；：:]{3,30})(?=[，,。；：:])/
const MARKS = /[“”"'‘’「」《》\s]/g
const NUMBER = /^(?:[①-⑳]|[（(][\d一二三四五六七八九十]{1,3}[）)]|\d{1,2}[）).、．])/
const FRONT =
  /^(?:但是?|其中|目前|截至.{0,8}|由于|因|如|[一二三四五六]是|对|将|使|致使|导致|造成|故|而|本年度?|全年|今年|20\d{2}年度?|年度|我(?:单位|部门|局|镇|乡|校|院|馆|站|中心|办|委)|推进|开展|实施|完成)+/
const CAUSE = /[受因][^，]{1,12}(?:影响|制约|限制|原因)?$/
const BACK =
  /(?:建设)?(?:项目|工程|工作|任务|建设|经费|活动|事项|目标|计划|实施|推进|开展|进度|进展|指标|的|已|均|都|也|仍|尚|还|全部|数量|情况|实际|整体|总体)+$/
const GENERIC =
  /^(?:本|该|此|各|各项|上述|以上|其他|相关|部门|单位|年度|全年|项目|工作|任务|目标|计划|指标|重点|主要|绩效|自评|监控|评价|预算|采购|政府采购|培训|验收|数量|质量|时效|产出|效益|工程|建设|整改|问题|履职|年初|绩效自评|绩效监控|信息公开|预决算|[一二三四五六七八九十\d])*$/

export function taskStatuses(set: ClaimSet): TaskStatuses {
  const done: TaskStatus[] = []
  const open: TaskStatus[] = []
  let block = -1
  let label = ''
  for (const sentence of set.sentences) {
    const text = textOf(set, sentence.block)
    if (text === null || done.length + open.length > MAX_TASKS) continue
    if (sentence.block !== block) label = labelOf(set, sentence.block, text)
    block = sentence.block
    const clauses = saidOf(set, sentence)
    for (const said of clauses) {
      if (OPEN.test(said.words)) addOpen(said, clauses, label, open, set)
      else if (DONE.test(said.words)) addDone(said, label, done, set)
    }
  }
  for (const status of tableStatuses(set)) (status.isDone ? done : open).push(status)
  return { done, open }
}

function addOpen(said: Said, clauses: readonly Said[], label: string, open: TaskStatus[], set: ClaimSet): void {
  const { words } = said
  if (isNotYet(words) || NOT_THE_WHOLE.test(words) || namesOtherYear(words, set.report.year)) return
  if (/措施|打算|建议/.test(set.sections[said.sentence.section]?.title ?? '')) return
  if (clauses.slice(said.at + 1).some((later) => SOLVED.test(later.words) && !isNotYet(later.words))) return
  add(open, said, namesBy(words, OPEN, label), set)
}

function addDone(said: Said, label: string, done: TaskStatus[], set: ClaimSet): void {
  const { words } = said
  if (isNotYet(words) || NOT_THE_WHOLE.test(words.replace(/100(?:\.0+)?[%％]/, '')) || namesOtherYear(words, set.report.year)) return
  if (isOutlook(set, said.sentence.section)) return
  add(done, said, namesBy(words, DONE, label), set)
}

function add(to: TaskStatus[], said: Said, names: readonly string[], set: ClaimSet): void {
  for (const core of new Set(names.map(coreOf)))
    if (core.length >= 3) to.push({ core, words: said.words, block: said.sentence.block, quote: () => quoteClause(set, said) })
}

/** 任务5：数字档案馆。…, or the run-in title of a numbered paragraph. */
function labelOf(set: ClaimSet, block: number, text: string): string {
  const content = set.report.blocks[block]
  const title = content?.kind === 'paragraph' ? (content.lead?.title ?? '') : ''
  return LABEL.exec(text.slice(0, 80))?.[1] ?? (/[，,：:]/.test(title) || title.length > 24 ? '' : title)
}

/** What stands before the verb and after it; the label of the paragraph only when neither says of what is spoken. */
function namesBy(words: string, verb: RegExp, label: string): string[] {
  const match = verb.exec(words)
  if (match === null || match.index > 30) return []
  const subject = words.slice(0, match.index)
  const object = words.slice(match.index + match[0].length).replace(/^了|[等。]+$/g, '')
  return coreOf(subject) === '' && coreOf(object) === '' && object === '' ? [label] : [subject, object]
}

/** '' when the name says nothing of which task it is. */
export function coreOf(name: string): string {
  const core = name.replace(MARKS, '').replace(NUMBER, '').replace(FRONT, '').replace(CAUSE, '').replace(BACK, '')
  return core.length > 24 || GENERIC.test(core) || /[，。；和与及]/.test(core) ? '' : core
}

const NAME_HEAD = /任务名称|项目名称|工作任务|三级指标|指标名称|重点工作|主要任务/
const STATUS_HEAD = /完成情况|完成率|完成值|完成程度|实现情况/
const DONE_CELL = /^(?:100(?:\.0+)?[%％]|已?完成|(?:已)?全部完成|按[时期]完成|如期完成)$/
const OPEN_CELL = /^(?:未完成|未开展|未实施|未启动|尚未[一-鿿]{2}|0(?:\.0+)?[%％])$/

function tableStatuses(set: ClaimSet): (TaskStatus & { isDone: boolean })[] {
  const found: (TaskStatus & { isDone: boolean })[] = []
  for (const [block, content] of set.report.blocks.entries()) {
    if (content.kind !== 'table') continue
    let head: readonly string[] = []
    for (const [row, cells] of content.rows.entries()) {
      const words = cells.map((cell) => cell.text.replace(MARKS, ''))
      if (content.labelRows.includes(row)) head = words
      const nameAt = head.findIndex((word) => NAME_HEAD.test(word))
      const statusAt = head.findIndex((word, column) => column !== nameAt && STATUS_HEAD.test(word) && !/预算|资金|支出/.test(word))
      const status = words[statusAt] ?? ''
      const isDone = DONE_CELL.test(status)
      if (nameAt < 0 || statusAt < 0 || head.length !== words.length || (!isDone && !OPEN_CELL.test(status)) || found.length > MAX_TASKS)
        continue
      const name = (words[nameAt] ?? '').replace(/^(?:任务|项目|工作)?[一二三四五六七八九十\d]{1,3}[：:、.．]/, '')
      const core = coreOf(name.replace(/(?:完成率|完成情况|及时率)$/, ''))
      if (core.length >= 3)
        found.push({ core, words: `${name}：${status}`, block, quote: () => quoteCell(set, block, row, statusAt), isDone })
    }
  }
  return found
}
