/** Runs a case: what comes out against what has to come out. */
import { compare, parseDecimal, round } from '@jiheng/quantity'
import { actualOf } from '../evaluate/actual.ts'
import { evaluate } from '../evaluate/evaluate.ts'
import type { EvaluatedNode, Evaluation } from '../evaluate/evaluation.ts'
import { planOf } from '../evaluate/plan.ts'
import { factBook } from '../facts/fact-book.ts'
import type { ItemCatalogue } from '../facts/item.ts'
import type { Indicator, SchemeNode } from '../scheme/scheme.ts'
import type { CaseFailure, CaseOutcome, Expectation, WorkedCase } from './case.ts'
import { CASE_UNIT } from './read-cases.ts'

export function runCase(one: WorkedCase, items: ItemCatalogue): CaseOutcome {
  const { id, label, scheme } = one
  const found = finder(one, items)
  const failures = [
    ...one.expect.flatMap(({ name, what, value }) => failureOf(name, value, found(what), what.of === 'actual')),
    ...one.differences.flatMap(({ name, what, printed, computed }) =>
      printed === computed
        ? [{ name, expected: `不同于 ${printed}`, found: computed }]
        : failureOf(name, computed, found(what), what.of === 'actual'),
    ),
  ]
  return { id, label, scheme, failures }
}

function failureOf(name: string, expected: string | null, found: string | null, isShown: boolean): readonly CaseFailure[] {
  const isSame = expected === null || found === null ? expected === found : isAlike(expected, found, isShown)
  return isSame ? [] : [{ name, expected: expected ?? '（无）', found: found ?? '（无）' }]
}

/** "5.70" is "5.7"; an actual is shown with more decimals than people write. */
function isAlike(expected: string, found: string, isShown: boolean): boolean {
  const [asked, given] = [parseDecimal(expected), parseDecimal(found.replace(/^≈/, ''))]
  if (asked === null || given === null) return expected === found
  const places = expected.split('.')[1]?.length ?? 0
  return compare(asked, isShown ? round(given, 'half-up', places) : given) === 0
}

type Find = (what: Expectation['what']) => string | null

function finder(one: WorkedCase, items: ItemCatalogue): Find {
  const { version, goals, year, facts, deductions, vetoes } = one
  const planned = planOf(version, goals)
  const isNeverNegative = (item: string): boolean => items.get(item)?.isNeverNegative ?? false
  const book = factBook(facts, { asOf: `${year}-12-31`, isNeverNegative })
  const faults = book.faults.map(({ code }) => code).join('、')
  const actual = (id: string): string | null => {
    const indicator = indicatorsIn(version.tree).find((own) => own.id === id) ?? goals?.indicators.find((goal) => goal.id === id)
    if (indicator === undefined) return null
    const asked = { unit: CASE_UNIT, year, book, items, zeroDenominator: 'not-applicable' as const }
    const found = actualOf({ id, measure: indicator.measure, curve: { curve: 'threshold' } }, asked)
    return found.kind === 'actual' ? found.shown : found.kind
  }
  if ('faults' in planned || faults !== '') {
    const codes = 'faults' in planned ? [...new Set(planned.faults.map(({ code }) => code))].join('、') : faults
    return (what) => (what.of === 'plan' ? codes : what.of === 'actual' ? actual(what.id) : `未计算：${codes}`)
  }
  const evaluation = evaluate({ plan: planned.plan, unit: CASE_UNIT, year, book, items, deductions, vetoes })
  return (what) => (what.of === 'actual' ? actual(what.id) : inEvaluation(evaluation, what))
}

function inEvaluation(evaluation: Evaluation, what: Expectation['what']): string | null {
  switch (what.of) {
    case 'score':
    case 'block':
      return nodesIn(evaluation.nodes).find(({ id }) => id === what.id)?.score ?? null
    case 'open':
      return evaluation.open.find(({ indicator }) => indicator === what.id)?.reason ?? null
    case 'ask':
      return evaluation.asks.find(({ indicator, why }) => indicator === what.id && why !== 'marks-lost')?.why ?? null
    case 'warning': {
      const found = evaluation.warnings.find(({ kind }) => kind === what.id)
      return found === undefined ? null : `${LIGHTS[found.light]}${found.percent === null ? '' : ` ${found.percent}%`}`
    }
    case 'actual':
      return null
    case 'plan':
      return ''
    default:
      return evaluation[what.of]
  }
}

const LIGHTS = { red: '红', yellow: '黄', green: '绿' } as const

const nodesIn = (nodes: readonly EvaluatedNode[]): readonly EvaluatedNode[] =>
  nodes.flatMap((node) => (node.kind === 'block' ? [node, ...nodesIn(node.children)] : [node]))

const indicatorsIn = (nodes: readonly SchemeNode[]): readonly Indicator[] =>
  nodes.flatMap((node) => (node.kind === 'indicator' ? [node] : indicatorsIn(node.children)))

/** For a message: 预算执行率 得分 2，应为 1.5 */
export const sayFailure = ({ name, expected, found }: CaseFailure): string => `${name}：算得 ${found}，应为 ${expected}`
