/** What the rules that govern a row say of it: every reading that the words allow, as formulas. */
import { compare, type Decimal, ONE } from '@jiheng/quantity'
import type { RowRule } from './read-row-rule.ts'
import type { Sourced } from './rule-source.ts'
import type { Counting, Piece, ScoreFormula, ScoringRule, Sense, Share } from './scoring-rule.ts'

export interface RowFacts {
  readonly name: string
  readonly weight: Decimal
  /** Null where the row aims at nothing that is a number. */
  readonly target: { readonly value: Decimal; readonly dimension: string } | null
  readonly actual: { readonly value: Decimal; readonly dimension: string } | null
  readonly sense: Sense | null
  /** The sign is printed where it cannot be meant as written (20≤), or the target is one value (=). */
  readonly isSenseDoubtful: boolean
  /** A qualitative indicator that reached what it aimed at. */
  readonly isReachedInWords: boolean
  /** The words in the row's own cell, '' where it has none, and the rule that they were read as. */
  readonly ownRule: string
  readonly ownReading: RowRule | null
  readonly isHalfPoints: boolean
}

export interface RuleReading {
  readonly say: string
  readonly formula: ScoreFormula
  /** The words of the rule. */
  readonly words: string
}

/** Names of which less is better. */
const REVERSE_NAME =
  /控制率|结转|结余率?|调整率|变动率|成本|投诉|事故|差错|超支|超标|逾期|延期|流失|死亡|发病|负债|能耗|耗|排放|违[规法纪]|缺陷|故障|退货|返工|等待|时限|时长|时间|天数|周期|下降|降低|减少|压减/
const HIGHER_NAME =
  /(?:完成|合格|达标|及时|覆盖|满意|办结|结案|支付|执行|到位|利用|知晓|普及|准确|优良|成活|就业|参与|入学|巩固|回收|达产)[\u4e00-\u9fff]{0,3}[率度]?$/
const COUNTINGS: readonly (readonly [Counting, string])[] = [
  ['exact', '不足一档的按比例扣'],
  ['full', '不足一档的不扣'],
  ['started', '不足一档的按一档扣'],
]
const SHARES: Readonly<Record<Share, string>> = {
  'actual/target': '按完成值÷指标值计',
  'target/actual': '按指标值÷完成值计',
  'less-excess': '按超出的比例扣减',
}

export function readingsOfRow(facts: RowFacts, rules: readonly Sourced<ScoringRule>[]): RuleReading[] {
  if (facts.ownRule !== '') return readingsOfOwnRule(facts)
  if (facts.isReachedInWords) return qualitativeReadings(facts, rules)
  return facts.target === null || facts.actual === null ? [] : quantitativeReadings(facts, facts.target.value, rules)
}

function sensesOf(facts: RowFacts, value: Decimal): readonly Sense[] {
  if (facts.sense !== null && !facts.isSenseDoubtful) return [facts.sense]
  if (value.coefficient === 0n) return ['at-most']
  if (facts.sense === null && HIGHER_NAME.test(facts.name) && !REVERSE_NAME.test(facts.name)) return ['at-least']
  if (facts.sense === null && facts.target?.dimension === 'ratio' && compare(value, ONE) === 0 && !REVERSE_NAME.test(facts.name))
    return ['at-least']
  return facts.sense === 'at-most' || REVERSE_NAME.test(facts.name) ? ['at-most', 'at-least'] : ['at-least', 'at-most']
}

const SENSE_WORDS: Readonly<Record<Sense, string>> = { 'at-least': '如越高越好', 'at-most': '如越低越好' }

function quantitativeReadings(facts: RowFacts, target: Decimal, rules: readonly Sourced<ScoringRule>[]): RuleReading[] {
  const senses = sensesOf(facts, target)
  return senses.flatMap((sense) => {
    const of = ofSense(rules, sense)
    const reached = of.find(({ rule }) => rule.kind === 'reached')
    const missed = of.filter(({ rule }) => rule.kind === 'missed')
    const prefix = senses.length === 1 ? '' : `${SENSE_WORDS[sense]}：`
    const base = { sense, counting: 'exact', limit: null, isHalfPoints: facts.isHalfPoints } as const
    const full: Piece[] = reached === undefined ? [] : [FULL_WHEN_REACHED]
    if (missed.length === 0)
      return full.length === 0
        ? []
        : [{ say: `${prefix}得满分`, words: reached?.source.words ?? '', formula: { ...base, pieces: full, share: 'actual/target' } }]
    return missed.flatMap(({ rule, source }): RuleReading[] => {
      if (rule.kind !== 'missed') return []
      const words = joined(reached?.source.words, source.words)
      if (rule.give === 'none')
        return [
          {
            say: `${prefix}不得分`,
            words,
            formula: { ...base, pieces: [...full, { kind: 'missed', give: 'none' }], share: 'actual/target' },
          },
        ]
      return sharesOf(rule.share, sense, rule.subjects.includes('reverse')).map((share) => ({
        say: `${prefix}${SHARES[share]}`,
        words,
        formula: { ...base, pieces: [FULL_WHEN_REACHED, { kind: 'proportion' }], share },
      }))
    })
  })
}

