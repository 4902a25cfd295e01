/** A batch over several child processes. Results come in the order of the inputs; a child that dies costs one file. */
import { type ChildProcess, fork } from 'node:child_process'
import type { Problem } from '@jiheng/vocabulary'
import type { Input } from '../inputs/input.ts'
import { tempFolder } from '../inputs/temp-folder.ts'
import { type Auditor, type Death, startAuditor } from './auditor.ts'
import { childArgument, type Job, type Outcome, type Task } from './protocol.ts'

export interface Pool {
  readonly children: number
  readonly workerPath: string
  readonly timeoutMs: number
  readonly memoryMb: number
  readonly task: Task
  readonly stop: AbortSignal
  readonly failed: (problem: Problem, name: string) => Promise<Outcome>
}

/** Two jobs a child hide the way there and back; more would only be lost work when it dies. */
const jobsPerChild = 2
/** How far ahead of the oldest unfinished file the others may run: this bounds what waits in memory. */
const windowPerChild = 8

export async function* auditInChildren(inputs: readonly Input[], pool: Pool): AsyncGenerator<Outcome> {
  const finished = new Map<number, Outcome>()
  const returned: Job[] = []
  const auditors = new Set<Auditor>()
  const temp = tempFolder()
  const folder = temp.make()
  let next = 0
  let shown = 0
  let wake = () => {}

  const finish = (index: number, outcome: Outcome) => {
    finished.set(index, outcome)
    wake()
  }
  const take = (): Job | undefined => {
    const job = returned.shift()
    if (job !== undefined || next >= inputs.length || next >= shown + pool.children * windowPerChild) return job
    const index = next++
    return { index, input: inputs[index] as Input, task: pool.task }
  }
  const feed = (auditor: Auditor) => {
    while (!pool.stop.aborted && auditor.held() < jobsPerChild) {
      const job = take()
      if (job === undefined) return
      auditor.give(job)
    }
  }
  const start = () => {
    const auditor: Auditor = startAuditor(forkChild(pool, folder), pool.timeoutMs, {
      done: ({ index, result, products }) => {
        finish(index, { result, products })
        feed(auditor)
      },
      died: (culprit, left, death) => {
        auditors.delete(auditor)
        returned.push(...left)
        if (culprit !== undefined)
          pool.failed(problemOf(culprit.input.name, death, pool), culprit.input.name).then((r) => finish(culprit.index, r))
        const isNeeded = culprit !== undefined || auditors.size === 0
        if (isNeeded && !pool.stop.aborted && (returned.length > 0 || next < inputs.length)) start()
      },
    })
    auditors.add(auditor)
    feed(auditor)
  }

  pool.stop.addEventListener('abort', () => wake(), { once: true })
  try {
    for (let at = 0; at < pool.children; at++) start()
    for (; shown < inputs.length; ) {
      const outcome = finished.get(shown)
      if (outcome !== undefined) {
        finished.delete(shown++)
        for (const auditor of auditors) feed(auditor)
        yield outcome
      } else if (pool.stop.aborted) return
      else await new Promise<void>((resolve) => (wake = resolve))
    }
  } finally {
    for (const auditor of auditors) auditor.end()
    temp.remove()
  }
}

/** What a child may hold besides its heap: its own code, and the parts of the file at hand. */
const outsideHeapMb = 512

/** Its temporary files go where we remove them: a child that is killed cannot. */
function forkChild(pool: Pool, folder: string): ChildProcess {
  return fork(pool.workerPath, [childArgument, String(pool.memoryMb + outsideHeapMb)], {
    execArgv: [`--max-old-space-size=${pool.memoryMb}`],
    env: { ...process.env, TMPDIR: folder, TEMP: folder, TMP: folder },
    serialization: 'advanced',
    // A dying child prints its stack; nobody should see it.
    stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
  })
}

function problemOf(name: string, death: Death, pool: Pool): Problem {
  const limits = { crash: {}, timeout: { seconds: Math.round(pool.timeoutMs / 1000) }, memory: { memoryMb: pool.memoryMb } }
  return { code: 'file.unreadable', at: [name], details: { reason: death, ...limits[death] } }
}
