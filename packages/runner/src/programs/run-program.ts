/** Runs a program outside with a time limit; it and what it started are gone afterwards, also when we are ended meanwhile. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { plainEnvironment } from './plain-environment.ts'

export interface Ran {
  readonly code: number | null
  readonly isLate: boolean
  /** Standard output, its first megabytes. */
  readonly out: string
  /** There was more. */
  readonly isCut: boolean
}

const mostOutput = 8 * 1024 * 1024
/** How long something that left the group may hold the output open. */
const graceMs = 1000

export function runProgram(
  program: string,
  args: readonly string[],
  timeoutMs: number,
  env: NodeJS.ProcessEnv = plainEnvironment(),
): Promise<Ran> {
  return new Promise((resolve) => {
    // A group of its own: programs are often scripts that start others.
    const child = spawn(program, args, {
      stdio: ['ignore', 'pipe', 'ignore'],
      env,
      windowsHide: true,
      detached: process.platform !== 'win32',
    })
    const pieces: Buffer[] = []
    let length = 0
    let isLate = false
    const timer = setTimeout(() => {
      isLate = true
      endProgram(child.pid)
    }, timeoutMs)
    const end = (code: number | null) => {
      if (!running.delete(child)) return
      clearTimeout(timer)
      announce(child.pid, false)
      endProgram(child.pid)
      resolve({ code, isLate, out: Buffer.concat(pieces).toString('utf8'), isCut: length > mostOutput })
    }
    child.stdout.on('data', (piece: Buffer) => {
      length += piece.length
      if (length <= mostOutput) pieces.push(piece)
    })
    child.on('error', () => end(null))
    child.on('exit', (code) => setTimeout(end, graceMs, code).unref())
    child.on('close', end)
    remember(child)
    announce(child.pid, true)
  })
}

const running = new Set<ChildProcess>()
let isListening = false

function remember(child: ChildProcess): void {
  if (!isListening)
    process.once('exit', () => {
      for (const { pid } of running) endProgram(pid)
    })
  isListening = true
  running.add(child)
}

/** The program and all that it started. Nothing happens when they are gone. */
export function endProgram(pid: number | undefined): void {
  if (pid === undefined) return
  if (process.platform === 'win32') spawnSync('taskkill', ['/pid', String(pid), '/t', '/f'], { stdio: 'ignore' })
  else {
    try {
      process.kill(-pid, 'SIGKILL')
    } catch {
      // Gone already.
    }
  }
}

type Announce = (pid: number, isRunning: boolean) => void

let listener: Announce | null = null

/** Whoever may outlive us is told what runs, to end it when we were killed. */
export function announcePrograms(announce: Announce): void {
  listener = announce
}

function announce(pid: number | undefined, isRunning: boolean): void {
  if (pid !== undefined) listener?.(pid, isRunning)
}
