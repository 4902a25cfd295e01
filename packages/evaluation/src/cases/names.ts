/** Names in cases: a label as officers print it, or an id; of two alike, with the block before it: 投入管理/预算执行率. */
import type { ItemCatalogue } from '../facts/item.ts'
import type { GoalIndicator } from '../goals/approved-goals.ts'
import type { Block, Indicator, SchemeNode, SchemeVersion } from '../scheme/scheme.ts'

export type Named =
  | { readonly kind: 'item'; readonly id: string; readonly unit: string }
  | { readonly kind: 'indicator'; readonly id: string; readonly indicator: Pick<Indicator, 'measure' | 'curve'> }
  | { readonly kind: 'block'; readonly id: string; readonly block: Block }

export class Names {
  readonly #byName = new Map<string, Named[]>()

  constructor(items: ItemCatalogue, version: SchemeVersion | null, goals: readonly GoalIndicator[]) {
    for (const { id, label, unit } of items.values()) this.#add([id, label], { kind: 'item', id, unit })
    const labels = new Map<string, readonly string[]>()
    const visit = (node: SchemeNode, above: readonly string[]): void => {
      labels.set(node.id, [...above, node.label])
      const paths = above.map((label) => `${label}/${node.label}`)
      if (node.kind === 'indicator') this.#add([node.id, node.label, ...paths], { kind: 'indicator', id: node.id, indicator: node })
      else {
        this.#add([node.id, node.label, ...paths], { kind: 'block', id: node.id, block: node })
        for (const child of node.children) visit(child, [...above, node.label])
      }
    }
    for (const node of version?.tree ?? []) visit(node, [])
    for (const goal of goals) {
      if (goal.block === goal.id) continue
      const paths = (labels.get(goal.block) ?? []).map((label) => `${label}/${goal.label}`)
      this.#add([goal.id, goal.label, ...paths], { kind: 'indicator', id: goal.id, indicator: goal })
    }
  }

  /** What facts can be about. An indicator that is measured by a figure of the same name stands behind the item. */
  subject(name: string): Named | 'ambiguous' | null {
    return this.#only(name, ({ kind }) => kind !== 'block')
  }

  node(name: string): Named | 'ambiguous' | null {
    return this.#only(name, ({ kind }) => kind !== 'item')
  }

  #only(name: string, isAsked: (named: Named) => boolean): Named | 'ambiguous' | null {
    const found = (this.#byName.get(name.trim()) ?? []).filter(isAsked)
    const [first] = found.filter(({ id }) => id === name.trim()).concat(found)
    if (first === undefined) return null
    const isClear = new Set(found.map(({ kind, id }) => `${kind} ${id}`)).size === 1 || first.id === name.trim()
    return isClear ? first : 'ambiguous'
  }

  #add(names: readonly string[], named: Named): void {
    for (const name of new Set(names)) this.#byName.set(name, [...(this.#byName.get(name) ?? []), named])
  }
}
