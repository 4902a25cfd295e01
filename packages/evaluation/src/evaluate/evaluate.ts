/** One unit, one year, one plan: facts in, scores out. With `isTraced` every score opens to its steps; the figures are the same to the last digit. */
import { add, compare, type Decimal, decimal, formatDecimal, isZero, quotient, round, subtract, toRational, ZERO } from '@jiheng/quantity'
import type { Fact } from '../facts/fact.ts'
import type { FactBook } from '../facts/fact-book.ts'
import type { ItemCatalogue } from '../facts/item.ts'
import { gradeOf } from '../policy/grade.ts'
import { fulfilmentOf, lessOverFulfilment, needsReason } from '../policy/over-fulfilment.ts'
import { roundPoints, sayRounding } from '../policy/rounding.ts'
import { warningsOf } from '../policy/warnings.ts'
import type { Indicator, TargetText, Veto } from '../scheme/scheme.ts'
import { exact, isAbove, NOUGHT, show, times } from '../scoring/exact.ts'
import type { Reading, Target } from '../scoring/reading.ts'
import { score } from '../scoring/score.ts'
import { type Actual, type Asked, actualOf } from './actual.ts'
import type { Ask, Deduction, EvaluatedIndicator, EvaluatedNode, Evaluation, Open, Trace } from './evaluation.ts'
import type { Plan, PlannedIndicator, PlannedNode } from './plan.ts'

export interface EvaluateInput {
  readonly plan: Plan
  readonly unit: string
  readonly year: number
  readonly book: FactBook
  readonly items: ItemCatalogue
  /** From the total, each with the reason that is shown. */
  readonly deductions?: readonly Deduction[]
  /** Ids of vetoes that hold. */
  readonly vetoes?: readonly string[]
  readonly zeroDenominator?: 'not-applicable' | 'nought'
}

export interface EvaluateOptions {
  readonly isTraced?: boolean
}

export function evaluate(input: EvaluateInput, { isTraced = false }: EvaluateOptions = {}): Evaluation {
  const { plan, unit, year } = input
  const evaluated = new Map(plan.indicators.map((planned) => [planned.id, evaluateIndicator(planned, input, isTraced)]))
  const outcomes = plan.indicators.map((planned) => evaluated.get(planned.id) as IndicatorOutcome)
  const open = outcomes.flatMap((outcome) => outcome.open)
  const marks = marksOf(plan.indicators, outcomes)
  const bonus = sumOf(outcomes.filter((_, at) => plan.indicators[at]?.indicator.isBonus))
  const deducted = (input.deductions ?? []).reduce((sum, { points }) => add(sum, decimal(points)), ZERO)
  const { converted, total } = open.length > 0 ? NO_TOTAL : totalsOf(plan, { ...marks, bonus, deducted })
  const { policies, from, source } = plan.version
  return {
    unit,
    year,
    scheme: { from, document: source.document },
    nodes: plan.nodes.map((node) => nodeOf(node, evaluated)),
    raw: formatDecimal(marks.scored),
    applicable: formatDecimal(marks.applicable),
    converted: converted === null ? null : formatDecimal(converted),
    bonus: formatDecimal(bonus),
    deducted: formatDecimal(deducted),
    deductions: (input.deductions ?? []).map(({ label, points }) => ({ label, points: formatDecimal(decimal(points)) })),
    total: total === null ? null : formatDecimal(total),
    grade: total === null ? null : gradeOf(total, policies.grades, vetoesOf(policies.vetoes, input.vetoes ?? [])),
    open,
    asks: outcomes.flatMap((outcome) => outcome.asks),
    warnings: warningsOf(plan, outcomes, {
      unit,
      year,
      book: input.book,
      items: input.items,
      zeroDenominator: input.zeroDenominator ?? 'not-applicable',
    }),
  }
}

export interface IndicatorOutcome {
  readonly node: EvaluatedIndicator
  readonly score: Decimal | null
  /** Counts in the full marks. */
  readonly isApplicable: boolean
  readonly open: readonly Open[]
  readonly asks: readonly Ask[]
}

