/** 单位名录 as rows: those in sight of a tree that is open here and shut there, or those that were looked for. */
import type { Organisation } from '@jiheng/contract'
import { isNamed } from '../../api/use-organisations.ts'

export interface TreeRow {
  readonly organisation: Organisation
  readonly depth: number
  readonly hasChildren: boolean
  readonly isOpen: boolean
  /** The words looked for stand here; false: only shown because something below it was found. */
  readonly isFound: boolean
}

/** `items` in the order of the tree, as the server gives them. With words everything found is shown, with what stands above it. */
export function treeRows(items: readonly Organisation[], isOpen: (id: string) => boolean, words: string): readonly TreeRow[] {
  const byId = new Map(items.map((one) => [one.id, one]))
  const parents = new Set(items.map(({ parent }) => parent))
  const found = words === '' ? null : new Set(items.filter((one) => isNamed(one, words)).map(({ id }) => id))
  const shown = found === null ? null : new Set([...found].flatMap((id) => [id, ...above(id, byId)]))
  return items.flatMap((organisation) => {
    const line = above(organisation.id, byId)
    const isShown = shown === null ? line.every(isOpen) : shown.has(organisation.id)
    if (!isShown) return []
    const hasChildren = parents.has(organisation.id)
    return [
      {
        organisation,
        depth: line.length,
        hasChildren,
        isOpen: hasChildren && (shown !== null || isOpen(organisation.id)),
        isFound: found === null || found.has(organisation.id),
      },
    ]
  })
}

/** Ids from the one above up to the department. */
function above(id: string, byId: ReadonlyMap<string, Organisation>): readonly string[] {
  const line: string[] = []
  for (let at = byId.get(id)?.parent ?? null; at !== null && !line.includes(at); at = byId.get(at)?.parent ?? null) line.push(at)
  return line
}
