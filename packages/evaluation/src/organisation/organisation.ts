/** Departments and units by year: who existed, what it was called, who stood below whom, and who evaluates for those that are gone. */
import { firstDayOf, holdsOn, lastDayOf, valueAt } from './dated.ts'
import { type OrganisationFault, organisationFaults } from './organisation-faults.ts'
import type { Change, OrganisationData, OrganisationUnit } from './organisation-unit.ts'

export interface Organisation {
  readonly units: ReadonlyMap<string, OrganisationUnit>
  readonly changes: readonly Change[]
}

/** All faults at once; nothing is asked of an organisation that has one. */
export function organisationOf(
  data: OrganisationData,
): { readonly organisation: Organisation } | { readonly faults: readonly OrganisationFault[] } {
  const faults = organisationFaults(data)
  if (faults.length > 0) return { faults }
  const changes = data.changes.toSorted((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0))
  return { organisation: { units: new Map(data.units.map((unit) => [unit.id, unit])), changes } }
}

/** The unit if it existed on any day of the budget year. */
export function unitAt({ units }: Organisation, id: string, year: number): OrganisationUnit | null {
  const unit = units.get(id)
  return unit !== undefined && existsIn(unit, year) ? unit : null
}

const existsIn = ({ from, to }: OrganisationUnit, year: number): boolean =>
  from <= lastDayOf(year) && (to === null || firstDayOf(year) <= to)

/** What it was called on that day. */
export function nameAt({ units }: Organisation, id: string, day: string): string | null {
  const unit = units.get(id)
  return unit === undefined ? null : valueAt(unit.names, day)
}

export function codeAt({ units }: Organisation, id: string, day: string): string | null {
  const unit = units.get(id)
  return unit === undefined ? null : valueAt(unit.codes, day)
}

/** Straight below it on that day, in the order of the data; the 本级 is one of them. */
export function childrenAt({ units }: Organisation, id: string, day: string): readonly OrganisationUnit[] {
  return [...units.values()].filter((unit) => holdsOn(unit, day) && valueAt(unit.parents, day) === id)
}

/** All below it, level by level. */
export function membersAt(organisation: Organisation, id: string, day: string): readonly OrganisationUnit[] {
  const children = childrenAt(organisation, id, day)
  return [...children, ...children.flatMap((child) => membersAt(organisation, child.id, day))]
}

/** The department that it belongs to on that day; itself if it is one; null for what belongs to none. */
export function departmentOf({ units }: Organisation, id: string, day: string): OrganisationUnit | null {
  for (let unit = units.get(id); unit !== undefined; ) {
    if (unit.kind === 'department') return unit
    const parent = valueAt(unit.parents, day)
    unit = parent === null ? undefined : units.get(parent)
  }
  return null
}

/** Who answers on `day` for what the unit has spent: itself, or whoever took over since. null when it is gone and nobody did. */
export function evaluatorOf({ units, changes }: Organisation, id: string, day: string): OrganisationUnit | null {
  const unit = units.get(id)
  if (unit === undefined) return null
  if (unit.to === null || day <= unit.to) return unit
  const change = changes.find(({ before, takesOver, day: since }) => before.includes(id) && takesOver !== id && since <= day)
  return change === undefined ? null : evaluatorOf({ units, changes }, change.takesOver, day)
}

/** Whose work it evaluates on `day` besides its own. */
export function takenOverBy(organisation: Organisation, id: string, day: string): readonly OrganisationUnit[] {
  return [...organisation.units.values()].filter((unit) => unit.id !== id && evaluatorOf(organisation, unit.id, day)?.id === id)
}

/** Whether it can be held against the year before. Where it cannot, a change from last year is not applicable. */
export const hasYearBefore = (organisation: Organisation, id: string, year: number): boolean => unitAt(organisation, id, year - 1) !== null

export interface NamedUnit {
  readonly unit: OrganisationUnit
  /** By a name that it no longer has. */
  readonly isFormer: boolean
}

/** Everybody who is or was called so, by full name or alias; those that are called so on the day come first. */
export function unitsNamed({ units }: Organisation, name: string, day: string): readonly NamedUnit[] {
  const wanted = withoutBlanks(name)
  const found = [...units.values()].flatMap((unit): readonly NamedUnit[] => {
    const isNow = [valueAt(unit.names, day) ?? '', ...unit.aliases].some((one) => withoutBlanks(one) === wanted)
    if (isNow && holdsOn(unit, day)) return [{ unit, isFormer: false }]
    return isNow || unit.names.some(({ value }) => withoutBlanks(value) === wanted) ? [{ unit, isFormer: true }] : []
  })
  return found.toSorted((a, b) => Number(a.isFormer) - Number(b.isFormer))
}

const withoutBlanks = (text: string): string => text.replace(/\s+/g, '').replaceAll('(', '（').replaceAll(')', '）')
