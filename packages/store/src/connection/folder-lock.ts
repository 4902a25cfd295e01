/**
 * One process at a time has a database folder: two would lose each other's rows without an error.
 * The lock is a folder beside it in which every process that wants the database first puts its mark and then looks for others. Of two that come together at least
 * one sees the other, so never both go in. A mark counts until its process is dead, however old it is.
 */
import { randomUUID } from 'node:crypto'
import { mkdir, open, readdir, readFile, rename, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { DatabaseTrouble } from './database-trouble.ts'
import { lifeOf, ownMark, type ProcessMark } from './process-mark.ts'

export interface FolderLock {
  readonly release: () => Promise<void>
}

/** Throws embedded.locked or embedded.locked-elsewhere with the process that has it. */
export async function lockFolder(folder: string, own: ProcessMark = ownMark()): Promise<FolderLock> {
  const place = `${folder}.lock`
  await mkdir(place, { recursive: true })
  const name = `${randomUUID()}.json`
  await putMark(place, name, own)
  const release = () => rm(join(place, name), { force: true })
  try {
    for (const entry of await readdir(place)) {
      if (entry.endsWith('.json') && entry !== name) await passOrRefuse(folder, join(place, entry), own)
    }
  } catch (error) {
    await release()
    throw error
  }
  return { release }
}

/** Written aside and moved, so that nobody ever reads half a mark. */
async function putMark(place: string, name: string, own: ProcessMark): Promise<void> {
  const aside = join(place, `${name}.part`)
  const file = await open(aside, 'wx')
  try {
    await file.writeFile(JSON.stringify(own))
    await file.sync()
  } finally {
    await file.close()
  }
  await rename(aside, join(place, name))
}

/** The mark of a dead process is cleared away. */
async function passOrRefuse(folder: string, entry: string, own: ProcessMark): Promise<void> {
  const text = await readFile(entry, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null
    throw error
  })
  if (text === null) return
  const mark = readMark(text)
  const life = mark === null ? 'elsewhere' : lifeOf(mark, own)
  if (life === 'dead') return rm(entry, { force: true })
  const details = { folder, entry, pid: mark?.pid ?? '?', host: mark?.host ?? '?' }
  throw new DatabaseTrouble(life === 'alive' ? 'embedded.locked' : 'embedded.locked-elsewhere', details)
}

/** Null for what no program of ours wrote. */
function readMark(text: string): ProcessMark | null {
  try {
    const mark = JSON.parse(text) as ProcessMark
    return Number.isInteger(mark?.pid) && mark.pid > 0 && typeof mark.host === 'string' ? mark : null
  } catch {
    return null
  }
}
