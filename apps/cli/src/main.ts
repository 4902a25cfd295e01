#!/usr/bin/env node
/** Entry of the command, and of its own child processes. Only here do we touch the process. */

import { writeSync } from 'node:fs'
import { availableParallelism, totalmem } from 'node:os'
import { fileURLToPath } from 'node:url'
import { loadEngine, servesAsChild } from '@jiheng/runner/start'
import { exitCodes } from './commands/exit-code.ts'
import type { Host, Screen } from './host.ts'
import { say } from './wording/messages.ts'

const host: Host = {
  stdout: screenOf(process.stdout),
  stderr: screenOf(process.stderr),
  stdin: () => process.stdin,
  env: process.env,
  today,
  now: () => new Date(),
  folder: process.cwd(),
  clock: () => performance.now(),
  cores: availableParallelism(),
  memoryBytes: totalmem(),
  isWindows: process.platform === 'win32',
  workerPath: fileURLToPath(import.meta.url),
  keepPrivate: () => void process.umask(0o077),
  listenForStop,
  loadEngine,
  schemesFolder: fileURLToPath(new URL('../../../schemes', import.meta.url)),
  loadOutputs: () => import('@jiheng/report'),
}

if (!(await servesAsChild(host.workerPath))) {
  const { run } = await import('./run.ts')
  process.exitCode = await run(process.argv.slice(2), host).catch(sayBug)
}

/** The reader may go away (`| head`): then we end as if the signal had ended us, without a word. */
function screenOf(stream: NodeJS.WriteStream): Screen {
  stream.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') tell(say.notWritten(error.code ?? error.message))
    process.exit(error.code === 'EPIPE' ? 141 : exitCodes.unread)
  })
  return {
    isTerminal: stream.isTTY === true,
    columns: () => stream.columns ?? 0,
    write: (text) => new Promise((taken) => stream.write(text, () => taken())),
  }
}

/** The outermost runner: a bug of ours is one line, and its stack only for those who ask. */
function sayBug(error: unknown): number {
  const message = error instanceof Error ? error.message : String(error)
  tell(say.bug((process.env.JIHENG_DEBUG && error instanceof Error && error.stack) || message))
  return exitCodes.unread
}

/** Past the streams, which may be what is broken. */
function tell(text: string): void {
  try {
    writeSync(2, text)
  } catch {
    // Nobody listens.
  }
}

/** The first Ctrl-C ends the run in order, the second at once. */
function listenForStop(): AbortSignal {
  const stop = new AbortController()
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.on(signal, () => {
      if (stop.signal.aborted) process.exit(130)
      stop.abort()
    })
  }
  return stop.signal
}

function today(): string {
  const now = new Date()
  const two = (part: number) => String(part).padStart(2, '0')
  return `${now.getFullYear()}-${two(now.getMonth() + 1)}-${two(now.getDate())}`
}
