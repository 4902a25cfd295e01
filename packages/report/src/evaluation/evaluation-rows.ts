/** An evaluation beside the plan that it was made by, line by line: what a form, a page or a terminal shows. */

import type { Curve, EvaluatedNode, Evaluation, Indicator, ItemCatalogue, Plan, Trace } from '@jiheng/evaluation'
import { inWords } from '@jiheng/evaluation'
import { sayAsk, sayCurve, sayMeasure, sayOpen, sayTarget, shortFigure, unitOf, unitWord } from './evaluation-words.ts'

/** An evaluation with what is needed to show it. */
export interface Evaluated {
  readonly evaluation: Evaluation
  readonly plan: Plan
  readonly items: ItemCatalogue
  /** As people know the unit: code and name. */
  readonly unitName: string
}

export interface EvaluationRow {
  readonly kind: 'block' | 'indicator'
  /** From 0. */
  readonly depth: number
  readonly id: string
  readonly label: string
  readonly weight: string
  readonly target: string
  /** With its unit; '' where there is none. */
  readonly actual: string
  /** '' while it is open or does not apply. */
  readonly score: string
  readonly state: 'scored' | 'not-applicable' | 'open'
  /** Why it has no score; '' else. */
  readonly open: string
  /** What has to be explained. */
  readonly asks: readonly string[]
  readonly isBonus: boolean
  /** How the actual comes about, and how it is scored. */
  readonly measure: string
  readonly rule: string
  /** Document and article; '' when neither the indicator nor the scheme names one. */
  readonly source: string
  readonly trace: Trace | null
}

export function evaluationRows({ evaluation, plan, items }: Evaluated): readonly EvaluationRow[] {
  const indicators = new Map(plan.indicators.map(({ id, indicator }) => [id, indicator]))
  const open = new Map(evaluation.open.map(({ indicator, reason, detail }) => [indicator, sayOpen(reason, detail, items)]))
  const asksOf = (id: string): readonly string[] => evaluation.asks.filter(({ indicator }) => indicator === id).map(sayAsk)
  const source = [plan.version.source.document, plan.version.source.article].filter((part) => part !== null).join(' ')
  const rowsOf = (node: EvaluatedNode, depth: number): EvaluationRow[] => {
    if (node.kind === 'block') {
      const state = node.score === null ? 'open' : 'scored'
      const row = {
        ...NOTHING,
        kind: node.kind,
        depth,
        id: node.id,
        label: node.label,
        weight: node.weight,
        score: node.score ?? '',
        state,
      } as const
      return [row, ...node.children.flatMap((child) => rowsOf(child, depth + 1))]
    }
    const indicator = indicators.get(node.id) as Indicator
    const unit = node.trace === null || indicator.alternatives.length === 0 ? unitOf(indicator) : ''
    return [
      {
        kind: 'indicator',
        depth,
        id: node.id,
        label: node.label,
        weight: node.weight,
        target: sayTarget(indicator.target, unit),
        actual: node.actual === null ? '' : shownActual(node.actual, unit, indicator),
        score: node.score ?? '',
        state: node.state,
        open: open.get(node.id) ?? '',
        asks: asksOf(node.id),
        isBonus: indicator.isBonus,
        measure: sayMeasure(indicator, items),
        rule: sayCurve(indicator.curve, unitOf(indicator)),
        source:
          indicator.source === null
            ? source
            : [indicator.source.document, indicator.source.article].filter((part) => part !== null).join(' '),
        trace: node.trace === null ? null : inPlainWords(node.trace, indicator, items),
      },
    ]
  }
  return evaluation.nodes.flatMap((node) => rowsOf(node, 0))
}

/** A class by its name, a figure with its unit. */
function shownActual(actual: string, unit: string, { curve }: Indicator): string {
  const figure = shortFigure(actual)
  if (/\d$/.test(figure)) return `${figure}${unit}`
  return curve.curve === 'classes' ? (curve.classes.find(({ id }) => id === actual)?.label ?? actual) : actual
}

/** Names of the catalogue and of the check points for their ids, symbols for units. */
function inPlainWords(trace: Trace, indicator: Indicator, items: ItemCatalogue): Trace {
  const ways = [indicator, ...indicator.alternatives]
  const formulas = ways.flatMap(({ measure }) => (measure.kind === 'formula' ? [measure.formula] : []))
  const labels = new Map(ways.flatMap(({ curve }) => labelsIn(curve)))
  const facts = trace.facts.map((fact) => ({
    ...fact,
    item: items.get(fact.item)?.label ?? indicator.label,
    says: /^(-?[\d.]+) (\S+)$/.test(fact.says)
      ? fact.says.replace(/^(-?[\d.]+) (\S+)$/, (_all, value: string, unit: string) => `${value} ${unitWord(unit)}`)
      : fact.says.replace(/[a-z][a-z0-9-]*/g, (id) => labels.get(id) ?? id),
  }))
  const steps = trace.steps.map((step) => {
    const formula = formulas.find((text) => step.startsWith(text))
    return formula === undefined ? step : `${inWords(formula, items)}${step.slice(formula.length).replace(/ each:/g, '')}`
  })
  return { ...trace, facts, steps }
}

function labelsIn(curve: Curve): readonly (readonly [string, string])[] {
  const named =
    curve.curve === 'check-points' ? curve.checks : curve.curve === 'classes' ? curve.classes : curve.curve === 'groups' ? curve.groups : []
  return named.map(({ id, label }) => [id, label] as const)
}

const NOTHING = { target: '', actual: '', open: '', asks: [], isBonus: false, measure: '', rule: '', source: '', trace: null } as const
