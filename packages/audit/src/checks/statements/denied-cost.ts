/** A kind of cost that is said not to have been, and is printed with an amount: 未安排宣传支出 beside 宣传费58万元. */
import { compare, ZERO } from '@jiheng/quantity'
import { DONE_ROLES } from '@jiheng/vocabulary'
import type { ClaimSet } from '../../claims/claim-set.ts'
import type { Figure } from '../../claims/figure.ts'
import { isNotYet, isOutlook, namesOtherYear, type Said, saidOf, sentenceText, textOf, titlesOver } from './said.ts'

export interface DeniedCost {
  readonly said: Said
  readonly figure: Figure
}

/** Costs that have no concept of their own. */
const COST =
  '(?:[一-鿿]{0,4}?(?:宣传|印刷|差旅|维修|租赁|劳务|咨询|监理|设计|检测|绿化|保洁|物业|邮电|水电|取暖|广告|评审|招标|体检|慰问|专家|测绘|勘察|搬迁|保险|资料|信息化|系统运维|设备购置|设备采购))'
const DENIED = new RegExp(
  `^(全年|本年度?|年内|当年|本?项目|本?项目资金|项目经费|专项资金|专项经费|本单位|本部门|我[局委办院校镇乡馆会站所]|也|均|亦|中|内|且|但|并)*(?:未|没有|无)(?:安排|列支|发生|产生|支付|使用)?(?:任何)?(${COST})(?:工作)?(?:支出|经费|费用|费|开支)(?:支出)?$`,
)
const MARK = /(?:未|没有|无)[^，。；]{0,12}(?:支出|经费|费|开支)/
/** Paid from elsewhere, or of the budget alone. */
const ELSEWHERE =
  /预算|年初|原计划|调剂|另行|另由|由[^，。；]{1,12}(?:承担|列支|支付|解决)|自筹|公用经费|单位资金|自有|其他资金|上年|单独|专门|季度|上半年|\d月/
/** No report denies more. */
const MOST = 40

export function deniedCosts(set: ClaimSet): { readonly denied: number; readonly found: readonly DeniedCost[] } {
  const found: DeniedCost[] = []
  let denied = 0
  for (const [block, sentences] of set.sentencesOf) {
    if (denied >= MOST || !MARK.test(textOf(set, block) ?? '')) continue
    for (const said of sentences.flatMap((sentence) => saidOf(set, sentence))) {
      const cost = costIn(set, said)
      if (cost === null || ELSEWHERE.test(sentenceText(set, said.sentence)) || ++denied > MOST) continue
      // 垃圾分类宣传费 is a cost of 宣传; 宣传设备购置费 is not.
      const named = new RegExp(`${cost}(?:工作)?(?:费用?|支出|经费|开支)(?:支出)?$`)
      const figure = set.figures.find((one) => named.test(one.claim.label) && isOf(set, one, said))
      if (figure !== undefined) found.push({ said, figure })
    }
  }
  return { denied, found }
}

function costIn(set: ClaimSet, { words, sentence }: Said): string | null {
  const match = words.length > 40 ? null : DENIED.exec(words.replace(/[“”"\s]/g, ''))
  if (match === null || isNotYet(words) || namesOtherYear(words, set.report.year) || isOutlook(set, sentence.section)) return null
  // A project of its own has one purse; a department has many.
  const { kind } = set.report
  const isDepartment = kind === 'department' || kind === 'unit'
  const isWhole = isDepartment ? /全年|本年|年内|当年|部门|单位|^我/.test(words) : kind === 'project' || /项目|专项/.test(words)
  return isWhole ? (match[2] ?? null) : null
}

function isOf(set: ClaimSet, figure: Figure, said: Said): boolean {
  const { claim, dimension, periodKey, seat } = figure
  if (dimension !== 'money' || periodKey !== '' || compare(figure.value, ZERO) <= 0) return false
  if (!DONE_ROLES.has(claim.role) && claim.role !== 'amount') return false
  if (seat.kind === 'text' && seat.sentence === said.sentence.index) return false
  const around = seat.kind === 'text' ? sentenceText(set, set.sentences[seat.sentence] ?? said.sentence) : ''
  if (ELSEWHERE.test(around) || isNotYet(around) || /标准|单价|每|人均|合同/.test(around)) return false
  const titles = titlesOver(set, figure.section).join('，')
  return !/计划|目标|预算安排|预算编制|下一步|措施/.test(titles) && !isOfOtherMoney(set, figure)
}

/** The paragraph of the amount tells of money of the unit's own. */
function isOfOtherMoney(set: ClaimSet, { claim, seat }: Figure): boolean {
  const text = seat.kind === 'text' ? (textOf(set, claim.anchor.block ?? -1) ?? '') : ''
  return /自有资金|单位资金|自筹|其他资金/.test(text)
}
