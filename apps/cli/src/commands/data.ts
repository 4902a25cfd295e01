/** `jiheng export | import | backup | restore`: all data of the platform into a folder and out of it. */
import { resolve } from 'node:path'
import { backUp, exportData, importData, type Manifest, newestBackup, readManifest, type TransferStep } from '@jiheng/store'
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
      return withPlace(options.data, 'there', host, (place) => backUpTo(folder, options.keep, place, host))
    case 'import':
      return importFrom(folder, options.data, host)
    case 'restore': {
      const backup = await newestBackup(folder)
      if (backup === null) return tell(sayData.noBackup(folder), host)
      await tell(sayData.restoring(backup), host)
      return importFrom(backup, options.data, host)
    }
  }
}

async function exportTo(folder: string, place: Place, host: Host): Promise<number> {
  const { connection, vault } = place
  const manifest = await exportData({ db: connection.db, vault, folder, version, now: host.now(), onStep: stepsFor(host) })
  await tell(sayData.exported(folder, manifest), host)
  return afterMissing(manifest, host)
}

async function backUpTo(folder: string, keep: number | null, { connection: { db }, vault }: Place, host: Host): Promise<number> {
  const done = await backUp({ db, vault, folder, keep, version, now: host.now(), onStep: stepsFor(host) })
  if (done.checked.damaged.length > 0) {
    await tell(sayData.damaged(done.folder, done.checked), host)
    return exitCodes.found
  }
  await tell(sayData.checked(done.folder, done.checked), host)
  for (const name of done.removed) await tell(sayData.removed(name), host)
  return afterMissing(done.manifest, host)
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
