/** The embedded database: nothing to install, one process, one connection. For trying out and small offices. */
import { sql } from 'kysely'
import type { EmbeddedConnection, EmbeddedSettings, Warning } from './connection.ts'
import { DatabaseTrouble } from './database-trouble.ts'
import { type Engine, startEngine } from './embedded-engine.ts'
import { readyFolder } from './embedded-folder.ts'
import { lockFolder } from './folder-lock.ts'

const WAIT_MS = 30_000

/** Throws a DatabaseTrouble for a folder that is in use, is something else, is damaged, or does not keep what is committed. */
export async function connectEmbedded(settings: EmbeddedSettings): Promise<EmbeddedConnection> {
  const { folder, templates = null, allowNotDurable = false, waitMs = WAIT_MS } = settings
  const lock = await lockFolder(folder)
  try {
    await readyFolder(folder, templates)
    const engine = await startEngine(folder, waitMs).catch((error: Error) => {
      throw new DatabaseTrouble('embedded.damaged', { folder, why: error.message })
    })
    try {
      const warnings = await warningsOf(engine, folder, allowNotDurable)
      return connectionOf(engine, folder, warnings, lock.release)
    } catch (error) {
      await engine.close()
      throw error
    }
  } catch (error) {
    await lock.release()
    throw error
  }
}

async function warningsOf(engine: Engine, folder: string, allowNotDurable: boolean): Promise<readonly Warning[]> {
  const why = await whyNotDurable(engine)
  if (why !== null && !allowNotDurable) throw new DatabaseTrouble('embedded.not-durable', { folder, why })
  const usual: readonly Warning[] = ['embedded.small-offices', 'embedded.back-up']
  return why === null ? usual : ['embedded.not-durable', ...usual]
}

/** One commit that writes must reach the disk. Null when it does. */
export async function whyNotDurable({ db, syncs }: Pick<Engine, 'db' | 'syncs'>): Promise<string | null> {
  const before = syncs()
  await sql`select pg_logical_emit_message(true, 'jiheng', 'opened')`.execute(db)
  if (syncs() === before) return 'a commit made no fsync'
  const { rows } = await sql<{ fsync: string }>`show fsync`.execute(db)
  return rows[0]?.fsync === 'on' ? null : 'fsync is off'
}

function connectionOf(engine: Engine, folder: string, warnings: readonly Warning[], release: () => Promise<void>): EmbeddedConnection {
  let closed: Promise<void> | null = null
  const close = () => {
    closed ??= engine.close().finally(release)
    return closed
  }
  return { kind: 'embedded', place: folder, db: engine.db, warnings, close }
}
