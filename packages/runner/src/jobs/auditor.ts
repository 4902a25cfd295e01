/** One child process with the jobs it holds; says which job it finished, and on which one it died. */
import { type ChildProcess, fork } from 'node:child_process'
import { rm } from 'node:fs/promises'
import { plainEnvironment } from '../programs/plain-environment.ts'
import { endProgram } from '../programs/run-program.ts'
import { type Answer, childArgument, type Job, type Lost, type Program } from './protocol.ts'

export interface Given {
  readonly job: Job
  readonly timeoutMs: number
}

export interface AuditorEvents<G extends Given> {
  readonly done: (given: G, answer: Answer) => void
  /** `left` were given to it as well and not begun. */
  readonly died: (culprit: G | undefined, left: readonly G[], death: Lost['reason']) => void
}

export interface Auditor<G extends Given> {
  readonly held: () => readonly G[]
  /** How many jobs it was ever given. */
  readonly given: () => number
  readonly give: (given: G) => void
  /** Kills it with what it started, without a word; hands back what it held. */
  readonly end: () => readonly G[]
  /** When the process and its temporary files are gone. */
  readonly gone: Promise<void>
}

export interface AuditorOptions {
  readonly workerPath: string
  readonly memoryMb: number
  /** Empty, and for its temporary files alone: they are removed when it is gone, for a child that is killed cannot. */
  readonly folder: string
}

export function startAuditor<G extends Given>(options: AuditorOptions, events: AuditorEvents<G>): Auditor<G> {
  const child = forkChild(options)
  const held: G[] = []
  const programs = new Set<number>()
  let given = 0
  let timer: NodeJS.Timeout | undefined
  let isLate = false
  let isEnded = false

  const watch = () => {
    clearTimeout(timer)
    const [first] = held
    if (first === undefined) return
    timer = setTimeout(() => {
      isLate = true
      child.kill('SIGKILL')
    }, first.timeoutMs)
  }
  const release = (): readonly G[] => {
    isEnded = true
    clearTimeout(timer)
    for (const program of programs) endProgram(program)
    return held.splice(0)
  }
  const died = (code: number | null, signal: string | null) => {
    if (isEnded) return
    const [culprit, ...left] = release()
    events.died(culprit, left, isLate ? 'timeout' : deathOf(code, signal))
  }
  child.on('message', (told: Answer | Program) => {
    if ('program' in told) {
      if (!told.isRunning) programs.delete(told.program)
      // Its last word, on the way when it was killed.
      else if (isEnded) endProgram(told.program)
      else programs.add(told.program)
      return
    }
    const first = held.shift()
    watch()
    if (first !== undefined) events.done(first, told)
  })
  child.on('exit', died)
  child.on('error', () => died(null, null))

  return {
    held: () => held,
    given: () => given,
    give: (one) => {
      given++
      held.push(one)
      if (held.length === 1) watch()
      // A child that just died cannot be sent to; its exit is on the way and hands the job back.
      if (child.connected) child.send(one.job, () => {})
    },
    end: () => {
      const left = release()
      child.kill('SIGKILL')
      return left
    },
    gone: exitOf(child).then(() => removed(options.folder)),
  }
}

/** What a child may hold besides its heap: its own code, and the parts of the file at hand. */
const outsideHeapMb = 512

function forkChild({ workerPath, memoryMb, folder }: AuditorOptions): ChildProcess {
  return fork(workerPath, [childArgument, String(memoryMb + outsideHeapMb)], {
    execArgv: [`--max-old-space-size=${memoryMb}`],
    env: { ...plainEnvironment(), TMPDIR: folder, TEMP: folder, TMP: folder },
    serialization: 'advanced',
    // A dying child prints its stack; nobody should see it.
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  })
}

/** V8 and the watchdog abort when the file takes too much. Killed from outside it says nothing about the file: the next time may be better. */
function deathOf(code: number | null, signal: string | null): Lost['reason'] {
  return signal === 'SIGABRT' || code === 134 ? 'memory' : 'crash'
}

/** It is over, and all that it said was heard. */
async function exitOf(child: ChildProcess): Promise<void> {
  // It never ran.
  if (child.pid === undefined) return
  const heard = new Promise<void>((resolve) => child.once('disconnect', resolve))
  await new Promise<void>((resolve) => child.once('exit', () => resolve()))
  await heard
}

/** What a program that is just ending still holds goes with the folder of the whole run. */
function removed(folder: string): Promise<void> {
  return rm(folder, { recursive: true, force: true, maxRetries: 5 }).catch(() => {})
}
