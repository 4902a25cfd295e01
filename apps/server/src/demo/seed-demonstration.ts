/** What a stranger finds on the first start: a county that is nowhere with its reports, and reports that were made public. Done once, on data that is new. */
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import {
  addDocuments,
  createRegion,
  type Ground,
  insertBatch,
  insertPresetRoles,
  insertSampleAccount,
  insertSampleChange,
  insertUnit,
  type Kept,
  keepFile,
  listRegions,
  rebuildYears,
  type Vault,
  writeLocalOnce,
} from '@jiheng/store'
import type { Container } from '../container.ts'
import { placed } from '../documents/file-name.ts'
import { bureauCode, changes, departments, type MadeUnit, region, since } from './county.ts'
import { scannedPage, sheetFile, wordFile } from './office-files.ts'
import { type MadeReport, madeReports } from './report-data.ts'
import { piecesOf } from './write-report.ts'

interface Sent {
  readonly name: string
  readonly kept: Kept
}

/** `reportsFolder`: public reports as they were published; null, or not there: only the made-up ones. False: the data is not new. */
export async function seedDemonstration(container: Container, reportsFolder: string | null): Promise<boolean> {
  const isNew = await container.transact(async (ground) => (await listRegions(ground)).length === 0)
  if (!isNew) return false
  const { vault } = container
  const own = new Map<number, readonly Sent[]>()
  for (const year of [2024, 2023]) own.set(year, await keepAll(vault, madeReports.filter((one) => one.year === year).map(fileOf)))
  const published = await keepAll(vault, await publishedReports(reportsFolder))
  const isSeeded = await container.transact(async (ground) => {
    // Another server on the same data may be as far.
    const mark = ground.newId()
    const written = (await writeLocalOnce(ground, 'demonstration', { mark })) as { readonly mark: string }
    if (written.mark !== mark) return false
    const { regionId, bureau } = await seedCounty(ground)
    const account = await insertSampleAccount(ground, regionId, '示例数据')
    // As if they had come in one after another: the newest stands first in every list.
    const batch = async (title: string, year: number, files: readonly Sent[], secondsAgo: number) => {
      const then = { ...ground, now: new Date(ground.now.getTime() - secondsAgo * 1000) }
      if (files.length > 0) await seedBatch(then, { regionId, bureau, account, title, year, files })
    }
    await batch('公开报告样例', 2022, published, 2)
    await batch('2023年度部门整体绩效自评（示例）', 2023, own.get(2023) ?? [], 1)
    await batch('2024年度部门整体绩效自评（示例）', 2024, own.get(2024) ?? [], 0)
    return true
  })
  if (isSeeded) container.wakeWorkers()
  return isSeeded
}

type Named = readonly [name: string, bytes: Uint8Array]

function fileOf(report: MadeReport): Named {
  if (report.form === 'scan') return [report.file, scannedPage()]
  const pieces = piecesOf(report)
  return [report.file, report.form === 'xlsx' ? sheetFile(pieces) : wordFile(pieces)]
}

async function publishedReports(folder: string | null): Promise<readonly Named[]> {
  if (folder === null) return []
  const names = await readdir(folder).catch(() => [])
  return Promise.all(names.sort().map(async (name): Promise<Named> => [name, await readFile(join(folder, name))]))
}

async function keepAll(vault: Vault, files: readonly Named[]): Promise<readonly Sent[]> {
  const kept: Sent[] = []
  for (const [name, bytes] of files) kept.push({ name, kept: await vault.put(bytes) })
  return kept
}

async function seedCounty(ground: Ground): Promise<{ readonly regionId: string; readonly bureau: string }> {
  const regionId = await createRegion(ground, region)
  await insertPresetRoles(ground, regionId)
  const ids = new Map<string, string>()
  const add = async (unit: MadeUnit, kind: 'department' | 'own-level' | 'subordinate', parent: string | null) => {
    const id = ground.newId()
    ids.set(unit.code, id)
    const [from, to] = [unit.from ?? since, unit.to ?? null]
    await insertUnit(ground, {
      id,
      region: regionId,
      kind,
      isBureau: unit.code === bureauCode,
      isGovernment: false,
      names: namesOf(unit, from, to),
      codes: [{ value: unit.code, from, to }],
      aliases: unit.aliases ?? [],
      parents: parent === null ? [] : [{ value: parent, from, to }],
      from,
      to,
      version: 0,
    })
    return id
  }
  for (const department of departments) {
    const id = await add(department, 'department', null)
    for (const unit of department.units) await add(unit, unit.code.endsWith('001') ? 'own-level' : 'subordinate', id)
  }
  const idOf = (code: string): string => ids.get(code) as string
  for (const { kind, day, before, after, takesOver, document } of changes) {
    const change = { kind, day, before: before.map(idOf), after: after.map(idOf), takesOver: idOf(takesOver), document }
    await insertSampleChange(ground, regionId, change)
  }
  await rebuildYears(ground, regionId)
  return { regionId, bureau: idOf(bureauCode) }
}

function namesOf({ name, before = [] }: MadeUnit, from: string, to: string | null) {
  let start = from
  const former = before.map((one) => {
    const dated = { value: one.name, from: start, to: one.until }
    start = dayAfter(one.until)
    return dated
  })
  return [...former, { value: name, from: start, to }]
}

const dayAfter = (day: string): string => new Date(Date.parse(`${day}T00:00:00Z`) + 86_400_000).toISOString().slice(0, 10)

interface SeededBatch {
  readonly regionId: string
  readonly bureau: string
  readonly account: string
  readonly title: string
  readonly year: number
  readonly files: readonly Sent[]
}

async function seedBatch(ground: Ground, { regionId, bureau, account, title, year, files }: SeededBatch): Promise<void> {
  const batch = await insertBatch(ground, {
    regionId,
    createdBy: account,
    title,
    purpose: 'review',
    organisation: bureau,
    year,
    scheme: null,
  })
  for (const { kept } of files) await keepFile(ground, regionId, kept)
  const documents = files.map(({ name, kept }) => ({ ...placed(name), kept, organisation: null, why: null }))
  await addDocuments(ground, batch, documents, account)
}
