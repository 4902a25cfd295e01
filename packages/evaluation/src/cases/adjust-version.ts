/** A version as a case reads it: rules, weights or targets of single indicators put otherwise, or only a part of the tree. */
import { add, type Decimal, decimal, formatDecimal, ZERO } from '@jiheng/quantity'
import { readCurve } from '../read/read-curve.ts'
import { readPolicies, readRounding } from '../read/read-policies.ts'
import { readTarget } from '../read/read-target.ts'
import type { Fields, Path, Reading } from '../read/reading.ts'
import type { Indicator, Policies, SchemeNode, SchemeVersion } from '../scheme/scheme.ts'

export const CHANGE_KEYS = ['weight', 'target', 'curve', 'rounding', 'not-applicable'] as const
export type Change = Partial<Pick<Indicator, 'weight' | 'target' | 'curve' | 'policies'>>

export function readChange(reading: Reading, given: unknown, at: Path): Change {
  const fields = reading.fields(given, at, CHANGE_KEYS)
  const text = fields.text('target')
  const target = text === null ? null : readTarget(text)
  if (text !== null && target === null)
    reading.problem('scheme.bad-value', [...at, 'target'], { value: text.slice(0, 60), expected: 'target' })
  const curve = fields.has('curve') ? readCurve(reading, fields.get('curve'), [...at, 'curve']) : null
  const rounding = readRounding(reading, fields, 'rounding')
  const weight = fields.decimal('weight')
  return {
    ...(weight === null ? {} : { weight }),
    ...(target === null ? {} : { target }),
    ...(curve === null ? {} : { curve }),
    policies: {
      ...(rounding === null ? {} : { rounding }),
      ...(fields.has('not-applicable') ? { notApplicable: fields.oneOf('not-applicable', ['rebase', 'full', 'nought'], 'rebase') } : {}),
    },
  }
}

/** Policies that are named replace those of the scheme; the others stay. */
export function readPolicyChanges(reading: Reading, fields: Fields, usual: Policies): Policies {
  const given = fields.get('policies')
  if (given === undefined || given === null) return usual
  const read = readPolicies(reading, given, [...fields.at, 'policies'])
  const named = typeof given === 'object' ? Object.keys(given) : []
  const has = (key: string): boolean => named.includes(key)
  return {
    notApplicable: has('not-applicable') ? read.notApplicable : usual.notApplicable,
    rounding: has('rounding') ? read.rounding : usual.rounding,
    totalRounding: has('total-rounding') ? read.totalRounding : usual.totalRounding,
    overFulfilment: {
      reasonFrom: has('reason-from') ? read.overFulfilment.reasonFrom : usual.overFulfilment.reasonFrom,
      deductFrom: has('deduct-from') ? read.overFulfilment.deductFrom : usual.overFulfilment.deductFrom,
    },
    deductAt: has('deduct-at') ? read.deductAt : usual.deductAt,
    bonusUpTo: has('bonus-up-to') ? read.bonusUpTo : usual.bonusUpTo,
    grades: has('grades') ? read.grades : usual.grades,
    vetoes: has('vetoes') ? read.vetoes : usual.vetoes,
    department: has('department') ? read.department : usual.department,
    lights: has('lights') ? read.lights : usual.lights,
    selfWarning: has('self-warning') ? read.selfWarning : usual.selfWarning,
  }
}

export function changed(version: SchemeVersion, changes: ReadonlyMap<string, Change>, policies: Policies): SchemeVersion {
  const change = (node: SchemeNode): SchemeNode => {
    const own = changes.get(node.id)
    if (node.kind === 'block') {
      return { ...node, weight: own?.weight ?? node.weight, children: node.children.map(change) }
    }
    return own === undefined ? node : { ...node, ...own, policies: { ...node.policies, ...own.policies } }
  }
  return { ...version, tree: version.tree.map(change), policies }
}

/** Just these indicators, and those of these blocks, in the order of the tree; their points are the full marks, and there is no grade. Without points of their own they count for nothing. */
export function partOf(version: SchemeVersion, ids: ReadonlySet<string>): SchemeVersion {
  const indicators = (node: SchemeNode, isIn: boolean): readonly Indicator[] => {
    const isAsked = isIn || ids.has(node.id)
    if (node.kind === 'block') return node.children.flatMap((child) => indicators(child, isAsked))
    return isAsked ? [{ ...node, weight: node.weight ?? '0' }] : []
  }
  const tree = version.tree.flatMap((node) => indicators(node, false))
  const full = tree.filter(({ isBonus }) => !isBonus).reduce<Decimal>((sum, { weight }) => add(sum, decimal(weight ?? '0')), ZERO)
  return { ...version, full: formatDecimal(full), tree, policies: { ...version.policies, grades: null } }
}
