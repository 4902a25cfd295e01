/** 单位名录: read as a year's tree, changed one by one, by a sheet, or by a recorded change. Every change derives the years anew. */
import { type Organisation, type OrganisationChange, type OrganisationHistory, Refusal } from '@jiheng/contract'
import { type Change, type OrganisationData, organisationOf } from '@jiheng/evaluation'
import { changedBy } from '../journal/changed-by.ts'
import { byViewer, record } from '../journal/record.ts'
import { holdingOver, needEverywhere } from '../queries/people/beyond-own.ts'
import { lockRegion } from '../queries/regions.ts'
import { dayIn } from '../queries/viewers.ts'
import { reachOf } from '../viewer.ts'
import type { Work } from '../work.ts'
import { sayFault } from './fault-words.ts'
import { dayBefore } from './from-year.ts'
import { rebuildYears } from './rebuild-years.ts'
import { insertUnit, type KnownUnit, readChanges, readOrganisation, readUnit, updateUnit } from './units.ts'

/** Everybody who is signed in: the list of units is no secret inside a region. */
export async function listOrganisations(work: Work, asked: number | undefined): Promise<{ year: number; items: Organisation[] }> {
  const { db, now, viewer } = work
  const today = dayIn(now)
  const year = asked ?? Number(today.slice(0, 4))
  const rows = await db
    .selectFrom('organisation_years as y')
    .innerJoin('organisations as o', (join) => join.onRef('o.region_id', '=', 'y.region_id').onRef('o.id', '=', 'y.organisation_id'))
    .select([
      'y.organisation_id',
      'y.name',
      'y.code',
      'y.parent_id',
      'o.kind',
      'o.aliases',
      'o.is_bureau',
      'o.is_government',
      'o.to_day',
      'o.version',
    ])
    .where('y.region_id', '=', viewer.regionId)
    .where('y.year', '=', year)
    .orderBy('y.position')
    .execute()
  // Of a year that is over: whether it was still there at its end.
  const day = today < `${year}-12-31` ? today : `${year}-12-31`
  const items = rows.map((row) => ({
    id: row.organisation_id,
    kind: row.kind,
    code: row.code,
    name: row.name,
    aliases: [...row.aliases],
    parent: row.parent_id,
    isBureau: row.is_bureau,
    isGovernment: row.is_government,
    isActive: row.to_day === null || row.to_day >= day,
    version: row.version,
  }))
  return { year, items }
}

export async function organisationHistory(
  work: Work,
  id: string,
): Promise<{ organisation: OrganisationHistory; changes: OrganisationChange[] }> {
  const unit = await unitIn(work, id)
  const changes = await readChanges(work, work.viewer.regionId)
  const own = changes.filter(({ before, after }) => before.includes(id) || after.includes(id))
  return { organisation: historyOf(unit), changes: own.map(written) }
}

type Writable = Omit<OrganisationHistory, 'id' | 'version'>

/** Refuses with organisation.faults, telling the first of all. */
export async function createOrganisation(work: Work, given: Writable): Promise<OrganisationHistory> {
  const { viewer, newId } = work
  needEverywhere(work, 'organisation.manage')
  await lockRegion(work, viewer.regionId)
  const unit: KnownUnit = { ...given, id: newId(), region: viewer.regionId, version: 0 }
  const before = await refuseFaults(work, unit)
  await insertUnit(work, unit)
  await rebuildYears(work, viewer.regionId, before)
  await record(work, 'organisation.created', { ...byViewer(viewer), subject: subjectOf(unit), details: { name: nameOf(unit) } })
  return historyOf(unit)
}

/**
 * Refuses with thing.not-found, thing.changed, organisation.faults. Who manages a part of the region changes names, codes and
 * short names there; where an organisation stands decides who sees what, and is for who manages the whole.
 */
