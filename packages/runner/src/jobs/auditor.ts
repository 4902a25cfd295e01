/** One child process with the jobs it holds; says which job it finished, and on which one it died. */
import type { ChildProcess } from 'node:child_process'
import { endProgram } from '../programs/run-program.ts'
import type { Done, Job, Program } from './protocol.ts'

export type Death = 'crash' | 'timeout' | 'memory'

export interface AuditorEvents {
  readonly done: (done: Done) => void
  /** `left` were given to it as well and not begun. */
  readonly died: (culprit: Job | undefined, left: readonly Job[], death: Death) => void
}

export interface Auditor {
  readonly held: () => number
  readonly give: (job: Job) => void
  readonly end: () => void
}

export function startAuditor(child: ChildProcess, timeoutMs: number, events: AuditorEvents): Auditor {
  const jobs: Job[] = []
  const programs = new Set<number>()
  let timer: NodeJS.Timeout | undefined
  let isLate = false
  let isGone = false

  const watch = () => {
    clearTimeout(timer)
    if (jobs.length === 0) return
    timer = setTimeout(() => {
      isLate = true
      child.kill('SIGKILL')
    }, timeoutMs)
  }
  const gone = (code: number | null, signal: string | null) => {
    if (isGone) return
    isGone = true
    clearTimeout(timer)
    for (const program of programs) endProgram(program)
    const [culprit, ...left] = jobs.splice(0)
    events.died(culprit, left, isLate ? 'timeout' : deathOf(code, signal))
  }
  child.on('message', (told: Done | Program) => {
    if ('program' in told) {
      if (told.isRunning) programs.add(told.program)
      else programs.delete(told.program)
      return
    }
    jobs.shift()
    watch()
    events.done(told)
  })
  child.on('exit', gone)
  child.on('error', () => gone(null, null))

  return {
    held: () => jobs.length,
    give: (job) => {
      jobs.push(job)
      if (jobs.length === 1) watch()
      // A child that just died cannot be sent to; its exit is on the way and hands the job back.
      if (child.connected) child.send(job, () => {})
    },
    end: () => {
      isGone = true
      clearTimeout(timer)
      child.kill('SIGKILL')
      for (const program of programs) endProgram(program)
    },
  }
}

/** V8 aborts when its heap is full; the watchdog kills. */
function deathOf(code: number | null, signal: string | null): Death {
  return signal === 'SIGABRT' || code === 134 || signal === 'SIGKILL' ? 'memory' : 'crash'
}
