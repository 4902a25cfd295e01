/** Clauses that say there was none of a concept: 无项目支出, 未发生公务接待费, 因公出国（境）费和公务接待费均未发生. */
import { type ConceptId, conceptAtEnd, SCOPE_WORDS, type Scope } from '@jiheng/vocabulary'
import type { ClaimSet } from '../../claims/claim-set.ts'
import { reduce } from '../../claims/phrase-words.ts'
import { selfTest } from '../../claims/self-names.ts'
import { clausesOf, isNotYet, isOutlook, namesOtherYear, type Said, sentenceText, textOf, titlesOver } from './said.ts'

export interface Denial {
  readonly said: Said
  /** The last clause of the list that it opens. */
  readonly until: Said
  readonly concept: ConceptId
  /** Of the budget, not of the spending: 无“三公”经费预算. */
  readonly isPlanned: boolean
  /** Only of 结余, not of 结转. */
  readonly isSurplusOnly: boolean
  /** 未安排 may still be spent from what was left. */
  readonly isMild: boolean
  readonly scope: Scope | null
}

/** Of other concepts 无 is said loosely, or their names are too wide. */
const DENIABLE: ReadonlySet<ConceptId> = new Set([
  'project-expenditure',
  'three-public',
  'abroad',
  'vehicles',
  'vehicle-purchase',
  'vehicle-running',
  'reception',
  'meeting',
  'training',
  'carry-in',
  'carry-out',
  'budget-addition',
  'budget-reduction',
  'other-revenue',
  'fund-revenue',
  'fund-expenditure',
  'state-capital-revenue',
  'special-account-revenue',
  'service-revenue',
  'business-revenue',
  'superior-revenue',
  'affiliate-revenue',
  'business-expenditure',
  'procurement',
  'liabilities',
  'fixed-assets-added',
  'assets-disposed',
])

/** One of these stands in every denial. */
const DENIES = /[无没未零]/
const BEFORE =
  /^(.{0,30}?)(?:(?<![有虽])(?:无|没有)(?:再)?(?:发生|产生|安排|列支|编制|新增)?|未(?:再)?(?:发生|产生|安排|列支|编制|新增|开展|实施|进行))(?!的)(.{2,30})$/
