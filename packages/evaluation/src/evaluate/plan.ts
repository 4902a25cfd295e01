/** Scheme and approved goals together: every indicator with its points, its target and its curve. Nothing is scored on half a plan. */
import { add, compare, type Decimal, decimal, formatDecimal, ZERO } from '@jiheng/quantity'
import type { GoalIndicator, GoalsVersion } from '../goals/approved-goals.ts'
import type { Block, Indicator, Policies, SchemeNode, SchemeVersion } from '../scheme/scheme.ts'

export interface PlannedIndicator {
  readonly kind: 'indicator'
  readonly id: string
  readonly label: string
  readonly weight: Decimal
  readonly indicator: Indicator
  readonly policies: Policies
}

export interface PlannedBlock {
  readonly kind: 'block'
  readonly id: string
  readonly label: string
  readonly weight: Decimal
  readonly children: readonly PlannedNode[]
}

export type PlannedNode = PlannedIndicator | PlannedBlock

export interface Plan {
  readonly version: SchemeVersion
  readonly full: Decimal
  readonly nodes: readonly PlannedNode[]
  /** In the order of the tree. */
  readonly indicators: readonly PlannedIndicator[]
}

export interface PlanFault {
  readonly code: 'weight-missing' | 'weights-not-full' | 'no-such-block' | 'duplicate' | 'target-missing' | 'block-empty'
  /** Ids from the root. */
  readonly at: readonly string[]
  readonly details: Readonly<Record<string, string>>
}

export type Planned = { readonly plan: Plan } | { readonly faults: readonly PlanFault[] }

/** All faults at once, so that people fix in one go. */
export function planOf(version: SchemeVersion, goals: GoalsVersion | null): Planned {
  const planner = new Planner(version, goals)
  const nodes = version.tree.map((node) => planner.node(node, []))
  planner.finish(nodes)
  if (planner.faults.length > 0) return { faults: planner.faults }
  const known = nodes.filter((node) => node !== null)
  return { plan: { version, full: decimal(version.full), nodes: known, indicators: known.flatMap(indicatorsOf) } }
}

export function indicatorsOf(node: PlannedNode): readonly PlannedIndicator[] {
  return node.kind === 'indicator' ? [node] : node.children.flatMap(indicatorsOf)
}

class Planner {
  readonly faults: PlanFault[] = []
  readonly #version: SchemeVersion
  readonly #byBlock = new Map<string, GoalIndicator[]>()
  readonly #used = new Set<string>()
  readonly #seen = new Set<string>()

  constructor(version: SchemeVersion, goals: GoalsVersion | null) {
    this.#version = version
    for (const goal of goals?.indicators ?? []) this.#byBlock.set(goal.block, [...(this.#byBlock.get(goal.block) ?? []), goal])
  }

  node(node: SchemeNode, above: readonly string[]): PlannedNode | null {
    const at = [...above, node.id]
    if (this.#seen.has(node.id)) this.#fault('duplicate', at)
    this.#seen.add(node.id)
    return node.kind === 'block' ? this.#block(node, at) : this.#indicator(node, at)
  }

  finish(nodes: readonly (PlannedNode | null)[]): void {
    for (const block of this.#byBlock.keys()) if (!this.#used.has(block)) this.#fault('no-such-block', [block])
    const known = nodes.filter((node) => node !== null)
    if (known.length === nodes.length) this.#isFull(known, this.#version.full, [])
  }

  #block(block: Block, at: readonly string[]): PlannedBlock | null {
    const goals = block.takesGoals ? (this.#byBlock.get(block.id) ?? []) : []
    if (block.takesGoals) this.#used.add(block.id)
    const own = block.children.map((child) => this.node(child, at))
    const added = goals.map((goal) => this.node(indicatorOf(goal), at))
    const children = [...own, ...added].filter((child) => child !== null)
    if (children.length < own.length + added.length) return null
    if (children.length === 0) return this.#fault('block-empty', at)
    if (block.weight !== null && !this.#isFull(children, block.weight, at)) return null
    return { kind: 'block', id: block.id, label: block.label, weight: weightOf(children), children }
  }

  /** The goals may set the points and the target of an indicator that the scheme leaves open. */
  #indicator(given: Indicator, at: readonly string[]): PlannedIndicator | null {
    const goal = this.#byBlock.get(given.id)?.find(({ id }) => id === given.id)
    if (goal !== undefined) this.#used.add(given.id)
    const indicator: Indicator = { ...given, weight: given.weight ?? goal?.weight ?? null, target: given.target ?? goal?.target ?? null }
    if (indicator.weight === null) return this.#fault('weight-missing', at)
    if (indicator.target === null && asksForTarget(indicator)) return this.#fault('target-missing', at)
    const policies = { ...this.#version.policies, ...indicator.policies }
    return { kind: 'indicator', id: given.id, label: given.label, weight: decimal(indicator.weight), indicator, policies }
  }

  #isFull(children: readonly PlannedNode[], weight: string, at: readonly string[]): boolean {
    const sum = weightOf(children)
    if (compare(sum, decimal(weight)) === 0) return true
    this.#fault('weights-not-full', at, { sum: formatDecimal(sum), weight })
    return false
  }

  #fault(code: PlanFault['code'], at: readonly string[], details: PlanFault['details'] = {}): null {
    this.faults.push({ code, at, details })
    return null
  }
}

/** Bonus points stand beside the tree. */
function weightOf(nodes: readonly PlannedNode[]): Decimal {
  return nodes.filter((node) => node.kind === 'block' || !node.indicator.isBonus).reduce((sum, { weight }) => add(sum, weight), ZERO)
}

function asksForTarget({ curve, measure }: Indicator): boolean {
  if (measure.kind === 'days-late') return false
  switch (curve.curve) {
    case 'ratio':
    case 'threshold':
    case 'deduct':
      return true
    case 'linear':
      return curve.knots.some(({ of }) => of === 'target')
    default:
      return false
  }
}

/** A goal as an indicator of the tree. */
export function indicatorOf({ id, label, weight, target, measure, curve }: GoalIndicator): Indicator {
  return {
    kind: 'indicator',
    id,
    label,
    weight,
    measure,
    target,
    curve,
    alternatives: [],
    policies: {},
    isBonus: false,
    note: null,
    source: null,
  }
}
