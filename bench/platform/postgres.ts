/** A PostgreSQL of the measurement's own on loopback, as safe as in an office: fsync on. It can be killed and started again. */
import { execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, chownSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import pg from 'pg'
import { childrenOf } from './server-process.ts'

export interface Postgres {
  /** DATABASE_URL of a database called `jiheng`. */
  readonly address: string
  readonly version: string
  /** -9 for all of its processes; the data stays. */
  readonly kill: () => Promise<void>
  readonly start: () => Promise<void>
  readonly remove: () => Promise<void>
}

export async function startPostgres(): Promise<Postgres> {
  const programs = newestPrograms()
  const folder = mkdtempSync(join(tmpdir(), 'jiheng-postgres-'))
  const data = join(folder, 'data')
  const user = ownUser()
  chmodSync(folder, 0o711)
  mkdirSync(data, { mode: 0o700 })
  if (user !== null) chownSync(data, user.uid, user.gid)
  const as = { cwd: data, ...user }
  const words = ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C.UTF-8']
  execFileSync(join(programs, 'initdb'), words, { ...as, stdio: 'pipe' })
  const port = await freePort()
  const root = `postgres://postgres@127.0.0.1:${port}`
  const options = { port, listen_addresses: '127.0.0.1', unix_socket_directories: data, fsync: 'on', max_connections: 100 }
  const flags = Object.entries(options).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  const run = () => {
    // A group of its own, so that all of it can be killed at once.
    const child = spawn(join(programs, 'postgres'), ['-D', data, ...flags], { ...as, detached: true, stdio: 'ignore' })
    return { child, ended: once(child, 'exit') }
  }
  let running = run()
  await untilItAnswers(root)
  await ask(`${root}/postgres`, 'create database jiheng template template0')
  const [row] = await ask(`${root}/postgres`, 'show server_version')
  const end = async (signal: 'SIGKILL' | 'SIGINT') => {
    const pid = running.child.pid as number
    const all = signal === 'SIGKILL' ? [pid, ...childrenOf(pid)] : [pid]
    for (const one of all) tryKill(one, signal)
    await running.ended
  }
  return {
    address: `${root}/jiheng`,
    version: String((row as { server_version?: string } | undefined)?.server_version ?? ''),
    kill: () => end('SIGKILL'),
    start: async () => {
      running = run()
      await untilItAnswers(root)
    },
    remove: async () => {
      await end('SIGINT')
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

export async function ask(address: string, sql: string, values: readonly unknown[] = []): Promise<readonly Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: address })
  client.on('error', () => {})
  await client.connect()
  try {
    return (await client.query(sql, [...values])).rows
  } finally {
    await client.end()
  }
}

function tryKill(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error
  }
}

async function untilItAnswers(root: string): Promise<void> {
  for (let tries = 0; ; tries++) {
    const refusal = await ask(`${root}/postgres`, 'select 1').catch((error: Error) => error)
    if (!(refusal instanceof Error)) return
    if (tries === 400) throw refusal
    await wait(50)
  }
}

/** PostgreSQL does not run as root: then it runs as its own user, or as nobody. */
function ownUser(): { readonly uid: number; readonly gid: number } | null {
  if (process.getuid?.() !== 0) return null
  const users = readFileSync('/etc/passwd', 'utf8').split('\n')
  const line = ['postgres:', 'nobody:'].map((name) => users.find((one) => one.startsWith(name))).find((one) => one !== undefined)
  const [, , uid, gid] = (line ?? ':x:65534:65534').split(':')
  return { uid: Number(uid), gid: Number(gid) }
}

/** Debian keeps each version in a folder of its own, off the path. */
function newestPrograms(): string {
  const root = '/usr/lib/postgresql'
  const versions = existsSync(root) ? readdirSync(root).sort((a, b) => Number(b) - Number(a)) : []
  const folders = [...versions.map((version) => join(root, version, 'bin')), ...(process.env.PATH ?? '').split(':')]
  const found = folders.find((folder) => folder !== '' && ['initdb', 'postgres'].every((program) => existsSync(join(folder, program))))
  if (found === undefined) throw new Error('PostgreSQL is missing')
  return found
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
