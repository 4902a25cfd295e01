/** Backups: exports named by the time, side by side in a folder. */
import { existsSync } from 'node:fs'
import { readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { checkExport, type ExportChecked } from './check-export.ts'
import { type ExportOptions, exportData } from './export-data.ts'
import { type Manifest, manifestName } from './manifest.ts'

export interface BackedUp {
  readonly folder: string
  readonly manifest: Manifest
  readonly checked: ExportChecked
  /** Older ones that made room. */
  readonly removed: readonly string[]
}

/**
 * `folder`: where backups lie. Read back from the disk, for a backup that nobody has read is a hope; one that does not read back
 * is taken away. Of the older ones `keep` stay in all (null: all), and none goes unless the new one lacks nothing.
 */
export async function backUp({ folder, keep, ...options }: ExportOptions & { readonly keep: number | null }): Promise<BackedUp> {
  await clearBrokenOff(folder, options.now)
  const target = join(folder, nameAt(options.now))
  const manifest = await exportData({ ...options, folder: target })
  const checked = await checkExport(target)
  if (checked.damaged.length > 0) await rm(target, { recursive: true })
  const isWhole = checked.damaged.length === 0 && manifest.files.missing.length === 0
  const removed = isWhole && keep !== null ? (await backupsIn(folder)).slice(0, -keep) : []
  for (const name of removed) await rm(join(folder, name), { recursive: true })
  return { folder: target, manifest, checked, removed }
}

const dayMs = 24 * 3600_000

/** What a process that was killed left behind; nothing is under way for a day. */
async function clearBrokenOff(folder: string, now: Date): Promise<void> {
  for (const name of await namesIn(folder)) {
    const begun = /^(jiheng-\d{8}-\d{6})\.part-/.exec(name)?.[1]
    if (begun !== undefined && timeOf(begun) < now.getTime() - dayMs) await rm(join(folder, name), { recursive: true })
  }
}

/** The folder itself, or the newest backup in it; null: neither. */
export async function newestBackup(folder: string): Promise<string | null> {
  if (existsSync(join(folder, manifestName))) return folder
  const newest = (await backupsIn(folder)).at(-1)
  return newest === undefined ? null : join(folder, newest)
}

const shape = /^jiheng-(\d{4})(\d\d)(\d\d)-(\d\d)(\d\d)(\d\d)$/

/** By the clock in China, so that names sort by time. */
function nameAt(now: Date): string {
  const [day, time] = new Date(now.getTime() + 8 * 3600_000).toISOString().split('T') as [string, string]
  return `jiheng-${day.replaceAll('-', '')}-${time.slice(0, 8).replaceAll(':', '')}`
}

/** When the newest in the folder was made; null: there is none. */
export async function lastBackupAt(folder: string): Promise<Date | null> {
  const newest = (await backupsIn(folder)).at(-1)
  return newest === undefined ? null : new Date(timeOf(newest))
}

function timeOf(name: string): number {
  const [, year, month, day, hour, minute, second] = shape.exec(name) ?? []
  return Date.parse(`${year}-${month}-${day}T${hour}:${minute}:${second}+08:00`)
}

/** The oldest first. What was broken off has another name, and what is not ours is left alone. */
async function backupsIn(folder: string): Promise<readonly string[]> {
  return (await namesIn(folder)).filter((name) => shape.test(name) && existsSync(join(folder, name, manifestName))).sort()
}

async function namesIn(folder: string): Promise<readonly string[]> {
  return readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return []
    throw error
  })
}
