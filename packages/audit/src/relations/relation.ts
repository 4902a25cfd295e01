/**
 * What must hold between figures. Eight kinds name why; four judges say how: linear equality (with its plain case, the same fact twice), product equality, order, a score by its rule.
 * A relation may have several readings; it is violated only when none of them can be true.
 */
import type { Decimal } from '@jiheng/quantity'
import type { FindingKind } from '../findings/finding.ts'
import type { ScoreFormula } from '../rules/scoring-rule.ts'

export type RelationKind = 'sum' | 'difference' | 'product' | 'ratio' | 'growth' | 'same-as' | 'bound' | 'implies'

export type RelationSource = 'wording' | 'table' | 'identity' | 'scheme' | 'restatement' | 'count'

/** Sum of figures less a sum of figures. Members are indexes into the claim set. */
export interface Side {
  readonly plus: readonly number[]
  readonly minus: readonly number[]
  readonly constant?: Decimal
}

export type Equation =
  /** left = right, all in one dimension */
  | { readonly form: 'linear'; readonly left: Side; readonly right: Side }
  /** result = numerator ÷ denominator; both sides in one dimension, the result a ratio */
  | { readonly form: 'ratio'; readonly result: number; readonly numerator: Side; readonly denominator: Side }
  /** result = product of the factors, compared in the printed units' base */
  | { readonly form: 'product'; readonly result: number; readonly factors: readonly number[] }
  /** The same fact twice: equal once the finer print is rounded, or cut, to the coarser. */
  | { readonly form: 'same'; readonly first: number; readonly second: number }
  /** The score that a rule gives for the weight, the target and the actual value; -1 where the row has none or the rule needs none. */
  | {
      readonly form: 'score'
      readonly result: number
      readonly weight: number
      readonly target: number
      readonly actual: number
      readonly formula: ScoreFormula
    }
  /** low ≤ high */
  | { readonly form: 'order'; readonly low: Side; readonly high: Side }

export interface Reading {
  /** How this reading computes, in words of the field: 执行数 ÷ 调整后预算数. */
  readonly say: string
  readonly equation: Equation
  /** Explains a figure that is right, but is too uncertain to accuse by and is never shown. */
  readonly onlyExplains?: true
}

/** What a violation means: it cannot be true, it is very likely wrong, it is worth a hint (提示), or it only leaves a question that is not told. */
export type Certainty = 'error' | 'warning' | 'hint' | 'question'

export interface Relation {
  readonly id: string
  readonly kind: RelationKind
  /** The kind of finding that a violation is. */
  readonly finding: FindingKind
  readonly readings: readonly Reading[]
  readonly source: { readonly by: RelationSource; readonly ref: string; readonly citation?: string }
  readonly certainty: Certainty
  /** The figure that the wording makes depend on the others; what a finding quotes first. */
  readonly accused: number
  /** Something more to say when it fails: what the parts are, which rule was read where. */
  readonly note?: string
  /** Which failing reading is explained: the first (default), the one that comes nearest (ratios always), or the first that one typing slip explains. */
  readonly explainBy?: 'nearest' | 'slip'
  /**
   * The relation itself is not certain: it accuses only when one typing slip in one of its figures would make it hold.
   * `telling`: and only when the figures are so long that this can hardly be chance.
   */
  readonly guard?: 'slip' | 'telling-slip'
}

/** Most sides take nothing away, and a long list has hundreds of sides. */
const NONE: readonly number[] = []

export const side = (plus: readonly number[], minus: readonly number[] = NONE): Side => ({ plus, minus })

/** How often a side adds the figure; below zero where it takes it away. */
export function timesIn({ plus, minus }: Side, index: number): number {
  let times = 0
  for (const member of plus) if (member === index) times++
  for (const member of minus) if (member === index) times--
  return times
}

/** Asked again and again while causes are looked for. */
const members = new WeakMap<Relation, readonly number[]>()

/** All figures that take part in any reading, each once, the accused first. */
export function membersOf(relation: Relation): readonly number[] {
  const known = members.get(relation)
  if (known !== undefined) return known
  const found = new Set<number>([relation.accused])
  const add = (index: number): void => {
    if (index >= 0) found.add(index)
  }
  for (const { equation } of relation.readings) eachFigure(equation, add)
  const list = [...found]
  members.set(relation, list)
  return list
}

export function figuresOf(equation: Equation): readonly number[] {
  const found: number[] = []
  eachFigure(equation, (index) => {
    if (index >= 0) found.push(index)
  })
  return found
}

/** All members of an equation in their order; -1 where a rule has none. */
function eachFigure(equation: Equation, take: (index: number) => void): void {
  switch (equation.form) {
    case 'linear':
      eachOfSide(equation.left, take)
      eachOfSide(equation.right, take)
      break
    case 'ratio':
      take(equation.result)
      eachOfSide(equation.numerator, take)
      eachOfSide(equation.denominator, take)
      break
    case 'product':
      take(equation.result)
      equation.factors.forEach(take)
      break
    case 'score':
      take(equation.result)
      take(equation.weight)
      take(equation.target)
      take(equation.actual)
      break
    case 'same':
      take(equation.first)
      take(equation.second)
      break
    case 'order':
      eachOfSide(equation.low, take)
      eachOfSide(equation.high, take)
      break
  }
}

function eachOfSide({ plus, minus }: Side, take: (index: number) => void): void {
  for (const index of plus) take(index)
  for (const index of minus) take(index)
}
