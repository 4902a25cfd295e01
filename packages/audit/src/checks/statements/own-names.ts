/** Which names may stand for the reporting unit itself, and which organisations the report counts as its own, its superior or its partner. */
import type { ClaimSet } from '../../claims/claim-set.ts'
import { isInOrder, selfTest } from '../../claims/self-names.ts'
import { textOf } from './said.ts'

/** Ends of the names of public bodies, the longest first. */
export const BODY =
  '(?:委员会|办公室|人民政府|管理局|服务局|街道办事处|办事处|联合会|监察委|管委会|中心|支队|大队|医院|学校|中学|小学|幼儿园|图书馆|档案馆|文化馆|博物馆|局|厅|委|办|院|站|所|馆|镇|乡)'
const BODY_END = new RegExp(`${BODY}$`)
const SUFFIX =
  /(?:委员会|人民政府办公室|办公室|人民政府|街道办事处|办事处|联合会|管委会|服务中心|管理中心|中心|支队|大队|医院|联合社|协会|局|厅|委|办|院|站|所|馆)$/
const GENERIC =
  /^(?:本|该|各|某|全|其|有关|相关|上级|下级|主管|业务|职能|县级|市级|区级|省级|县直|市直|区直|成员|所属|下属|直属|基层|单位|部门|机关|县|市|区|省|旗|州|镇|乡|党委|政府|县委|市委|区委|省委|党政|人民|[一二三四五六七八九十两几多0-9]|个|家)*(?:局|委|办|办公室|中心|院|站|所|馆|镇|乡|厅|委员会|单位|部门|机关|政府|人民政府|学校|医院|中学|小学|幼儿园|支队|大队)$/
/** Words that tell that a name is an old or second one, or that of a superior, a subordinate or a partner. */
const KIN =
  /简称|加挂|挂牌|牌子|原名|原为|更名|前身|合署|并入|划入|划转|组建|机构改革|合并|整合|撤销|下属|下辖|所属|直属|隶属|主管|二级|下设|管理的|归口|代管|派出|派驻|委托|联合|会同|合作|配合|协助|牵头|抽调|委派|单位包括|个单位|项目单位|实施单位|事业单位|单位共/

export interface OwnNames {
  readonly unit: string
  /** Whether the name may be the unit's own, or belongs to those that the report names beside it. */
  readonly isKnown: (name: string) => boolean
  /** Whether it may be the unit's own name, in full or short. */
  readonly isOwn: (name: string) => boolean
}

export const isBody = (name: string): boolean => name.length >= 2 && name.length <= 30 && BODY_END.test(name)

export function ownNames(set: ClaimSet): OwnNames | null {
  const unit = set.report.unit?.replace(/[（(].*?[）)]|\s/g, '') ?? null
  if (unit === null || unit.length < 4) return null
  const isSelf = selfTest(unit)
  const isOwn = (name: string): boolean => GENERIC.test(name) || isSelf(name) || (isSameBody(name, unit) && !isElsewhere(name, unit))
  let kin: readonly string[] | null = null
  const isKin = (name: string): boolean => {
    kin ??= kinOf(set)
    return kin.some((words) => words.includes(name))
  }
  return { unit, isOwn, isKnown: (name) => isOwn(name) || isKin(name) }
}

/** Sentences that name kin, in which a name is looked for. */
function kinOf(set: ClaimSet): string[] {
  const found: string[] = []
  for (const { block, start, end } of set.sentences) {
    const words = textOf(set, block)?.slice(start, end) ?? ''
    if (found.length < 200 && KIN.test(words)) found.push(words.replace(/\s/g, ''))
  }
  return found
}

/** What the body is for: its name without place and kind. */
export const coreOf = (name: string): string => withoutPlace(name).replace(SUFFIX, '')

/** 教体局 and 教育局, 卫健委 and 卫生健康局: one office under two names as far as its first characters tell. */
function isSameBody(name: string, unit: string): boolean {
  const [a, b] = [coreOf(name), coreOf(unit)]
  if (a === '' || b === '') return kindOf(name) === kindOf(unit)
  return a.charAt(0) === b.charAt(0) || isInOrder(a, unit) || isInOrder(b, name) || sharesTwo(a, b)
}

const kindOf = (name: string): string => BODY_END.exec(name)?.[0].slice(-1) ?? ''

function sharesTwo(a: string, b: string): boolean {
  for (let at = 0; at + 2 <= a.length; at++) if (b.includes(a.slice(at, at + 2))) return true
  return false
}

const PLACE =
  /^(?:[^省市县区旗]{2,4}省|[^省市县区旗]{2,6}自治区)?(?:[^省市县区旗州]{2,5}(?:自治州|地区|市)|[^省市县区旗]{1,4}州市)?(?:[^省市县区旗]{1,8}(?:自治县|县|区|旗)|[^省市县区旗]{2,4}市)?/
export function withoutPlace(name: string): string {
  const rest = name.replace(PLACE, '')
  return rest === name ? name.replace(/^(?:县|市(?![场政])|区(?!划)|省|旗|州)(?=.)/, '') : rest
}

/** 汶岭 of 汶岭县行政审批服务局; null when the name tells no county. */
export function countyOf(name: string): string | null {
  const found = /(?:^|省|市|州|区)([^省市县区旗]{2,4}?)(?:自治县|县|区|旗)/.exec(name)?.[1] ?? null
  return found === null || /开发|高新|新$|示范|管理|自治|社|园|景|辖|城$|地$|片$|林$|库$|[在并于随由经及和与全本我该各某其邻外]/.test(found)
    ? null
    : found
}

/** The same office of another county. */
export function isElsewhere(name: string, unit: string): boolean {
  const [there, here] = [countyOf(name), countyOf(unit)]
  return there !== null && here !== null && there !== here && !unit.includes(there) && !there.includes(here)
}
