/** What says of a list that nothing is missing from it: a rest, opposites, a number of parts, shares that make 100 %. */
import { add, compare, decimal, ZERO } from '@jiheng/quantity'
import type { ClaimSet } from '../../claims/claim-set.ts'
import type { Figure } from '../../claims/figure.ts'
import { isPartition } from './partitions.ts'

export interface Item {
  readonly figure: Figure
  /** The words that name it, without what opens the list. */
  readonly name: string
  /** Its clause up to the figure: 60周岁以上, where a figure stands in the name. */
  readonly words: string
}

export interface Evidence {
  /** How many of the items make up the whole. */
  readonly length: number
  /** Whether the whole must be the sum; otherwise only a slip in one of the figures accuses. */
  readonly isSure: boolean
}

/** 其他, but not 其他交通费用 or 其他支出, which are items of the accounts with a name of their own, as 其他收入 is without 财政拨款. */
const REST = /^(?:其他|其它|其余|剩余|余下)(?:资金|项目|人员|类|类别|方面|来源|经费|的)?$/
const REST_OF_THINGS = /^(?:其他|其它|其余)/

/** Names that leave nothing between them, whatever follows. */
const OPPOSITES: readonly (readonly [RegExp, RegExp])[] = [
  [/男/, /女/],
  [/城市|城镇|城区|非农/, /农村|乡村|农业户/],
  [/好评/, /差评/],
]
/** Names that leave nothing between them when no third stands beside them. */
const PAIRS: readonly (readonly [RegExp, RegExp])[] = [
  [/基本支出/, /项目支出/],
  [/人员(?:经费|支出)/, /公用(?:经费|支出)/],
]
/** Names that mostly leave nothing between them. */
const LIKELY: readonly (readonly RegExp[])[] = [
  [/行政|参公|公务员/, /事业/, /工勤|机关工人/],
  [/专业技术|卫生技术|专技|专任/, /管理/, /工勤|后勤|辅助/],
  [/在编|编内/, /编外|外聘|聘用|合同制|临聘/],
  [/一等/, /二等/, /三等/],
  [/小学/, /初中/, /高中/],
  [/一年级/, /二年级/, /三年级/],
  [/直接/, /转|交办/],
  [/流动资产/, /固定资产/, /无形资产/, /在建工程/],
  [/中央/, /省|自治区/, /市级|州级/, /[县区旗]级?(?:配套|财政|资金|本级)/, /自筹|自有/],
  [/医师|医生/, /护士|护理/, /药师|药剂/, /技师|医技|检验/],
  [/省级?$/, /市级?$/, /县级?$|区级?$/],
  [/[县旗市区]级$/, /[乡镇]级$/, /村级$|嘎查级$|社区级$/],
  [/(?:局|厅|委|办|部门|单位)?(?:本级|机关)$/, /下属|所属|直属|二级/],
  [/线上|网上/, /线下|窗口|现场/],
]
/** Families that leave nothing out when every member is there. */
const COMPLETE: readonly (readonly RegExp[])[] = [[/货物/, /工程/, /服务/]]
const HUNDRED_PERCENT = decimal('1')
const SHARE_SLACK = decimal('0.0006')

/** The strongest evidence for a run of items, or null. `announced` is a number of parts that the words before promise. */
export function evidenceOf(set: ClaimSet, total: Figure | null, items: readonly Item[], announced: number): Evidence | null {
  if (items.length < 2) return null
  if (announced === items.length) return { length: announced, isSure: true }
  const rest = items.findIndex(({ figure, name }, at) => at > 0 && isRest(figure, name, items))
  if (rest > 0) return { length: rest + 1, isSure: true }
  if (
    total !== null &&
    isPartition(
      total,
      items.map(({ figure }) => figure),
    ) === 'whole'
  )
    return { length: items.length, isSure: true }
  if (isScale(items)) return { length: items.length, isSure: true }
  if (isThreePublic(total, items)) return { length: items.length, isSure: true }
  if (makeHundred(set, items)) return { length: items.length, isSure: true }
  const [first, second] = items as [Item, Item]
  if (isOneOf(OPPOSITES, first.name, second.name) || isNegation(first.name, second.name)) return { length: 2, isSure: true }
  if (items.length === 2 && isOneOf(PAIRS, first.name, second.name)) return { length: 2, isSure: true }
  const answers = answersOf(items)
  if (answers > 0) return { length: answers, isSure: true }
  if (COMPLETE.some((family) => family.length === items.length && areMembersOf(family, items)))
    return { length: items.length, isSure: true }
  if (isFamily(items)) return { length: items.length, isSure: false }
  return total !== null && areKindsOf(total, items) ? { length: items.length, isSure: false } : null
}

