/**
 * What a filled sheet makes of the list of organisations in one year. Lines are matched by code, then by name; a name, code or
 * parent that differs begins with the year, and what held before is kept. Organisations that the sheet does not name stay as they are.
 */
import { type Change, type Dated, organisationOf } from '@jiheng/evaluation'
import { organisationHeads, organisationKinds } from '@jiheng/report'
import type { OrganisationKind } from '../tables.ts'
import { sayFault } from './fault-words.ts'
import { fromYear, sameValues } from './from-year.ts'
import { matchLines } from './match-lines.ts'
import type { ReadSheet, SheetFault, SheetLine } from './sheet-lines.ts'
import type { KnownUnit } from './units.ts'

export interface Planned {
  readonly row: number
  readonly what: 'add' | 'change' | 'same'
  readonly unit: KnownUnit
  readonly code: string | null
  readonly name: string
  /** In words: what is new. */
  readonly says: string
}

export interface ImportPlan {
  readonly lines: readonly Planned[]
  readonly faults: readonly SheetFault[]
}

export interface ImportTerms {
  readonly region: string
  readonly year: number
  readonly newId: () => string
  /** Since when an organisation has been there where the sheet does not say. */
  readonly usualFrom: string
  readonly units: readonly KnownUnit[]
  readonly changes: readonly Change[]
}

/** Faults of cells, between lines and of the whole are told at once. Nothing is to be written while there is any. */
export function planImport({ lines, faults: inCells, isWhole }: ReadSheet, terms: ImportTerms): ImportPlan {
  if (!isWhole) return { lines: [], faults: inCells }
  const { units, changes, year, newId } = terms
  const { matched, parentOf, faults: between } = matchLines(lines, units, year)
  const inCell = new Set(inCells.map(({ row, column }) => `${row} ${column}`))
  const known = [...inCells, ...between.filter(({ row, column }) => !inCell.has(`${row} ${column}`))]
  const ids = new Map(lines.map((line) => [line, matched.get(line)?.id ?? newId()]))
  const parents = new Map(lines.map((line) => [line, parentIn(parentOf.get(line) ?? null, ids)]))
  const planned = lines.map((line): Planned => {
    const unit = matched.get(line)
    const parent = parents.get(line) ?? null
    const next = unit === undefined ? newUnit(line, ids.get(line) as string, parent, terms) : changedUnit(unit, line, parent, year)
    const says = unit === undefined ? [`新增${organisationKinds[next.kind][0]}`] : differences(unit, next, line)
    const what = unit === undefined ? 'add' : says.length === 0 ? 'same' : 'change'
    return { row: line.row, what, unit: next, code: line.code, name: line.name, says: says.length === 0 ? '没有变化' : says.join('；') }
  })
  // A line that is not what was meant would be blamed for what follows from that.
  const blamed = new Set(known.map(({ row }) => row))
  const ofWhole = faultsOf(planned, units, changes).filter(({ row }) => row === null || !blamed.has(row))
  const faults = [...known, ...ofWhole].toSorted((a, b) => (a.row ?? 0) - (b.row ?? 0))
  return { lines: faults.length > 0 ? [] : planned, faults }
}

type Parent = SheetLine | KnownUnit

const parentIn = (parent: Parent | null, ids: ReadonlyMap<SheetLine, string>): string | null =>
  parent === null ? null : 'row' in parent ? (ids.get(parent) as string) : parent.id

function newUnit(line: SheetLine, id: string, parent: string | null, { region, usualFrom }: ImportTerms): KnownUnit {
  const from = line.from ?? usualFrom
  const always = (value: string | null): readonly Dated<string>[] => (value === null ? [] : [{ value, from, to: null }])
  return {
    id,
    region,
    kind: line.kind ?? likelyKind(line),
    isBureau: false,
    isGovernment: line.isGovernment ?? false,
    names: always(line.name),
    codes: always(line.code),
    aliases: [...new Set([...(line.aliases ?? []), ...line.formerNames])],
    parents: always(parent),
    from,
    to: line.to,
    version: 0,
  }
}

