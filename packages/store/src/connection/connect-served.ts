/** A PostgreSQL server, for everything beyond trying out. */
import pg from 'pg'
import type { Database } from '../tables.ts'
import { columnTypes } from './column-parsers.ts'
import type { ServedConnection, ServedSettings } from './connection.ts'
import { DatabaseTrouble } from './database-trouble.ts'
import { guardedDatabase } from './in-transaction.ts'

const OLDEST = 150_000

/** Throws a DatabaseTrouble for an address that cannot be read or reached, a server that is too old, or a database that cannot hold every character. */
export async function connectServed(settings: ServedSettings): Promise<ServedConnection> {
  const place = placeOf(settings.address)
  const pool = poolOf(settings)
  try {
    await checkServer(pool, place, settings.address)
  } catch (error) {
    await pool.end()
    throw error
  }
  const db = guardedDatabase<Database>(pool)
  const end = async () => {
    await db.destroy()
    // A database that nobody asked has not taken up its pool, and does not end it.
    if (!pool.ending) await pool.end()
  }
  let closed: Promise<void> | null = null
  const close = () => {
    closed ??= end()
    return closed
  }
  return { kind: 'served', place, db, warnings: [], close }
}

function poolOf(settings: ServedSettings): pg.Pool {
  const pool = new pg.Pool({
    connectionString: settings.address,
    max: settings.connections ?? 10,
    connectionTimeoutMillis: settings.waitMs ?? 10_000,
    statement_timeout: settings.statementTimeoutMs ?? 30_000,
    idle_in_transaction_session_timeout: settings.idleInTransactionTimeoutMs ?? 60_000,
    application_name: settings.applicationName ?? 'jiheng',
    keepAlive: true,
    types: columnTypes,
    // Whatever the server or the role has set: instants are read and written in one zone, in the form that the driver reads.
    onConnect: (client) => client.query("set time zone 'UTC'; set datestyle to 'ISO, YMD'"),
  } as pg.PoolConfig)
  // Without a listener a server that restarts would end this process.
  pool.on('error', (error) => settings.onLost?.(error))
  return pool
}

async function checkServer(pool: pg.Pool, place: string, address: string): Promise<void> {
  const sql =
    "select current_setting('server_version_num')::int as version, current_setting('server_version') as name, current_setting('server_encoding') as encoding"
  const { rows } = await pool.query<{ version: number; name: string; encoding: string }>(sql).catch((error: Error) => {
    throw new DatabaseTrouble('served.unreachable', { place, why: withoutPassword(whyOf(error), address) })
  })
  const [server] = rows
  if (server === undefined) throw new Error('a select without a table gave no row')
  if (server.version < OLDEST) throw new DatabaseTrouble('served.too-old', { place, found: server.name })
  if (server.encoding !== 'UTF8') throw new DatabaseTrouble('served.not-utf8', { place, found: server.encoding })
}

/** Node tells of every address it tried, in an error without a message of its own. */
const whyOf = (error: Error) =>
  error instanceof AggregateError ? error.errors.map((each) => (each as Error).message).join('; ') : error.message

/** Host, port and database: what may be shown of an address. */
function placeOf(address: string): string {
  const url = parsed(address)
  const host = url.searchParams.get('host') ?? url.hostname
  const port = url.searchParams.get('port') ?? url.port
  return `${host === '' ? 'localhost' : host}:${port === '' ? '5432' : port}${url.pathname}`
}

function parsed(address: string): URL {
  // The error of `new URL` holds the whole address, password and all.
  if (!URL.canParse(address)) throw new DatabaseTrouble('served.bad-address')
  const url = new URL(address)
  if (url.protocol !== 'postgres:' && url.protocol !== 'postgresql:') throw new DatabaseTrouble('served.bad-address')
  return url
}

function withoutPassword(text: string, address: string): string {
  const url = parsed(address)
  const secrets = [url.password, decoded(url.password), url.searchParams.get('password') ?? ''].filter((secret) => secret !== '')
  return secrets.reduce((told, secret) => told.replaceAll(secret, '***'), text)
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}
