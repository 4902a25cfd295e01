/** Rules that a note, 填表说明 or paragraph of method gives for all indicators: 完成指标值的得满分, 未完成的按比例计分, 定性指标分三档. */
import { type Decimal, decimal, shift } from '@jiheng/quantity'
import type { Portion, ScoringRule, Share, Subject } from './scoring-rule.ts'

export interface ReadRule {
  readonly rule: ScoringRule
  /** The words it was read from, without white space. */
  readonly words: string
}

const SPEAKS_OF_POINTS = /得分|计分|记分|评分|赋分|满分|分值|不得分/
const SPEAKS_OF_TARGETS = /指标|目标|执行率|计分|完成值/
/** What a single indicator got is no rule: 按完成比例计算，得9.17分. */
const TELLS_A_SCORE = /(?:得|扣|自评|得分为?)\d{1,3}(?:\.\d{1,2})?分(?!值)/
const SUBJECTS: readonly (readonly [RegExp, Subject])[] = [
  [/定量/, 'quantitative'],
  [/定性/, 'qualitative'],
  [/正向/, 'forward'],
  [/反向|逆向|负向/, 'reverse'],
]
const MISSED =
  /未(?:能)?(?:完成|达到|达成|达标|实现|达)|没有?(?:完成|达到)|低于(?:目标|指标)值|否则|超(?:出|过)(?:上限|控制值|指标值|目标值)|不达标/
const REACHED = /完成|达到|达成|实现|达标|优于/
const FULL = /满分|全部分值|全分|所赋(?:的)?分值/
const NONE = /不得分|不计分|不给分|(?:得|计|记)(?:0|零)分/
const PROPORTION = /按(?:照)?.{0,20}(?:比例|之比|比值|比率|完成率|完成程度).{0,8}(?:计|记|得|给|赋|算|确定|折|扣)/
const ACTUAL_BY_TARGET =
  /(?:完成|实际|达成)[^，÷/／]{0,10}[÷/／][^，]{0,6}(?:目标|指标|计划|预期)|(?:实际|完成)(?:完成)?值与[^，]{0,4}(?:目标|指标)值之比/
const TARGET_BY_ACTUAL =
  /(?:目标|指标|计划|预期)值?[^，÷/／]{0,6}[÷/／][^，]{0,6}(?:完成|实际|达成)|(?:目标|指标)值与[^，]{0,4}(?:实际|完成)(?:完成)?值?之比/
const EXECUTION =
  /(?:分值|权重|满分|\d{1,2}分?)(?:[×*xX]|乘以?|与)[^，]{0,8}执行率|执行率(?:[×*xX]|乘以?|与)[^，]{0,6}(?:分值|权重|满分|\d{1,2}分)|执行率(?:指标)?(?:得分)?按(?:照)?[^，]{0,6}执行率/
const OVER = /偏离(?:程)?度|(?:适度|适当|酌情)(?:调减|扣减|减)/
const PORTION = /(\d{1,3})[%％]?(?:[（(]不?含[)）])?[-—－–~～至到]{1,2}(\d{1,3})[%％]?(?:[（(]不?含[)）])?/g
const MAX_RULES = 40

/** All rules of a text, in order. */
export function readGeneralRules(text: string): ReadRule[] {
  if (!SPEAKS_OF_POINTS.test(text) || !SPEAKS_OF_TARGETS.test(text)) return []
  const rules: ReadRule[] = []
  let subjects: readonly Subject[] = []
  for (const words of text.replace(/\s/g, '').split(/[。；;]|(?<!\d)\d{1,2}[.、．](?!\d)/)) {
    subjects = subjectsIn(words) ?? subjects
    if (rules.length >= MAX_RULES || !SPEAKS_OF_POINTS.test(words)) continue
    const portions = portionsIn(words)
    if (portions !== null) rules.push({ rule: { kind: 'three-grades', portions }, words: trimmed(words) })
    else if (!TELLS_A_SCORE.test(words)) rules.push(...rulesOfPart(words, subjects))
  }
  return withoutLoneFull(rules)
}

/** One part between full stops: conditions and what they give may stand in neighbouring clauses. */
function rulesOfPart(words: string, inherited: readonly Subject[]): ReadRule[] {
  const rules: ReadRule[] = []
  let subjects = inherited
  let condition: 'reached' | 'missed' | null = null
  for (const clause of words.split(/[，,]/)) {
    if (rules.length >= MAX_RULES) break
    subjects = subjectsIn(clause) ?? subjects
    condition = MISSED.test(clause) ? 'missed' : REACHED.test(clause) && !PROPORTION.test(clause) ? 'reached' : condition
    const of = subjects.length === 0 ? (['quantitative'] as const) : subjects
    const add = (rule: ScoringRule): number => rules.push({ rule, words: trimmed(words) })
    if (OVER.test(clause)) add({ kind: 'over-fulfilment' })
    else if (EXECUTION.test(clause)) add({ kind: 'execution' })
    else if (NONE.test(clause) && condition === 'missed') add({ kind: 'missed', subjects: of, give: 'none', share: null })
    else if (isProportion(clause)) {
      if (condition === null) add({ kind: 'reached', subjects: of })
      add({ kind: 'missed', subjects: of, give: 'proportion', share: shareIn(clause) })
    } else if (FULL.test(clause) && condition === 'reached') add({ kind: 'reached', subjects: of })
  }
  return rules
}

const isProportion = (clause: string): boolean =>
  PROPORTION.test(clause) || ((ACTUAL_BY_TARGET.test(clause) || TARGET_BY_ACTUAL.test(clause)) && /分/.test(clause))

function shareIn(clause: string): Share | null {
  if (TARGET_BY_ACTUAL.test(clause)) return 'target/actual'
  return ACTUAL_BY_TARGET.test(clause) ? 'actual/target' : null
}

function subjectsIn(words: string): Subject[] | null {
  const found = SUBJECTS.flatMap(([pattern, subject]) => (pattern.test(words) ? [subject] : []))
  if (found.length === 0) return null
  // 定量指标为正向指标的 speaks of forward indicators alone.
  return found.some((subject) => subject === 'forward' || subject === 'reverse')
    ? found.filter((subject) => subject !== 'quantitative')
    : found
}

/** 100%-80%（含）、80%-60%（含）、60%-0%: three portions that follow one another from the whole to nothing. */
function portionsIn(words: string): Portion[] | null {
  if (!/档|区间/.test(words)) return null
  const portions = [...words.matchAll(PORTION)].map((match) => ({ low: percent(match[2] as string), high: percent(match[1] as string) }))
  const isStaircase = portions.every((portion, at) => at === 0 || isSame(portions[at - 1]?.low, portion.high))
  const [first, , last] = portions
  return portions.length === 3 && isStaircase && isSame(first?.high, percent('100')) && isSame(last?.low, percent('0')) ? portions : null
}

const percent = (text: string): Decimal => shift(decimal(text), -2)
const isSame = (a: Decimal | undefined, b: Decimal): boolean => a?.coefficient === b.coefficient && a.scale === b.scale

/** "各项指标均达到目标值，得满分" is what happened: without a word for the other case it is a rule only of indicators by their kind. */
function withoutLoneFull(rules: readonly ReadRule[]): ReadRule[] {
  const hasMissed = rules.some(({ rule }) => rule.kind === 'missed')
  return rules.filter(({ rule, words }) => rule.kind !== 'reached' || hasMissed || subjectsIn(words) !== null)
}

const trimmed = (words: string): string => (words.length <= 80 ? words : `${words.slice(0, 80)}…`)