/** Where the column is empty: nobody above makes a department; 219001 below 219 is its own administration. */
function likelyKind({ code, name, parent }: SheetLine): OrganisationKind {
  if (parent === null) return 'department'
  return /(?:本级|机关)$/.test(name) || (code !== null && /^\d+$/.test(parent) && code === `${parent}001`) ? 'own-level' : 'subordinate'
}

function changedUnit(unit: KnownUnit, line: SheetLine, parent: string | null, year: number): KnownUnit {
  const kind = line.kind ?? unit.kind
  // An older list names it: it has been there longer than was known.
  const isOlder = unit.from > `${year}-12-31`
  const from = line.from ?? (isOlder ? `${year}-01-01` : unit.from)
  // What began with the organisation begins with it still.
  const moved = (list: readonly Dated<string>[]) => list.map((one) => (one.from === unit.from ? { ...one, from } : one))
  const said = (list: readonly Dated<string>[], value: string | null) => {
    if (value === null) return moved(list)
    return isOlder ? fromYear(list, value, Number(from.slice(0, 4)), from) : fromYear(moved(list), value, year, from)
  }
  const names = said(unit.names, line.name)
  const known = new Set([...names.map(({ value }) => value), ...(line.aliases ?? unit.aliases)])
  return {
    ...unit,
    kind,
    isGovernment: line.isGovernment ?? unit.isGovernment,
    names,
    codes: said(unit.codes, line.code),
    aliases: [...(line.aliases ?? unit.aliases), ...line.formerNames.filter((name) => !known.has(name))],
    // What stands above a department is a fault, and told as one.
    parents: kind === 'department' && parent === null ? [] : said(unit.parents, parent),
    from,
    to: line.to ?? unit.to,
  }
}

function differences(before: KnownUnit, after: KnownUnit, line: SheetLine): readonly string[] {
  const said: string[] = []
  const last = (list: readonly Dated<string>[]) => list.at(-1)?.value ?? '无'
  const changed = (what: string, was: readonly Dated<string>[], is: readonly Dated<string>[], value: string | null) => {
    if (sameValues(was, is)) return
    said.push(last(was) === last(is) ? `以前的${what}是“${value}”` : `${what}由“${last(was)}”改为“${value}”`)
  }
  changed('名称', before.names, after.names, line.name)
  changed('编码', before.codes, after.codes, line.code)
  if (!sameValues(before.parents, after.parents)) said.push(`上级改为“${line.parent ?? '无'}”`)
  if (before.kind !== after.kind) said.push(`类型由“${organisationKinds[before.kind][0]}”改为“${organisationKinds[after.kind][0]}”`)
  if (!sameSet(before.aliases, after.aliases)) said.push(`简称改为“${after.aliases.join('、')}”`)
  if (before.from !== after.from) said.push(`成立日期改为 ${after.from}`)
  if (before.to !== after.to) said.push(`撤销日期改为 ${after.to}`)
  if (before.isGovernment !== after.isGovernment) said.push(after.isGovernment ? '改为乡镇' : '不再是乡镇')
  return said
}

const sameSet = (a: readonly string[], b: readonly string[]): boolean => a.length === b.length && a.every((one) => b.includes(one))

/** Of the whole list as it would be; each with the row that it comes from. */
function faultsOf(planned: readonly Planned[], units: readonly KnownUnit[], changes: readonly Change[]): readonly SheetFault[] {
  const byId = new Map(planned.map((line) => [line.unit.id, line]))
  const all = [...units.filter(({ id }) => !byId.has(id)), ...planned.map(({ unit }) => unit)]
  const checked = organisationOf({ units: all, changes })
  if (!('faults' in checked)) return []
  const names = new Map(all.map(({ id, names: dated }) => [id, dated.at(-1)?.value ?? '']))
  return checked.faults.map((fault) => {
    const [id = '', field = ''] = fault.at
    const column = { names: organisationHeads.name, codes: organisationHeads.code, parents: organisationHeads.parent }[field]?.[0] ?? null
    return { row: byId.get(id)?.row ?? null, column, message: sayFault(fault, (one) => names.get(one) ?? one) }
  })
}
