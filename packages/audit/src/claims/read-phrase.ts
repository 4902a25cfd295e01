/** What the phrase before a figure says: label, concept, role, scope, direction. Pure word work, no figures. */
import {
  COMPARISON_WORDS,
  COPULAS,
  type ConceptId,
  conceptAtEnd,
  type Direction,
  type DirectionMatch,
  directionAtEnd,
  endings,
  type Role,
  rateAtEnd,
  roleAtEnd,
  SCOPE_WORDS,
  type Scope,
  TOTAL_WORDS,
} from '@jiheng/vocabulary'
import { PERIOD_WORDS, reduce, reduceSelf, trimPhrase } from './phrase-words.ts'

export interface Phrase {
  readonly label: string
  readonly concept: ConceptId | null
  readonly role: Role
  readonly scope: Scope | null
  readonly qualifier: string
  readonly announcesTotal: boolean
  readonly direction: Direction | null
  readonly against: string | null
  readonly rateName: string | null
  /** Nothing but role words: the label must come from an earlier figure. */
  readonly bare: boolean
  /** The whole phrase is a word like 支出 or 决算支出, which after another subject means that subject's spending. */
  readonly isGeneric: boolean
}

/** Stands for the figure right before a share that ends in 的. */
export const FIGURE_BEFORE = '^'

/** Label of a share that is printed in a bracket without a word. */
export const BRACKET_LABEL = '所占比例'

