/** A batch over several child processes. Results come in the order of the inputs; a child that dies costs one file. */
import type { Input } from '../inputs/input.ts'
import { openPool } from './audit-pool.ts'
import { AuditStopped } from './children.ts'
import type { Engine } from './engine.ts'
import type { Outcome, Task } from './protocol.ts'

export interface Batch {
  readonly children: number
  readonly workerPath: string
  readonly timeoutMs: number
  readonly memoryMb: number
  readonly task: Task
  readonly stop: AbortSignal
  readonly loadEngine: () => Promise<Engine>
}

/** Two jobs a child hide the way there and back; more would only be lost work when it dies. */
const jobsHeld = 2
/** How far ahead of the oldest unfinished file the others may run: this bounds what waits in memory. */
const windowPerChild = 8

/** Ends early when it is told to stop, with what was finished until then. */
export async function* auditInChildren(inputs: readonly Input[], batch: Batch): AsyncGenerator<Outcome> {
  const { task, stop, loadEngine, ...options } = batch
  const pool = openPool({ ...options, jobsHeld, jobsEach: Number.POSITIVE_INFINITY, folder: null }, loadEngine)
  const begun: Promise<Outcome | null>[] = []
  try {
    for (let next = 0; next < inputs.length || begun.length > 0; ) {
      while (next < inputs.length && begun.length < batch.children * windowPerChild)
        begun.push(pool.run(inputs[next++] as Input, task, { stop }).catch(nullWhenStopped))
      const outcome = await (begun.shift() as Promise<Outcome | null>)
      if (outcome === null) return
      yield outcome
    }
  } finally {
    await pool.close()
  }
}

function nullWhenStopped(error: unknown): null {
  if (error instanceof AuditStopped) return null
  throw error
}
