/** A version of a scheme with something changed, to try out: weights, targets, curves and policies by the id of the indicator. */
import type { Block, Indicator, Policies, SchemeNode, SchemeVersion, TargetText } from '../scheme/scheme.ts'
import type { Curve } from '../scoring/curve.ts'

export type SchemeChange =
  | { readonly kind: 'weight'; readonly id: string; readonly weight: string }
  | { readonly kind: 'target'; readonly id: string; readonly target: TargetText | null }
  | { readonly kind: 'curve'; readonly id: string; readonly curve: Curve }
  | { readonly kind: 'policies'; readonly policies: Partial<Policies> }

/** Ids that are not in the scheme come back as unknown. Whether the points still add up is told by `planOf`. */
export function changedVersion(
  version: SchemeVersion,
  changes: readonly SchemeChange[],
): { readonly version: SchemeVersion; readonly unknown: readonly string[] } {
  const used = new Set<SchemeChange>()
  const changed = (node: SchemeNode): SchemeNode => {
    const own = changes.filter((change) => change.kind !== 'policies' && change.id === node.id)
    if (node.kind === 'block') {
      const weights = own.filter((change) => change.kind === 'weight')
      for (const change of weights) used.add(change)
      const block: Block = { ...node, weight: weights.at(-1)?.weight ?? node.weight, children: node.children.map(changed) }
      return block
    }
    let indicator: Indicator = node
    for (const change of own) {
      used.add(change)
      if (change.kind === 'weight') indicator = { ...indicator, weight: change.weight }
      else if (change.kind === 'target') indicator = { ...indicator, target: change.target }
      else if (change.kind === 'curve') indicator = { ...indicator, curve: change.curve }
    }
    return indicator
  }
  const tree = version.tree.map(changed)
  let policies: Policies = version.policies
  for (const change of changes) if (change.kind === 'policies') policies = { ...policies, ...change.policies }
  const unknown = changes.flatMap((change) => (change.kind === 'policies' || used.has(change) ? [] : [change.id]))
  return { version: { ...version, tree, policies }, unknown }
}
