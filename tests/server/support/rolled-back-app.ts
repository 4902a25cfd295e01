/** The server's HTTP side on a database, where every request is done and then undone: thousands of them find the same world. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { loadSchemes } from '@jiheng/runner/data'
import { type Connection, type Ground, groundOf, inTransaction, openFolderVault } from '@jiheng/store'
import fastify, { type FastifyInstance } from 'fastify'
import type { Container } from '../../../apps/server/src/container.ts'
import { buildApp } from '../../../apps/server/src/http/app.ts'
import { createStreams } from '../../../apps/server/src/http/streams.ts'
import { createAttempts } from '../../../apps/server/src/people/attempts.ts'
import { createPasswords } from '../../../apps/server/src/people/passwords.ts'
import { handlers } from '../../../apps/server/src/resources/handlers.ts'
import { readSettings } from '../../../apps/server/src/settings.ts'
import { openChildren } from '../../../apps/server/src/worker/children.ts'
import { inProject } from '../../../bench/project.ts'

export interface RolledBackApp {
  readonly app: FastifyInstance
  readonly container: Container
  /** Kept: what the world is built with. */
  readonly keep: <Result>(run: (ground: Ground) => Promise<Result>) => Promise<Result>
  /** Ends streams of events that were begun. */
  readonly hush: () => void
  readonly close: () => Promise<void>
}

/** Thrown to undo what was done. */
class Undone extends Error {
  readonly result: unknown
  constructor(result: unknown) {
    super('undone')
    this.result = result
  }
}

export async function openRolledBackApp({ db }: Connection, childPath: string, now: Date): Promise<RolledBackApp> {
  const folder = mkdtempSync(join(tmpdir(), 'jiheng-matrix-'))
  const read = readSettings({ env: { JIHENG_DATA: folder, JIHENG_WORKERS: '1' }, cores: 2, folder })
  if ('faults' in read) throw new Error(read.faults.join())
  const keep = <Result>(run: (ground: Ground) => Promise<Result>) => inTransaction(db, (transaction) => run(groundOf(transaction, now)))
  const undo = async <Result>(run: (ground: Ground) => Promise<Result>): Promise<Result> => {
    try {
      return await keep(async (ground) => {
        throw new Undone(await run(ground))
      })
    } catch (error) {
      if (error instanceof Undone) return error.result as Result
      throw error
    }
  }
  const children = openChildren(read.settings, childPath)
  let hushing = new AbortController()
  const log = fastify({ logger: { level: process.env.JIHENG_TEST_LOG ?? 'silent' } }).log
  const container: Container = {
    settings: read.settings,
    origin: 'http://jiheng.test',
    version: '0.0.0',
    clock: () => now,
    vault: await openFolderVault(join(folder, 'files')),
    children,
    schemes: loadSchemes(inProject('schemes')),
    transact: undo,
    // How dear a hash is, is tested where passwords are.
    passwords: createPasswords({ N: 2 ** 6, r: 8, p: 1 }),
    attempts: createAttempts(() => null),
    streams: createStreams(),
    signOn: null,
    warnings: [],
    newSecret: () => 'x'.repeat(43),
    wakeWorkers: () => {},
    get stopping() {
      return hushing.signal
    },
    log,
  }
  const app = await buildApp({ container, handlers, logger: log, pages: null })
  const close = async () => {
    await app.close()
    await children.close()
    rmSync(folder, { recursive: true, force: true })
  }
  const hush = () => {
    hushing.abort()
    hushing = new AbortController()
  }
  return { app, container, keep, hush, close }
}
