/** The folder of an embedded database: recognised, or begun. To begin one takes seconds, so one with all tables is kept as a template and copied. */
import { readdir, readFile, rmdir } from 'node:fs/promises'
import { join } from 'node:path'
import { sql } from 'kysely'
import { migrate, migrationsDigest } from '../migrate.ts'
import { clearAside, copyTree, makeFolder } from './copy-folder.ts'
import { DatabaseTrouble } from './database-trouble.ts'
import { PGLITE_VERSION, POSTGRES_MAJOR, startEngine } from './embedded-engine.ts'
import { lockFolder } from './folder-lock.ts'

const WAIT_MS = 60_000

/** Leaves a database in `folder`. Throws embedded.not-a-database or embedded.other-version; only for the holder of its lock. */
export async function readyFolder(folder: string, templates: string | null): Promise<void> {
  await clearAside(folder)
  const found = await majorIn(folder)
  if (found === POSTGRES_MAJOR) return
  if (found !== null) throw new DatabaseTrouble('embedded.other-version', { folder, found, wanted: POSTGRES_MAJOR })
  const names = await namesIn(folder)
  if (names.length > 0) throw new DatabaseTrouble('embedded.not-a-database', { folder })
  await rmdir(folder).catch(unlessMissing)
  const template = templates === null ? null : await templateIn(templates)
  await makeFolder(folder, template === null ? beginDatabase : (aside) => copyTree(template, aside))
}

/** Another release of the engine or another migration makes another template. */
export const templateName = (): string => `pglite-${PGLITE_VERSION}-${migrationsDigest()}`

const cannotKeep: ReadonlySet<unknown> = new Set([
  'EACCES',
  'EPERM',
  'EROFS',
  'ENOSPC',
  'ENOTDIR',
  'EEXIST',
  'embedded.locked',
  'embedded.locked-elsewhere',
])

/** Null when it cannot be kept, as in a folder that may not be written, or while another process makes it: then a database begins from nothing. */
async function templateIn(templates: string): Promise<string | null> {
  const template = join(templates, templateName())
  try {
    if ((await majorIn(template)) === null) await makeTemplate(template)
    return template
  } catch (error) {
    if (cannotKeep.has((error as NodeJS.ErrnoException).code)) return null
    throw error
  }
}

async function makeTemplate(template: string): Promise<void> {
  const lock = await lockFolder(template)
  try {
    await clearAside(template)
    if ((await majorIn(template)) === null) await makeFolder(template, beginDatabase)
  } finally {
    await lock.release()
  }
}

/**
 * A new database with all tables, at rest. The template databases of PostgreSQL, from which nothing is ever created here, are two thirds of its files; without
 * them a copy is quicker, and so is the opening after a crash, which writes every file to disk once more.
 */
async function beginDatabase(folder: string): Promise<void> {
  const engine = await startEngine(folder, WAIT_MS)
  try {
    await sql`update pg_database set datistemplate = false`.execute(engine.db)
    await sql`drop database template0`.execute(engine.db)
    await sql`drop database template1`.execute(engine.db)
    await migrate(engine.db)
  } finally {
    await engine.close()
  }
}

/** What PostgreSQL itself writes about a folder of its own. */
async function majorIn(folder: string): Promise<string | null> {
  const text = await readFile(join(folder, 'PG_VERSION'), 'utf8').catch(unlessMissing)
  if (text === undefined) return null
  return text.trim()
}

const namesIn = async (folder: string): Promise<readonly string[]> => (await readdir(folder).catch(unlessMissing)) ?? []

function unlessMissing(error: NodeJS.ErrnoException): undefined {
  if (error.code !== 'ENOENT' && error.code !== 'ENOTDIR') throw error
}