/** One indicator by itself: for whoever scores many units and cares for the points only. */
export function evaluateIndicator(planned: PlannedIndicator, input: Omit<EvaluateInput, 'plan'>, isTraced: boolean): IndicatorOutcome {
  const { policies } = planned
  const { unit, year, book, items, zeroDenominator = 'not-applicable' } = input
  const steps: string[] = []
  const tell = isTraced ? (line: string) => steps.push(line) : undefined
  const { indicator, actual } = best(planned, { unit, year, book, items, zeroDenominator }, tell)
  const finish = (state: EvaluatedIndicator['state'], given: Decimal | null, rest: Partial<IndicatorOutcome> = {}): IndicatorOutcome => ({
    node: {
      kind: 'indicator',
      id: planned.id,
      label: planned.label,
      weight: formatDecimal(planned.weight),
      state,
      actual: actual.kind === 'actual' ? actual.shown : null,
      score: given === null ? null : formatDecimal(given),
      trace: isTraced ? traceOf(indicator, actual, steps) : null,
    },
    score: given,
    isApplicable: true,
    open: [],
    asks: [],
    ...rest,
  })
  switch (actual.kind) {
    case 'open':
      return finish('open', null, { open: [{ indicator: planned.id, reason: actual.reason, detail: actual.detail }] })
    case 'undone':
      tell?.('未完成：得 0 分')
      return finish('scored', ZERO, { asks: [{ indicator: planned.id, why: 'marks-lost', detail: '未完成' }] })
    case 'not-applicable': {
      const asks: readonly Ask[] = [{ indicator: planned.id, why: 'not-applicable', detail: actual.reason }]
      tell?.(`不适用（${actual.reason}）：${NOT_APPLICABLE[policies.notApplicable]}`)
      if (policies.notApplicable === 'rebase') return finish('not-applicable', null, { isApplicable: false, asks })
      return finish('not-applicable', policies.notApplicable === 'full' ? planned.weight : ZERO, { asks })
    }
    case 'actual': {
      for (const step of actual.steps) tell?.(step)
      const reading: Reading = { actual: actual.value, target: targetOf(indicator), weight: toRational(planned.weight) }
      const scored = score(indicator.curve, reading, tell)
      if (scored.kind === 'open')
        return finish('open', null, { open: [{ indicator: planned.id, reason: scored.reason, detail: scored.detail }] })
      const ratio = fulfilmentOf(reading)
      const kept = lessOverFulfilment(scored.points, ratio, policies.overFulfilment, tell)
      const rounded = roundPoints(kept, policies.rounding)
      const said = sayRounding(kept, rounded, policies.rounding)
      if (said !== null) tell?.(said)
      const isOver = needsReason(ratio, policies.overFulfilment)
      const over: readonly Ask[] = isOver && ratio !== null ? [{ indicator: planned.id, why: 'over-fulfilled', detail: show(ratio) }] : []
      const isLost = !indicator.isBonus && compare(rounded, planned.weight) < 0
      const lost: readonly Ask[] = isLost
        ? [{ indicator: planned.id, why: 'marks-lost', detail: formatDecimal(subtract(planned.weight, rounded)) }]
        : []
      return finish('scored', rounded, { asks: [...over, ...lost] })
    }
  }
}

/** Of several ways to have the points, the one that gives most; the first where none can be scored. */
function best({ indicator, weight }: PlannedIndicator, asked: Asked, tell?: (line: string) => void) {
  const first = { indicator, actual: actualOf(indicator, asked) }
  if (indicator.alternatives.length === 0) return first
  const others = indicator.alternatives.map((way) => {
    const other = { ...indicator, ...way }
    return { indicator: other, actual: actualOf(other, asked) }
  })
  const scored = [first, ...others].flatMap((way) => {
    if (way.actual.kind !== 'actual') return []
    const given = score(way.indicator.curve, { actual: way.actual.value, target: targetOf(way.indicator), weight: toRational(weight) })
    return given.kind === 'points' ? [{ ...way, points: given.points }] : []
  })
  const chosen = scored.reduce<(typeof scored)[number] | null>(
    (most, way) => (most === null || isAbove(way.points, most.points) ? way : most),
    null,
  )
  if (scored.length > 1) tell?.(`各种算法得分 ${scored.map(({ points }) => show(points)).join('、')}，取最高`)
  return chosen ?? first
}

const NOT_APPLICABLE = { rebase: '不计入满分', full: '得满分', nought: '得 0 分' } as const

/** What is late is held against no delay at all. */
function targetOf({ target, measure }: Indicator): Target | null {
  if (target === null) return measure.kind === 'days-late' ? { sign: '<=', value: NOUGHT } : null
  return targetIn(target)
}

function targetIn(target: TargetText): Target {
  if (target.sign === 'range') return { sign: 'range', low: exact(target.low), high: exact(target.high) }
  return { sign: target.sign, value: exact(target.value) }
}

interface Marks {
  readonly scored: Decimal
  readonly applicable: Decimal
}

const NO_TOTAL = { converted: null, total: null }