/** A proportion ends at full marks, said or not. */
const FULL_WHEN_REACHED: Piece = { kind: 'reached', give: 'all' }

/** Rules of the row's own kind come before those of all quantitative indicators. */
function ofSense(rules: readonly Sourced<ScoringRule>[], sense: Sense): readonly Sourced<ScoringRule>[] {
  const own = sense === 'at-least' ? 'forward' : 'reverse'
  return (['reached', 'missed'] as const).flatMap((kind) => {
    const all = rules.filter(({ rule }) => rule.kind === kind && 'subjects' in rule)
    const of = (subject: 'quantitative' | typeof own): Sourced<ScoringRule>[] =>
      all.filter(({ rule }) => 'subjects' in rule && rule.subjects.includes(subject))
    const special = of(own)
    return special.length > 0 ? special : of('quantitative')
  })
}

/** "完成值与指标值的比例" of a reverse indicator may be meant in three ways. */
function sharesOf(printed: Share | null, sense: Sense, isOfReverse: boolean): readonly Share[] {
  if (sense === 'at-least') return ['actual/target']
  if (isOfReverse && printed !== null) return [printed]
  return ['target/actual', 'less-excess', 'actual/target']
}

function qualitativeReadings(facts: RowFacts, rules: readonly Sourced<ScoringRule>[]): RuleReading[] {
  const base = { sense: 'at-least', share: 'actual/target', counting: 'exact', limit: null, isHalfPoints: facts.isHalfPoints } as const
  return rules.flatMap(({ rule, source }): RuleReading[] => {
    const [best] = rule.kind === 'three-grades' ? rule.portions : []
    if (best !== undefined)
      return [{ say: '达成预期指标', words: source.words, formula: { ...base, pieces: [{ kind: 'portion', ...best }] } }]
    if (rule.kind !== 'reached' || !rule.subjects.includes('qualitative')) return []
    return [{ say: '达到目标得满分', words: source.words, formula: { ...base, pieces: [{ kind: 'portion', low: ONE, high: ONE }] } }]
  })
}

function readingsOfOwnRule(facts: RowFacts): RuleReading[] {
  const rule = facts.ownReading
  const { actual } = facts
  if (rule === null || actual === null) return []
  if (rule.dimension !== null && rule.dimension !== 'none' && actual.dimension !== rule.dimension) return []
  if (!isOfWeight(rule.pieces, facts.weight)) return []
  const limit = rule.limit ?? facts.target?.value ?? null
  const needsTarget = rule.pieces.some(({ kind }) => kind === 'reached' || kind === 'missed' || kind === 'proportion')
  if (limit === null && needsTarget) return []
  const senses = rule.sense !== null ? [rule.sense] : limit === null ? (['at-least'] as const) : sensesOf(facts, limit)
  const countings = rule.pieces.some(({ kind }) => kind === 'deduction') ? countingsOf(rule.counting) : COUNTINGS.slice(0, 1)
  const hasFull = rule.pieces.some((piece) => 'give' in piece && piece.give !== 'none')
  const isShared = rule.pieces.some(({ kind }) => kind === 'proportion')
  const pieces = hasFull || !isShared ? rule.pieces : [FULL_WHEN_REACHED, ...rule.pieces]
  return senses.flatMap((sense) =>
    (isShared ? sharesOf(null, sense, false) : (['actual/target'] as const)).flatMap((share) =>
      countings.map(([counting, say]) => ({
        say: `${senses.length > 1 ? `${SENSE_WORDS[sense]}：` : ''}${isShared ? SHARES[share] : countings.length > 1 ? say : '按所列标准扣分'}`,
        words: facts.ownRule,
        formula: { pieces, sense, share, counting, limit, isHalfPoints: facts.isHalfPoints },
      })),
    ),
  )
}

/** A rule whose best points are not the weight was written for another weight. */
function isOfWeight(pieces: readonly Piece[], weight: Decimal): boolean {
  const points = pieces.flatMap((piece) => ('give' in piece && typeof piece.give === 'object' ? [piece.give.points] : []))
  if (points.length === 0 || pieces.some((piece) => 'give' in piece && piece.give === 'all')) return true
  return points.some((value) => compare(value, weight) === 0) && points.every((value) => compare(value, weight) <= 0)
}

const countingsOf = (counting: Counting | null): typeof COUNTINGS =>
  counting === null ? COUNTINGS : COUNTINGS.filter(([name]) => name === counting)

const joined = (first: string | undefined, second: string): string =>
  first === undefined || first === second ? second : `${first}；${second}`
