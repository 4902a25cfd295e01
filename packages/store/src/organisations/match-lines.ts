/** Which organisation each line of a sheet is about, and which stands above it. Where two could be meant, neither is taken. */
import { valueAt } from '@jiheng/evaluation'
import { organisationHeads } from '@jiheng/report'
import type { SheetFault, SheetLine } from './sheet-lines.ts'
import type { KnownUnit } from './units.ts'
import { type YearEntry, yearTree } from './year-tree.ts'

export interface Matches {
  /** Lines that are in no entry are new. */
  readonly matched: ReadonlyMap<SheetLine, KnownUnit>
  /** Another line, or an organisation that is there already. */
  readonly parentOf: ReadonlyMap<SheetLine, SheetLine | KnownUnit>
  readonly faults: readonly SheetFault[]
}

const [codeHead, nameHead, parentHead] = [organisationHeads.code[0], organisationHeads.name[0], organisationHeads.parent[0]] as [
  string,
  string,
  string,
]

export function matchLines(lines: readonly SheetLine[], units: readonly KnownUnit[], year: number): Matches {
  const faults: SheetFault[] = []
  const known = index(units, yearTree(units, year).entries)
  const unborn = index(units, later(units, year))
  const matched = new Map<SheetLine, KnownUnit>()
  const taken = new Map<string, SheetLine>()
  const written = writtenIn(lines, faults)
  for (const line of lines) {
    const unit = unitFor(line, known, faults) ?? unitFor(line, unborn, faults)
    if (unit === null) continue
    const other = taken.get(unit.id)
    if (other !== undefined) faults.push({ row: line.row, column: nameHead, message: `与第 ${other.row} 行是同一个单位。` })
    taken.set(unit.id, line)
    matched.set(line, unit)
  }
  const parentOf = new Map<SheetLine, SheetLine | KnownUnit>()
  for (const line of lines) {
    if (line.parent === null) continue
    const parent = parentFor(line.parent, written, known)
    if (typeof parent === 'string') faults.push({ row: line.row, column: parentHead, message: parent })
    else parentOf.set(line, parent)
  }
  return { matched, parentOf, faults }
}

interface Index {
  readonly byCode: ReadonlyMap<string, KnownUnit>
  readonly byName: ReadonlyMap<string, readonly KnownUnit[]>
}

type Called = Pick<YearEntry, 'id' | 'code' | 'name'>

function index(units: readonly KnownUnit[], called: readonly Called[]): Index {
  const byId = new Map(units.map((unit) => [unit.id, unit]))
  const byCode = new Map<string, KnownUnit>()
  const byName = new Map<string, KnownUnit[]>()
  for (const { id, code, name } of called) {
    const unit = byId.get(id) as KnownUnit
    if (code !== null) byCode.set(code, unit)
    byName.set(name, [...(byName.get(name) ?? []), unit])
  }
  return { byCode, byName }
}

/** What is only known since a later year, as it is called since then: an older list is about the same organisations. */
const later = (units: readonly KnownUnit[], year: number): readonly Called[] =>
  units
    .filter(({ from }) => from > `${year}-12-31`)
    .map(({ id, from, codes, names }) => ({ id, code: valueAt(codes, from), name: valueAt(names, from) ?? '' }))

function unitFor({ row, code, name, formerNames }: SheetLine, { byCode, byName }: Index, faults: SheetFault[]): KnownUnit | null {
  const coded = code === null ? undefined : byCode.get(code)
  if (coded !== undefined) return coded
  for (const one of [name, ...formerNames]) {
    const named = byName.get(one) ?? []
    if (named.length > 1) {
      faults.push({ row, column: nameHead, message: `名录里有 ${named.length} 个“${one}”，请填写编码。` })
      return null
    }
    if (named[0] !== undefined) return named[0]
  }
  return null
}

interface Written {
  readonly byCode: ReadonlyMap<string, SheetLine>
  readonly byName: ReadonlyMap<string, readonly SheetLine[]>
}

function writtenIn(lines: readonly SheetLine[], faults: SheetFault[]): Written {
  const byCode = new Map<string, SheetLine>()
  const byName = new Map<string, SheetLine[]>()
  for (const line of lines) {
    const { row, code, name } = line
    const same = code === null ? undefined : byCode.get(code)
    if (same !== undefined) faults.push({ row, column: codeHead, message: `编码“${code}”与第 ${same.row} 行重复。` })
    if (code !== null) byCode.set(code, line)
    const namesakes = byName.get(name) ?? []
    if (namesakes.length > 0 && code === null)
      faults.push({ row, column: nameHead, message: `“${name}”与第 ${namesakes[0]?.row} 行重复，请填写编码。` })
    byName.set(name, [...namesakes, line])
  }
  return { byCode, byName }
}

/** A text says what is wrong. */
function parentFor(text: string, written: Written, known: Index): SheetLine | KnownUnit | string {
  const coded = written.byCode.get(text) ?? known.byCode.get(text)
  if (coded !== undefined) return coded
  for (const found of [written.byName.get(text) ?? [], known.byName.get(text) ?? []]) {
    if (found.length > 1) return `有 ${found.length} 个“${text}”，请填写上级的编码。`
    if (found[0] !== undefined) return found[0]
  }
  return `没有找到上级“${text}”，请先加上这个单位，或核对编码。`
}