/** Sums to the total: converted to full marks, bonus points added, deductions taken off, rounded. Nulls where nothing applies. */
export function totalsOf(
  plan: Plan,
  { bonus, deducted, ...marks }: Marks & { readonly bonus: Decimal; readonly deducted: Decimal },
): { readonly converted: Decimal | null; readonly total: Decimal | null } {
  const converted = convert(marks, plan, deducted)
  return { converted, total: converted === null ? null : totalOf(converted, bonus, deducted, plan) }
}

function marksOf(indicators: readonly PlannedIndicator[], outcomes: readonly IndicatorOutcome[]): Marks {
  let [scored, applicable] = [ZERO, ZERO]
  for (const [at, outcome] of outcomes.entries()) {
    const planned = indicators[at] as PlannedIndicator
    if (planned.indicator.isBonus) continue
    if (outcome.isApplicable) applicable = add(applicable, planned.weight)
    if (outcome.score !== null) scored = add(scored, outcome.score)
  }
  return { scored, applicable }
}

const sumOf = (outcomes: readonly IndicatorOutcome[]): Decimal =>
  outcomes.reduce((sum, { score: points }) => add(sum, points ?? ZERO), ZERO)

/** 得分 ÷ 适用满分 × 满分. Null when nothing applies. SF-21. */
function convert({ scored, applicable }: Marks, { full, version }: Plan, deducted: Decimal): Decimal | null {
  const before = version.policies.deductAt === 'raw' ? atLeastNought(subtract(scored, deducted)) : scored
  if (compare(applicable, full) === 0) return before
  const share = isZero(applicable) ? null : quotient(before, applicable)
  return share === null ? null : roundPoints(times(share, toRational(full)), version.policies.totalRounding)
}

function totalOf(converted: Decimal, bonus: Decimal, deducted: Decimal, { version: { policies } }: Plan): Decimal {
  const sum = add(converted, bonus)
  const most = policies.bonusUpTo === null ? null : decimal(policies.bonusUpTo)
  const capped = most !== null && compare(sum, most) > 0 ? most : sum
  const after = policies.deductAt === 'converted' ? subtract(capped, deducted) : capped
  return round(toRational(roundPoints(toRational(atLeastNought(after)), policies.totalRounding)), 'half-up', 10)
}

const atLeastNought = (value: Decimal): Decimal => (compare(value, ZERO) < 0 ? ZERO : value)

const vetoesOf = (known: readonly Veto[], held: readonly string[]): readonly Veto[] => known.filter(({ id }) => held.includes(id))

function nodeOf(node: PlannedNode, evaluated: ReadonlyMap<string, IndicatorOutcome>): EvaluatedNode {
  if (node.kind === 'indicator') return (evaluated.get(node.id) as IndicatorOutcome).node
  const children = node.children.map((child) => nodeOf(child, evaluated))
  const scores = children
    .filter((child) => child.kind === 'block' || child.state !== 'not-applicable' || child.score !== null)
    .map((child) => child.score)
  const sum = scores.some((one) => one === null) ? null : scores.reduce((total, one) => add(total, decimal(one as string)), ZERO)
  return {
    kind: 'block',
    id: node.id,
    label: node.label,
    weight: formatDecimal(node.weight),
    score: sum === null ? null : formatDecimal(sum),
    children,
  }
}

function traceOf(indicator: Indicator, actual: Actual, steps: readonly string[]): Trace {
  const { source, curve, measure } = indicator
  return {
    rule: measure.kind === 'formula' ? `${curve.curve}：${measure.formula}` : curve.curve,
    source: source === null ? null : [source.document, source.article].filter((part) => part !== null).join(' '),
    facts: actual.facts.map((fact) => ({
      id: fact.id,
      item: fact.item,
      says: sayFact(fact),
      source: [fact.source, fact.basis === null ? '' : `口径 ${fact.basis}`].filter((part) => part !== '').join('，'),
      evidence: fact.evidence.map(({ name, page }) => (page === null ? name : `${name} 第${page}页`)),
    })),
    steps,
  }
}

function sayFact({ value }: Fact): string {
  switch (value.kind) {
    case 'figure':
      return `${value.value} ${value.unit}`
    case 'date':
      return value.date ?? '未完成'
    case 'checks':
      return value.met.join('、')
    case 'class':
      return `${value.id} ${value.share}`
    case 'points':
      return value.points
    case 'groups':
      return Object.entries(value.values)
        .map(([group, figure]) => `${group} ${figure}`)
        .join('、')
    case 'not-applicable':
      return value.reason
  }
}
