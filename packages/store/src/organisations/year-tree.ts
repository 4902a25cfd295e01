/** The list of organisations in one year, as a tree in the order in which it is shown. */
import { type OrganisationUnit, valueAt } from '@jiheng/evaluation'

export interface YearEntry {
  readonly id: string
  readonly name: string
  readonly code: string | null
  readonly parent: string | null
}

export interface YearTree {
  /** Each department with all below it, by code, then by name. */
  readonly entries: readonly YearEntry[]
  /** An organisation, and itself or one above it. */
  readonly pairs: readonly { readonly above: string; readonly below: string }[]
}

/** Who existed on any day of the year, as it was on its last day in that year. Nothing may stand above itself: organisationFaults() has seen to it. */
export function yearTree(units: readonly OrganisationUnit[], year: number): YearTree {
  const there = units.filter(({ from, to }) => from <= `${year}-12-31` && (to === null || `${year}-01-01` <= to))
  const ids = new Set(there.map(({ id }) => id))
  const entries = there.map((unit) => entryOf(unit, year, ids)).toSorted(inOrder)
  const children = byParent(entries)
  const ordered: YearEntry[] = []
  const pairs: { above: string; below: string }[] = []
  const visit = (entry: YearEntry, above: readonly string[]): void => {
    ordered.push(entry)
    const line = [...above, entry.id]
    for (const one of line) pairs.push({ above: one, below: entry.id })
    for (const child of children.get(entry.id) ?? []) visit(child, line)
  }
  for (const entry of children.get(null) ?? []) visit(entry, [])
  return { entries: ordered, pairs }
}

function entryOf({ id, names, codes, parents, to }: OrganisationUnit, year: number, there: ReadonlySet<string>): YearEntry {
  const day = to !== null && to < `${year}-12-31` ? to : `${year}-12-31`
  const parent = valueAt(parents, day)
  return {
    id,
    name: valueAt(names, day) ?? names.at(-1)?.value ?? '',
    code: valueAt(codes, day),
    parent: parent !== null && there.has(parent) ? parent : null,
  }
}

function inOrder(a: YearEntry, b: YearEntry): number {
  if (a.code !== b.code) return a.code === null ? 1 : b.code === null ? -1 : a.code < b.code ? -1 : 1
  return a.name < b.name ? -1 : a.name > b.name ? 1 : a.id < b.id ? -1 : 1
}

function byParent(entries: readonly YearEntry[]): ReadonlyMap<string | null, readonly YearEntry[]> {
  const groups = new Map<string | null, YearEntry[]>()
  for (const entry of entries) {
    const group = groups.get(entry.parent)
    if (group === undefined) groups.set(entry.parent, [entry])
    else group.push(entry)
  }
  return groups
}
