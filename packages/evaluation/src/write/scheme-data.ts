/** A scheme as the plain data that readScheme reads: what is usual is left out, everything else stands there. The way back of readScheme. */

import { USUAL_CLASSES } from '../read/read-curve.ts'
import { writeRounding } from '../read/read-policies.ts'
import { writeTarget } from '../read/read-target.ts'
import type { Alternative, Indicator, OverFulfilment, Policies, Scheme, SchemeNode, SchemeVersion, Source } from '../scheme/scheme.ts'
import { USUAL_POLICIES } from '../scheme/scheme.ts'
import type { Curve } from '../scoring/curve.ts'

export type Data = string | boolean | null | readonly Data[] | { readonly [key: string]: Data }
type Mapping = { readonly [key: string]: Data }

export function schemeData({ id, label, place, kind, versions }: Scheme): Mapping {
  return { scheme: id, label, ...(place === null ? {} : { place }), kind, versions: versions.map(versionData) }
}

function versionData({ from, to, source, full, tree, policies, unknown }: SchemeVersion): Mapping {
  const own = policiesData(policies)
  return {
    from,
    ...(to === null ? {} : { to }),
    source: sourceData(source),
    ...(full === '100' ? {} : { full }),
    ...(Object.keys(own).length === 0 ? {} : { policies: own }),
    ...(unknown.length === 0 ? {} : { unknown }),
    tree: tree.map(nodeData),
  }
}

const sourceData = ({ document, article, confidence }: Source): Mapping => ({
  document,
  ...(article === null ? {} : { article }),
  confidence,
})

function nodeData(node: SchemeNode): Mapping {
  if (node.kind === 'indicator') return indicatorData(node)
  const { id, label, weight, children, takesGoals } = node
  return {
    block: id,
    label,
    ...(weight === null ? {} : { weight }),
    ...(takesGoals ? { 'takes-goals': true } : {}),
    ...(children.length === 0 ? {} : { children: children.map(nodeData) }),
  }
}

function indicatorData({ id, label, weight, alternatives, policies, isBonus, note, source, ...way }: Indicator): Mapping {
  const { notApplicable, rounding, overFulfilment } = policies
  return {
    indicator: id,
    label,
    ...(weight === null ? {} : { weight }),
    ...wayData(way),
    ...(alternatives.length === 0 ? {} : { or: alternatives.map(wayData) }),
    ...(isBonus ? { bonus: true } : {}),
    ...(notApplicable === undefined ? {} : { 'not-applicable': notApplicable }),
    ...(rounding === undefined ? {} : { rounding: writeRounding(rounding) }),
    ...(overFulfilment === undefined ? {} : overData(overFulfilment)),
    ...(note === null ? {} : { note }),
    ...(source === null ? {} : { source: sourceData(source) }),
  }
}

const overData = ({ reasonFrom, deductFrom }: OverFulfilment): Mapping => ({
  'reason-from': reasonFrom ?? 'none',
  'deduct-from': deductFrom ?? 'none',
})

function wayData({ measure, target, curve }: Alternative): Mapping {
  return { ...measureData(measure), ...(target === null ? {} : { target: writeTarget(target) }), curve: curveData(curve) }
}

function measureData(measure: Alternative['measure']): Mapping {
  switch (measure.kind) {
    case 'formula':
      return { formula: measure.formula, ...unitData(measure.unit), ...(measure.zero === null ? {} : { zero: measure.zero }) }
    case 'figure':
      return { figure: true, ...unitData(measure.unit) }
    case 'days-late':
      return { 'days-late': { due: measure.due, ...(measure.year === 'this' ? {} : { year: measure.year }) } }
    case 'judged':
      return { judged: true }
  }
}

const unitData = (unit: string): Mapping => (unit === 'percent' ? {} : { unit })

export function curveData(curve: Curve): Data {
  switch (curve.curve) {
    case 'ratio':
      return curve.floor === undefined ? 'ratio' : { ratio: { floor: curve.floor } }
    case 'threshold':
    case 'manual':
      return curve.curve
    case 'linear':
      return { linear: curve.knots.map(({ at, of, share }) => ({ at: of === 'target' ? `${at} × target` : at, share })) }
    case 'bands':
      return { bands: Object.fromEntries(curve.bands.map(({ within, points }) => [within, points])) }
    case 'deduct':
      return { deduct: { step: curve.step, points: curve.points, ...(curve.steps === 'exact' ? {} : { steps: curve.steps }) } }
    case 'check-points':
      return { 'check-points': curve.checks.map(({ id, label, points }) => ({ id, label, ...(points === null ? {} : { points }) })) }
    case 'classes':
      return isUsual(curve.classes) ? 'classes' : { classes: curve.classes.map((one) => ({ ...one })) }
    case 'groups':
      return {
        groups: curve.groups.map(({ curve: own, ...group }) => ({
          ...group,
          ...(own.curve === 'ratio' && own.floor === undefined ? {} : { curve: curveData(own) }),
        })),
      }
  }
}

const isUsual = (classes: Extract<Curve, { curve: 'classes' }>['classes']): boolean =>
  JSON.stringify(classes) === JSON.stringify(USUAL_CLASSES)

/** Only what is not usual. */
function policiesData(policies: Policies): Mapping {
  const usual = USUAL_POLICIES
  const { lights, selfWarning, grades, bonusUpTo, overFulfilment } = policies
  return {
    ...(policies.notApplicable === usual.notApplicable ? {} : { 'not-applicable': policies.notApplicable }),
    ...(isAlike(policies.rounding, usual.rounding) ? {} : { rounding: writeRounding(policies.rounding) }),
    ...(isAlike(policies.totalRounding, usual.totalRounding) ? {} : { 'total-rounding': writeRounding(policies.totalRounding) }),
    ...(isAlike(overFulfilment, usual.overFulfilment) ? {} : overData(overFulfilment)),
    ...(policies.deductAt === usual.deductAt ? {} : { 'deduct-at': policies.deductAt }),
    ...(bonusUpTo === null ? {} : { 'bonus-up-to': bonusUpTo }),
    ...(isAlike(grades, usual.grades) ? {} : { grades: grades === null ? 'none' : grades.map((grade) => ({ ...grade })) }),
    ...(policies.vetoes.length === 0
      ? {}
      : { vetoes: policies.vetoes.map(({ id, label, gradeAtMost }) => ({ id, label, 'grade-at-most': gradeAtMost })) }),
    ...(policies.department === usual.department ? {} : { department: policies.department }),
    ...(lights === null ? {} : { lights: { execution: lights.execution, 'red-below': lights.redBelow, 'green-from': lights.greenFrom } }),
    ...(selfWarning === null
      ? {}
      : {
          'self-warning': {
            execution: selfWarning.execution,
            'red-above': selfWarning.redAbove,
            'yellow-unspent-above': selfWarning.yellowUnspentAbove,
          },
        }),
  }
}

/** Of plain values whose keys stand in one order. */
const isAlike = (one: unknown, other: unknown): boolean => JSON.stringify(one) === JSON.stringify(other)
