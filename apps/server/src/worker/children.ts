/** The processes in which what people send is opened, and nowhere else. None is started before there is work for it. */
import { mkdirSync, readdirSync, rmSync, statSync, utimesSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { type AuditPool, openAuditPool, type TempFolder, tempFolder } from '@jiheng/runner'
import type { Settings } from '../settings.ts'

export interface Children {
  /** Hundreds of files, one after another. */
  readonly background: AuditPool
  /** While somebody waits for the answer: not behind those hundreds. */
  readonly atOnce: AuditPool
  /** For what children write; gone with them. */
  readonly folders: TempFolder
  readonly close: () => Promise<void>
}

/** `childPath`: child.mjs of packages/runner, as it is built beside the server. Several servers may share a data folder. */
export function openChildren(
  settings: Pick<Settings, 'dataFolder' | 'workers' | 'workerMemoryMb' | 'fileSeconds'>,
  childPath: string,
): Children {
  const all = join(settings.dataFolder, 'temporary')
  const folder = join(all, `${hostname()}-${process.pid}`)
  // Whoever had this number before is gone, and could not clear up when it was killed.
  rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  clearLeft(all)
  const touching = setInterval(() => utimesSync(folder, new Date(), new Date()), touchMs).unref()
  const options = { workerPath: childPath, timeoutMs: settings.fileSeconds * 1000, memoryMb: settings.workerMemoryMb, folder }
  const [background, atOnce] = [
    openAuditPool({ ...options, children: Math.max(1, settings.workers) }),
    openAuditPool({ ...options, children: 1 }),
  ]
  const folders = tempFolder(folder)
  const close = async () => {
    clearInterval(touching)
    await Promise.all([background.close(), atOnce.close()])
    folders.remove()
    rmSync(folder, { recursive: true, force: true })
  }
  return { background, atOnce, folders, close }
}

/** Folders of servers that were killed: whoever runs touches its own every hour. */
const leftMs = 86_400_000
const touchMs = 3600_000

function clearLeft(folder: string): void {
  for (const name of readdirSync(folder)) {
    const path = join(folder, name)
    const found = statSync(path, { throwIfNoEntry: false })
    if (found !== undefined && Date.now() - found.mtimeMs > leftMs) rmSync(path, { recursive: true, force: true })
  }
}
