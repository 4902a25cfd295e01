/** Where the databases of one run of the tests live: a folder that the set-up makes and the end of the run takes away, with the server that was started in it. */
import { randomUUID } from 'node:crypto'
import { chmodSync, existsSync, mkdirSync } from 'node:fs'
import { open, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'

/** Reaches the workers of the test runner. */
const NAME = 'JIHENG_TEST_DATABASES'

/** Made by the first test that needs it. The server may run as another user, who must be able to reach his part. */
export function runFolder(): string {
  const folder = process.env[NAME]
  if (folder === undefined) throw new Error(`${NAME} is not set: tests/setup/databases.ts must be a globalSetup of the test runner`)
  mkdirSync(folder, { recursive: true })
  chmodSync(folder, 0o711)
  return folder
}

/** Chooses the folder; the end of the run stops the server and takes the folder away. */
export async function beginRun(): Promise<() => Promise<void>> {
  // Every project of the test runner is set up on its own, in one process.
  if (process.env[NAME] !== undefined) return async () => {}
  const folder = join(tmpdir(), `jiheng-databases-${randomUUID()}`)
  process.env[NAME] = folder
  return async () => {
    await stopServer(join(folder, 'served', 'postmaster.pid'))
    await rm(folder, { recursive: true, force: true })
    delete process.env[NAME]
  }
}

/** Of all workers one makes it, the others wait for what it tells. */
export async function onceInRun(name: string, make: () => Promise<string>): Promise<string> {
  const place = join(runFolder(), name)
  const first = await open(`${place}.begun`, 'wx').catch((error: NodeJS.ErrnoException) => {
    if (error.code !== 'EEXIST') throw error
    return null
  })
  if (first !== null) {
    await first.close()
    const told = await make().then(
      (value) => ({ value }),
      (error: Error) => ({ failure: error.stack ?? error.message }),
    )
    await writeFile(`${place}.part`, JSON.stringify(told))
    await rename(`${place}.part`, place)
  }
  while (!existsSync(place)) await wait(50)
  const { value, failure } = JSON.parse(await readFile(place, 'utf8')) as { value?: string; failure?: string }
  if (value === undefined) throw new Error(`${name} could not be made: ${failure}`)
  return value
}

/** SIGINT is PostgreSQL's fast shutdown. */
async function stopServer(pidFile: string): Promise<void> {
  const pid = Number((await readFile(pidFile, 'utf8').catch(() => '')).split('\n')[0])
  if (!Number.isInteger(pid) || pid <= 0) return
  process.kill(pid, 'SIGINT')
  for (let tries = 0; tries < 300 && isRunning(pid); tries++) await wait(50)
  if (isRunning(pid)) process.kill(pid, 'SIGKILL')
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0)
    return true
  } catch {
    return false
  }
}