/** Only the end of a long phrase names the figure. */
const MAX_PHRASE = 60
const QUOTES = /[“”"'‘’「」\s\u3000]/g
const ASIDE = /[（(]([^（()）]{1,24})[）)]/g
const LEVEL = /(?:增加|减少|提高|下降|上升|降低|增长|压减|压缩|提升|扩大|缩短|增|降|减)(?:到|至)(?:了)?$/
const MAY_BE_GENERIC = /(?:支出|决算|支付|合计|总额|数|金额)$/
const GENERIC =
  /^(?:全年|本年|当年|年度)?(?:实际|累计|共|总)*(?:支出|支出决算|决算支出|决算|支出数|支出合计|合计支出|支出总额|决算数|支付|支出金额)$/
/** Short bracket contents that are part of a word: 因公出国（境）费, 维修（护）费, 退职（役）费. */
const INSIDE_WORD = /^.{1,2}$/
/** What stands before the opening of a list names the whole, not the part: 支出主要包括印刷费. */
const LIST_OPENING = /^.*(?:其中包括|主要包括|分别包括|包括|包含|分别为|分别是|如下|用途为|用于|其中)(?=.)/
export function readPhrase(lead: string, dimension: string, isSelf: (words: string) => boolean): Phrase {
  const asides: string[] = []
  const clean = cleanLead(lead.length > MAX_PHRASE ? lead.slice(-MAX_PHRASE) : lead, asides)
  const { rest, announcesTotal } = stripCopulas(clean)
  const aside = asides.join('')
  if (dimension === 'ratio' || dimension === 'percentage-point') {
    const rate = readRate(clean, rest, aside, announcesTotal, isSelf)
    if (rate !== null) return rate
  }
  const change = readChange(clean, rest, announcesTotal, dimension)
  if (change !== null) return { ...change, role: dimension === 'ratio' || dimension === 'percentage-point' ? 'change-rate' : 'change' }
  return readAmount(rest, aside, announcesTotal, dimension, isSelf)
}

const copulaAtEnd = endings(COPULAS.map((word) => [word, true] as const))
const TOTALS: ReadonlySet<string> = new Set(TOTAL_WORDS)
const LONG_TOTAL = new RegExp(TOTAL_WORDS.filter((word) => word.length > 1).join('|'))
/** Brackets, quotes and list openings gone; longer brackets are kept aside, since they may name a scope. */
function cleanLead(lead: string, asides: string[]): string {
  const open = lead.includes('（') || lead.includes('(')
  const words = open
    ? lead.replace(ASIDE, (_, inner: string) => {
        if (INSIDE_WORD.test(inner)) return inner
        asides.push(inner)
        return ''
      })
    : lead
  const plain = words.replace(QUOTES, '').replace(CARRIED_TO, '结转下年').replace(ITEM_NUMBER, '')
  return OPENS.test(plain) ? plain.replace(LIST_OPENING, '') : plain
}

/** "结转2024年使用": the year that a sum is carried to. */
const CARRIED_TO = /结转[至到]?20\d{2}年度?(?:继续)?(?:使用|支出)?$/
const OPENS = /其中|包括|包含|分别|如下|用途|用于/
/** "1.基本支出", "（2）差旅费": the number of an item is no part of its name. */
const ITEM_NUMBER = /^(?:\d{1,2}[.．、](?!\d)|[（(]\d{1,2}[）)]|[①-⑳]|[一二三四五六七八九十]{1,3}、|[一二三四五六七八九十]是)/

const empty = {
  concept: null,
  scope: null,
  qualifier: '',
  direction: null,
  against: null,
  rateName: null,
  bare: false,
  isGeneric: false,
} as const

function readRate(clean: string, rest: string, aside: string, announcesTotal: boolean, isSelf: (words: string) => boolean): Phrase | null {
  const share = /占(?!比)(.{0,30}?)(?:的)?(?:比重|比例|百分比|比率|比)?(?:约)?(?:为|是|达到|达|的)?(?:约)?$/.exec(clean)
  if (share !== null) return { ...empty, label: '占比', role: 'share', against: trimPhrase(share[1] ?? ''), announcesTotal: false }
  if (/(?:占比|比重|所占比例)(?:分别)?(?:约)?(?:为|达)?$/.test(clean))
    return { ...empty, label: '占比', role: 'share', against: '', announcesTotal: false }
  const completed =
    /(?:完成|达到|为|是|系|占|达)(?:了)?((?:年初|调整后?|全年|年度|当年|本年|部门)*预算(?:数|安排|总额|批复数|收入|支出)?|计划|目标(?:任务)?|(?:年度|全年)?(?:目标)?任务(?:数)?)的$/.exec(
      clean,
    )
  if (completed !== null)
    return { ...empty, label: '完成率', role: 'rate', against: completed[1] ?? '', rateName: '完成预算的比例', announcesTotal: false }
  // "为目标6000件的136.9%": the whole is the figure right before.
  if (/^的(?:约)?$/.test(clean)) return { ...empty, label: '占比', role: 'share', against: FIGURE_BEFORE, announcesTotal: false }
  if (/(?:完成|实现)$/.test(clean) && !/预算$/.test(clean))
    return { ...empty, label: '完成率', role: 'rate', rateName: '完成率', announcesTotal: false }
  const rate = rateAtEnd(rest)
  if (rate !== null) {
    const before = trimPhrase(rest.slice(0, rest.length - rate.name.length))
    const match = conceptAtEnd(before)
    return {
      ...empty,
      label: before + rate.name,
      concept: match?.concept ?? null,
      role: 'rate',
      qualifier: match === null ? reduce(before, isSelf) : reduce(before.slice(0, before.length - match.length), isSelf),
      rateName: rate.name,
      scope: scopeIn(before + aside),
      announcesTotal,
    }
  }
  if (/[率比度]$/.test(rest) && rest.length >= 2 && directionAtEnd(rest) === null) {
    return { ...empty, label: trimPhrase(rest), role: 'rate', rateName: trimPhrase(rest), announcesTotal }
  }
  return null
}

/** Without a base these say what money was spent on: 绿化提升110万元. */
const WORK = /^(?:提升|扩大|延长)$/

/** "比控制价低160元", "比上年短0.4天", "比预算（520万元）低22万元": words that say a direction only in a comparison. */
function comparedAtEnd(tidy: string, dimension: string): DirectionMatch | null {
  if (dimension === 'ratio' || dimension === 'percentage-point' || dimension === 'point') return null
  const word = tidy === '低' ? tidy : /^[^比较]{0,12}[比较][^比较]{2,20}([高低短长])(?:出)?$/.exec(tidy)?.[1]
  if (word === undefined) return null
  return { word: tidy.endsWith('出') ? `${word}出` : word, direction: word === '高' || word === '长' ? 'up' : 'down' }
}

/** "较上年减少", "比2022年决算数增加", "同比下降", "增长": a change against a base. */
function readChange(clean: string, rest: string, announcesTotal: boolean, dimension: string): Omit<Phrase, 'role'> | null {
  // 提高到 and 降至 name a level, not a change.
  if (LEVEL.test(clean)) return null
  // 多支出, 少支付: the verb behind the direction word says nothing more.
  const tidy = clean.replace(/(?:了|为|达到|达|约|有所)+$/, '').replace(/(?<=[较比].*[多少增减])(?:支出|支付|安排|使用|收入)$/, '')
  const found = directionAtEnd(tidy) ?? directionAtEnd(rest) ?? comparedAtEnd(tidy, dimension)
  if (found === null) return null
  const before = tidy.endsWith(found.word)
    ? tidy.slice(0, tidy.length - found.word.length)
    : rest.slice(0, Math.max(0, rest.length - found.word.length))
  let at = -1
  let length = 0
  for (const word of COMPARISON_WORDS) {
    const index = before.lastIndexOf(word)
    if (index > at) {
      at = index
      length = word.length
    }
  }
  if (at < 0) {
    if (before !== '' && dimension === 'money' && WORK.test(found.word)) return null
    // A bare direction word is a change only when nothing but neutral words stands before it: "增加0.6万元", "固定资产增加".
    return { ...empty, label: before, direction: found.direction, against: null, announcesTotal, bare: before === '' }
  }
  return {
    ...empty,
    label: trimPhrase(before.slice(0, at)),
    direction: found.direction,
    against: trimPhrase(before.slice(at + length)),
    announcesTotal,
    bare: at === 0,
  }
}

function readAmount(rest: string, aside: string, announcesTotal: boolean, dimension: string, isSelf: (words: string) => boolean): Phrase {
  const scope = scopeIn(rest + aside)
  const inOut = !/预算(?:收入|支出)$/.test(rest) ? null : /(.*?)(?<!公共|基金|经营)预算(收入|支出)$/.exec(rest)
  if (inOut !== null && dimension === 'money') {
    const initial = /年初$/.test(inOut[1] ?? '')
    return {
      ...empty,
      label: rest,
      concept: inOut[2] === '收入' ? 'revenue' : 'expenditure',
      role: initial ? 'initial-budget' : 'budget',
      scope,
      qualifier: reduce((inOut[1] ?? '').replace(/年初$/, ''), isSelf),
      announcesTotal,
    }
  }
  const role = roleAtEnd(rest)
  const whole = conceptAtEnd(rest)
  const usesRole = role !== null && roleFits(role.role, dimension) && !(role.word.length === 1 && dimension !== 'point')
  const roleWord = usesRole ? role.word : ''
  const before = usesRole ? rest.slice(0, rest.length - roleWord.length) : rest
  const inside = usesRole ? conceptAtEnd(before) : whole
  const match = inside ?? (whole !== null && whole.length > roleWord.length ? whole : null)
  const base = inside === null && match !== null ? rest : before
  const head = match === null ? base : base.slice(0, base.length - match.length)
  const inner = roleInside(head, dimension)
  const finalRole = usesRole
    ? role.role
    : (inner ?? (dimension.startsWith('each:') ? 'count' : rest.includes('决算') || aside.includes('决算') ? 'final' : 'amount'))
  const qualifier = reduce(head, isSelf)
  const isSilent = match === null && qualifier === ''
  const bare = isSilent || (match === null && trimPhrase(before) === '')
  const budgetItself = usesRole && isSilent && dimension === 'money' && /预算|执行|调整后|可用/.test(roleWord)
  const isNamed = whole !== null && whole.concept !== 'expenditure'
  const isGeneric = dimension === 'money' && !isNamed && MAY_BE_GENERIC.test(rest) && GENERIC.test(reduceSelf(rest, isSelf))
  return {
    label:
      match === null
        ? trimPhrase(base.replace(PERIOD_WORDS, '')) || (budgetItself ? '预算' : '')
        : qualifier + base.slice(base.length - match.length),
    concept: budgetItself ? 'budget' : isGeneric ? 'expenditure' : (match?.concept ?? null),
    role: isGeneric && finalRole === 'amount' ? 'executed' : finalRole === 'budget' && head.includes('年初') ? 'initial-budget' : finalRole,
    scope,
    qualifier,
    announcesTotal,
    direction: null,
    against: null,
    rateName: null,
    bare: bare && !isGeneric,
    isGeneric,
  }
}

function roleFits(role: Role, dimension: string): boolean {
  const isPoint = dimension === 'point' || dimension === 'none'
  if (role === 'weight' || role === 'score') return isPoint
  if (dimension === 'point') return false
  return dimension === 'money' || dimension === 'none' || (role !== 'executed' && role !== 'received' && role !== 'final')
}

/** A role word that stands before the concept: 年初预算安排三公经费, 决算支出, 实际支出. */
function roleInside(head: string, dimension: string): Role | null {
  if (dimension !== 'money' || head.length < 2) return null
  const plain = head.replace(/(?:一般公共|政府性基金|国有资本经营)预算/g, '')
  if (/年初(?:部门)?预算|预算年初/.test(plain)) return 'initial-budget'
  if (/(?:调整后?|全年)(?:的)?预算/.test(plain)) return 'adjusted-budget'
  if (/决算/.test(plain)) return 'final'
  if (/预算(?!执行|绩效|编制|管理|单位|部门)|计划安排/.test(plain)) return 'budget'
  if (/实际|执行|支付/.test(plain)) return 'executed'
  return null
}

function scopeIn(words: string): Scope | null {
  for (const [word, scope] of SCOPE_WORDS) if (words.includes(word)) return scope
  return null
}

function stripCopulas(clean: string): { rest: string; announcesTotal: boolean } {
  let rest = clean
  let announcesTotal = LONG_TOTAL.test(rest.slice(-10)) || /共[^同]?(?:为|是|涉及|安排|支出|投入|收入|有)?.{0,4}$/.test(rest.slice(-6))
  for (let guard = 0; guard < 6; guard++) {
    const concept = conceptAtEnd(rest)
    if ((concept !== null && concept.length >= 2) || rateAtEnd(rest) !== null) break
    const copula = copulaAtEnd(rest)?.word
    if (copula === undefined) break
    const role = roleAtEnd(rest)
    if (role !== null && role.word.length > copula.length) break
    if (TOTALS.has(copula)) announcesTotal = true
    rest = rest.slice(0, rest.length - copula.length)
  }
  return { rest, announcesTotal }
}