export async function changeOrganisation(
  work: Work,
  id: string,
  { version, ...given }: Writable & { readonly version: number },
): Promise<OrganisationHistory> {
  const { viewer } = work
  await lockRegion(work, viewer.regionId)
  const before = await unitIn(work, id)
  if (!(await holdingOver(work, id))('organisation.manage')) throw new Refusal('thing.not-found')
  const unit: KnownUnit = { ...before, ...given, version }
  if (!reachOf(viewer, 'organisation.manage').everywhere && placeOf(before) !== placeOf(unit)) needEverywhere(work, 'organisation.manage')
  const all = await refuseFaults(work, unit)
  if (!(await updateUnit(work, unit))) throw await changedBy(work, id)
  await rebuildYears(work, viewer.regionId, all)
  await record(work, 'organisation.changed', { ...byViewer(viewer), subject: subjectOf(unit), details: { name: nameOf(unit) } })
  return historyOf({ ...unit, version: version + 1 })
}

const placeOf = ({ kind, parents, from, to, isBureau, isGovernment }: KnownUnit): string =>
  JSON.stringify([kind, parents.map(({ value, from: since, to: until }) => [value, since, until]), from, to, isBureau, isGovernment])

const kinds = { merge: '合并', split: '拆分', move: '划转', rename: '更名' } as const

/** Those that were before and are not after end on the day before. Refuses with organisation.faults. */
export async function recordChange(work: Work, change: OrganisationChange): Promise<OrganisationChange> {
  const { db, now, newId, viewer } = work
  needEverywhere(work, 'organisation.manage')
  await lockRegion(work, viewer.regionId)
  const data = await readOrganisation(work, viewer.regionId)
  refuse({ units: data.units, changes: [...data.changes, change] })
  await db
    .insertInto('organisation_changes')
    .values({
      region_id: viewer.regionId,
      id: newId(),
      kind: change.kind,
      day: change.day,
      before: JSON.stringify(change.before),
      after: JSON.stringify(change.after),
      takes_over: change.takesOver,
      document: change.document,
      created_at: now,
    })
    .execute()
  for (const id of change.before) {
    if (!change.after.includes(id)) await endBefore(work, await unitIn(work, id), change.day)
  }
  refuse(await readOrganisation(work, viewer.regionId))
  await rebuildYears(work, viewer.regionId, data.units)
  const details = { kind: kinds[change.kind], document: change.document }
  await record(work, 'organisation.change-recorded', {
    ...byViewer(viewer),
    subject: { kind: 'organisation', id: change.takesOver },
    details,
  })
  return change
}

async function endBefore(work: Work, unit: KnownUnit, day: string): Promise<void> {
  if (unit.to !== null && unit.to < day) return
  await updateUnit(work, { ...unit, to: dayBefore(day) })
}

/** The list as it is without the change. */
async function refuseFaults(work: Work, unit: KnownUnit): Promise<OrganisationData['units']> {
  const { units, changes } = await readOrganisation(work, work.viewer.regionId)
  refuse({ units: [...units.filter(({ id }) => id !== unit.id), unit], changes })
  return units
}

/** All faults are found at once; the first is worded. */
function refuse(data: OrganisationData): void {
  const checked = organisationOf(data)
  if (!('faults' in checked)) return
  const [first] = checked.faults
  if (first === undefined) return
  const name = (id: string) => data.units.find((unit) => unit.id === id)?.names.at(-1)?.value ?? id
  throw new Refusal('organisation.faults', { details: { count: checked.faults.length, first: sayFault(first, name) } })
}

async function unitIn(work: Work, id: string): Promise<KnownUnit> {
  const unit = await readUnit(work, work.viewer.regionId, id)
  if (unit === null) throw new Refusal('thing.not-found')
  return unit
}

const nameOf = ({ names }: KnownUnit): string => names.at(-1)?.value ?? ''
const subjectOf = ({ id }: KnownUnit) => ({ kind: 'organisation', id })
const dated = (list: OrganisationHistory['names']) => list.map(({ value, from, to }) => ({ value, from, to }))

const historyOf = (unit: KnownUnit): OrganisationHistory => ({
  id: unit.id,
  kind: unit.kind,
  isBureau: unit.isBureau,
  isGovernment: unit.isGovernment,
  names: dated([...unit.names]),
  codes: dated([...unit.codes]),
  aliases: [...unit.aliases],
  parents: dated([...unit.parents]),
  from: unit.from,
  to: unit.to,
  version: unit.version,
})

const written = (change: Change): OrganisationChange => ({ ...change, before: [...change.before], after: [...change.after] })
