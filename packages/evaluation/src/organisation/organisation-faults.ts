/** What is wrong with an organisation, all at once. */
import { type DatedFault, datedFaults, isDay } from './dated.ts'
import type { Change, OrganisationData, OrganisationUnit } from './organisation-unit.ts'

export interface OrganisationFault {
  readonly code:
    | DatedFault
    | 'duplicate'
    | 'no-name'
    | 'unknown-parent'
    | 'parent-of-department'
    | 'no-department'
    | 'cycle'
    | 'unknown-unit'
    | 'nobody-takes-over'
    | 'wrong-count'
    | 'change-cycle'
  /** Id of the unit, and the field. */
  readonly at: readonly string[]
  readonly details: Readonly<Record<string, string>>
}

export function organisationFaults({ units, changes }: OrganisationData): readonly OrganisationFault[] {
  const faults: OrganisationFault[] = []
  const tell = (code: OrganisationFault['code'], at: readonly string[], details: OrganisationFault['details'] = {}): void => {
    faults.push({ code, at, details })
  }
  const byId = new Map<string, OrganisationUnit>()
  for (const unit of units) {
    if (byId.has(unit.id)) tell('duplicate', [unit.id])
    else byId.set(unit.id, unit)
  }
  for (const unit of units) checkUnit(unit, byId, tell)
  const taken = new Map<string, string>()
  for (const change of changes) {
    checkChange(change, byId, tell)
    for (const id of change.before) if (id !== change.takesOver && !taken.has(id)) taken.set(id, change.takesOver)
  }
  for (const start of taken.keys()) if (comesBack(start, (id) => taken.get(id) ?? null)) tell('change-cycle', [start])
  return faults
}

type TellFault = (code: OrganisationFault['code'], at: readonly string[], details?: OrganisationFault['details']) => void

function checkUnit(unit: OrganisationUnit, byId: ReadonlyMap<string, OrganisationUnit>, tell: TellFault): void {
  const { id, kind, names, codes, parents } = unit
  for (const fault of datedFaults([unit])) tell(fault, [id])
  for (const [field, list] of Object.entries({ names, codes, parents })) for (const fault of datedFaults(list)) tell(fault, [id, field])
  if (names.length === 0) tell('no-name', [id])
  if (kind === 'department' && parents.length > 0) tell('parent-of-department', [id])
  if ((kind === 'own-level' || kind === 'subordinate') && parents.length === 0) tell('no-department', [id])
  for (const { value } of parents) if (!byId.has(value)) tell('unknown-parent', [id, 'parents'], { parent: value })
  // Whatever the years: a unit that was ever above itself makes every sum over its subordinates endless.
  const seen = new Set<string>()
  const above = parents.map(({ value }) => value)
  for (let next = above.pop(); next !== undefined; next = above.pop()) {
    if (next === id) {
      tell('cycle', [id, 'parents'])
      return
    }
    if (seen.has(next)) continue
    seen.add(next)
    above.push(...(byId.get(next)?.parents ?? []).map(({ value }) => value))
  }
}

const COUNTS = { merge: [2, 1], split: [1, 2], move: [1, 1], rename: [1, 1] } as const

function checkChange(change: Change, byId: ReadonlyMap<string, OrganisationUnit>, tell: TellFault): void {
  const { kind, day, before, after, takesOver, document } = change
  const at = ['changes', document]
  if (!isDay(day)) tell('bad-day', at, { day })
  for (const id of [...before, ...after]) if (!byId.has(id)) tell('unknown-unit', at, { unit: id })
  const [least, leastAfter] = COUNTS[kind]
  if (before.length < least || after.length < leastAfter) tell('wrong-count', at, { kind })
  if (![...before, ...after].includes(takesOver)) tell('nobody-takes-over', at, { takesOver })
}

function comesBack(start: string, next: (id: string) => string | null): boolean {
  const seen = new Set<string>()
  for (let at = next(start); at !== null && !seen.has(at); at = next(at)) {
    if (at === start) return true
    seen.add(at)
  }
  return false
}
