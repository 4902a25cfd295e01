/** A PostgreSQL server of the tests' own, started once in a run by whoever needs it first, with a migrated database to copy from. */
import { execFileSync, spawn } from 'node:child_process'
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { chown, mkdir, open } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { openConnection } from '../../src/connection/open-connection.ts'
import { migrate } from '../../src/migrate.ts'
import { onceInRun, runFolder } from './run-folder.ts'

export const TEMPLATE = 'jiheng_template'

const programs = newestPrograms()

export const hasPostgres = programs !== null

/** Without it the suites on a served database are left out; with CI=true they then fail instead. */
export const skipServed = !hasPostgres && !process.env.CI

/** The beginning of an address: a database's name follows. */
export const servedAddress = () => onceInRun('served-address', start)

async function start(): Promise<string> {
  if (programs === null) throw new Error('PostgreSQL is missing')
  const data = join(runFolder(), 'served')
  const user = ownUser()
  await mkdir(data, { mode: 0o700 })
  if (user !== null) await chown(data, user.uid, user.gid)
  const settings = { cwd: data, ...user }
  execFileSync(join(programs, 'initdb'), ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C.UTF-8', '--no-sync'], {
    ...settings,
    stdio: 'pipe',
  })
  const port = await freePort()
  const options = {
    port,
    listen_addresses: '127.0.0.1',
    unix_socket_directories: data,
    fsync: 'off',
    max_connections: 100,
    logging_collector: 'off',
  }
  const log = await open(join(runFolder(), 'served.log'), 'a')
  const child = spawn(
    join(programs, 'postgres'),
    ['-D', data, ...Object.entries(options).flatMap(([name, value]) => ['-c', `${name}=${value}`])],
    {
      ...settings,
      detached: true,
      stdio: ['ignore', log.fd, log.fd],
    },
  )
  child.unref()
  await log.close()
  const address = `postgres://postgres@127.0.0.1:${port}`
  await untilItAnswers(address)
  await query(`${address}/postgres`, `create database ${TEMPLATE} template template0`)
  const connection = await openConnection({ kind: 'served', address: `${address}/${TEMPLATE}`, connections: 1 })
  await migrate(connection.db).finally(() => connection.close())
  return address
}

async function untilItAnswers(address: string): Promise<void> {
  for (let tries = 0; ; tries++) {
    const error = await query(`${address}/postgres`, 'select 1').catch((refused: Error) => refused)
    if (!(error instanceof Error)) return
    if (tries === 300) throw error
    await wait(50)
  }
}

/** One statement on a connection of its own. */
export async function query(address: string, sql: string): Promise<readonly object[]> {
  const client = new pg.Client({ connectionString: address })
  await client.connect()
  try {
    return (await client.query(sql)).rows as object[]
  } finally {
    await client.end()
  }
}

/** PostgreSQL does not run as root: then it runs as its own user, or as nobody. */
function ownUser(): { readonly uid: number; readonly gid: number } | null {
  if (process.getuid?.() !== 0) return null
  const users = readFileSync('/etc/passwd', 'utf8').split('\n')
  const found = ['postgres:', 'nobody:'].map((name) => users.find((line) => line.startsWith(name))).find((line) => line !== undefined)
  const [, , uid, gid] = (found ?? ':x:65534:65534').split(':')
  return { uid: Number(uid), gid: Number(gid) }
}

/** Debian keeps each version in a folder of its own, off the path. */
function newestPrograms(): string | null {
  const root = '/usr/lib/postgresql'
  const versions = existsSync(root) ? readdirSync(root).sort((a, b) => Number(b) - Number(a)) : []
  const folders = [...versions.map((version) => join(root, version, 'bin')), ...(process.env.PATH ?? '').split(':')]
  return folders.find((folder) => folder !== '' && ['initdb', 'postgres'].every((program) => existsSync(join(folder, program)))) ?? null
}

function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().once('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as { port: number }
      server.close(() => resolve(port))
    })
  })
}