const AFTER = /^(.{2,30}?)(?:均|都|全部|也|全年|本年)*(?:未发生|没有发生|未产生|未列支|为零|零支出|零发生|零开支)$/
const PURCHASE = /^(.{0,20}?)(?:未|没有|无)(?:再)?(?:新增|新)?(?:购置|购买|购)(?:新的|任何)?(?:公务用车|公务车|公车|公务车辆|车辆)$/
const ADDITION = /^(.{0,20}?)(?:未|没有|无)(?:进行|发生)?(?:预算)?追加(?:预算|资金|预算资金)?$/
const ADJUSTMENT = /^(.{0,12}?)(?:预算)?(?:未|没有|无)(?:作|做|进行|发生)?(?:过)?(?:任何)?(?:预算)?调整(?:预算|事项)?$/
const ASSETS = /^(.{0,20}?)(?:未|没有|无)(?:再)?(新增|购置|处置|报废)(?:任何)?(?:固定|国有)?资产$/
const MARKS = /[“”"'‘’「」\s]/g
const NUMBER = /^(?:[（(][\d一二三四五六七八九十]{1,3}[）)]|[\d一二三四五六七八九十]{1,3}[.．、]|[①-⑳])/
const TAIL = /(?:等)?(?:团组|人员|批次|费用|支出|情况|经费|资金|事项|活动|任务|业务|发生|安排|产生|项目|的)$/
const REASON = /^(?:主要)?(?:原因)?(?:是|为|系)?(?:因为?|由于)?/
const FILLERS = /^(?:均|都|也|并|且|故|现|尚|全年|至今)+$/
/** A part of the department, or a part of the year. */
const PART = /机关$|本级|下属|所属|直属|\d月|上半年|下半年|季度/

interface Named {
  readonly concept: ConceptId
  readonly isPlanned: boolean
  readonly isSurplusOnly: boolean
}

export function denialsIn(set: ClaimSet): Denial[] {
  const found: Denial[] = []
  const isSelf = selfTest(set.report.unit)
  let said: Said[] = []
  const close = (): void => {
    for (let at = 0; at < said.length; at++) {
      const read = readDenial(set, said, at, isSelf)
      if (read === null) continue
      found.push(...read.denials)
      at = read.last
    }
    said = []
  }
  for (const clause of clausesOf(set)) {
    if (said.length > 0 && said[0]?.sentence !== clause.sentence) close()
    said.push(clause)
  }
  close()
  return found
}

/** 未发生因公出国（境）、公务接待支出: what is listed after the first is denied as well; one item that is no concept spoils the list. */
function readDenial(
  set: ClaimSet,
  said: readonly Said[],
  at: number,
  isSelf: (words: string) => boolean,
): { denials: Denial[]; last: number } | null {
  const clause = said[at] as Said
  if (!DENIES.test(clause.words)) return null
  const words = plain(clause.words)
  const split = splitDenial(words)
  if (split === null || !speaksOfTheYear(set, clause, words)) return null
  const subject = reduce(split.subject.replace(REASON, ''), isSelf).replace(FILLERS, '')
  if (subject !== '' || PART.test(split.subject)) return null
  const named = namesIn(split.names, isSelf)
  if (named.length === 0) return null
  let [first, last] = [at, at]
  // 培训费、会议费均未发生: so is what is listed before.
  for (; AFTER.test(words) && said[first]?.clause.opener === '、'; first--) {
    const more = namesIn(plain((said[first - 1] as Said).words), isSelf)
    if (more.length === 0) return null
    named.push(...more)
  }
  for (let next = at + 1; said[next]?.clause.opener === '、'; next++) {
    const more = namesIn(plain((said[next] as Said).words), isSelf)
    if (more.length === 0) return null
    named.push(...more)
    last = next
  }
  const planned = isOfTheBudget(set, clause)
  const isMild = /安排/.test(words)
  const denials = named.map((name) => ({
    said: said[first] as Said,
    until: said[last] as Said,
    concept: inTime(name.concept, words),
    isPlanned: name.isPlanned || planned,
    isSurplusOnly: name.isSurplusOnly,
    isMild,
    scope: scopeOf(set, clause),
  }))
  return { denials, last }
}

/** 因公出国（境）费 as the names of concepts have it. */
const plain = (words: string): string =>
  words
    .replace(MARKS, '')
    .replace(/出国[（(]境[）)]/g, '出国境')
    .replace(NUMBER, '')

function splitDenial(words: string): { subject: string; names: string } | null {
  if (words.length > 60) return null
  const purchase = PURCHASE.exec(words)
  if (purchase !== null) return { subject: purchase[1] ?? '', names: '公务用车购置' }
  const addition = ADDITION.exec(words)
  if (addition !== null) return { subject: addition[1] ?? '', names: '追加预算' }
  const adjustment = words.includes('预算') ? ADJUSTMENT.exec(words) : null
  if (adjustment !== null) return { subject: adjustment[1] ?? '', names: '追加预算' }
  const assets = ASSETS.exec(words)
  if (assets !== null) return { subject: assets[1] ?? '', names: /增|购/.test(assets[2] ?? '') ? '新增固定资产' : '资产处置' }
  const after = AFTER.exec(words)
  if (after !== null) return { subject: '', names: after[1] ?? '' }
  const before = BEFORE.exec(words)
  return before === null ? null : { subject: before[1] ?? '', names: before[2] ?? '' }
}

/** The names of a list, when each is a deniable concept and nothing else. */
function namesIn(names: string, isSelf: (words: string) => boolean): Named[] {
  const whole = conceptOf(names, isSelf)
  if (whole !== null) return [whole]
  const parts = names.split(/以及|和|及|与|或者?/).map((name) => (name.length < 2 ? null : conceptOf(name, isSelf)))
  return parts.every((part) => part !== null) ? parts : []
}

function conceptOf(
  name: string,
  isSelf: (words: string) => boolean,
): { concept: ConceptId; isPlanned: boolean; isSurplusOnly: boolean } | null {
  let rest = name
  let isPlanned = false
  for (let guard = 0; guard < 4; guard++) {
    const match = conceptAtEnd(rest)
    // 结转和结余资金 ends like 结余资金, and is more: a shorter end may be the whole name.
    if (match !== null && DENIABLE.has(match.concept) && reduce(rest.slice(0, rest.length - match.length), isSelf) === '') {
      const own = rest.slice(rest.length - match.length)
      return { concept: match.concept, isPlanned: isPlanned || own.endsWith('预算'), isSurplusOnly: /结余/.test(own) && !/结转/.test(own) }
    }
    const shorter = rest.endsWith('预算') ? rest.slice(0, -2) : rest.replace(TAIL, '')
    if (rest.endsWith('预算')) isPlanned = true
    if (shorter === rest || shorter.length < 2) return null
    rest = shorter
  }
  return null
}

/** 上一年度无结转资金 speaks of what was carried in. */
const inTime = (concept: ConceptId, words: string): ConceptId =>
  concept === 'carry-out' && /上年|上一年|年初|期初/.test(words) ? 'carry-in' : concept

function speaksOfTheYear(set: ClaimSet, said: Said, words: string): boolean {
  if (isNotYet(words) || /目标|计划/.test(words) || isOutlook(set, said.sentence.section)) return false
  if (namesOtherYear(words.replace(/(?:上年|上一年度?)(?=.{0,6}结)/, ''), set.report.year)) return false
  const before = textOf(set, said.sentence.block)?.slice(said.sentence.start, said.clause.start) ?? ''
  return !/(?:上年|去年|20\d{2}年)[^，。；]{0,4}$/.test(before) && !/^除/.test(sentenceText(set, said.sentence))
}

/** Under 预算安排 none of the budget is meant, whatever was spent. */
function isOfTheBudget(set: ClaimSet, said: Said): boolean {
  const before = textOf(set, said.sentence.block)?.slice(said.sentence.start, said.clause.end) ?? ''
  const title = set.sections[said.sentence.section]?.title ?? ''
  return /年初预算|预算安排|预算编制/.test(before) || (/预算/.test(title) && !/决算|执行|支出情况|使用|管理/.test(title))
}

/** A denial under 一般公共预算财政拨款 says nothing of other money. */
function scopeOf(set: ClaimSet, said: Said): Scope | null {
  const before = (textOf(set, said.sentence.block) ?? '').slice(0, said.clause.end).slice(-200)
  for (const words of [before, ...titlesOver(set, said.sentence.section)]) {
    const scope = scopeIn(words)
    if (scope !== null) return scope
  }
  return null
}

export function scopeIn(words: string): Scope | null {
  for (const [word, scope] of SCOPE_WORDS) if (words.includes(word)) return scope
  return null
}
