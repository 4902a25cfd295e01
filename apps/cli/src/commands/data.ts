/** `jiheng export | import | backup | restore`: all data of the platform into a folder and out of it. */
import { existsSync } from 'node:fs'
import { readdir, rm } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { checkExport, exportData, importData, type Manifest, manifestName, readManifest, type TransferStep } from '@jiheng/store'
import type { FolderOptions } from '../arguments/parse-data.ts'
import { type Place, sayingTrouble, tell, withPlace } from '../data/open-place.ts'
import type { Host } from '../host.ts'
import { display } from '../output/display.ts'
import { version } from '../version.ts'
import { sayData } from '../wording/data-messages.ts'
import { exitCodes } from './exit-code.ts'

export async function dataCommand(options: FolderOptions, host: Host): Promise<number> {
  const folder = resolve(host.folder, options.folder)
  switch (options.verb) {
    case 'export':
      return withPlace(options.data, 'there', host, (place) => exportTo(folder, place, host))
    case 'backup':
      return withPlace(options.data, 'there', host, (place) => backUp(folder, options.keep, place, host))
    case 'import':
      return importFrom(folder, options.data, host)
    case 'restore': {
      const backup = await newestIn(folder)
      if (backup === null) return tell(sayData.noBackup(folder), host)
      await tell(sayData.restoring(backup), host)
      return importFrom(backup, options.data, host)
    }
  }
}

async function exportTo(folder: string, place: Place, host: Host): Promise<number> {
  const manifest = await write(folder, place, host)
  await tell(sayData.exported(folder, manifest), host)
  return afterMissing(manifest, host)
}

/** Read back from the disk: a backup that nobody has read is a hope. */
async function backUp(folder: string, keep: number | null, place: Place, host: Host): Promise<number> {
  const target = join(folder, nameAt(host.now()))
  const manifest = await write(target, place, host)
  const checked = await checkExport(target)
  if (checked.damaged.length > 0) {
    await tell(sayData.damaged(target, checked), host)
    return exitCodes.found
  }
  await tell(sayData.checked(target, checked), host)
  // Older ones go only when the new one is whole.
  const code = await afterMissing(manifest, host)
  if (keep !== null && code === exitCodes.good) await removeOlder(folder, keep, host)
  return code
}

function write(folder: string, { connection: { db }, vault }: Place, host: Host): Promise<Manifest> {
  return exportData({ db, vault, folder, version, now: host.now(), onStep: stepsFor(host) })
}

async function afterMissing(manifest: Manifest, host: Host): Promise<number> {
  if (manifest.files.missing.length === 0) return exitCodes.good
  await tell(sayData.missing(manifest), host)
  return exitCodes.found
}

/** The folder is looked at first: nothing is made for one that cannot be read. */
async function importFrom(folder: string, data: string | null, host: Host): Promise<number> {
  return sayingTrouble(host, async () => {
    await readManifest(folder)
    return withPlace(data, 'made', host, async ({ connection: { db, place }, vault }) => {
      const manifest = await importData({ db, place, vault, folder, now: host.now(), onStep: stepsFor(host) })
      await tell(sayData.imported(place, manifest), host)
      return exitCodes.good
    })
  })
}

/** Only for who looks on. */
const stepsFor = (host: Host) => (step: TransferStep) => {
  if (host.stderr.isTerminal && step.count > 0) void host.stderr.write(`${display(sayData.step(step))}\n`)
}

const shape = /^jiheng-\d{8}-\d{6}$/

/** By the clock in China, so that names sort by time. */
function nameAt(now: Date): string {
  const [day, time] = new Date(now.getTime() + 8 * 3600_000).toISOString().split('T') as [string, string]
  return `jiheng-${day.replaceAll('-', '')}-${time.slice(0, 8).replaceAll(':', '')}`
}

/** The folder itself, or the newest backup in it; null: neither. */
async function newestIn(folder: string): Promise<string | null> {
  if (existsSync(join(folder, manifestName))) return folder
  const newest = (await backupsIn(folder)).at(-1)
  return newest === undefined ? null : join(folder, newest)
}

/** The oldest first. What was broken off has another name, and what is not ours is left alone. */
async function backupsIn(folder: string): Promise<readonly string[]> {
  const names = await readdir(folder).catch(() => [])
  return names.filter((name) => shape.test(name) && existsSync(join(folder, name, manifestName))).sort()
}

async function removeOlder(folder: string, keep: number, host: Host): Promise<void> {
  for (const name of (await backupsIn(folder)).slice(0, -keep)) {
    await rm(join(folder, name), { recursive: true })
    await tell(sayData.removed(join(folder, name)), host)
  }
}
