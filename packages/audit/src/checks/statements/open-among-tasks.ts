/** All tasks of the year are said to be done, and among the problems stands one that was not: 6项重点任务全部按时完成 ↔ 新馆建设未启动. */
import type { ClaimSet } from '../../claims/claim-set.ts'
import { isNotYet, isOutlook, isProblem, namesOtherYear, type Said, saidOf, sentenceText, textOf, titlesOver } from './said.ts'
import { coreOf } from './task-statuses.ts'

const EVERY = '(?:均|都|全部|全面|已经?|按时|按期|如期|圆满|顺利|高质量|保质保量)'
const ALL_TASKS = new RegExp(
  `(?:年初|年度|全年|当年|重点|主要|既定|(?:\\d{1,2}|[一二三四五六七八九十]{1,3})项)(?:确定|设定|下达|安排|部署|制定|计划)?的?(?:各项|\\d{1,2}项|[一二三四五六七八九十]{1,3}项|全部|所有)?(?:年度|重点|主要|工作|绩效|目标|中心|民生|履职)*(?:任务|重点工作|主要工作)(?:目标)?(?:(?=[^，。；]{0,6}(?:均|都|全部|全面))${EVERY}{1,4}(?:得到|予以)?完成|(?:的)?完成率(?:均)?(?:为|达到|达|是)?(?:了)?100(?:\\.0+)?[%％])`,
)
/** Handed down, of others, of a part of the year, or not quite all. */
const NOT_ALL =
  /交办|上级|县委|市委|区委|省委|旗委|党委|政府下达|基本|除|个别|部分|大多|主要指标|季度|上半年|\d月|支付|拨付|采购|招标|培训任务|各单位|下属|所属|乡镇|各村/
const DONE_LATER = /其余|除.{2,30}外|仅.{2,20}未|另有|尚有/

/** Not done, in words that name a task of the year. */
const TASK_OPEN =
  /(?:任务|年度计划|年初计划)[^，。；]{0,6}未(?:能)?(?:按时|按期|如期|全部|全面)?完成(?!的|率|原因|情况)|未(?:能)?(?:按时|按期|如期|全部|全面)?完成(?:了)?(?:年初|年度|全年|当年|预期|设定|预定|既定|下达|确定|的)*(?:工作|建设|目标)?(?:任务|(?<=年初|年度|全年)计划)(?!的|原因|情况)/
const OPEN =
  /^(.{3,30}?)(?:项目|工程|工作|任务|建设)*(?:至今|年内|当年|本年|全年|仍然?|尚|还|一直)*(?:未(?:能)?(?:按[时期]|如期|及时|正式|实质性)?(?:启动|开展|实施|开工|动工|建成|完工|完成|落地)|无法(?:按[时期]|如期|正常)?(?:推进|开展|实施|完成))(?:建设|实施|任务)?$/
const NUMBER = /^(?:答[：:])?(?:[（(]?[一二三四五六七八九十\d]{1,3}[）).、．]|[一二三四五六七八九十]是|[①-⑳])+/
const OF_OTHERS =
  /部分|个别|少数|有的|一些|乡镇|各村|村级|企业|业主|施工|群众|农户|绩效|监控|自评|预算|支付|支出|资金|付款|结算|审计|决算|验收|指标|招聘|采购|培训|考核|信息公开|未完成的/
/** Words that make a paragraph tell of what was to be done, or what marks were lost for. */
const OF_TASKS = /扣分|失分|扣\d|重点任务|年度任务|主要任务|重点工作|年度目标|年初目标|绩效目标|目标任务|计划目标/

export interface OpenTask {
  readonly claim: Said
  readonly open: Said
}

export function openAmongTasks(set: ClaimSet): { readonly isClaimed: boolean; readonly found: OpenTask | null } {
  const claim = claimOf(set)
  if (claim === null) return { isClaimed: false, found: null }
  let looked = 0
  for (const sentence of set.sentences) {
    if (looked > MOST) break
    if (sentence.block === claim.sentence.block || !OPENS.test(sentenceText(set, sentence))) continue
    looked++
    const open = saidOf(set, sentence).find((said) => isOpenTask(set, said))
    if (open !== undefined) return { isClaimed: true, found: { claim, open } }
  }
  return { isClaimed: true, found: null }
}

/** No report names more. */
const MOST = 100
const OPENS = /未(?:能)?.{0,4}(?:完成|启动|开展|实施|开工|动工|建成|完工|落地)|无法/

function claimOf(set: ClaimSet): Said | null {
  for (const [block, sentences] of set.sentencesOf) {
    const text = textOf(set, block) ?? ''
    if (!text.includes('完成') || !/任务|重点工作|主要工作/.test(text)) continue
    for (const sentence of sentences) {
      const claim = saidOf(set, sentence).find((said) => claimsAll(set, said))
      if (claim !== undefined) return claim
    }
  }
  return null
}

function claimsAll(set: ClaimSet, { words, sentence }: Said): boolean {
  if (
    words.length > 80 ||
    !words.includes('完成') ||
    !ALL_TASKS.test(words) ||
    NOT_ALL.test(words) ||
    isNotYet(words) ||
    namesOtherYear(words, set.report.year)
  )
    return false
  if (
    isOutlook(set, sentence.section) ||
    titlesOver(set, sentence.section).some((title) => /项目(?!支出)/.test(title) && !/整体/.test(title))
  )
    return false
  return !DONE_LATER.test(sentenceText(set, sentence))
}

function isOpenTask(set: ClaimSet, said: Said): boolean {
  const { words, sentence } = said
  if (words.length > 80 || !isProblem(set, sentence.section) || isNotYet(words) || namesOtherYear(words, set.report.year)) return false
  const plain = words.replace(NUMBER, '')
  if (OF_OTHERS.test(plain)) return false
  if (TASK_OPEN.test(plain)) return true
  const name = OPEN.exec(plain)?.[1] ?? ''
  const stem = coreOf(name).replace(/[一二三四五六]期$|首期$/, '')
  return stem.length >= 4 && isTask(set, stem, sentence.block)
}

/** The report counts it among its tasks, or lost marks for it, in another paragraph. */
function isTask(set: ClaimSet, stem: string, block: number): boolean {
  return set.report.blocks.some((content, at) => {
    if (at === block || !('text' in content) || !content.text.includes(stem)) return false
    if (isProblem(set, sectionOf(set, at)) || /措施|打算|建议|下一步/.test(titlesOver(set, sectionOf(set, at)).join('，'))) return false
    return (
      OF_TASKS.test(content.text) || titlesOver(set, sectionOf(set, at)).some((title) => OF_TASKS.test(title) || /任务|目标/.test(title))
    )
  })
}

const sectionOf = (set: ClaimSet, block: number): number => set.sentencesOf.get(block)?.[0]?.section ?? -1
