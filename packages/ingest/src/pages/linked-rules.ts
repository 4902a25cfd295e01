/** Rules that cross or touch belong to one drawing: a table, a frame, a chart. */
import type { Across, Down, Rules } from './page.ts'

/** Points that two rules may miss each other by. */
const REACH = 3
/** More merged rules than this on one page are a map or a pattern, no table: the work grows with the crossings. */
const MOST = 1_500

/** Groups of rules with at least two in each direction. */
export function linkedRules({ across, down }: Rules): readonly Rules[] {
  if (across.length < 2 || down.length < 2 || across.length > MOST || down.length > MOST) return []
  const upright = [...down].sort((a, b) => a.x - b.x)
  const groups = new Groups(across.length + upright.length)
  for (const [i, rule] of across.entries()) {
    for (let j = firstFrom(upright, rule.x1 - REACH); j < upright.length; j++) {
      const other = upright[j] as Down
      if (other.x > rule.x2 + REACH) break
      if (other.y1 - REACH <= rule.y && rule.y <= other.y2 + REACH) groups.join(i, across.length + j)
    }
  }
  const found = new Map<number, { across: Across[]; down: Down[] }>()
  const groupOf = (member: number) => {
    const root = groups.rootOf(member)
    const known = found.get(root) ?? { across: [], down: [] }
    found.set(root, known)
    return known
  }
  for (const [i, rule] of across.entries()) groupOf(i).across.push(rule)
  for (const [j, rule] of upright.entries()) groupOf(across.length + j).down.push(rule)
  return [...found.values()].filter((group) => group.across.length >= 2 && group.down.length >= 2)
}

function firstFrom(sorted: readonly Down[], x: number): number {
  let [low, high] = [0, sorted.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((sorted[middle] as Down).x < x) low = middle + 1
    else high = middle
  }
  return low
}

/** Which members are joined, directly or by others. */
export class Groups {
  readonly #parent: Int32Array

  constructor(size: number) {
    this.#parent = Int32Array.from({ length: size }, (_, i) => i)
  }

  rootOf(member: number): number {
    const parent = this.#parent
    let at = member
    while (parent[at] !== at) {
      parent[at] = parent[parent[at] as number] as number
      at = parent[at] as number
    }
    return at
  }

  join(a: number, b: number): void {
    const [low, high] = [this.rootOf(a), this.rootOf(b)].sort((x, y) => x - y) as [number, number]
    this.#parent[high] = low
  }
}
