/** Backs up by itself where the settings name a folder: a small office has nobody who stops a server at night. */
import { backUp, type Connection, lastBackupAt } from '@jiheng/store'
import type { Container } from './container.ts'

const lookMs = 10 * 60_000
const hourMs = 3600_000

/** The promise resolves when a backup that is under way has ended. */
export function startBackups(db: Connection['db'], container: Container): () => Promise<void> {
  const { backupFolder } = container.settings
  if (backupFolder === null) return async () => {}
  let turn: Promise<void> = Promise.resolve()
  const look = () => {
    turn = turn.then(() => backUpWhenDue(db, container, backupFolder))
  }
  const timer = setInterval(look, lookMs)
  look()
  return async () => {
    clearInterval(timer)
    await turn
  }
}

async function backUpWhenDue(db: Connection['db'], container: Container, folder: string): Promise<void> {
  const { vault, settings, version, clock, stopping, log } = container
  try {
    const now = clock()
    if (stopping.aborted || !isDue(await lastBackupAt(folder), now)) return
    const { manifest, checked, removed } = await backUp({ db, vault, folder, keep: settings.backupsKept, version, now })
    const told = { rows: checked.rows, files: checked.files, removed: removed.length }
    const [damaged, missing] = [checked.damaged.length, manifest.files.missing.length]
    if (damaged + missing > 0) log.error({ ...told, damaged, missing }, 'the backup is not whole: run jiheng doctor')
    else log.info(told, 'backed up')
  } catch (error) {
    // Tried again at the next look.
    log.error({ error: error instanceof Error ? error.stack : String(error) }, 'the backup failed')
  }
}

/** Once a night, between one and five in China; at any hour when a night was missed. */
export function isDue(last: Date | null, now: Date): boolean {
  const hour = (now.getUTCHours() + 8) % 24
  const age = last === null ? null : now.getTime() - last.getTime()
  if (age !== null && age > 36 * hourMs) return true
  return hour >= 1 && hour < 5 && (age === null || age > 20 * hourMs)
}
