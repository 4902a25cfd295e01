/** Everything that a server is made of, opened in order and closed in the opposite one. What it runs on is handed in. */
import { randomBytes } from 'node:crypto'
import { loadSchemes } from '@jiheng/runner/data'
import { addNextYear, type Connection, type Ground, groundOf, inTransaction, migrate, openConnection, openFolderVault } from '@jiheng/store'
import type { FastifyBaseLogger, FastifyInstance } from 'fastify'
import { startClockwork } from './clockwork.ts'
import type { Container } from './container.ts'
import { createSignOn } from './external/sign-on.ts'
import { buildApp } from './http/app.ts'
import { servePages } from './http/pages.ts'
import { createStreams } from './http/streams.ts'
import { startBackups } from './nightly-backup.ts'
import { createAttempts } from './people/attempts.ts'
import { lockedUntil } from './people/lockout.ts'
import { type Cost, createPasswords } from './people/passwords.ts'
import { newSetUpLink } from './people/set-up-link.ts'
import { databaseOf, filesFolder, originOf } from './places.ts'
import { handlers } from './resources/handlers.ts'
import type { Settings } from './settings.ts'
import { warningsOf } from './warnings.ts'
import { openChildren } from './worker/children.ts'
import { startWorkers } from './worker/start-workers.ts'

export interface Parts {
  readonly version: string
  /** child.mjs of packages/runner, as it is built. */
  readonly childPath: string
  /** Schemes that come with the product; settings may name another folder. */
  readonly schemesFolder: string
  /** Built pages; null: the API alone. */
  readonly pagesFolder: string | null
  readonly logger: FastifyBaseLogger
  readonly clock: () => Date
  /** Of password hashes; left out: the usual, which takes a good part of a second. */
  readonly passwordCost?: Cost
  /** Longest wait for a body of JSON; left out: the usual. */
  readonly bodyMs?: number
}

export interface Server {
  readonly app: FastifyInstance
  readonly container: Container
  /** Where people reach it. */
  readonly address: string
  /** One-time link of the first start; null: set up already. */
  readonly setupLink: string | null
  /** Takes nothing new, lets what is under way end, closes everything. May be called twice. */
  readonly close: () => Promise<void>
}

/** Throws a DatabaseTrouble where the database cannot be opened, and what the system says of a port that is taken. */
export async function bootServer(settings: Settings, parts: Parts): Promise<Server> {
  const { logger, clock } = parts
  const closing: (() => Promise<unknown> | unknown)[] = []
  /** In turn, the newest first. What fails to close keeps nothing else open; the first failure is told at the end. */
  const closeAll = async () => {
    const failures: unknown[] = []
    for (let close = closing.pop(); close !== undefined; close = closing.pop()) {
      try {
        await close()
      } catch (error) {
        failures.push(error)
      }
    }
    if (failures.length > 0) throw failures[0]
  }
  try {
    const connection = await openConnection(
      databaseOf(settings, (error) => logger.warn({ error: error.message }, 'a connection to the database was lost')),
    )
    closing.push(connection.close)
    await migrate(connection.db)
    const children = openChildren(settings, parts.childPath)
    closing.push(children.close)
    const stopping = new AbortController()
    const place = { port: settings.port }
    const bell = { ring: () => {} }
    const container: Container = {
      settings,
      get origin() {
        return originOf(settings, place.port)
      },
      version: parts.version,
      clock,
      vault: await openFolderVault(filesFolder(settings)),
      children,
      schemes: loadSchemes(settings.schemesFolder ?? parts.schemesFolder),
      transact: transactOn(connection, clock),
      passwords: createPasswords(parts.passwordCost),
      attempts: createAttempts(lockedUntil),
      streams: createStreams(),
      signOn: settings.signOn === null ? null : createSignOn(settings.signOn),
      warnings: warningsOf(connection, settings),
      newSecret: () => randomBytes(32).toString('base64url'),
      wakeWorkers: () => bell.ring(),
      stopping: stopping.signal,
      log: logger,
    }
    await container.transact(addNextYear)
    closing.push(startClockwork(container))
    closing.push(startBackups(connection.db, container))
    const workers = startWorkers(container)
    bell.ring = workers.wake
    closing.push(workers.close)
    const pages = parts.pagesFolder === null ? null : servePages(parts.pagesFolder)
    const app = await buildApp({ container, handlers, logger, pages, ...(parts.bodyMs === undefined ? {} : { bodyMs: parts.bodyMs }) })
    closing.push(() => closeApp(app))
    await app.listen({ host: settings.host, port: settings.port })
    place.port = portOf(app)
    const setupLink = await container.transact((ground) => newSetUpLink(ground, container))
    let closed: Promise<void> | null = null
    const close = () => {
      stopping.abort()
      closed ??= closeAll()
      return closed
    }
    return { app, container, address: container.origin, setupLink, close }
  } catch (error) {
    await closeAll().catch((failure: unknown) => logger.error({ error: String(failure) }, 'what was begun did not close'))
    throw error
  }
}

const transactOn =
  ({ db }: Connection, clock: () => Date) =>
  <Result>(run: (ground: Ground) => Promise<Result>): Promise<Result> =>
    inTransaction(db, (transaction) => run(groundOf(transaction, clock())))

function portOf({ server }: FastifyInstance): number {
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('listening, and on no port')
  return address.port
}

/** Open requests have so long to end. */
const graceMs = 10_000

async function closeApp(app: FastifyInstance): Promise<void> {
  const timer = setTimeout(() => app.server.closeAllConnections(), graceMs)
  await app.close()
  clearTimeout(timer)
}
