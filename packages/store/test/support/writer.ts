/** Starts write-rows.ts in a process of its own and listens to what it acknowledges. */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'

const root = join(import.meta.dirname, '..', '..', '..', '..')

export interface Writer {
  readonly pid: number
  readonly acknowledged: () => number
  /** kill -9, and waits until the system has taken the process away. */
  readonly kill: () => Promise<void>
}

/** Resolves when the database is open there. The program is bundled and run by another process, so it tells its own number. */
export async function startWriter(folder: string, templates: string): Promise<Writer> {
  const program = [join(root, 'scripts', 'run-ts.mjs'), join(import.meta.dirname, 'write-rows.ts'), folder, templates]
  const child = spawn(process.execPath, program, { stdio: ['ignore', 'pipe', 'inherit'] })
  const ended = once(child, 'exit')
  let last = 0
  const pid = await new Promise<number>((resolve, reject) => {
    createInterface({ input: child.stdout }).on('line', (line) => {
      if (line.startsWith('open ')) resolve(Number(line.slice(5)))
      else last = Number(line)
    })
    child.on('exit', () => reject(new Error('the writing process ended before the database was open')))
  })
  const kill = async () => {
    process.kill(pid, 'SIGKILL')
    await ended
  }
  return { pid, acknowledged: () => last, kill }
}