/** 三公 without 出国: who tells 公车 and 接待 alone had nothing else. */
function isThreePublic(total: Figure | null, items: readonly Item[]): boolean {
  if (total?.claim.concept !== 'three-public') return false
  const concepts = items.map(({ figure }) => figure.claim.concept ?? '')
  return (
    new Set(concepts).size === concepts.length &&
    concepts.includes('reception') &&
    concepts.every((concept) => /^(?:reception|vehicles|vehicle-running|vehicle-purchase)$/.test(concept))
  )
}

const BELOW = /以下|未满|不满|不足|以内|低于|小于/
const ABOVE = /以上|超过|高于|大于|满分/
const BETWEEN = /\d[^，。]{0,8}(?:至|到|-|—|~|～|－)/

/** "未满18周岁9人，18至60周岁251人，60周岁以上17人": steps of a scale with both its ends. */
export function isScale(items: readonly Item[]): boolean {
  const ends = [items[0]?.words ?? '', items.at(-1)?.words ?? '']
  const hasBoth = ends.some((words) => BELOW.test(words)) && ends.some((words) => ABOVE.test(words))
  return hasBoth && items.slice(1, -1).every(({ words }) => BETWEEN.test(words))
}

export const isFamily = (items: readonly Item[]): boolean => [...LIKELY, ...COMPLETE].some((family) => areMembersOf(family, items))

/** 非常满意, 满意, 基本满意, 不满意: everybody answered one of them. */
function answersOf(items: readonly Item[]): number {
  const end = items.findIndex(({ name }) => !ANSWER.test(name) || /合计|共|[和及]/.test(name))
  const answers = end < 0 ? items : items.slice(0, end)
  return answers.length >= 3 && answers.some(({ name }) => /不(?:太|很)?满意/.test(name)) ? answers.length : 0
}
const ANSWER = /满意|^一般|^不(?:了解|清楚)/

/** Every item is another member of the family. */
function areMembersOf(family: readonly RegExp[], items: readonly Item[]): boolean {
  if (items.length > family.length) return false
  const members = items.map(({ name }) => family.findLastIndex((pattern) => pattern.test(name)))
  return members.every((member) => member >= 0) && new Set(members).size === members.length
}

function isRest(figure: Figure, name: string, items: readonly Item[]): boolean {
  if (figure.dimension !== 'money') return REST_OF_THINGS.test(name)
  return REST.test(name) || (/^其[他它]收入$/.test(name) && items.some((item) => /财政|拨款/.test(item.name)))
}

const isOneOf = (pairs: readonly (readonly [RegExp, RegExp])[], a: string, b: string): boolean =>
  pairs.some(([x, y]) => (x.test(a) && y.test(b)) || (x.test(b) && y.test(a)))

const isNegation = (a: string, b: string): boolean => isNegationOf(a, b) || isNegationOf(b, a)

/** 现场查处 and 非现场查处, 合格 and 不合格. */
function isNegationOf(plain: string, negated: string): boolean {
  const core = plain.slice(0, 2)
  return core.length === 2 && !/^[非不未]/.test(core) && (negated.startsWith(`非${core}`) || negated.startsWith(`不${core}`))
}

/** "分馆14个，其中乡镇分馆9个、社区分馆3个、学校分馆2个": every part repeats the noun of the whole. */
function areKindsOf(total: Figure, items: readonly Item[]): boolean {
  const noun = nounOf(total)
  return noun.length === 2 && items.every(({ name }) => name.length > noun.length && name.endsWith(noun))
}

export function nounOf(total: Figure): string {
  const lead = total.lead.replace(/[\s（(“”"]/g, '').replace(/(?:共有|合计|共计|总计|总数|总额|共|有|为|是|达)+$/, '')
  return /[\u4e00-\u9fff]{2}$/.exec(lead)?.[0] ?? ''
}

/** Every item has its share behind it, and the shares make up 100 %. */
export function makeHundred(set: ClaimSet, items: readonly Item[]): boolean {
  let sum = ZERO
  for (const { figure } of items) {
    const share = set.figures[figure.index + 1]
    if (share?.claim.role !== 'share' || share.compare !== null) return false
    sum = add(sum, share.value)
  }
  const apart = add(sum, decimal('-1'))
  return compare(apart, SHARE_SLACK) <= 0 && compare(add(sum, SHARE_SLACK), HUNDRED_PERCENT) >= 0
}
