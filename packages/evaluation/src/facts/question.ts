/** What a scheme has to be told: one question for each figure, date, check point or class that its indicators need. The template asks them in this order. */

import { indicatorOf } from '../evaluate/plan.ts'
import { itemsOf } from '../formula/formula.ts'
import { readFormula } from '../formula/read-formula.ts'
import type { GoalsVersion } from '../goals/approved-goals.ts'
import type { Indicator, SchemeNode, SchemeVersion } from '../scheme/scheme.ts'
import { DEDUCTION, DEDUCTION_LABEL } from './deductions.ts'
import type { ItemCatalogue } from './item.ts'

export interface Question {
  /** Item of the catalogue, or id of an indicator. */
  readonly item: string
  readonly label: string
  /** Check point or group of respondents. */
  readonly part: { readonly id: string; readonly label: string } | null
  readonly kind: 'figure' | 'date' | 'check' | 'class' | 'points' | 'group' | 'deduction'
  /** Unit id of a figure. */
  readonly unit: string | null
  /** Classes that can be said. */
  readonly choices: readonly { readonly id: string; readonly label: string }[]
  /** Ways in which it is counted, where it has several. */
  readonly bases: readonly string[]
  readonly year: number
  /** The state on the last day, not what happened over the year. */
  readonly isInstant: boolean
  /** It follows from others when it is not stated: the formula, by labels of the catalogue. */
  readonly follows: string | null
  /** Labels of the indicators that need it. */
  readonly needed: readonly string[]
}

export interface Asking {
  readonly version: SchemeVersion
  readonly goals: GoalsVersion | null
  readonly items: ItemCatalogue
  readonly year: number
  /** Rows for deductions from the total, where a place makes them. */
  readonly deductionRows?: number
}

/** Items first, each once and before what follows from it; then the indicators that are told as such. */
export function questionsOf({ version, goals, items, year, deductionRows = 0 }: Asking): readonly Question[] {
  const indicators = indicatorsOf(version, goals)
  const found = new Map<string, Question & { readonly needed: string[] }>()
  const askItem = (id: string, which: 'this' | 'last', neededFor: string): void => {
    const key = `${id} ${which}`
    const known = found.get(key)
    const item = items.get(id)
    if (known !== undefined && !known.needed.includes(neededFor)) known.needed.push(neededFor)
    if (known !== undefined || item === undefined) return
    const follows = which === 'this' && item.formula !== null ? item.formula : null
    // Known before its parts are asked, so that a ring ends.
    const question: Question & { readonly needed: string[] } = {
      item: id,
      label: item.label,
      part: null,
      kind: 'figure',
      unit: item.unit,
      choices: [],
      bases: item.bases,
      year: which === 'this' ? year : year - 1,
      isInstant: item.kind === 'stock',
      follows: follows === null ? null : inWords(follows.text, items),
      needed: [neededFor],
    }
    found.set(key, question)
    if (follows === null) return
    for (const part of itemsOf(follows.read)) askItem(part.item, part.year, neededFor)
    found.delete(key)
    found.set(key, question)
  }
  for (const { label, alternatives, ...way } of indicators) {
    for (const { measure } of [way, ...alternatives]) {
      const read = measure.kind === 'formula' ? readFormula(measure.formula) : null
      if (read !== null && 'formula' in read) for (const { item, year: which } of itemsOf(read.formula)) askItem(item, which, label)
    }
  }
  const deductions = Array.from({ length: deductionRows }, () => deductionOf(year))
  return [...found.values(), ...indicators.flatMap((indicator) => askIndicator(indicator, year)), ...deductions]
}

const deductionOf = (year: number): Question => ({
  item: DEDUCTION,
  label: DEDUCTION_LABEL,
  part: null,
  kind: 'deduction',
  unit: 'point',
  choices: [],
  bases: [],
  year,
  isInstant: false,
  follows: null,
  needed: [],
})

/** Of the tree and of the approved goals, in their order; a goal of the same id stands in the tree's place. */
export function indicatorsOf(version: SchemeVersion, goals: GoalsVersion | null): readonly Indicator[] {
  const given = new Map((goals?.indicators ?? []).map((goal) => [goal.id, goal]))
  const inTree = leaves(version.tree).map((indicator): Indicator => {
    const goal = given.get(indicator.id)
    given.delete(indicator.id)
    return goal === undefined ? indicator : { ...indicator, target: goal.target ?? indicator.target }
  })
  return [...inTree, ...[...given.values()].map(indicatorOf)]
}

const leaves = (nodes: readonly SchemeNode[]): readonly Indicator[] =>
  nodes.flatMap((node) => (node.kind === 'indicator' ? [node] : leaves(node.children)))

/** Names of the catalogue for its ids, and the signs of print: 全年执行数 ÷ 全年预算数. */
export function inWords(formula: string, items: ItemCatalogue): string {
  return formula
    .replace(/[a-z][a-z0-9]*(?:-[a-z0-9]+)*/g, (id) => WORDS[id] ?? items.get(id)?.label ?? id)
    .replace(/\s*\*\s*/g, ' × ')
    .replace(/\s*\/\s*/g, ' ÷ ')
}

const WORDS: Readonly<Record<string, string>> = { last: '上年', abs: '绝对值' }

/** One fact serves all ways of an indicator that ask for one, so the first that does is asked. */
function askIndicator({ id, label, alternatives, ...first }: Indicator, year: number): readonly Question[] {
  const { measure, curve } = [first, ...alternatives].find(isToldAsSuch) ?? first
  const base = { item: id, label, part: null, unit: null, choices: [], bases: [], year, isInstant: false, follows: null, needed: [label] }
  if (measure.kind === 'formula') return curve.curve === 'manual' ? [{ ...base, kind: 'points', unit: 'point' }] : []
  if (measure.kind === 'figure') return [{ ...base, kind: 'figure', unit: measure.unit }]
  if (measure.kind === 'days-late') return [{ ...base, kind: 'date' }]
  switch (curve.curve) {
    case 'check-points':
      return curve.checks.map((check) => ({ ...base, kind: 'check', part: { id: check.id, label: check.label } }))
    case 'groups':
      return curve.groups.map((group) => ({ ...base, kind: 'group', part: { id: group.id, label: group.label } }))
    case 'classes':
      return [{ ...base, kind: 'class', choices: curve.classes.map((one) => ({ id: one.id, label: one.label })) }]
    case 'manual':
      return [{ ...base, kind: 'points', unit: 'point' }]
    default:
      return [{ ...base, kind: 'figure', unit: 'none' }]
  }
}

/** Not computed from items: stated, dated or judged. Points that a person gives stand beside a figure. */
export const isToldAsSuch = ({ measure, curve }: Pick<Indicator, 'measure' | 'curve'>): boolean =>
  measure.kind !== 'formula' || curve.curve === 'manual'
