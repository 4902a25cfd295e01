/** PGlite on a folder, reached through the same driver as a served database. */
import { PGlite } from '@electric-sql/pglite'
import { createPgConfig } from '@electric-sql/pglite/node-postgres'
import type { Kysely } from 'kysely'
import pg from 'pg'
import type { Database } from '../tables.ts'
import { columnTypes } from './column-parsers.ts'
import { DurableFileSystem, durableStart } from './durable-file-system.ts'
import { guardedDatabase } from './in-transaction.ts'

/** Pinned in package.json: what durable-file-system.ts relies on is internal. */
export const PGLITE_VERSION = '0.5.16'
export const POSTGRES_MAJOR = '18'

export interface Engine {
  readonly db: Kysely<Database>
  readonly pool: pg.Pool
  /** How often something was written to disk so far. */
  readonly syncs: () => number
  /** Ends at rest: the next opening has nothing to recover. */
  readonly close: () => Promise<void>
}

/** There is one connection; who waits longer than `waitMs` for it gets an error instead of waiting for ever. Throws what PGlite says of a broken folder. */
export async function startEngine(folder: string, waitMs: number): Promise<Engine> {
  const files = new DurableFileSystem(folder)
  const said: string[] = []
  const onStderr = (line: string) => said.push(line) < 0
  const pglite = await PGlite.create({ fs: files, startParams: [...durableStart], onStderr }).catch((error: unknown) => {
    throw new Error([error instanceof Error ? error.message : String(error), ...said.slice(-3)].join('; '), { cause: error })
  })
  const pool = new pg.Pool({
    ...createPgConfig(pglite),
    max: 1,
    idleTimeoutMillis: 0,
    connectionTimeoutMillis: waitMs,
    types: columnTypes,
  } as pg.PoolConfig)
  const db = guardedDatabase<Database>(pool)
  const close = async () => {
    try {
      await pool.query('checkpoint')
      await db.destroy()
    } finally {
      await pglite.close()
    }
  }
  return { db, pool, syncs: () => files.syncs, close }
}
