/** The list of organisations from a sheet and back to one. */
import type { ImportOutcome } from '@jiheng/contract'
import { type OrganisationLine, organisationBook } from '@jiheng/report'
import { byViewer, record } from '../journal/record.ts'
import { needEverywhere } from '../queries/people/beyond-own.ts'
import { usualStart } from '../queries/people/set-up.ts'
import { lockRegion } from '../queries/regions.ts'
import { dayIn } from '../queries/viewers.ts'
import type { Work } from '../work.ts'
import { type Planned, planImport } from './plan-import.ts'
import { rebuildYears } from './rebuild-years.ts'
import type { ReadSheet, SheetFault } from './sheet-lines.ts'
import { insertUnits, type KnownUnit, readChanges, readUnits, updateUnit } from './units.ts'
import { yearTree } from './year-tree.ts'

const mostShown = 200

export interface ImportOrder {
  readonly year: number
  /** false: only says what would be. */
  readonly write: boolean
}

/** Writes all of it, or, where anything is wrong, nothing. */
export async function importOrganisations(work: Work, sheet: ReadSheet, { year, write }: ImportOrder): Promise<ImportOutcome> {
  const { newId, viewer } = work
  needEverywhere(work, 'organisation.manage')
  await lockRegion(work, viewer.regionId)
  const units = await readUnits(work, viewer.regionId)
  const changes = await readChanges(work, viewer.regionId)
  const plan = planImport(sheet, { region: viewer.regionId, year, newId, usualFrom: usualStart(year), units, changes })
  const isWritten = write && plan.faults.length === 0
  const outcome = outcomeOf(sheet.lines.length, plan.lines, plan.faults, isWritten)
  if (isWritten && outcome.added + outcome.changed > 0) {
    await insertUnits(
      work,
      plan.lines.flatMap(({ what, unit }) => (what === 'add' ? [unit] : [])),
    )
    for (const { what, unit } of plan.lines) if (what === 'change') await updateUnit(work, unit)
    await rebuildYears(work, viewer.regionId, units)
    const { added, changed } = outcome
    await record(work, 'organisation.imported', { ...byViewer(viewer), details: { year, added, changed } })
  }
  return outcome
}

/** What is new and what changes is shown before what stays. */
function outcomeOf(rows: number, lines: readonly Planned[], faults: readonly SheetFault[], isWritten: boolean): ImportOutcome {
  const count = (what: Planned['what']) => lines.filter((line) => line.what === what).length
  const ordered = [...lines.filter(({ what }) => what !== 'same'), ...lines.filter(({ what }) => what === 'same')]
  return {
    rows,
    added: count('add'),
    changed: count('change'),
    unchanged: count('same'),
    faults: faults.slice(0, mostShown),
    preview: ordered.slice(0, mostShown).map(({ row, code, name, what, says }) => ({ row, code, name, what, says })),
    isWritten,
  }
}

/** The list of a year as a workbook of the shape that is imported; of an empty list the form. */
export async function organisationSheet(work: Work, asked: number | undefined): Promise<{ year: number; bytes: Uint8Array }> {
  const year = asked ?? Number(dayIn(work.now).slice(0, 4))
  const units = await readUnits(work, work.viewer.regionId)
  return { year, bytes: await organisationBook(linesOf(units, year), { year }) }
}

export function linesOf(units: readonly KnownUnit[], year: number): readonly OrganisationLine[] {
  const byId = new Map(units.map((unit) => [unit.id, unit]))
  const { entries } = yearTree(units, year)
  const inYear = new Map(entries.map((entry) => [entry.id, entry]))
  return entries.map(({ id, name, code, parent }) => {
    const unit = byId.get(id) as KnownUnit
    const above = parent === null ? undefined : inYear.get(parent)
    return {
      code: code ?? '',
      name,
      kind: unit.kind,
      parent: above?.code ?? above?.name ?? '',
      aliases: unit.aliases,
      formerNames: unit.names
        .map(({ value }) => value)
        .filter((value, at, all) => value !== name && all.indexOf(value) === at && isBefore(unit, value, name)),
      from: unit.from,
      to: unit.to ?? '',
      isGovernment: unit.isGovernment,
    }
  })
}

/** What it is called later is no former name. */
const isBefore = ({ names }: KnownUnit, value: string, name: string): boolean =>
  names.findIndex((one) => one.value === value) < names.findLastIndex((one) => one.value === name)
