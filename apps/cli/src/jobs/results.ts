/** What comes of a batch, in the order of the inputs, from this process or from children. */
import { auditHere, auditInChildren, childrenFor, type Input, memoryFor, type Outcome, type Task } from '@jiheng/runner'
import type { Host } from '../host.ts'

export const timeoutMs = 60_000

export async function* results(inputs: readonly Input[], task: Task, jobs: number | null, host: Host): AsyncGenerator<Outcome> {
  const children = childrenFor(inputs, jobs, host.cores)
  // One small file leaves nothing finished to tell: Ctrl-C just ends us. Children have to be ended by us, whatever they are doing.
  const stop = inputs.length > 1 || children > 0 ? host.listenForStop() : new AbortController().signal
  if (children === 0) return yield* auditHere(inputs, task, { engine: await host.loadEngine(), loadOutputs: host.loadOutputs }, stop)
  yield* auditInChildren(inputs, {
    children,
    workerPath: host.workerPath,
    timeoutMs,
    memoryMb: memoryFor(children, host.memoryBytes),
    task,
    stop,
    loadEngine: host.loadEngine,
  })
}
